import type { Outline, OutlineEntry } from '../../shared/symbols/outline';
import { FULL_SERVICE_LENGTH } from '../state/kit-slice';
import { update } from '../state/studio-state';
import { openFile } from './files';
import type { Studio } from './studio';
import { sendLatest } from './symbols';

/** What is known of the outline of the file that is shown. */
export type OutlineState =
  | { readonly kind: 'none' | 'waiting' | 'too-long' }
  | { readonly kind: 'known'; readonly path: string; readonly outline: Outline };

/** Reads the outline of an open file in the checker's thread, from what is parsed there anyway. */
export async function outlineNow(studio: Studio, path: string): Promise<OutlineState> {
  const length = studio.buffers.doc(path)?.length;
  if (length === undefined) return { kind: 'waiting' };
  if (length > FULL_SERVICE_LENGTH) return { kind: 'too-long' };
  sendLatest(studio, path);
  const outline = await studio.checker.ask({ type: 'outline', path });
  return outline ? { kind: 'known', path, outline } : { kind: 'none' };
}

/** Goes to a part of a file, by its place when the outline was read. */
export function goToEntry(studio: Studio, path: string, { from, to }: OutlineEntry): void {
  void openFile(studio, path, { span: { from, to }, focus: true });
}

/** The outline comes a moment after its pane. */
const TRIES = 20;
const BETWEEN = 50;

/** Unfolds the outline and moves into it; from within it folds it again. */
export function showOutline({ store }: Studio): void {
  const inside = document.activeElement?.closest('[data-outline]') != null;
  update(store, 'layout', (layout) => ({ ...layout, outline: !inside }));
  if (!inside) requestAnimationFrame(() => enter(TRIES));
}

/** Goes to the part the cursor is in, else to the first; to the pane's own button until there are parts, and only while nobody moves on. */
function enter(tries: number): void {
  const outline = document.querySelector('[data-outline]');
  const row =
    outline?.querySelector('[aria-current]')?.closest<HTMLElement>('[role="row"]') ??
    outline?.querySelector<HTMLElement>('[role="row"]');
  const button = outline?.querySelector('button');
  if (tries < TRIES && document.activeElement !== button) return;
  (row ?? button)?.focus();
  if (!row && tries > 0) setTimeout(() => enter(tries - 1), BETWEEN);
}
