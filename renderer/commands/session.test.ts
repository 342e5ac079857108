import { codeFolding } from '@codemirror/language';
import { EditorSelection, EditorState } from '@codemirror/state';
import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../shared/settings/defaults';
import { folds } from '../editor/folds';
import { MemoryHost } from '../host/memory-host';
import { MemoryKit } from '../host/memory-kit';
import { openedBeside } from '../state/editor-panes';
import { update } from '../state/studio-state';
import { createStudio } from './create-studio';
import { closeFile, openFile } from './files';
import { closeKit, openRecent } from './kits';
import { reopenClosed } from './reopen';
import { runCommand } from './run-command';
import { sessionOf, writeSession } from './session';
import type { Studio } from './studio';
import { localChecker, localSearcher, localSpeller, typeAtEnd } from './studio.test-support';

const RFC = 'RFC-007-streams.md';
const PLAN = 'notes/plan.md';
const FILES = {
  [RFC]: '# RFC-007\n\nOne.\n\nTwo.\n',
  [PLAN]: '# Plan\n\nWords.\n',
  'notes/later.md': '# Later\n',
};

function newHost(kit: MemoryKit): MemoryHost {
  return new MemoryHost({
    kits: [kit],
    example: new MemoryKit('example', 'Example', {}),
    settings: DEFAULT_SETTINGS,
  });
}

/** A start of the studio on the same machine. */
function start(host: MemoryHost): Studio {
  const studio: Studio = createStudio({
    host,
    connectChecker: localChecker,
    connectSearcher: localSearcher,
    connectSpeller: localSpeller,
    loadExtensions: async () => {
      studio.folds = folds;
      return () => [EditorState.allowMultipleSelections.of(true), codeFolding()];
    },
  });
  return studio;
}

async function used() {
  const kit = new MemoryKit('kit', 'My packet', FILES);
  const host = newHost(kit);
  const studio = start(host);
  await openRecent(studio, 'kit');
  await openFile(studio, RFC);
  await openFile(studio, PLAN);
  studio.buffers.dispatch(RFC, {
    selection: EditorSelection.create([EditorSelection.range(2, 5), EditorSelection.cursor(18)], 1),
    effects: folds.effects([{ from: 9, to: 16 }]),
  });
  studio.previewPlaces.set(RFC, 11);
  return { kit, host, studio };
}

const paths = (studio: Studio) => studio.store.getState().tabs.order.map((tab) => tab.path);
const selectionOf = (studio: Studio) =>
  studio.buffers.state(RFC)?.selection.ranges.map(({ anchor, head }) => [anchor, head]);
const foldsOf = (studio: Studio) => {
  const state = studio.buffers.state(RFC);
  return state ? folds.of(state) : null;
};

describe('a session', () => {
  it('comes back with tabs in order, selections, folds and the place of the preview', async () => {
    const { host, studio } = await used();
    await runCommand(studio, 'view.files');
    await writeSession(studio);
    const again = start(host);
    await openRecent(again, 'kit');
    expect(paths(again)).toEqual(paths(studio));
    expect(again.store.getState().tabs.active).toBe(PLAN);
    expect(selectionOf(again)).toEqual([
      [2, 5],
      [18, 18],
    ]);
    expect(again.buffers.state(RFC)?.selection.mainIndex).toBe(1);
    expect(foldsOf(again)).toEqual([{ from: 9, to: 16 }]);
    expect(again.previewPlaces.get(RFC)).toBe(11);
    expect(again.store.getState().layout.navigator).toBe('files');
    expect(again.store.getState().recentCommands).toEqual(['view.files']);
    expect(again.store.getState().tabs.recent).toEqual([PLAN, RFC]);
  });

  it('comes back with a place of its own in each pane of a file that both show', async () => {
    const { host, studio } = await used();
    update(studio.store, 'tabs', (tabs) => openedBeside(tabs, RFC));
    const selection = EditorSelection.single(4);
    studio.buffers.places(RFC)?.put([
      ['side', { selection: EditorSelection.single(2), folds: [], scroll: 0 }],
      ['main', { selection, folds: [{ from: 9, to: 13 }], scroll: 9 }],
    ]);
    await writeSession(studio);
    expect(sessionOf(studio).tabs.find(({ path }) => path === RFC)?.beside).toEqual({
      pane: 'main',
      scroll: 9,
      ranges: [{ anchor: 4, head: 4 }],
      main: 0,
      folds: [{ from: 9, to: 13 }],
    });
    const again = start(host);
    await openRecent(again, 'kit');
    expect(selectionOf(again)?.at(-1)).toEqual([18, 18]);
    const other = again.buffers.places(RFC)?.other(null);
    expect([other?.pane, other?.place.selection?.main.head, other?.place.folds]).toEqual([
      'main',
      4,
      [{ from: 9, to: 13 }],
    ]);
  });

  it('of a file that changed meanwhile keeps the cursor within the text and nothing that would be wrong', async () => {
    const { kit, host, studio } = await used();
    await writeSession(studio);
    kit.files.set(RFC, '# RFC\n');
    const again = start(host);
    await openRecent(again, 'kit');
    expect(selectionOf(again)).toEqual([[6, 6]]);
    expect(foldsOf(again)).toEqual([]);
    expect(again.previewPlaces.has(RFC)).toBe(false);
  });

  it('goes on without files that are gone, in a file that is there', async () => {
    const { kit, host, studio } = await used();
    await writeSession(studio);
    kit.files.delete(PLAN);
    const again = start(host);
    await openRecent(again, 'kit');
    expect(paths(again)).toEqual([RFC]);
    expect(again.store.getState().tabs.active).toBe(RFC);
    expect(again.buffers.has(RFC)).toBe(true);
  });

  it('brings back text that was never saved, even of a file that is gone', async () => {
    const { kit, host, studio } = await used();
    typeAtEnd(studio, PLAN, 'Unsaved.\n');
    await closeKit(studio);
    kit.files.delete(PLAN);
    const again = start(host);
    await openRecent(again, 'kit');
    await vi.waitFor(() => expect(again.buffers.text(PLAN)).toBe('# Plan\n\nWords.\nUnsaved.\n'));
    expect(again.store.getState().tabs.order.find((tab) => tab.path === PLAN)?.conflict?.kind).toBe(
      'removed',
    );
  });

  it('written while tabs are still opening does not lose them', async () => {
    const { host, studio } = await used();
    await writeSession(studio);
    const remembered = host.sessions.get('kit');
    const again = start(host);
    const seen: unknown[] = [];
    const stop = again.store.subscribe((now) => {
      if (now.kit && now.tabs.order.some((tab) => tab.state === 'loading')) seen.push(sessionOf(again).tabs);
    });
    await openRecent(again, 'kit');
    stop();
    expect(seen.length).toBeGreaterThan(0);
    for (const tabs of seen.slice(-1)) expect(tabs).toEqual(remembered?.tabs);
  });
});

describe('closed tabs', () => {
  it('come back one by one, the last first, where they were', async () => {
    const { studio } = await used();
    await openFile(studio, 'notes/later.md');
    closeFile(studio, RFC);
    closeFile(studio, PLAN);
    await reopenClosed(studio);
    expect(studio.store.getState().tabs.active).toBe(PLAN);
    await reopenClosed(studio);
    expect(studio.store.getState().tabs.active).toBe(RFC);
    expect(studio.buffers.state(RFC)?.selection.main.head).toBe(18);
    await reopenClosed(studio);
    expect(studio.store.getState().notices.list.at(-1)?.text).toContain('No tab was closed');
  });

  it('that are open again, or gone, are passed over', async () => {
    const { studio } = await used();
    closeFile(studio, PLAN);
    closeFile(studio, RFC);
    await openFile(studio, RFC);
    await reopenClosed(studio);
    expect(studio.store.getState().tabs.active).toBe(PLAN);
  });
});
