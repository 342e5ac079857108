import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { INTER_REGULAR, INTER_SEMIBOLD } from '../../shared/preview/chart/inter-widths';

const files = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/inter/package.json')),
  'files',
);

/** Tables of a WOFF file. */
function tables(file: string): ReadonlyMap<string, Buffer> {
  const bytes = readFileSync(join(files, file));
  const found = new Map<string, Buffer>();
  for (let i = 0; i < bytes.readUInt16BE(12); i++) {
    const at = 44 + i * 20;
    const [from, packed, length] = [4, 8, 12].map((offset) => bytes.readUInt32BE(at + offset)) as [
      number,
      number,
      number,
    ];
    const raw = bytes.subarray(from, from + packed);
    found.set(bytes.toString('latin1', at, at + 4), packed === length ? raw : inflateSync(raw));
  }
  return found;
}

/** Widths by character, in thousandths of the type size, read from character map (format 4) and metrics. */
function advances(file: string): ReadonlyMap<string, number> {
  const parts = tables(file);
  const [head, hhea, hmtx, cmap] = ['head', 'hhea', 'hmtx', 'cmap'].map((name) => parts.get(name)) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  const metrics = hhea.readUInt16BE(34);
  const unit = head.readUInt16BE(18);
  const widths = new Map<string, number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const at = cmap.readUInt32BE(8 + i * 8);
    if (cmap.readUInt16BE(at) !== 4) continue;
    const segments = cmap.readUInt16BE(at + 6) / 2;
    for (let s = 0; s < segments; s++) {
      const end = cmap.readUInt16BE(at + 14 + s * 2);
      const start = cmap.readUInt16BE(at + 16 + (segments + s) * 2);
      const delta = cmap.readUInt16BE(at + 16 + (2 * segments + s) * 2);
      const place = at + 16 + (3 * segments + s) * 2;
      const offset = cmap.readUInt16BE(place);
      for (let code = start; code <= end && code < 0xffff; code++) {
        const listed = offset === 0 ? code : cmap.readUInt16BE(place + offset + (code - start) * 2);
        const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
        if (glyph > 0)
          widths.set(
            String.fromCharCode(code),
            (hmtx.readUInt16BE(Math.min(glyph, metrics - 1) * 4) / unit) * 1000,
          );
      }
    }
  }
  return widths;
}

describe('charts are laid out with the widths of the font they are set in', () => {
  test.each([
    [400, INTER_REGULAR],
    [600, INTER_SEMIBOLD],
  ] as const)('weight %s', (weight, listed) => {
    const font = new Map([
      ...advances(`inter-latin-ext-${weight}-normal.woff`),
      ...advances(`inter-latin-${weight}-normal.woff`),
    ]);
    expect(listed.size).toBeGreaterThan(190);
    const wrong = [...listed].filter(
      ([character, width]) => Math.abs((font.get(character) ?? 0) - width) > 0.51,
    );
    expect(wrong).toEqual([]);
  });
});
