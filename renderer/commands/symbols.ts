import type { Place, Suggestion, SymbolCard, Wanted } from '../../shared/symbols/assist';
import type { Snippet } from '../../shared/symbols/snippets';
import { FULL_SERVICE_LENGTH } from '../state/kit-slice';
import { update } from '../state/studio-state';
import { openFile } from './files';
import { linkAt } from './link-at';
import { followLink } from './links';
import { notify } from './notify';
import type { Studio } from './studio';

/** Makes sure that the checker has the text that is on the screen: offsets belong to it. */
export function sendLatest({ buffers, checker }: Studio, path: string): void {
  const doc = buffers.doc(path);
  const version = buffers.version(path);
  if (!doc || doc.length > FULL_SERVICE_LENGTH || checker.version(path) === version) return;
  checker.set([{ path, text: doc.toString(), version }]);
}

/** What would fit at a place; empty when the kit was left meanwhile. */
export async function suggestions(
  studio: Studio,
  path: string,
  wanted: Wanted,
): Promise<readonly Suggestion[]> {
  return (await studio.checker.ask({ type: 'suggest', path, wanted })) ?? [];
}

/** What ready-made could be inserted in an open file; nothing when the text moved on while it was looked up. */
export async function snippetsAt(
  studio: Studio,
  path: string,
  place: { readonly at: number; readonly cut: number; readonly typed: string },
): Promise<readonly Snippet[]> {
  const version = studio.buffers.version(path);
  sendLatest(studio, path);
  const found = await studio.checker.ask({ type: 'snippets', path, ...place, today: dateToday() });
  return studio.buffers.version(path) === version ? (found ?? []) : [];
}

/** The day here, not in Greenwich, as documents write it. */
function dateToday(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The symbol at an offset of an open file, or null; null too when the text moved on while it was looked up. */
export async function symbolAt(studio: Studio, path: string, offset: number): Promise<SymbolCard | null> {
  const version = studio.buffers.version(path);
  sendLatest(studio, path);
  const card = await studio.checker.ask({ type: 'at', path, offset });
  return studio.buffers.version(path) === version ? card : null;
}

/** The symbol at the cursor of the file that is shown; says so when there is none. */
async function symbolHere(studio: Studio): Promise<SymbolCard | null> {
  const path = studio.store.getState().tabs.active;
  const state = path === null ? null : studio.buffers.state(path);
  if (path === null || !state) return null;
  const card = await symbolAt(studio, path, state.selection.main.head);
  if (!card) notify(studio, 'info', 'Nothing that this kit defines stands at the cursor');
  return card;
}

export function goToPlace(studio: Studio, place: Pick<Place, 'path' | 'from' | 'to'>): Promise<void> {
  return openFile(studio, place.path, { span: { from: place.from, to: place.to }, focus: true });
}

/** Goes to where the symbol at a place is defined, or to where the link there leads. From the definition itself it shows the uses. */
export async function goToDefinition(studio: Studio, path: string, offset: number): Promise<void> {
  const state = studio.buffers.state(path);
  const link = state && linkAt(path, state, offset);
  const card = await symbolAt(studio, path, offset);
  const definition = card?.definition;
  if (definition && !(definition.path === path && definition.from <= offset && offset <= definition.to))
    await goToPlace(studio, definition);
  else if (link) await followLink(studio, path, link);
  else if (card) showUses(studio, card.key);
  else notify(studio, 'info', 'Nothing that this kit defines stands at the cursor');
}

export async function goToDefinitionHere(studio: Studio): Promise<void> {
  const path = studio.store.getState().tabs.active;
  const state = path === null ? null : studio.buffers.state(path);
  if (path !== null && state) await goToDefinition(studio, path, state.selection.main.head);
}

export async function findUsesHere(studio: Studio): Promise<void> {
  const card = await symbolHere(studio);
  if (card) showUses(studio, card.key);
}

/** Lists the places of a symbol in the navigator and goes there; null lists all symbols. */
export function showUses(studio: Studio, key: string | null): void {
  studio.store.setState({ usesOf: key === null ? null : { key, focus: true } });
  update(studio.store, 'layout', (layout) => ({ ...layout, navigator: 'symbols' }));
}

export async function renameHere(studio: Studio): Promise<void> {
  const { kit } = studio.store.getState();
  if (kit?.readOnly) {
    notify(studio, 'info', `${kit.name} is read-only. Copy it into a packet of your own to rename in it.`);
    return;
  }
  const card = await symbolHere(studio);
  if (card) studio.store.setState({ overlay: { kind: 'rename', card } });
}
