import type { RowPlace } from '../../../shared/preview/row-edit';
import type { CellForms } from './cell-forms';
import styles from './forms.module.css';
import { RefusalNote } from './RefusalNote';
import type { Rows } from './use-rows';

/** Takes a row out. It is the last stop of its row in the grid. */
export function RemoveRow({
  place,
  onRemove,
}: {
  readonly place: RowPlace;
  readonly onRemove: (place: RowPlace) => void;
}) {
  return (
    <span data-cell="" data-tool="" className={styles.box}>
      <button
        type="button"
        tabIndex={-1}
        className={styles.remove}
        aria-label={`Remove ${place.name}`}
        title={`Remove ${place.name} (Ctrl+Delete)`}
        onClick={() => onRemove(place)}
      >
        ×
      </button>
    </span>
  );
}

/** Adds a row behind the last one; says what became of it. */
export function AddRow({ rows, forms }: { readonly rows: Rows; readonly forms: CellForms }) {
  return (
    <div className={styles.rows}>
      <button
        type="button"
        data-add=""
        className={styles.add}
        title={`Add ${rows.noun} (Ctrl+Enter in the table)`}
        onClick={rows.add}
      >
        + Add {rows.noun}
      </button>
      <span role="status" className={styles.said}>
        {rows.said}
      </span>
      {rows.refusal && <RefusalNote refusal={rows.refusal} forms={forms} />}
    </div>
  );
}
