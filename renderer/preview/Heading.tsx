import { Link } from 'lucide-react';
import { type ReactNode, useContext } from 'react';
import styles from './Heading.module.css';
import { PreviewBlock } from './preview-block';
import { usePreviewTargets } from './preview-targets';

export type HeadingTag = 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6';

interface HeadingProps {
  readonly tag: HeadingTag;
  readonly 'data-from'?: number;
  readonly 'data-to'?: number;
  readonly children?: ReactNode;
}

/** A heading; by the pointer a link to it can be taken along. By keyboard the command Copy Link to This Section does the same. */
export function Heading({ tag: Tag, children, ...place }: HeadingProps) {
  const { copyLink } = usePreviewTargets();
  const within = useContext(PreviewBlock);
  const from = place['data-from'] ?? 0;
  return (
    <div className={styles.row}>
      <Tag data-from={place['data-from']} data-to={place['data-to']}>
        {children}
      </Tag>
      {copyLink && within && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.link}
          title="Copy a link to this section"
          aria-label="Copy a link to this section"
          onClick={() => copyLink(within.block.from + from)}
        >
          <Link size={13} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
