import type { CellForms, Refusal } from './cell-forms';
import styles from './forms.module.css';

export interface RefusalNoteProps {
  readonly refusal: Refusal;
  readonly forms: CellForms;
}

/** Why something cannot be changed where it is seen, and the way to the line that says so. */
export function RefusalNote({ refusal, forms }: RefusalNoteProps) {
  return (
    <span role="alert" className={styles.problem}>
      {refusal.message}
      {refusal.line > 0 && (
        <button type="button" className={styles.goTo} onClick={() => forms.goTo(refusal.span)}>
          Go to line {refusal.line}
        </button>
      )}
    </span>
  );
}
