import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import type { TableBlock } from '../../../shared/preview/block';
import { capitalised } from '../../../shared/preview/labels';
import type { RowEdit, RowPlace } from '../../../shared/preview/row-edit';
import type { CellForms, Refusal } from './cell-forms';
import { undoKey } from './field-keys';

/** How the rows of a table come and go. */
export interface Rows {
  /** What a row is: "risk". */
  readonly noun: string;
  /** What became of the last change, in words. */
  readonly said: string;
  readonly refusal: Refusal | null;
  readonly add: () => void;
  readonly remove: (place: RowPlace) => void;
  /** Keys anywhere in the table or at its buttons. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** Times that the page is looked through for a row that comes in sight only now. */
const LOOKS = 20;

/** The rows of a table that may come and go where its text is written; null for others. `figure` holds the table and its button. */
export function useRows(
  forms: CellForms | null,
  { grows, rows }: TableBlock,
  figure: RefObject<HTMLElement | null>,
): Rows | null {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [said, setSaid] = useState('');
  const busy = useRef(false);
  if (!forms || !grows) return null;

  const change = async (edit: RowEdit, out: RowPlace | null) => {
    if (busy.current) return;
    busy.current = true;
    setRefusal(null);
    setSaid('');
    const refused = await forms.rows(edit, out);
    busy.current = false;
    setRefusal(refused);
    if (refused) return;
    setSaid(out ? `${capitalised(out.name)} was removed.` : `Added below: fill in the ${edit.noun}.`);
    focusRow(figure.current, out ? Math.min(out.index, edit.count - 2) : edit.count);
  };
  const add = () => void change(grows, null);
  const remove = (place: RowPlace) => void change(grows, place);
  return {
    noun: grows.noun,
    said,
    refusal,
    add,
    remove,
    onKeyDown: (event) => {
      const target = event.target as HTMLElement;
      const again = target.closest('[data-add], [data-tool]') ? undoKey(event) : null;
      if (again !== null) {
        event.preventDefault();
        forms.undo(again);
        return;
      }
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const index = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
      const place = rows.find((row) => String(row.place?.index) === index)?.place;
      if (event.key === 'Enter' && target.closest('table')) add();
      else if ((event.key === 'Delete' || event.key === 'Backspace') && place) remove(place);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

/** Puts the focus on the first value of a row; where there is none, on the button that adds one. A row out of sight comes into the page a moment later. */
function focusRow(figure: HTMLElement | null, index: number, looks = LOOKS): void {
  if (!figure?.isConnected) return;
  const row = figure.querySelector(`[data-row="${index}"]`);
  const value = row?.querySelector<HTMLElement>('[data-cell]:not([data-tool]) > button');
  if (value) {
    value.focus();
    value.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return;
  }
  const add = figure.querySelector<HTMLElement>('[data-add]');
  add?.focus();
  if (index < 0 || looks === 0) return;
  add?.scrollIntoView({ block: 'nearest' });
  requestAnimationFrame(() => focusRow(figure, index, looks - 1));
}
