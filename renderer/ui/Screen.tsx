import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './Button';
import styles from './Screen.module.css';

export interface ScreenProps {
  /** Tells the screens apart, for whoever looks for one in the page. */
  readonly name: string;
  readonly title: string;
  /** Keys that leave it, as its command shows them. */
  readonly shortcut: string;
  readonly onLeave: () => void;
  /** Stands beside the title. */
  readonly head?: ReactNode;
  readonly children: ReactNode;
}

/** A page of the whole kit in the place of the texts, with the way back to them. */
export function Screen({ name, title, shortcut, onLeave, head, children }: ScreenProps) {
  return (
    <div className={styles.screen} data-screen={name}>
      <header className={styles.bar}>
        <h2>{title}</h2>
        {head}
        <span className={styles.back}>
          <IconButton label="Back to the Text" shortcut={shortcut} onPress={onLeave}>
            <X size={16} aria-hidden="true" />
          </IconButton>
        </span>
      </header>
      {children}
    </div>
  );
}
