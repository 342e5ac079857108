import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CellEdit } from '../../../shared/preview/cell-edit';
import type { Span } from '../../../shared/text/span';
import { CellField, type Onward } from './CellField';
import type { CellForms, Refusal } from './cell-forms';
import styles from './forms.module.css';
import { focusBox, followingBox, nextBox } from './grid-keys';

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
  /** What the field opened with; null while it is closed. */
  const [field, setField] = useState<string | null>(null);
  /** Shown until the view says the same. */
  const [pending, setPending] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  /** Counts openings and closings: an answer is for the field that it was asked for. */
  const turn = useRef(0);

  const open = (start: string) => {
    if (pending !== null) return;
    setRefusal(null);
    setField(start);
    forms.reveal(span);
    const asked = ++turn.current;
    void forms.ask({ edit, span }).then((refused) => {
      if (!refused || turn.current !== asked) return;
      flushSync(() => {
        setField(null);
        setRefusal(refused);
      });
      focusBox(box.current);
    });
  };
  const close = (onward: Onward) => {
    turn.current++;
    flushSync(() => setField(null));
    if (box.current && onward !== 'elsewhere') focusBox(boxAfter(box.current, onward));
  };
  const commit = (typed: string, onward: Onward) => {
    setPending(typed);
    close(onward);
    void forms.write({ edit, span }, typed).then((refused) => {
      setPending(null);
      setRefusal(refused);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const again = undoKey(event);
    if (again !== null) {
      event.preventDefault();
      forms.undo(again);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const start = event.key === 'Enter' || event.key === 'F2' ? edit.value : startOf(edit, event.key);
    if (event.key === 'Escape') setRefusal(null);
    if (start === null) return;
    event.preventDefault();
    event.stopPropagation();
    open(start);
  };

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
      {refusal && (
        <span role="alert" className={styles.problem}>
          {refusal.message}
          {refusal.line > 0 && (
            <button type="button" className={styles.goTo} onClick={() => forms.goTo(refusal.span)}>
              Go to line {refusal.line}
            </button>
          )}
        </span>
      )}
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

/** Undo and redo as editors have them: whether to make it again; null for another key. */
function undoKey({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent): boolean | null {
  if (altKey || ctrlKey === metaKey) return null;
  if (key.toLowerCase() === 'z') return shiftKey;
  return key === 'y' && ctrlKey ? true : null;
}

/** What a field opens with when a letter is typed on its value; null for keys that mean something else. */
function startOf(edit: CellEdit, key: string): string | null {
  if ([...key].length !== 1 || key === ' ') return null;
  switch (edit.type) {
    case 'number':
      return /\d/.test(key) ? key : null;
    case 'choice':
      return (
        edit.choices.find(({ value }) => value.toLowerCase().startsWith(key.toLowerCase()))?.value ?? null
      );
    case 'date':
      return /\d/.test(key) ? key : null;
    case 'text':
      return key;
  }
}
