import { describe, expect, it, vi } from 'vitest';
import { tabOf } from '../state/tabs-slice';
import { keepMine, takeTheirs } from './conflicts';
import { closeFile, openFile, requestClose } from './files';
import { closeKit, openRecent } from './kits';
import { saveFile } from './saving';
import { RFC_TEXT, testStudio, typeAtEnd } from './studio.test-support';

const RFC = 'RFC-007-streams.md';
const PLAN = 'notes/plan.md';

async function opened(files?: Readonly<Record<string, string>>) {
  const made = testStudio(files);
  await openRecent(made.studio, 'kit');
  const tab = (path: string) => tabOf(made.studio.store.getState().tabs, path);
  return { ...made, tab };
}

describe('opening', () => {
  it('shows the RFC first and lists all files', async () => {
    const { studio, tab } = await opened();
    expect(studio.store.getState().tabs.active).toBe(RFC);
    expect(tab(RFC)).toMatchObject({ state: 'ready', dirty: false });
    expect([...(studio.store.getState().kit?.files.keys() ?? [])]).toEqual([RFC, PLAN]);
  });

  it('says why a file cannot be shown', async () => {
    const { studio, tab } = await opened();
    await openFile(studio, 'gone.md');
    expect(tab('gone.md')).toMatchObject({ state: 'failed', error: { code: 'not-found' } });
  });

  it('goes to a line and selects a span', async () => {
    const { studio } = await opened();
    await openFile(studio, PLAN, { line: 3 });
    expect(studio.store.getState().cursor).toMatchObject({ path: PLAN, line: 3, column: 1 });
    await openFile(studio, PLAN, { span: { from: 2, to: 6 } });
    expect(studio.buffers.state(PLAN)?.selection.main).toMatchObject({ from: 2, to: 6 });
  });

  it('gives a file beyond five million characters plain editing', async () => {
    const { tab } = await opened({ 'RFC-001-long.md': `# Long\n${'word '.repeat(1_100_000)}` });
    expect(tab('RFC-001-long.md')).toMatchObject({ state: 'ready', plain: true });
  });
});

describe('saving', () => {
  it('writes the text and is clean again', async () => {
    const { studio, kit, tab } = await opened();
    typeAtEnd(studio, RFC, 'More.\n');
    expect(tab(RFC)?.dirty).toBe(true);
    expect(await saveFile(studio, RFC)).toBe(true);
    expect(kit.files.get(RFC)).toBe(`${RFC_TEXT}More.\n`);
    expect(tab(RFC)).toMatchObject({ dirty: false, saving: false });
  });

  it('stays unsaved when typing went on during the save', async () => {
    const { studio, kit, tab } = await opened();
    typeAtEnd(studio, RFC, 'a');
    const stop = studio.store.subscribe(() => {
      if (!tab(RFC)?.saving) return;
      stop();
      typeAtEnd(studio, RFC, 'b');
    });
    const saving = saveFile(studio, RFC);
    await saving;
    expect(kit.files.get(RFC)).toBe(`${RFC_TEXT}a`);
    expect(tab(RFC)?.dirty).toBe(true);
    await saveFile(studio, RFC);
    expect(kit.files.get(RFC)).toBe(`${RFC_TEXT}ab`);
  });

  it('is clean after undoing to what is on disk', async () => {
    const { studio, tab } = await opened();
    typeAtEnd(studio, RFC, 'x');
    studio.buffers.dispatch(RFC, { changes: { from: RFC_TEXT.length, to: RFC_TEXT.length + 1 } });
    expect(tab(RFC)?.dirty).toBe(false);
  });

  it('shows a refusal and keeps the text', async () => {
    const { studio, host, tab } = await opened();
    typeAtEnd(studio, RFC, 'kept');
    host.failNext.set('artifact.save', 'no-space');
    expect(await saveFile(studio, RFC)).toBe(false);
    expect(tab(RFC)).toMatchObject({ dirty: true, saveError: { code: 'no-space' } });
    expect(studio.buffers.text(RFC)).toContain('kept');
  });

  it('never overwrites a file that changed on disk, and offers both sides', async () => {
    const { studio, kit, tab } = await opened();
    typeAtEnd(studio, RFC, 'mine');
    kit.files.set(RFC, 'theirs');
    expect(await saveFile(studio, RFC)).toBe(false);
    expect(tab(RFC)?.conflict).toMatchObject({ kind: 'changed', theirs: 'theirs' });
    expect(kit.files.get(RFC)).toBe('theirs');
    expect(await saveFile(studio, RFC)).toBe(false);
    expect(kit.files.get(RFC)).toBe('theirs');
  });

  it('keeps mine over theirs when told to', async () => {
    const { studio, kit, tab } = await opened();
    typeAtEnd(studio, RFC, 'mine');
    kit.files.set(RFC, 'theirs');
    await saveFile(studio, RFC);
    expect(await keepMine(studio, RFC)).toBe(true);
    expect(kit.files.get(RFC)).toBe(`${RFC_TEXT}mine`);
    expect(tab(RFC)).toMatchObject({ dirty: false, conflict: null });
  });

  it('takes theirs as one change of the buffer', async () => {
    const { studio, kit, tab } = await opened();
    typeAtEnd(studio, RFC, 'mine');
    kit.files.set(RFC, `${RFC_TEXT}theirs`);
    await saveFile(studio, RFC);
    const version = studio.buffers.version(RFC);
    await takeTheirs(studio, RFC);
    expect(studio.buffers.text(RFC)).toBe(`${RFC_TEXT}theirs`);
    expect(studio.buffers.version(RFC)).toBe(version + 1);
    expect(tab(RFC)).toMatchObject({ dirty: false, conflict: null });
  });
});

describe('changes made by other programs', () => {
  it('reloads a clean buffer and keeps the cursor with its words', async () => {
    const { studio, host, tab } = await opened();
    studio.buffers.dispatch(RFC, { selection: { anchor: RFC_TEXT.indexOf('We propose') } });
    await host.touch('kit', RFC, RFC_TEXT.replace('status: draft', 'status: in-review'));
    await vi.waitFor(() => expect(studio.buffers.text(RFC)).toContain('in-review'));
    const head = studio.buffers.state(RFC)?.selection.main.head ?? 0;
    expect(studio.buffers.text(RFC)?.slice(head)).toMatch(/^We propose/);
    expect(tab(RFC)).toMatchObject({ dirty: false, conflict: null });
  });

  it('shows both sides of a buffer with unsaved text', async () => {
    const { studio, host, tab } = await opened();
    typeAtEnd(studio, RFC, 'mine');
    await host.touch('kit', RFC, 'theirs');
    await vi.waitFor(() => expect(tab(RFC)?.conflict).toMatchObject({ kind: 'changed', theirs: 'theirs' }));
    expect(studio.buffers.text(RFC)).toContain('mine');
  });

  it('keeps the text of a removed file and writes it again when told to', async () => {
    const { studio, host, kit, tab } = await opened();
    await host.touch('kit', RFC, null);
    await vi.waitFor(() => expect(tab(RFC)?.conflict).toMatchObject({ kind: 'removed' }));
    expect(studio.buffers.text(RFC)).toBe(RFC_TEXT);
    expect(await keepMine(studio, RFC)).toBe(true);
    expect(kit.files.get(RFC)).toBe(RFC_TEXT);
    expect(tab(RFC)).toMatchObject({ conflict: null, dirty: false });
  });

  it('lists new files and drops removed ones', async () => {
    const { studio, host } = await opened();
    await host.touch('kit', 'adr-001-new.md', '# New\n');
    await vi.waitFor(() => expect(studio.store.getState().kit?.files.has('adr-001-new.md')).toBe(true));
    await vi.waitFor(() =>
      expect(studio.store.getState().checks.reports.get('adr-001-new.md')?.kind).toBe('adr'),
    );
    await host.touch('kit', 'adr-001-new.md', null);
    await vi.waitFor(() => expect(studio.store.getState().checks.reports.has('adr-001-new.md')).toBe(false));
  });
});

describe('unsaved text', () => {
  it('is journalled, and comes back with a notice after closing', async () => {
    const { studio, host, tab } = await opened();
    typeAtEnd(studio, RFC, 'unsaved words');
    await vi.waitFor(() =>
      expect([...host.journal.values()].map((entry) => entry.text)).toEqual([`${RFC_TEXT}unsaved words`]),
    );
    await closeKit(studio);
    await openRecent(studio, 'kit');
    expect(studio.buffers.text(RFC)).toContain('unsaved words');
    expect(tab(RFC)).toMatchObject({ dirty: true, recoveredAt: expect.any(String), conflict: null });
  });

  it('comes back as a conflict when the file changed meanwhile', async () => {
    const { studio, kit, tab } = await opened();
    typeAtEnd(studio, RFC, 'unsaved words');
    await closeKit(studio);
    kit.files.set(RFC, 'other');
    await openRecent(studio, 'kit');
    expect(studio.buffers.text(RFC)).toContain('unsaved words');
    expect(tab(RFC)?.conflict).toMatchObject({ kind: 'changed', theirs: 'other' });
  });

  it('leaves the journal after a save and after undoing', async () => {
    const { studio, host } = await opened();
    typeAtEnd(studio, RFC, 'x');
    await vi.waitFor(() => expect(host.journal.size).toBe(1));
    await saveFile(studio, RFC);
    expect(host.journal.size).toBe(0);
    typeAtEnd(studio, RFC, 'y');
    await vi.waitFor(() => expect(host.journal.size).toBe(1));
    const length = studio.buffers.doc(RFC)?.length ?? 0;
    studio.buffers.dispatch(RFC, { changes: { from: length - 1, to: length } });
    await vi.waitFor(() => expect(host.journal.size).toBe(0));
  });

  it('is written before the window closes', async () => {
    const { studio, host } = await opened();
    typeAtEnd(studio, RFC, 'last words');
    host.emit('window.closing', {});
    await vi.waitFor(() => expect(host.readyToClose).toBe(1));
    expect([...host.journal.values()][0]?.text).toContain('last words');
    expect(host.unsavedReports.at(-1)).toBe(1);
  });

  it('asks before a tab with it closes, and forgets it when given up', async () => {
    const { studio, host, tab } = await opened();
    typeAtEnd(studio, RFC, 'x');
    requestClose(studio, RFC);
    expect(studio.store.getState().overlay).toEqual({ kind: 'close-unsaved', path: RFC });
    expect(tab(RFC)).not.toBeNull();
    await vi.waitFor(() => expect(host.journal.size).toBe(1));
    closeFile(studio, RFC);
    expect(tab(RFC)).toBeNull();
    await vi.waitFor(() => expect(host.journal.size).toBe(0));
  });
});

describe('sessions', () => {
  it('restores tabs, the active one and cursors', async () => {
    const { studio } = await opened();
    await openFile(studio, PLAN, { line: 3 });
    await openFile(studio, RFC);
    await openFile(studio, PLAN);
    await closeKit(studio);
    await openRecent(studio, 'kit');
    const { tabs, cursor } = studio.store.getState();
    expect(tabs.order.map((tab) => tab.path)).toEqual([RFC, PLAN]);
    expect(tabs.active).toBe(PLAN);
    expect(cursor).toMatchObject({ path: PLAN, line: 3 });
  });
});
