import { ImageOff } from 'lucide-react';
import { createContext, type MouseEvent, type ReactNode, useContext } from 'react';
import { resolveLink } from '../../shared/domain/kit-path';
import { usePreviewTargets } from './preview-targets';
import styles from './prose.module.css';

/** A picture within a link leads where the link leads. */
const InLink = createContext(false);

interface LinkProps {
  readonly href: string;
  readonly title?: string | undefined;
  readonly children?: ReactNode;
}

/** A link of the text. The page itself never navigates: files open in tabs, addresses go to the system after it asked. */
export function PreviewLink({ href, title, children }: LinkProps) {
  const { follow } = usePreviewTargets();
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) return;
    event.stopPropagation();
    follow(href);
  };
  const onAuxClick = (event: MouseEvent) => event.preventDefault();
  return (
    <a href={href} title={title} onClick={onClick} onAuxClick={onAuxClick} draggable={false}>
      <InLink value={true}>{children}</InLink>
    </a>
  );
}

interface ImageProps {
  readonly src: string;
  readonly alt: string;
  readonly title?: string | undefined;
}

/** A picture of the kit. Remote pictures are never loaded: the studio makes no request. */
export function KitImage({ src, alt, title }: ImageProps) {
  const { path, imageUrl, enlarge } = usePreviewTargets();
  const inLink = useContext(InLink);
  const target = resolveLink(path, src);
  const url = target === null ? null : imageUrl(target);
  if (url !== null) {
    const picture = <img src={url} alt={alt} title={title} loading="lazy" draggable={false} />;
    if (!enlarge || inLink) return picture;
    const onClick = (event: MouseEvent<HTMLElement>) => {
      if (event.ctrlKey || event.metaKey) return;
      const shown = event.currentTarget.querySelector('img');
      if (shown)
        enlarge({
          title: alt || 'Picture',
          src: url,
          width: shown.naturalWidth,
          height: shown.naturalHeight,
        });
    };
    return (
      <button
        type="button"
        className={styles.picture}
        onClick={onClick}
        aria-label={`Enlarge ${alt || 'picture'}`}
      >
        {picture}
      </button>
    );
  }
  const reason =
    target === null
      ? 'Pictures from the network are not loaded'
      : `There is no picture ${target} in this kit`;
  return (
    <span className={styles.noImage} role="img" aria-label={`${alt || 'Picture'}. ${reason}`}>
      <ImageOff size={15} aria-hidden="true" />
      <span>
        {alt !== '' && <strong>{alt}</strong>} {reason}: {src}
      </span>
    </span>
  );
}
