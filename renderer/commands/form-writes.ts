import type { Studio } from './studio';

/** Values on their way from a form into the text, by path: the checker works their edits out. */
const underWay = new WeakMap<Studio, Map<string, Promise<unknown>>>();

/** Nobody waits longer for them, in milliseconds. */
const PATIENCE = 5_000;

/** Remembers a value that is being written, so that a save that follows has it. */
export function formWrite(studio: Studio, path: string, write: Promise<unknown>): void {
  const writes = underWay.get(studio) ?? new Map<string, Promise<unknown>>();
  underWay.set(studio, writes);
  const all = Promise.allSettled([writes.get(path), write]);
  writes.set(path, all);
  void all.then(() => {
    if (writes.get(path) === all) writes.delete(path);
  });
}

/** Settled when the values that were typed into the forms of a file are in its text; null when none is on its way. */
export function formWritesDone(studio: Studio, path: string): Promise<unknown> | null {
  const writes = underWay.get(studio)?.get(path);
  if (!writes) return null;
  return Promise.race([writes, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}
