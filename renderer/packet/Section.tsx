import type { ReactNode } from 'react';
import styles from './packet.module.css';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  /** What it is about, or how it stands, in a sentence. */
  readonly text?: string | undefined;
  readonly children: ReactNode;
}

/** A part of the dashboard; its heading can be gone to. */
export function Section({ id, title, text, children }: SectionProps) {
  return (
    <section className={styles.section} aria-labelledby={`packet-${id}`}>
      <h3 id={`packet-${id}`} tabIndex={-1}>
        {title}
      </h3>
      {text !== undefined && text !== '' && <p className={styles.text}>{text}</p>}
      {children}
    </section>
  );
}
