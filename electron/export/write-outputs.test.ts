import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeTemporaryName } from '../kit/temporary-name';
import { FAILURE_CODES } from '../torture/every-failure.test-support';
import { type OutputDisk, outputDisk, prepareFolder, writeOutputs } from './write-outputs';

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
  const answer = await writeOutputs(gone, both('a', 'b'));
  expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(!answer.ok && answer.error.message).toContain(`${gone} is not there any more`);
});

/** The real disk, of which one step fails. */
function failingAt(step: number, code: string): { disk: OutputDisk; steps: () => number } {
  let steps = 0;
  const next = async <T>(work: () => Promise<T>): Promise<T> => {
    if (++steps === step) throw Object.assign(new Error(`${code}: made to fail`), { code });
    return work();
  };
  const disk: OutputDisk = {
    // A full disk takes a part of the file.
    write: (path, bytes) =>
      next(() => outputDisk.write(path, bytes)).catch(async (error: unknown) => {
        await writeFile(path, bytes.subarray(0, 1));
        throw error;
      }),
    exists: (path) => next(() => outputDisk.exists(path)),
    keep: (path, as) => next(() => outputDisk.keep(path, as)),
    rename: (from, to) => next(() => outputDisk.rename(from, to)),
    settle: (at) => next(() => outputDisk.settle(at)),
    remove: (path) => outputDisk.remove(path),
  };
  return { disk, steps: () => steps };
}

test.each([...FAILURE_CODES])(
  'with %s at any step the outputs before stay, and no half file',
  async (code) => {
    const counted = failingAt(0, code);
    await writeOutputs(folder, both('first pdf', 'first zip'), counted.disk);
    await writeOutputs(folder, both('old pdf', 'old zip'), counted.disk);
    const all = counted.steps();
    expect(all).toBeGreaterThan(10);
    for (let step = 1; step < all; step++) {
      const { disk, steps } = failingAt(step, code);
      const answer = await writeOutputs(folder, both('new pdf', 'new zip'), disk);
      if (steps() < step) break;
      expect(answer.ok, `step ${step}`).toBe(false);
      expect((await readdir(folder)).sort(), `step ${step}`).toEqual(NAMES);
      expect(await readFile(join(folder, 'portfolio.pdf'), 'utf8'), `step ${step}`).toBe('old pdf');
      expect(await readFile(join(folder, 'portfolio.zip'), 'utf8'), `step ${step}`).toBe('old zip');
    }
  },
);

test('a first export that fails leaves an empty folder, and a folder made for it goes', async () => {
  const out = join(folder, 'out');
  const ready = await prepareFolder(out, NAMES, false);
  const answer = await writeOutputs(out, both('a', 'b'), failingAt(6, 'ENOSPC').disk);
  expect(answer).toMatchObject({ ok: false, error: { code: 'no-space' } });
  expect(!answer.ok && answer.error.message).toContain('make room and export again');
  expect(await readdir(out)).toEqual([]);
  if (ready.ok) await ready.value.release();
  expect(await readdir(folder)).toEqual([]);
});

test('what an export that was killed left goes with the next one, and nothing else', async () => {
  const dead = takeTemporaryName().replace(`-${process.pid}-`, '-4194999-');
  const living = `.portfolio.zip.${process.ppid}.old`;
  for (const name of [dead, '.portfolio.pdf.4194999.old', '.mine.pdf.4194999.old', living])
    await writeFile(join(folder, name), 'left');
  expect(await writeOutputs(folder, both('new pdf', 'new zip'))).toMatchObject({ ok: true });
  expect((await readdir(folder)).sort()).toEqual(['.mine.pdf.4194999.old', living, ...NAMES]);
});

test('what cannot come back stays under its other name', async () => {
  await writeOutputs(folder, both('old pdf', 'old zip'));
  let renames = 0;
  const disk: OutputDisk = {
    ...outputDisk,
    rename: async (from, to) => {
      if (++renames > 1) throw Object.assign(new Error('EIO'), { code: 'EIO' });
      await outputDisk.rename(from, to);
    },
  };
  expect(await writeOutputs(folder, both('new pdf', 'new zip'), disk)).toMatchObject({ ok: false });
  const names = await readdir(folder);
  const kept = names.find((name) => name.endsWith('.old')) ?? '-';
  expect(await readFile(join(folder, kept), 'utf8')).toBe('old pdf');
});
