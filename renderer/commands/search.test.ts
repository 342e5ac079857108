import { describe, expect, it, vi } from 'vitest';
import { chosenFiles, countOf, matchKey, SEARCH_STEP, withChosen } from '../state/search-slice';
import { update } from '../state/studio-state';
import { openFile } from './files';
import { openExample, openRecent } from './kits';
import { replaceInKit, undoReplace } from './replace';
import { changeSearch, findInKit, runSearch, searchMore } from './search';
import { testStudio, typeAtEnd } from './studio.test-support';

vi.setConfig({ testTimeout: 60_000 });

const A = 'notes/a.md';
const B = 'notes/b.md';
const C = 'data/c.json';
const FILES = { [C]: '{"name": "alpha"}\n', [A]: '# Alpha\n\nalpha beta\n', [B]: 'beta alpha\nalphabet\n' };

async function opened(files: Readonly<Record<string, string>> = FILES, ...open: readonly string[]) {
  const made = testStudio(files);
  await openRecent(made.studio, 'kit');
  for (const { path } of made.studio.store.getState().tabs.order)
    if (!open.includes(path)) (await import('./files')).closeFile(made.studio, path);
  for (const path of open) await openFile(made.studio, path);
  const search = async (fields: Parameters<typeof changeSearch>[1]) => {
    changeSearch(made.studio, fields);
    await runSearch(made.studio);
    // On a slow machine the search that the change itself asked for took its place.
    await vi.waitFor(() => expect(made.studio.store.getState().search.status).not.toBe('running'), 20_000);
    return made.studio.store.getState().search;
  };
  const notice = () => made.studio.store.getState().notices.list.at(-1)?.text ?? '';
  return { ...made, search, notice };
}

const found = (search: Awaited<ReturnType<Awaited<ReturnType<typeof opened>>['search']>>) =>
  search.files.map(({ path, matches }) => [path, matches.length]);

describe('finding in a kit', () => {
  it('looks through all texts, in the order of the files', async () => {
    const { search } = await opened();
    expect(found(await search({ text: 'alpha' }))).toEqual([
      [C, 1],
      [A, 2],
      [B, 2],
    ]);
    expect(found(await search({ matchCase: true, wholeWord: true }))).toEqual([
      [C, 1],
      [A, 1],
      [B, 1],
    ]);
    expect(found(await search({ include: '*.md', exclude: 'b.*' }))).toEqual([[A, 1]]);
  });

  it('looks through open files as they stand in the editor', async () => {
    const { search, studio } = await opened(FILES, A);
    typeAtEnd(studio, A, 'gamma\n');
    expect(found(await search({ text: 'gamma' }))).toEqual([[A, 1]]);
  });

  it('follows the query, what is typed and what other programs write', async () => {
    const { studio, kit, host } = await opened(FILES, A);
    studio.store.setState({ layout: { ...studio.store.getState().layout, navigator: 'search' } });
    const shown = () => found(studio.store.getState().search);
    changeSearch(studio, { text: 'gamma' });
    await vi.waitFor(() => expect(studio.store.getState().search.status).toBe('done'), 5000);
    expect(shown()).toEqual([]);
    typeAtEnd(studio, A, 'gamma\n');
    await vi.waitFor(() => expect(shown()).toEqual([[A, 1]]), 5000);
    kit.files.set(B, 'gamma gamma\n');
    host.emit('kit.changed', {
      kitId: 'kit',
      lost: false,
      changes: [{ path: B, change: 'changed', hash: await kit.hash(B) }],
    });
    await vi.waitFor(
      () =>
        expect(shown()).toEqual([
          [A, 1],
          [B, 2],
        ]),
      5000,
    );
  });

  it('says what is wrong with an expression', async () => {
    const { search } = await opened();
    expect(await search({ text: '(', regex: true })).toMatchObject({
      status: 'idle',
      error: 'Unterminated group',
    });
    expect(await search({ text: '(a' })).toMatchObject({ error: 'Unterminated group' });
    expect((await search({ text: '(a)' })).error).toBeNull();
  });

  it('names files in which the expression takes too long, and goes on', async () => {
    const { search, studio } = await opened();
    const look = studio.searcher.search.bind(studio.searcher);
    vi.spyOn(studio.searcher, 'search').mockImplementation((job) =>
      job.text === FILES[A] ? Promise.resolve({ kind: 'slow' }) : look(job),
    );
    const done = await search({ text: 'beta' });
    expect([found(done), done.slow, done.status]).toEqual([[[B, 1]], [A], 'done']);
  });

  it('ends at a limit, and shows more when asked', async () => {
    const { search, studio } = await opened({ [A]: 'x '.repeat(SEARCH_STEP + 5), [B]: 'x' });
    const some = await search({ text: 'x' });
    expect([countOf(some.files), some.more]).toEqual([SEARCH_STEP, true]);
    searchMore(studio);
    await vi.waitFor(() => {
      const all = studio.store.getState().search;
      expect([countOf(all.files), all.more]).toEqual([SEARCH_STEP + 6, false]);
    }, 20_000);
  });

  it('takes a later query before an earlier one', async () => {
    const { studio } = await opened();
    changeSearch(studio, { text: 'beta' });
    const first = runSearch(studio);
    changeSearch(studio, { text: 'name' });
    await Promise.all([runSearch(studio), first]);
    expect(found(studio.store.getState().search)).toEqual([[C, 1]]);
  });

  it('forgets what it found when another kit opens', async () => {
    const { search, studio } = await opened();
    await search({ text: 'alpha' });
    await openExample(studio);
    expect(studio.store.getState().search).toMatchObject({ text: '', files: [], status: 'idle' });
  });
});

describe('replacing in a kit', () => {
  const ALL = { text: 'alpha', replacement: 'omega', replacing: true, matchCase: true } as const;

  it('writes closed files at once, and leaves open ones unsaved', async () => {
    const { search, studio, kit, notice } = await opened(FILES, A);
    await search(ALL);
    await replaceInKit(studio);
    expect(kit.files.get(B)).toBe('beta omega\nomegabet\n');
    expect(kit.files.get(C)).toBe('{"name": "omega"}\n');
    expect(kit.files.get(A)).toBe(FILES[A]);
    expect(studio.buffers.text(A)).toBe('# Alpha\n\nomega beta\n');
    expect(studio.store.getState().tabs.order[0]?.dirty).toBe(true);
    expect(notice()).toBe('4 matches replaced in 3 files. “Undo Replace in Kit” takes it back everywhere.');
    expect(studio.store.getState().search.files).toEqual([]);
  });

  it('is taken back in all files by one command', async () => {
    const { search, studio, kit, notice } = await opened(FILES, A);
    await search({ ...ALL, text: '(al)(pha)', regex: true, replacement: '$2-$1' });
    await replaceInKit(studio);
    expect(kit.files.get(B)).toBe('beta pha-al\npha-albet\n');
    await undoReplace(studio);
    expect([...kit.files]).toEqual(Object.entries(FILES));
    expect(studio.buffers.text(A)).toBe(FILES[A]);
    expect(studio.store.getState().tabs.order[0]?.dirty).toBe(false);
    await undoReplace(studio);
    expect(notice()).toContain('Nothing was replaced');
  });

  it('leaves out what is not ticked', async () => {
    const { search, studio, kit } = await opened();
    const { files } = await search(ALL);
    const b = files.find(({ path }) => path === B);
    const second = b?.matches[1];
    if (!second) throw new Error('There is no second match');
    const out = [matchKey(B, second), ...files[0]!.matches.map((match) => matchKey(C, match))];
    update(studio.store, 'search', (now) => withChosen(now, out, false));
    expect(countOf(chosenFiles(studio.store.getState().search))).toBe(2);
    // Another replacement is no other search: what was left out stays out.
    await search({ replacement: 'psi' });
    await replaceInKit(studio);
    expect([...kit.files.values()]).toEqual([FILES[C], '# Alpha\n\npsi beta\n', 'beta psi\nalphabet\n']);
  });

  it('changes nothing when a file is no longer what was searched', async () => {
    const { search, studio, kit, notice } = await opened(FILES, A);
    await search(ALL);
    kit.files.set(B, `${FILES[B]}theirs\n`);
    await replaceInKit(studio);
    expect(notice()).toMatch(/^Nothing was replaced\. b\.md changed/);
    expect(kit.files.get(C)).toBe(FILES[C]);
    expect(studio.buffers.text(A)).toBe(FILES[A]);
  });

  it('takes nothing back when a file was changed since', async () => {
    const { search, studio, kit, notice } = await opened(FILES, A);
    await search(ALL);
    await replaceInKit(studio);
    kit.files.set(B, `${kit.files.get(B)}theirs\n`);
    await undoReplace(studio);
    expect(notice()).toBe('Nothing was taken back. b.md was changed since.');
    expect(kit.files.get(C)).toContain('omega');
    expect(studio.buffers.text(A)).toContain('omega');
  });

  it('changes nothing when a file cannot be written', async () => {
    const { search, studio, kit, host, notice } = await opened();
    await search(ALL);
    const call = host.call.bind(host);
    let saves = 0;
    vi.spyOn(host, 'call').mockImplementation(((channel: never, request: never) => {
      if (channel === 'artifact.save' && ++saves === 2) host.failNext.set('artifact.save', 'io');
      return call(channel, request);
    }) as typeof host.call);
    await replaceInKit(studio);
    expect(notice()).toMatch(/^Nothing was replaced\. .*was not written/);
    expect([...kit.files]).toEqual(Object.entries(FILES));
  });

  it('is refused in a kit that is read-only, which can be searched all the same', async () => {
    const { studio, notice } = await opened();
    await openExample(studio);
    vi.stubGlobal('document', { activeElement: null, querySelector: () => null });
    vi.stubGlobal('requestAnimationFrame', () => 0);
    findInKit(studio, true);
    vi.unstubAllGlobals();
    expect(notice()).toContain('is read-only');
    expect(studio.store.getState()).toMatchObject({
      layout: { navigator: 'search' },
      search: { replacing: false },
    });
    changeSearch(studio, { text: 'propose', replacing: true });
    await runSearch(studio);
    expect(studio.store.getState().search.files[0]?.readOnly).toBe(true);
    await replaceInKit(studio);
    expect(notice()).toContain('is read-only');
  });
});
