import { describe, expect, it, vi } from 'vitest';
import { mergedText } from '../../shared/merge/merge';
import { DEFAULT_SETTINGS } from '../../shared/settings/defaults';
import { update } from '../state/studio-state';
import { tabOf } from '../state/tabs-slice';
import { applyMerge, keepMine, lookAgain, mergeByItself, openMerge, saveCopy, takeTheirs } from './conflicts';
import { closeFile } from './files';
import { versionsOf } from './history';
import { openRecent } from './kits';
import { saveFile } from './saving';
import { testStudio, typeAtEnd } from './studio.test-support';

const PATH = 'RFC-007-plan.md';
const TEXT = '# RFC-007: Plan\n\n## One\n\nFirst words.\n\n## Two\n\nSecond words.\n';
const THEIRS = TEXT.replace('First words.', 'First words, and theirs.');

async function opened(dirty: boolean) {
  const made = testStudio({ [PATH]: TEXT, 'notes.md': '# Notes\n' });
  await openRecent(made.studio, 'kit');
  const { studio } = made;
  if (dirty) typeAtEnd(studio, PATH, '\nMine.\n');
  const tab = (path = PATH) => tabOf(studio.store.getState().tabs, path);
  const text = (path = PATH) => studio.buffers.text(path);
  const conflict = (kind: string | undefined) => vi.waitFor(() => expect(tab()?.conflict?.kind).toBe(kind));
  const version = () => studio.buffers.version(PATH);
  return { ...made, tab, text, conflict, version };
}

const MINE = `${TEXT}\nMine.\n`;

describe('F2: a file that others change while it is clean', () => {
  it('is reloaded at its place, as one step', async () => {
    const { studio, host, text, tab, version } = await opened(false);
    const before = version();
    const at = TEXT.indexOf('Second');
    studio.buffers.dispatch(PATH, { selection: { anchor: at } });
    await host.touch('kit', PATH, THEIRS.replace('Two', 'Two and more'));
    await vi.waitFor(() => expect(text()).toContain('theirs'));
    const head = studio.buffers.state(PATH)?.selection.main.head ?? 0;
    expect(text()?.slice(head)).toMatch(/^Second/);
    expect(tab()).toMatchObject({ dirty: false, conflict: null });
    expect(version()).toBe(before + 1);
  });

  it('keeps its text when it is deleted, and takes over what comes back', async () => {
    const { host, text, tab, conflict } = await opened(false);
    await host.touch('kit', PATH, null);
    await conflict('removed');
    expect([text(), tab()?.dirty]).toEqual([TEXT, true]);
    await host.touch('kit', PATH, THEIRS);
    await conflict(undefined);
    expect(text()).toBe(THEIRS);
    expect(tab()?.dirty).toBe(false);
  });

  it('is followed to its new name', async () => {
    const { host, kit, studio, text, tab } = await opened(false);
    await rename(host, kit, 'RFC-008-plan.md');
    await vi.waitFor(() => expect(tab('RFC-008-plan.md')).not.toBeNull());
    expect([tab(), text('RFC-008-plan.md')]).toEqual([null, TEXT]);
    expect(tab('RFC-008-plan.md')).toMatchObject({ dirty: false, conflict: null });
    expect(studio.store.getState().tabs.active).toBe('RFC-008-plan.md');
  });

  it('keeps its text when a folder takes its name', async () => {
    const { host, kit, text, tab, conflict } = await opened(false);
    kit.folders.add(PATH);
    await host.touch('kit', PATH, null);
    await conflict('unreadable');
    expect(tab()?.conflict).toMatchObject({ message: expect.stringContaining('folder') });
    expect(text()).toBe(TEXT);
  });

  it('keeps its text when it cannot be read, and goes on when it can again', async () => {
    const { host, kit, studio, text, conflict, tab } = await opened(false);
    kit.files.delete(PATH);
    kit.odd.push({ path: PATH, size: 1, state: 'not-utf8', readOnly: false, reason: 'It is not UTF-8.' });
    host.emit('kit.changed', { kitId: 'kit', changes: [{ path: PATH, change: 'changed' }], lost: false });
    await conflict('unreadable');
    expect(tab()?.conflict).toMatchObject({ message: 'It is not UTF-8.' });
    expect(text()).toBe(TEXT);
    await lookAgain(studio, PATH);
    expect(studio.store.getState().notices.list.at(-1)?.text).toContain('Still the same');
    kit.odd.length = 0;
    kit.files.set(PATH, THEIRS);
    await lookAgain(studio, PATH);
    expect(text()).toBe(THEIRS);
    expect(tab()).toMatchObject({ conflict: null, dirty: false });
  });

  it('is read when events were lost, also when it is gone', async () => {
    const { host, kit, text, conflict } = await opened(false);
    kit.files.set(PATH, THEIRS);
    host.emit('kit.changed', { kitId: 'kit', changes: [], lost: true });
    await vi.waitFor(() => expect(text()).toBe(THEIRS));
    kit.files.delete(PATH);
    host.emit('kit.changed', { kitId: 'kit', changes: [], lost: true });
    await conflict('removed');
    expect(text()).toBe(THEIRS);
  });
});

describe('F2: a file that others change while it has unsaved text', () => {
  it('merges with one click, in one step, where no line was changed on both sides', async () => {
    const { studio, host, kit, text, tab, conflict, version } = await opened(true);
    const before = version();
    await host.touch('kit', PATH, THEIRS);
    await conflict('changed');
    expect(tab()?.conflict).toMatchObject({ base: TEXT, theirs: THEIRS });
    mergeByItself(studio, PATH);
    expect(text()).toBe(`${THEIRS}\nMine.\n`);
    expect(tab()).toMatchObject({ conflict: null, dirty: true });
    const notice = studio.store.getState().notices.list.at(-1);
    expect(notice?.text).toContain('1 change from disk and 1 of yours');
    expect(version()).toBe(before + 1);
    expect(await saveFile(studio, PATH)).toBe(true);
    expect(kit.files.get(PATH)).toBe(`${THEIRS}\nMine.\n`);
  });

  it('asks where both changed a line, and saves only what was decided', async () => {
    const { studio, host, kit, text, tab, conflict } = await opened(false);
    const mine = TEXT.replace('First words.', 'First words, and mine.');
    studio.buffers.replace(PATH, mine);
    await host.touch('kit', PATH, THEIRS);
    await conflict('changed');
    expect(await saveFile(studio, PATH)).toBe(false);
    mergeByItself(studio, PATH);
    expect([text(), studio.store.getState().overlay]).toEqual([mine, { kind: 'merge', path: PATH }]);
    const open = openMerge(studio, PATH);
    expect(open?.merge.conflicts).toHaveLength(1);
    if (open) expect(applyMerge(studio, PATH, open, mergedText(open.merge, ['both']))).toBe(true);
    expect(text()).toContain('First words, and mine.\nFirst words, and theirs.');
    expect(tab()).toMatchObject({ conflict: null, dirty: true });
    expect(await saveFile(studio, PATH)).toBe(true);
    expect(kit.files.get(PATH)).toBe(text());
  });

  it('merges again from what was merged when the file changed once more meanwhile', async () => {
    const { studio, host, text, tab, conflict } = await opened(true);
    await host.touch('kit', PATH, THEIRS);
    await conflict('changed');
    const open = openMerge(studio, PATH);
    const later = THEIRS.replace('## Two', '## Two, later');
    await host.touch('kit', PATH, later);
    await vi.waitFor(() => expect(tab()?.conflict).toMatchObject({ theirs: later, base: TEXT }));
    if (open) applyMerge(studio, PATH, open, mergedText(open.merge));
    expect(tab()?.conflict).toMatchObject({ base: THEIRS, theirs: later });
    mergeByItself(studio, PATH);
    expect(text()).toBe(`${later}\nMine.\n`);
    expect(tab()?.conflict).toBeNull();
  });

  it('is no conflict any more when the disk is as it was, or as the text is', async () => {
    const { host, text, tab, conflict } = await opened(true);
    await host.touch('kit', PATH, THEIRS);
    await conflict('changed');
    await host.touch('kit', PATH, TEXT);
    await conflict(undefined);
    expect([text(), tab()?.dirty]).toEqual([MINE, true]);
    await host.touch('kit', PATH, THEIRS);
    await conflict('changed');
    await host.touch('kit', PATH, MINE);
    await conflict(undefined);
    expect(tab()?.dirty).toBe(false);
  });

  it('keeps its text when it is deleted, in the history too, and writes it again when told to', async () => {
    const { studio, host, kit, conflict, tab } = await opened(true);
    await host.touch('kit', PATH, null);
    await conflict('removed');
    await vi.waitFor(async () =>
      expect((await versionsOf(studio, PATH))?.map(({ origin }) => origin)).toEqual(['discarded']),
    );
    expect(await keepMine(studio, PATH)).toBe(true);
    expect(kit.files.get(PATH)).toBe(MINE);
    expect(tab()).toMatchObject({ dirty: false, conflict: null });
  });

  it('is followed to its new name with its unsaved text', async () => {
    const { host, kit, studio, tab, text } = await opened(true);
    await rename(host, kit, 'later/RFC-007-plan.md');
    await vi.waitFor(() => expect(tab('later/RFC-007-plan.md')).not.toBeNull());
    expect(text('later/RFC-007-plan.md')).toBe(MINE);
    await vi.waitFor(() =>
      expect(tab('later/RFC-007-plan.md')).toMatchObject({ dirty: true, conflict: null }),
    );
    expect(await saveFile(studio, 'later/RFC-007-plan.md')).toBe(true);
    expect(kit.files.get('later/RFC-007-plan.md')).toBe(MINE);
  });

  it('is followed also when its new name is seen later, and not where two files could be meant', async () => {
    const { host, kit, tab, conflict } = await opened(true);
    await host.touch('kit', PATH, null);
    await conflict('removed');
    kit.files.set('a.md', TEXT);
    kit.files.set('b.md', TEXT);
    const hash = await kit.hash('a.md');
    const added = (path: string) => ({ path, change: 'added' as const, hash });
    host.emit('kit.changed', { kitId: 'kit', changes: [added('a.md'), added('b.md')], lost: false });
    await vi.waitFor(() => expect(tab()?.conflict?.kind).toBe('removed'));
    kit.files.delete('b.md');
    host.emit('kit.changed', { kitId: 'kit', changes: [added('a.md')], lost: false });
    await vi.waitFor(() => expect(tab('a.md')).toMatchObject({ dirty: true, conflict: null }));
  });

  it('saves a copy when a folder took its name', async () => {
    const { studio, host, kit, conflict, tab } = await opened(true);
    kit.folders.add(PATH);
    await host.touch('kit', PATH, null);
    await conflict('unreadable');
    await saveCopy(studio, PATH);
    expect(kit.files.get('RFC-007-plan-copy.md')).toBe(MINE);
    expect([tab(), tab('RFC-007-plan-copy.md')?.dirty]).toEqual([null, false]);
  });

  it('gives the unsaved text up only to the history', async () => {
    const { studio, host, conflict } = await opened(true);
    await host.touch('kit', PATH, THEIRS);
    await conflict('changed');
    await takeTheirs(studio, PATH);
    typeAtEnd(studio, PATH, 'More.');
    const more = studio.buffers.text(PATH);
    closeFile(studio, PATH);
    await vi.waitFor(async () => expect(await versionsOf(studio, PATH)).toHaveLength(2));
    const kept = (await versionsOf(studio, PATH)) ?? [];
    const texts = await Promise.all(
      kept.map(({ hash }) => host.call('history.read', { kitId: 'kit', path: PATH, hash })),
    );
    expect(texts.map((answer) => answer.ok && answer.value.text)).toEqual([more, MINE]);
  });
});

it('F3: nothing is saved by itself while a conflict or an error stands', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 200 });
  try {
    const { studio, host, kit, tab, conflict } = await opened(true);
    update(studio.store, 'app', (app) => ({ ...app, settings: { ...DEFAULT_SETTINGS, autosave: true } }));
    await host.touch('kit', PATH, THEIRS);
    await conflict('changed');
    typeAtEnd(studio, PATH, 'More.');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(host.calls.some(({ channel }) => channel === 'artifact.save')).toBe(false);
    mergeByItself(studio, PATH);
    await vi.waitFor(() => expect(kit.files.get(PATH)).toBe(`${THEIRS}\nMine.\nMore.`));
    await vi.waitFor(() => expect(tab()).toMatchObject({ dirty: false, saving: false }));
    host.failNext.set('artifact.save', 'no-space');
    typeAtEnd(studio, PATH, '!');
    await vi.waitFor(() => expect(tab()?.saveError?.code).toBe('no-space'));
    const saves = () => host.calls.filter(({ channel }) => channel === 'artifact.save').length;
    const before = saves();
    typeAtEnd(studio, PATH, '?');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saves()).toBe(before);
  } finally {
    vi.useRealTimers();
  }
});

/** Another program gives the file a name, which the watcher sees as one going and one coming. */
async function rename(
  host: Awaited<ReturnType<typeof opened>>['host'],
  kit: Awaited<ReturnType<typeof opened>>['kit'],
  to: string,
): Promise<void> {
  const text = kit.files.get(PATH) ?? '';
  kit.files.delete(PATH);
  kit.files.set(to, text);
  const hash = await kit.hash(to);
  host.emit('kit.changed', {
    kitId: 'kit',
    changes: [
      { path: PATH, change: 'removed' },
      { path: to, change: 'added', hash },
    ],
    lost: false,
  });
}
