import type { ReactNode } from 'react';
import styles from './Comparison.module.css';

/** How two texts are shown. */
export type Look = 'beside' | 'unified' | 'rendered';

/** What one can do with the changes that are shown. */
export interface ChangeSteps {
  next(): void;
  previous(): void;
  take?(): void;
  undo?(): void;
}

/** What stands on which side. */
export function Sides({
  look,
  name,
  mine,
  children,
}: {
  readonly look: Look;
  readonly name: string;
  /** What stands beside it; left out: the text in the editor. */
  readonly mine?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <>
      {look === 'unified' ? (
        <p className={styles.sides}>
          <span>
            Struck through: {name}. Marked: {mine ?? 'in the editor'}.
          </span>
        </p>
      ) : (
        <p className={styles.sides}>
          <span>{name}</span>
          <span>{mine ?? 'In the editor'}</span>
        </p>
      )}
      {children}
    </>
  );
}
