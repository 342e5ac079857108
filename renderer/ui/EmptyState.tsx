import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';
import { visibleText } from './visible-name';

/** What a pane says when it has nothing to show, and what to do about it. */
export function EmptyState({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{visibleText(title)}</p>
      {text !== '' && <p className={styles.text}>{visibleText(text)}</p>}
      {children}
    </div>
  );
}
