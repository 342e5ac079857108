import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareFolder, writeOutputs } from './write-outputs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffwright-outputs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const NAMES = ['portfolio.pdf', 'portfolio.zip'];
const bytes = (text: string) => new TextEncoder().encode(text);
const both = (pdf: string, zip: string) =>
  new Map([
    ['portfolio.pdf', bytes(pdf)],
    ['portfolio.zip', bytes(zip)],
  ]);

test('an existing output is refused by name, unless it may be replaced', async () => {
  await writeFile(join(folder, 'portfolio.zip'), 'old');
  const refused = await prepareFolder(folder, NAMES, false);
  expect(refused).toMatchObject({ ok: false, error: { code: 'exists' } });
  expect(!refused.ok && refused.error.message).toContain(join(folder, 'portfolio.zip'));
  expect(await prepareFolder(folder, NAMES, true)).toMatchObject({ ok: true });
  expect(await readFile(join(folder, 'portfolio.zip'), 'utf8')).toBe('old');
});

test('the folder itself is made, its parents are not', async () => {
  expect(await prepareFolder(join(folder, 'out'), NAMES, false)).toMatchObject({ ok: true });
  expect((await stat(join(folder, 'out'))).isDirectory()).toBe(true);
  const refused = await prepareFolder(join(folder, 'no', 'such'), NAMES, false);
  expect(refused).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(!refused.ok && refused.error.message).toContain(join(folder, 'no'));
  expect(await readdir(folder)).toEqual(['out']);
});

test('a file in the place of the folder is refused', async () => {
  await writeFile(join(folder, 'out'), 'a file');
  expect(await prepareFolder(join(folder, 'out'), NAMES, true)).toMatchObject({
    ok: false,
    error: { code: 'exists' },
  });
});

test('both files are written, nothing else is left', async () => {
  expect(await writeOutputs(folder, both('new pdf', 'new zip'))).toMatchObject({ ok: true });
  expect((await readdir(folder)).sort()).toEqual(NAMES);
  expect(await readFile(join(folder, 'portfolio.pdf'), 'utf8')).toBe('new pdf');
});

test('when one cannot be put in its place, both old ones stay and no temporary is left', async () => {
  await writeFile(join(folder, 'portfolio.pdf'), 'old pdf');
  // A folder with something in it cannot be replaced by a file.
  await mkdir(join(folder, 'portfolio.zip'));
  await writeFile(join(folder, 'portfolio.zip', 'inside'), 'kept');
  expect(await writeOutputs(folder, both('new pdf', 'new zip'))).toMatchObject({ ok: false });
  expect((await readdir(folder)).sort()).toEqual(NAMES);
  expect(await readFile(join(folder, 'portfolio.pdf'), 'utf8')).toBe('old pdf');
  expect(await readdir(join(folder, 'portfolio.zip'))).toEqual(['inside']);
});

test('when the folder is gone, the failure is a message', async () => {
  const gone = join(folder, 'gone');
  expect(await writeOutputs(gone, both('a', 'b'))).toMatchObject({ ok: false });
});
