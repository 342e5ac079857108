import type { Span } from '../../shared/text/span';
import { FULL_SERVICE_LENGTH } from '../state/kit-slice';
import { withSide } from '../state/layout-slice';
import { update } from '../state/studio-state';
import { activated, changedTab, type PaneId, tabOf, withoutTab, withTab } from '../state/tabs-slice';
import { rememberClosed } from './closed-tabs';
import type { Studio } from './studio';

export interface OpenOptions {
  /** Selected and brought into sight. */
  readonly span?: Span;
  /** Line from 1 to go to, when only a line is known. */
  readonly line?: number;
  /** Puts the cursor into the text. */
  readonly focus?: boolean;
  /** False restores a tab without showing it. */
  readonly activate?: boolean;
  readonly cursor?: number;
  readonly scroll?: number;
}

/** Unsaved text of an earlier run. */
export interface Recovered {
  readonly text: string;
  readonly baseHash: string | null;
  readonly savedAt: string;
}

/** Opens a file of the kit in a tab, or shows the tab it has, and goes to a place in it. */
export async function openFile(studio: Studio, path: string, options: OpenOptions = {}): Promise<void> {
  const { store, buffers } = studio;
  if (!store.getState().kit) return;
  update(store, 'tabs', (tabs) => {
    const open = withTab(tabs, path);
    return options.activate === false ? open : activated(open, path);
  });
  // Whoever goes to a place in a text wants to see it.
  if (options.focus || options.span) {
    update(store, 'layout', (layout) => withSide(layout, 'editor', true));
    store.setState({ screen: null });
  }
  if (!buffers.has(path)) await load(studio, path, options, null);
  goTo(studio, path, options);
}

/** Opens a file with the unsaved text that was kept of it. */
export async function recoverFile(
  studio: Studio,
  path: string,
  recovered: Recovered,
  options: OpenOptions,
): Promise<void> {
  update(studio.store, 'tabs', (tabs) => withTab(tabs, path));
  await load(studio, path, options, recovered);
}

async function load(
  studio: Studio,
  path: string,
  options: OpenOptions,
  recovered: Recovered | null,
): Promise<void> {
  const { store, buffers, host } = studio;
  const kit = store.getState().kit;
  if (!kit) return;
  const file = kit.files.get(path);
  if (file && file.state !== 'text') {
    const message = file.reason ?? 'This file cannot be shown as text';
    const code = file.state === 'too-large' ? 'too-large' : 'io';
    update(store, 'tabs', (tabs) =>
      changedTab(tabs, path, { state: 'failed', error: { code, message, file: path } }),
    );
    return;
  }
  const [answer] = await Promise.all([
    host.call('artifact.read', { kitId: kit.kitId, path }),
    studio.loadEditor(),
  ]);
  const now = store.getState();
  if (now.kit?.kitId !== kit.kitId || !tabOf(now.tabs, path) || buffers.has(path)) return;
  if (!answer.ok && !recovered) {
    update(store, 'tabs', (tabs) => changedTab(tabs, path, { state: 'failed', error: answer.error }));
    return;
  }
  const disk = answer.ok ? answer.value : null;
  const text = disk?.text ?? '';
  const readOnly = kit.readOnly || (disk?.readOnly ?? false);
  const plain = Math.max(text.length, recovered?.text.length ?? 0) > FULL_SERVICE_LENGTH;
  buffers.open(path, text, { readOnly, plain, cursor: options.cursor ?? 0, scroll: options.scroll ?? 0 });
  update(store, 'tabs', (tabs) =>
    changedTab(tabs, path, { state: 'ready', error: null, readOnly, plain, baseHash: disk?.hash ?? null }),
  );
  if (recovered) await restore(studio, path, recovered, disk);
}

async function restore(
  studio: Studio,
  path: string,
  recovered: Recovered,
  disk: { text: string; hash: string } | null,
): Promise<void> {
  const { store, buffers, journal, host } = studio;
  journal.adopt(path);
  buffers.replace(path, recovered.text);
  if (disk && recovered.text === disk.text) {
    void journal.drop(path);
    return;
  }
  const { baseHash } = recovered;
  const conflict =
    disk === null
      ? ({ kind: 'removed', hadHash: baseHash } as const)
      : baseHash !== null && baseHash !== disk.hash
        ? ({ kind: 'changed', base: null, theirs: disk.text, theirHash: disk.hash } as const)
        : null;
  update(store, 'tabs', (tabs) =>
    changedTab(tabs, path, { dirty: true, recoveredAt: recovered.savedAt, conflict }),
  );
  const kitId = store.getState().kit?.kitId;
  if (conflict?.kind !== 'changed' || baseHash === null || kitId === undefined) return;
  // The text both come from may be one that was saved here.
  const known = await host.call('history.read', { kitId, path, hash: baseHash });
  if (!known.ok || tabOf(store.getState().tabs, path)?.conflict !== conflict) return;
  update(store, 'tabs', (tabs) =>
    changedTab(tabs, path, { conflict: { ...conflict, base: known.value.text } }),
  );
}

function goTo(studio: Studio, path: string, { span, line, focus = false }: OpenOptions): void {
  const doc = studio.buffers.doc(path);
  if (!doc) return;
  if (span) studio.buffers.reveal(path, span, focus);
  else if (line !== undefined) {
    const { from } = doc.line(Math.max(1, Math.min(line, doc.lines)));
    studio.buffers.reveal(path, { from, to: from }, focus);
  } else if (focus) studio.buffers.enter(path);
}

/** Closes a tab at once when nothing would be lost; else asks first. A file shown in two panes only leaves the one that is named. */
export function requestClose(studio: Studio, path: string, pane: PaneId | null = null): void {
  const tab = tabOf(studio.store.getState().tabs, path);
  if (tab?.pane === 'both' && pane !== null)
    update(studio.store, 'tabs', (tabs) => withoutTab(tabs, path, pane));
  else if (tab?.dirty) studio.store.setState({ overlay: { kind: 'close-unsaved', path } });
  else closeFile(studio, path);
}

/** What is given up without being saved stays in the history. */
function keepDiscarded({ store, buffers, host }: Studio, path: string): void {
  const { kit, tabs } = store.getState();
  const text = buffers.text(path);
  if (!kit || kit.readOnly || text === null || text === '' || !tabOf(tabs, path)?.dirty) return;
  void host.call('history.discarded', { kitId: kit.kitId, path, text });
}

/** Closes a tab; unsaved text in it is given up. */
export function closeFile(studio: Studio, path: string): void {
  rememberClosed(studio, path);
  keepDiscarded(studio, path);
  void studio.journal.drop(path);
  studio.buffers.close(path);
  update(studio.store, 'tabs', (tabs) => withoutTab(tabs, path));
}
