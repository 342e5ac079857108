import { describe, expect, it, vi } from 'vitest';
import { oldSections } from '../../shared/history/restore-section';
import { tabOf } from '../state/tabs-slice';
import { otherText } from './compare';
import { deleteFile } from './file-changes';
import { openFile } from './files';
import {
  bringBack,
  compareWithVersion,
  nameMilestone,
  removeMilestone,
  restoreSectionOf,
  restoreVersion,
  versionsOf,
  versionText,
} from './history';
import { openRecent } from './kits';
import { discardRecovered, keepRecovered, recoveredTabs, recoveredWords } from './recovering';
import { planRestore, restoreKit, undoRestore } from './restore-kit';
import { saveFile } from './saving';
import { testStudio, typeAtEnd } from './studio.test-support';
import { dayWords, momentWords } from './time-words';

const A = 'RFC-007-a.md';
const B = 'notes/b.md';
const TEXT = '# RFC-007: A\n\n## One\n\nFirst.\n\n## Two\n\nSecond.\n';

async function opened() {
  const made = testStudio({ [A]: TEXT, [B]: '# B\n' });
  await openRecent(made.studio, 'kit');
  const { studio } = made;
  const text = (path = A) => studio.buffers.text(path);
  const save = async (next: string) => {
    studio.buffers.replace(A, next);
    await saveFile(studio, A);
  };
  const lastNotice = () => studio.store.getState().notices.list.at(-1)?.text ?? '';
  const version = () => studio.buffers.version(A);
  return { ...made, text, save, lastNotice, version };
}

describe('older versions', () => {
  it('come with each save, the newest first, with the words that changed', async () => {
    const { studio, save } = await opened();
    await save(TEXT.replace('First.', 'First and more.'));
    await save(TEXT.replace('Second.', ''));
    const versions = (await versionsOf(studio, A)) ?? [];
    expect(versions.map(({ origin, change }) => [origin, change?.added, change?.removed])).toEqual([
      ['saved', 0, 3],
      ['saved', 2, 0],
      ['found', undefined, undefined],
    ]);
    const [, second] = versions;
    if (!second) throw new Error('There is no second version');
    await compareWithVersion(studio, A, second);
    const { overlay } = studio.store.getState();
    if (overlay?.kind !== 'comparison') throw new Error('Nothing is compared');
    expect(await otherText(studio, A, overlay.other)).toMatchObject({
      ok: true,
      text: TEXT.replace('First.', 'First and more.'),
    });
  });

  it('come back whole as one step, unsaved', async () => {
    const { studio, kit, text, save, version } = await opened();
    await save('# RFC-007: quite another\n');
    const before = version();
    const oldest = (await versionsOf(studio, A))?.at(-1);
    if (oldest) await restoreVersion(studio, A, oldest);
    expect([text(), kit.files.get(A)]).toEqual([TEXT, '# RFC-007: quite another\n']);
    expect(tabOf(studio.store.getState().tabs, A)?.dirty).toBe(true);
    expect(version()).toBe(before + 1);
  });

  it('come back by section', async () => {
    const { studio, text, save, version } = await opened();
    const now = TEXT.replace('First.', 'Other.').replace('Second.', 'Changed.');
    await save(now);
    const before = version();
    const oldest = (await versionsOf(studio, A))?.at(-1);
    const older = oldest ? await versionText(studio, A, oldest.hash) : null;
    const section = oldSections(older ?? '', now).find(({ title }) => title === 'Two');
    expect(section?.now).toBe('changed');
    expect(await restoreSectionOf(studio, A, older ?? '', section?.index ?? -1, 'Two')).toBe(true);
    expect(text()).toBe(TEXT.replace('First.', 'Other.'));
    expect(version()).toBe(before + 1);
  });

  it('bring a deleted file back', async () => {
    const { studio, kit, host } = await opened();
    await deleteFile(studio, B);
    const known = await host.call('history.kit', { kitId: 'kit' });
    const gone = known.ok ? known.value.files.find(({ path }) => path === B) : undefined;
    if (gone) await bringBack(studio, B, gone.hash);
    expect(kit.files.get(B)).toBe('# B\n');
    expect(tabOf(studio.store.getState().tabs, B)).toMatchObject({ state: 'ready', dirty: false });
  });

  it('say why they cannot be had', async () => {
    const { studio, host, lastNotice } = await opened();
    host.failNext.set('history.versions', 'io');
    expect(await versionsOf(studio, A)).toBeNull();
    expect(lastNotice()).toContain('history.versions');
    host.emit('history.changed', { kitId: 'kit', problem: 'The disk is full.' });
    expect(lastNotice()).toBe('The disk is full.');
  });
});

describe('a milestone', () => {
  it('saves what is open, and restores the whole kit in one step that can be taken back', async () => {
    const { studio, host, kit, text, lastNotice } = await opened();
    typeAtEnd(studio, A, 'Sent.\n');
    expect(await nameMilestone(studio, 'Sent')).toBe(true);
    expect(kit.files.get(A)).toBe(`${TEXT}Sent.\n`);
    // Later: one changed in its tab, one deleted, one new.
    typeAtEnd(studio, A, 'Later.\n');
    kit.files.set('c.md', '# C\n');
    await deleteFile(studio, B);
    const known = await host.call('history.kit', { kitId: 'kit' });
    const [mark] = known.ok ? known.value.milestones : [];
    if (!mark) throw new Error('There is no milestone');
    const plan = await planRestore(studio, mark.id);
    if (typeof plan === 'string') throw new Error(plan);
    expect(plan.changed.map(({ path }) => path)).toEqual([A]);
    expect(plan.missing.map(({ path }) => path)).toEqual([B]);
    expect(plan.kept).toEqual(['c.md']);
    expect(await restoreKit(studio, 'Sent', plan)).toBeNull();
    expect([text(), kit.files.get(B), kit.files.get('c.md')]).toEqual([`${TEXT}Sent.\n`, '# B\n', '# C\n']);
    await undoRestore(studio);
    expect([text(), kit.files.has(B)]).toEqual([`${TEXT}Sent.\nLater.\n`, false]);
    expect(lastNotice()).toContain('before “Sent”');
    await removeMilestone(studio, mark.id);
    const after = await host.call('history.kit', { kitId: 'kit' });
    expect(after.ok && after.value.milestones).toEqual([]);
  });

  it('restores closed files on the disk, and nothing when one was written in meanwhile', async () => {
    const { studio, host, kit } = await opened();
    await nameMilestone(studio, 'Sent');
    kit.files.set(B, '# B, changed\n');
    const known = await host.call('history.kit', { kitId: 'kit' });
    const id = known.ok ? (known.value.milestones[0]?.id ?? '') : '';
    const plan = await planRestore(studio, id);
    if (typeof plan === 'string') throw new Error(plan);
    kit.files.set(B, '# B, changed again\n');
    expect(await restoreKit(studio, 'Sent', plan)).toContain('changed on disk meanwhile');
    expect(kit.files.get(B)).toBe('# B, changed again\n');
    const again = await planRestore(studio, id);
    if (typeof again === 'string') throw new Error(again);
    expect(await restoreKit(studio, 'Sent', again)).toBeNull();
    expect(kit.files.get(B)).toBe('# B\n');
    await undoRestore(studio);
    expect(kit.files.get(B)).toBe('# B, changed again\n');
  });

  it('is not kept when an open file cannot be saved', async () => {
    const { studio, host, lastNotice } = await opened();
    typeAtEnd(studio, A, 'x');
    host.failNext.set('artifact.save', 'no-space');
    expect(await nameMilestone(studio, 'Sent')).toBe(false);
    expect(lastNotice()).toContain('was not kept');
  });
});

describe('texts of an earlier run', () => {
  async function restarted(change: (kit: { files: Map<string, string> }) => void = () => undefined) {
    const made = testStudio({ [A]: TEXT, [B]: '# B\n' });
    const { host, studio, kit } = made;
    const base = await kit.hash(A);
    await host.call('journal.put', { kitId: 'kit', path: A, text: `${TEXT}Two words.\n`, baseHash: base });
    await host.call('journal.put', {
      kitId: 'kit',
      path: B,
      text: '# B\n\nNew.\n',
      baseHash: await kit.hash(B),
    });
    change(kit);
    await openRecent(studio, 'kit');
    await vi.waitFor(() => expect(recoveredTabs(studio.store.getState().tabs.order)).toHaveLength(2));
    const tab = (path: string) => tabOf(studio.store.getState().tabs, path);
    return { ...made, tab };
  }

  it('stand in their tabs, told against the disk, until each is kept or discarded', async () => {
    const { studio, kit, tab } = await restarted();
    const [a, b] = [tab(A), tab(B)];
    if (!a || !b) throw new Error('A tab is missing');
    expect(recoveredWords(studio, a)).toBe('2 words more and 0 less than on disk.');
    expect(studio.store.getState().notices.list.at(-1)?.text).toContain('2 files were put back');
    keepRecovered(studio, A);
    await discardRecovered(studio, b);
    expect(tab(A)).toMatchObject({ recoveredAt: null, dirty: true });
    expect([studio.buffers.text(B), tab(B)?.dirty]).toEqual(['# B\n', false]);
    expect(kit.files.get(A)).toBe(TEXT);
    const kept = await versionsOf(studio, B);
    expect(kept?.map(({ origin }) => origin)).toEqual(['discarded']);
  });

  it('are merged with a file that others changed, by the version both come from', async () => {
    const made = testStudio({ [A]: TEXT, [B]: '# B\n' });
    await openRecent(made.studio, 'kit');
    // A version that was saved here is in the history; the crash came after typing went on.
    typeAtEnd(made.studio, A, 'Saved.\n');
    await saveFile(made.studio, A);
    const base = await made.kit.hash(A);
    const kept = { kitId: 'kit', path: A, text: `${TEXT}Saved.\nTyped.\n`, baseHash: base };
    await made.host.call('journal.put', kept);
    made.kit.files.set(A, `${TEXT}Saved.\n`.replace('First.', 'First, changed.'));
    await openRecent(made.studio, 'kit');
    const conflict = () => tabOf(made.studio.store.getState().tabs, A)?.conflict;
    await vi.waitFor(() => expect(conflict()).toMatchObject({ kind: 'changed', base: `${TEXT}Saved.\n` }));
  });
});

it('tells days as people do', () => {
  const now = new Date(2026, 10, 29, 10).getTime();
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();
  expect([dayWords(at(29, 0), now), dayWords(at(28, 23), now)]).toEqual(['Today', 'Yesterday']);
  expect(dayWords(at(3, 9), now)).toBe('Tuesday 3 November');
  expect(momentWords(at(3, 9), now)).toBe('on 3 Nov at 09:00');
  expect(momentWords(at(29, 9), now)).toBe('today at 09:00');
  expect(dayWords(new Date(2025, 0, 2, 12).getTime(), now)).toBe('Thursday 2 January 2025');
});

it('opens a closed file to restore it', async () => {
  const { studio, kit } = await opened();
  await openFile(studio, B);
  typeAtEnd(studio, B, 'More.\n');
  await saveFile(studio, B);
  const oldest = (await versionsOf(studio, B))?.at(-1);
  const tabs = studio.store.getState().tabs.order.length;
  const { closeFile } = await import('./files');
  closeFile(studio, B);
  if (oldest) await restoreVersion(studio, B, oldest);
  expect(studio.buffers.text(B)).toBe('# B\n');
  expect(kit.files.get(B)).toBe('# B\nMore.\n');
  expect(studio.store.getState().tabs.order).toHaveLength(tabs);
});
