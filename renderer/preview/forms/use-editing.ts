import { type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CellEdit } from '../../../shared/preview/cell-edit';
import type { Span } from '../../../shared/text/span';
import type { Onward } from './CellField';
import type { CellForms, Refusal } from './cell-forms';
import { startOf, undoKey } from './field-keys';

export interface Edited {
  readonly forms: CellForms;
  readonly edit: CellEdit;
  /** Where the value stands now. */
  readonly span: Span;
}

/** The field of a value that is changed where it is seen: when it is open, and what becomes of what is typed. `focus` puts the focus where it goes on. */
export function useEditing({ forms, edit, span }: Edited, focus: (onward: Onward) => void) {
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
      focus('stay');
    });
  };
  const close = (onward: Onward) => {
    turn.current++;
    flushSync(() => setField(null));
    if (onward !== 'elsewhere') focus(onward);
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
    if ((event.key === 'Delete' || event.key === 'Backspace') && edit.optional && edit.value !== '') {
      event.preventDefault();
      if (pending === null) commit('', 'stay');
      return;
    }
    const start = event.key === 'Enter' || event.key === 'F2' ? edit.value : startOf(edit, event.key);
    if (event.key === 'Escape') setRefusal(null);
    if (start === null) return;
    event.preventDefault();
    event.stopPropagation();
    open(start);
  };
  return { field, pending, refusal, open, commit, close, onKeyDown };
}
