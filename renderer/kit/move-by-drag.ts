import { createContext, type DragEvent, useMemo, useRef, useState } from 'react';
import { fileName, folderOf } from '../../shared/domain/kit-path';
import { refusedReadOnly } from '../commands/file-changes';
import type { Studio } from '../commands/studio';

/** A closed folder opens when something is held over it for this long, in milliseconds. */
const OPENS_AFTER = 600;

/** The folder that what is dragged would go to; the root is empty, null when nothing is dragged over one. */
export const DropFolder = createContext<string | null>(null);

interface TreeEvents {
  readonly onDragStart: (event: DragEvent) => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent) => void;
  readonly onDragEnd: () => void;
  readonly onDrop: (event: DragEvent) => void;
}

export interface MoveByDrag {
  readonly folder: string | null;
  /** For the element around the tree. */
  readonly events: TreeEvents;
}

/**
 * Moves files and folders of the tree with the pointer: dropping one on a folder, or on a file of it, asks for the move with all that it would
 * change, as renaming by the keyboard does. Escape gives it up at any time.
 */
export function useMoveByDrag(studio: Studio, open: (folder: string) => void): MoveByDrag {
  const [folder, setFolder] = useState<string | null>(null);
  const dragged = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const events = useMemo((): TreeEvents => {
    let shown: string | null = null;
    const over = (next: string | null) => {
      if (next === shown) return;
      shown = next;
      setFolder(next);
      clearTimeout(timer.current);
      if (next !== null && next !== '') timer.current = setTimeout(() => open(next), OPENS_AFTER);
    };
    return {
      onDragStart: ({ target }) => {
        dragged.current = rowOf(target);
      },
      onDragOver: (event) => {
        const from = dragged.current;
        if (from === null) return;
        const into = folderAt(studio, event.target);
        if (!mayMove(from, into)) {
          over(null);
          return;
        }
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        over(into);
      },
      onDragLeave: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) over(null);
      },
      onDragEnd: () => {
        dragged.current = null;
        over(null);
      },
      onDrop: (event) => {
        const from = dragged.current;
        if (from === null) return;
        const into = folderAt(studio, event.target);
        dragged.current = null;
        over(null);
        if (!mayMove(from, into)) return;
        event.preventDefault();
        if (refusedReadOnly(studio)) return;
        const to = into === '' ? fileName(from) : `${into}/${fileName(from)}`;
        studio.store.setState({ overlay: { kind: 'file', mode: 'rename', path: from, to } });
      },
    };
  }, [studio, open]);
  return { folder, events };
}

function rowOf(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>('[role="row"][data-key]')?.dataset['key'] ?? null;
}

/** The folder that stands at a place of the tree: of a row, else the root of the kit. */
function folderAt({ store }: Studio, target: EventTarget): string {
  const row = rowOf(target);
  if (row === null) return '';
  return store.getState().kit?.files.has(row) ? folderOf(row) : row;
}

/** Nothing is moved to where it is, or into itself. */
function mayMove(from: string, into: string): boolean {
  return folderOf(from) !== into && into !== from && !into.startsWith(`${from}/`);
}
