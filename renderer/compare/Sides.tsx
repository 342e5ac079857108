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
  children,
}: {
  readonly look: Look;
  readonly name: string;
  readonly children: ReactNode;
}) {
  return (
    <>
      {look === 'unified' ? (
        <p className={styles.sides}>
          <span>Struck through: {name}. Marked: in the editor.</span>
        </p>
      ) : (
        <p className={styles.sides}>
          <span>{name}</span>
          <span>In the editor</span>
        </p>
      )}
      {children}
    </>
  );
}
