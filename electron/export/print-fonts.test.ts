import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadPrintFonts } from './print-fonts';

const resources = fileURLToPath(new URL('../../resources/print/', import.meta.url));
const packages = fileURLToPath(new URL('../../node_modules/@fontsource/', import.meta.url));

test('every face the style sheets ask for is there in its weight and style', async () => {
  const { css, files } = await loadPrintFonts(resources);
  const declared = [...css.matchAll(/font-family: '([^']+)'; font-style: (\w+); font-weight: (\d+)/g)];
  expect(new Set(declared.map(([, ...face]) => face.join(' ')))).toEqual(
    new Set([
      'Inter normal 400',
      'Inter normal 500',
      'Inter normal 600',
      'Source Serif 4 normal 400',
      'Source Serif 4 italic 400',
      'Source Serif 4 normal 600',
      'Source Serif 4 italic 600',
      'IBM Plex Mono normal 400',
      'IBM Plex Mono normal 600',
      'STIX Two Math normal 400',
    ]),
  );
  expect(declared).toHaveLength(files.size);
  expect(css).not.toContain('undefined');
});

test('the files are those of the font packages, so that an update of a package is not forgotten here', async () => {
  const fonts = join(resources, 'fonts');
  const names = (await readdir(fonts)).filter(
    // Parts of faces that no package has by themselves.
    (name) => name.endsWith('.woff2') && !/-(?:symbols|math)-/.test(name),
  );
  expect(names.length).toBeGreaterThan(15);
  for (const name of names) {
    const [family = ''] = name.split(/-latin/);
    const [own, packaged] = [
      await readFile(join(fonts, name)),
      await readFile(join(packages, family, 'files', name)),
    ];
    expect(own.equals(packaged), name).toBe(true);
  }
});

test('no two subsets of a face claim the same character', async () => {
  const { css } = await loadPrintFonts(resources);
  const rules = [...css.matchAll(/url\('fonts\/inter-([a-z-]+)-400-normal[^}]*unicode-range: ([^;]+);/g)];
  expect(rules.map(([, subset]) => subset)).toEqual(['latin', 'latin-ext', 'symbols']);
  const owners = new Map<number, string>();
  const twice: string[] = [];
  for (const [, subset = '', ranges = ''] of rules) {
    for (const range of ranges.split(', ')) {
      const [from = '', to = from] = range.replace('U+', '').split('-');
      for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code++) {
        const owner = owners.get(code);
        if (owner !== undefined && (owner === 'symbols' || subset === 'symbols'))
          twice.push(code.toString(16));
        owners.set(code, subset);
      }
    }
  }
  expect(twice).toEqual([]);
});
