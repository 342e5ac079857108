import { ImageOff } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { resolveLink } from '../../shared/domain/kit-path';
import { usePreviewTargets } from './preview-targets';
import styles from './prose.module.css';

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
      {children}
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
  const { path, imageUrl } = usePreviewTargets();
  const target = resolveLink(path, src);
  const url = target === null ? null : imageUrl(target);
  if (url !== null) return <img src={url} alt={alt} title={title} loading="lazy" draggable={false} />;
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
