import type { ReactNode } from 'react';
import styles from './Toggle.module.css';

export interface ToggleProps {
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly disabled?: boolean;
  /** Why it cannot be pressed, say. */
  readonly title?: string | undefined;
  readonly children: ReactNode;
}

/** A word that is on or off, in a bar with others of its kind. */
export function Toggle({ pressed, onPress, disabled = false, title, children }: ToggleProps) {
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-pressed={pressed}
      disabled={disabled}
      title={title}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
