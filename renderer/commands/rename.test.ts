import { describe, expect, it, vi } from 'vitest';
import { openFile } from './files';
import { openExample, openRecent } from './kits';
import { planRename, rename, undoRename } from './rename';
import { saveAll } from './saving';
import { testStudio, typeAtEnd } from './studio.test-support';
import { goToDefinition, renameHere, showUses, symbolAt } from './symbols';

vi.setConfig({ testTimeout: 60_000 });

const RISKS = 'risk-register.json';
const RISK_TEXT = JSON.stringify({
  risks: [
    { id: 'R-01', title: 'Skills gap' },
    { id: 'R-02', title: 'Cost' },
  ],
});
const A = 'notes/a.md';
const B = 'notes/b.md';
const FILES = {
  [RISKS]: RISK_TEXT,
  [A]: '# A\n\nR-01 and R-01, see [b](b.md#when).\n',
  [B]: '# B\n\n## When\n\nR-01.\n',
};

async function opened(...open: readonly string[]) {
  const made = testStudio(FILES);
  await openRecent(made.studio, 'kit');
  for (const path of [...made.studio.store.getState().tabs.order].map((tab) => tab.path))
    if (!open.includes(path)) (await import('./files')).closeFile(made.studio, path);
  for (const path of open) await openFile(made.studio, path);
  await vi.waitFor(() =>
    expect(Object.keys(FILES).every((path) => made.studio.checker.knows(path))).toBe(true),
  );
  return made;
}

const lastNotice = ({ studio }: Awaited<ReturnType<typeof opened>>) =>
  studio.store.getState().notices.list.at(-1)?.text ?? '';

describe('renaming throughout a kit', () => {
  it('writes closed files at once, and leaves open ones unsaved', async () => {
    const made = await opened(A);
    const { studio, kit } = made;
    expect(await rename(studio, 'id R-01', 'R-11')).toBeNull();
    expect(kit.files.get(RISKS)).toBe(RISK_TEXT.replace('R-01', 'R-11'));
    expect(kit.files.get(B)).toBe(FILES[B].replace('R-01', 'R-11'));
    expect(kit.files.get(A)).toBe(FILES[A]);
    expect(studio.buffers.text(A)).toBe(FILES[A].replaceAll('R-01', 'R-11'));
    expect(studio.store.getState().tabs.order.map(({ path, dirty }) => [path, dirty])).toEqual([[A, true]]);
    expect(lastNotice(made)).toContain('3 files');
    // The checker knows the new texts: the new name is there to be asked about.
    expect(await planRename(studio, 'id R-01', 'R-12')).toMatchObject({ ok: false });
    expect(await planRename(studio, 'id R-11', 'R-12')).toMatchObject({ ok: true });
  });

  it('is one step in each open file', async () => {
    const { studio } = await opened(A);
    typeAtEnd(studio, A, 'more R-01\n');
    const before = studio.buffers.text(A);
    expect(await rename(studio, 'id R-01', 'R-11')).toBeNull();
    expect(studio.buffers.text(A)?.match(/R-11/g)).toHaveLength(3);
    expect(before?.match(/R-01/g)).toHaveLength(3);
  });

  it('is taken back in all files by one command', async () => {
    const made = await opened(A);
    const { studio, kit } = made;
    await rename(studio, 'id R-01', 'R-11');
    await undoRename(studio);
    expect([...kit.files]).toEqual(Object.entries(FILES));
    expect(studio.buffers.text(A)).toBe(FILES[A]);
    expect(studio.store.getState().tabs.order[0]?.dirty).toBe(false);
    expect(lastNotice(made)).toContain('R-11 is R-01 again');
    await undoRename(studio);
    expect(lastNotice(made)).toContain('Nothing was renamed');
  });

  it('keeps what was written since when it is taken back, saved or not', async () => {
    const { studio, kit } = await opened(A);
    await rename(studio, 'id R-01', 'R-11');
    typeAtEnd(studio, A, 'A new line.\n');
    await saveAll(studio);
    kit.files.set(B, `${kit.files.get(B)}Theirs.\n`);
    await undoRename(studio);
    expect(studio.buffers.text(A)).toBe(`${FILES[A]}A new line.\n`);
    expect(kit.files.get(B)).toBe(`${FILES[B]}Theirs.\n`);
    expect(kit.files.get(RISKS)).toBe(RISK_TEXT);
  });

  it('takes nothing back when it is no longer clear what is meant', async () => {
    const made = await opened(A);
    const { studio, kit } = made;
    await rename(studio, 'id R-01', 'R-11');
    typeAtEnd(studio, A, 'Another R-11.\n');
    await undoRename(studio);
    expect(lastNotice(made)).toContain('added or removed in a.md');
    expect(kit.files.get(RISKS)).toContain('R-11');
    expect(studio.buffers.text(A)).toContain('R-11');
  });

  it('changes nothing when one file cannot be written', async () => {
    const { studio, kit, host } = await opened(A);
    const call = host.call.bind(host);
    let saves = 0;
    vi.spyOn(host, 'call').mockImplementation(((channel: never, request: never) => {
      if (channel === 'artifact.save' && ++saves === 2) host.failNext.set('artifact.save', 'io');
      return call(channel, request);
    }) as typeof host.call);
    expect(await rename(studio, 'id R-01', 'R-11')).toMatch(/was not written/);
    expect(saves).toBe(3);
    expect([...kit.files]).toEqual(Object.entries(FILES));
    expect(studio.buffers.text(A)).toBe(FILES[A]);
  });

  it('changes nothing when a file is not what the checker read', async () => {
    const { studio, kit } = await opened(A);
    await planRename(studio, 'id R-01', 'R-11');
    kit.files.set(B, `Theirs. ${FILES[B]}`);
    expect(await rename(studio, 'id R-01', 'R-11')).toMatch(/b\.md changed just now/);
    expect(kit.files.get(RISKS)).toBe(RISK_TEXT);
  });

  it('waits until the whole kit is read', async () => {
    const { studio } = testStudio(FILES);
    const plan = new Promise((resolve) => {
      const stop = studio.store.subscribe(({ kit }) => {
        if (!kit) return;
        stop();
        resolve(rename(studio, 'id R-01', 'R-11'));
      });
    });
    const opening = openRecent(studio, 'kit');
    expect(await plan).toMatch(/still being read/);
    await opening;
  });

  it('refuses names that are taken or malformed, and read-only kits', async () => {
    const { studio } = await opened(A);
    expect(await rename(studio, 'id R-01', 'R-02')).toMatch(/taken: Cost/);
    expect(await rename(studio, 'id R-01', 'risk')).toMatch(/looks like R-01/);
    await openExample(studio);
    await renameHere(studio);
    expect(studio.store.getState().overlay).toBeNull();
    expect(studio.store.getState().notices.list.at(-1)?.text).toMatch(/read-only/);
    expect(await rename(studio, 'id R-01', 'R-11')).toMatch(/read-only/);
  });
});

describe('symbols at a place', () => {
  it('belong to the text on the screen, typed a moment ago', async () => {
    const { studio } = await opened(A);
    typeAtEnd(studio, A, 'And R-02');
    const card = await symbolAt(studio, A, studio.buffers.doc(A)?.length ?? 0);
    expect(card).toMatchObject({ name: 'R-02', title: 'Cost' });
  });

  it('are dropped when the text moved on meanwhile', async () => {
    const { studio } = await opened(A);
    const asked = symbolAt(studio, A, FILES[A].indexOf('R-01'));
    typeAtEnd(studio, A, 'x');
    expect(await asked).toBeNull();
  });

  it('lead to their definition, and links to their heading', async () => {
    const { studio } = await opened(A);
    await goToDefinition(studio, A, FILES[A].indexOf('R-01') + 1);
    expect(studio.store.getState().tabs.active).toBe(RISKS);
    const { from, to } = studio.buffers.state(RISKS)?.selection.main ?? { from: 0, to: 0 };
    expect(studio.buffers.text(RISKS)?.slice(from, to)).toContain('R-01');
    await goToDefinition(studio, A, FILES[A].indexOf('b.md'));
    expect(studio.store.getState().tabs.active).toBe(B);
    expect(studio.buffers.state(B)?.selection.main.from).toBe(FILES[B].indexOf('## When'));
  });

  it('list their places in the navigator', async () => {
    const { studio } = await opened(RISKS);
    await goToDefinition(studio, RISKS, RISK_TEXT.indexOf('R-01') + 1);
    expect(studio.store.getState()).toMatchObject({
      usesOf: { key: 'id R-01' },
      layout: { navigator: 'symbols' },
    });
    showUses(studio, null);
    expect(studio.store.getState().usesOf).toBeNull();
  });
});
