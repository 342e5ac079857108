import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KnownLayouts } from './known-layouts';

const LAYOUT = { pages: 2, places: [['a01', 0, 90.5] as const, ['a01-end', 1, null] as const] };
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffwright-layouts-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function kept(markup: string, look = 'look'): Promise<unknown> {
  const known = new KnownLayouts(look, folder);
  await known.load();
  return known.get(known.key('A4', markup));
}

async function keep(markup: string): Promise<void> {
  const known = new KnownLayouts('look', folder);
  known.set(known.key('A4', markup), LAYOUT);
  await known.save();
}

test('what was measured is known after a restart: of this markup, paper and look alone', async () => {
  await keep('<p>one</p>');
  expect(await kept('<p>one</p>')).toEqual(LAYOUT);
  expect(await kept('<p>One</p>')).toBeNull();
  expect(await kept('<p>one</p>', 'another engine')).toBeNull();
  const known = new KnownLayouts('look', folder);
  await known.load();
  expect(known.get(known.key('Letter', '<p>one</p>'))).toBeNull();
});

test('a damaged file counts for nothing', async () => {
  await keep('<p>one</p>');
  const file = join(folder, 'layouts.json');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('90.5', '91.5'));
  expect(await kept('<p>one</p>')).toBeNull();
  await writeFile(file, text.slice(0, -9));
  expect(await kept('<p>one</p>')).toBeNull();
});

test('what fonts of the machine draw is not kept, letters and signs of the bundled ones are', async () => {
  for (const text of ['Größe → 3 ≤ 4 ✓', 'Ψ and Ж']) {
    await keep(`<p>${text}</p>`);
    expect(await kept(`<p>${text}</p>`), text).toEqual(LAYOUT);
  }
  for (const text of ['漢字', 'عربي', '🙂', 'ไทย']) {
    await keep(`<p>${text}</p>`);
    expect(await kept(`<p>${text}</p>`), text).toBeNull();
  }
});

test('a disk that fails costs nothing but time', async () => {
  const known = new KnownLayouts('look', join(folder, 'layouts.json', 'below'));
  await writeFile(join(folder, 'layouts.json'), '');
  known.set(known.key('A4', 'x'), LAYOUT);
  await known.save();
  await known.load();
  expect(known.get(known.key('A4', 'x'))).toEqual(LAYOUT);
});
