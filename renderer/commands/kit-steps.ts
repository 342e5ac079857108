import { redo, undo } from '@codemirror/commands';
import type { EditorState, Transaction } from '@codemirror/state';
import { applyEdits } from '../../shared/text/edits/edit';
import type { Buffers } from '../state/buffers';
import type { FileEdit } from './edit-files';
import type { Studio } from './studio';

/** A change of several files that was asked for as one. */
export interface KitStep {
  readonly kitId: string;
  /** What the command that takes it back knows it by. */
  readonly key: object;
  /** What it changed, by the paths of before. */
  readonly files: readonly FileEdit[];
  /** The paths that files have while it is done, where it gave them others. */
  readonly moved?: ReadonlyMap<string, string>;
  /** Takes it back in all files, or says why not. */
  readonly undo: () => Promise<unknown>;
  /** Makes it again in all files, or says why not. */
  readonly redo: () => Promise<unknown>;
}

interface Known {
  readonly step: KitStep;
  undone: boolean;
  busy: boolean;
}

/** The last of them in a studio. */
const last = new WeakMap<Studio, Known>();

export type Direction = 'undo' | 'redo';

export function rememberStep(studio: Studio, step: KitStep): void {
  last.set(studio, { step, undone: false, busy: false });
}

/** It was taken back, from wherever that was asked for. */
export function stepUndone(studio: Studio, key: object): void {
  const known = last.get(studio);
  if (known?.step.key === key) known.undone = true;
}

/**
 * Undoing or redoing in one text what was done to several at once is done in all of them: half a rename would be worse than none. False where the
 * next step of this text is its own.
 */
export function stepTogether(
  studio: Studio,
  path: string,
  state: EditorState,
  direction: Direction,
): boolean {
  const known = last.get(studio);
  if (!known || studio.store.getState().kit?.kitId !== known.step.kitId) return false;
  if (known.undone !== (direction === 'redo')) return false;
  const { files, moved } = known.step;
  const file = files.find((one) => path === ((!known.undone && moved?.get(one.path)) || one.path));
  if (!file) return false;
  if (known.busy) return true;
  const after = applyEdits(file.before, file.edits);
  const [from, to] = direction === 'undo' ? [after, file.before] : [file.before, after];
  if (state.doc.length !== from.length || state.doc.toString() !== from) return false;
  if (nextStep(state, direction)?.newDoc.toString() !== to) return false;
  known.busy = true;
  void (direction === 'undo' ? known.step.undo() : known.step.redo()).finally(() => {
    known.busy = false;
  });
  return true;
}

/** Goes to a text through the history of an open file, so that undo and redo go on from there; false where no step leads to it. */
export function goThroughHistory(buffers: Buffers, path: string, text: string): boolean {
  const state = buffers.state(path);
  for (const direction of ['undo', 'redo'] as const) {
    const step = state && nextStep(state, direction);
    if (step?.newDoc.toString() !== text) continue;
    buffers.apply(path, step);
    return true;
  }
  return false;
}

function nextStep(state: EditorState, direction: Direction): Transaction | null {
  let found: Transaction | null = null;
  (direction === 'undo' ? undo : redo)({
    state,
    dispatch: (transaction) => {
      found = transaction;
    },
  });
  return found;
}
