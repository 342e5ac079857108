import styles from './Mark.module.css';

/** Shapes that differ without colour; the tone only adds to them. */
export type MarkShape = 'disc' | 'triangle' | 'diamond' | 'ring' | 'check' | 'cross' | 'dash' | 'question';
export type MarkTone = 'must' | 'should' | 'could' | 'good' | 'quiet';

/** A small sign beside a word that says the same; hidden from screen readers, which read the word. */
export function Mark({ shape, tone }: { readonly shape: MarkShape; readonly tone: MarkTone }) {
  return (
    <svg
      className={styles.mark}
      data-tone={tone}
      viewBox="0 0 12 12"
      width="12"
      height="12"
      aria-hidden="true"
    >
      {PATHS[shape]}
    </svg>
  );
}

const PATHS: Readonly<Record<MarkShape, React.ReactNode>> = {
  disc: <circle cx="6" cy="6" r="4.4" fill="currentColor" />,
  triangle: <path d="M6 1.4 11 10.6H1Z" fill="currentColor" />,
  diamond: <path d="M6 .8 11.2 6 6 11.2.8 6Z" fill="currentColor" />,
  ring: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  check: (
    <path
      d="M2 6.4 5 9.3 10.2 3"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  cross: (
    <path
      d="M2.6 2.6 9.4 9.4M9.4 2.6 2.6 9.4"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
    />
  ),
  dash: <path d="M2.5 6H9.5" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />,
  question: (
    <path
      d="M4 4.2A2 2 0 1 1 6.7 6C6.2 6.3 6 6.6 6 7.3M6 9.6V9.7"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
    />
  ),
};
