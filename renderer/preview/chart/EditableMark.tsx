import { type ComponentPropsWithoutRef, type CSSProperties, type KeyboardEvent, useRef } from 'react';
import { CellField, type Onward } from '../forms/CellField';
import { RefusalNote } from '../forms/RefusalNote';
import { type Edited, useEditing } from '../forms/use-editing';
import styles from './Chart.module.css';

export interface EditableMarkProps extends Edited {
  readonly name: string;
  /** Where it lies, and whether it is the tab stop of the chart. */
  readonly button: ComponentPropsWithoutRef<'button'> & { readonly style: CSSProperties };
  /** Goes to the mark that an arrow leads to; false where there is none. */
  readonly go: (key: string) => boolean;
}

const ONWARD: Readonly<Partial<Record<Onward, string>>> = {
  down: 'ArrowDown',
  next: 'ArrowRight',
  before: 'ArrowLeft',
};

/** A mark whose value is changed on the chart itself, as a cell of a table is: double click, Enter, F2, or typing over it. */
export function EditableMark({ name, button, go, ...edited }: EditableMarkProps) {
  const { forms, edit, span } = edited;
  const mark = useRef<HTMLButtonElement>(null);
  const { field, pending, refusal, open, commit, close, onKeyDown } = useEditing(edited, (onward) => {
    const key = ONWARD[onward];
    if (key === undefined || !go(key)) mark.current?.focus();
  });
  const { style } = button;
  if (field !== null) {
    return (
      <span className={styles.field} style={style}>
        <CellField edit={edit} start={field} onCommit={commit} onCancel={close} />
      </span>
    );
  }
  const onKey = (event: KeyboardEvent) => {
    onKeyDown(event);
    if (!event.defaultPrevented && go(event.key)) event.preventDefault();
  };
  return (
    <>
      <button
        ref={mark}
        type="button"
        {...button}
        data-editable=""
        data-pending={pending !== null}
        aria-label={name}
        title={`${name}. Double-click or press Enter to change it`}
        onClick={() => forms.reveal(span)}
        onDoubleClick={() => open(edit.value)}
        onKeyDown={onKey}
      >
        {pending !== null && <span className={styles.pending}>{pending || '–'}</span>}
      </button>
      {refusal && (
        <span className={styles.note} style={{ ...style, inlineSize: undefined, blockSize: undefined }}>
          <RefusalNote refusal={refusal} forms={forms} />
        </span>
      )}
    </>
  );
}
