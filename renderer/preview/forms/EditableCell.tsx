import { type ReactNode, useRef } from 'react';
import type { CellEdit } from '../../../shared/preview/cell-edit';
import type { Span } from '../../../shared/text/span';
import { CellField, type Onward } from './CellField';
import type { CellForms } from './cell-forms';
import styles from './forms.module.css';
import { focusBox, followingBox, nextBox } from './grid-keys';
import { RefusalNote } from './RefusalNote';
import { useEditing } from './use-editing';

export interface EditableCellProps {
  readonly forms: CellForms;
  readonly edit: CellEdit;
  /** Where the value stands now. */
  readonly span: Span;
  readonly tone: string;
  /** The value as it is seen. */
  readonly children: ReactNode;
}

/** A value that is changed where it is seen: by a double click, Enter or F2, or by typing another one over it. */
export function EditableCell({ forms, edit, span, tone, children }: EditableCellProps) {
  const box = useRef<HTMLSpanElement>(null);
  const { field, pending, refusal, open, commit, close, onKeyDown } = useEditing(
    { forms, edit, span },
    (onward) => {
      if (box.current) focusBox(boxAfter(box.current, onward));
    },
  );

  if (field !== null) {
    return (
      <span ref={box} data-cell="" className={styles.field} data-wide={edit.type === 'text'}>
        <CellField edit={edit} start={field} onCommit={commit} onCancel={close} />
      </span>
    );
  }
  return (
    <span ref={box} data-cell="" className={styles.box}>
      <button
        type="button"
        // The table moves its one tab stop by itself.
        tabIndex={-1}
        className={styles.cell}
        data-tone={tone}
        data-type={edit.type}
        data-pending={pending !== null}
        aria-label={`${edit.name}: ${(pending ?? edit.value) || 'empty'}`}
        title="Double-click or press Enter to change it"
        onClick={() => forms.reveal(span)}
        onDoubleClick={() => open(edit.value)}
        onKeyDown={onKeyDown}
      >
        {pending === null ? children : pending || '–'}
      </button>
      {refusal && <RefusalNote refusal={refusal} forms={forms} />}
    </span>
  );
}

function boxAfter(box: HTMLElement, onward: Onward): HTMLElement {
  switch (onward) {
    case 'down':
      return nextBox(box, 'ArrowDown') ?? box;
    case 'next':
      return followingBox(box, 1) ?? box;
    case 'before':
      return followingBox(box, -1) ?? box;
    default:
      return box;
  }
}
