import type { KeyboardEvent } from 'react';
import type { CellEdit } from '../../../shared/preview/cell-edit';

/** Undo and redo as editors have them: whether to make it again; null for another key. */
export function undoKey({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent): boolean | null {
  if (altKey || ctrlKey === metaKey) return null;
  if (key.toLowerCase() === 'z') return shiftKey;
  return key === 'y' && ctrlKey ? true : null;
}

/** What a field opens with when a letter is typed on its value; null for keys that mean something else. */
export function startOf(edit: CellEdit, key: string): string | null {
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
