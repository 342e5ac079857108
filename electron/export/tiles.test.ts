import { expect, test } from 'vitest';
import { type Drawing, Figures } from './figures';
import { slices } from './tiles';

function sheets(
  width: number,
  height: number,
  svg = '<svg id="d1" width="1" height="1"><text>x</text></svg>',
) {
  const drawing: Drawing = { ok: true, picture: { svg, width, height } };
  const { markup } = new Figures(new Map([['text', drawing]]), 'A4').figure('text', 'Title');
  return [...markup.matchAll(/<figure[^>]*class="sheet">.*?<\/figure>/gs)].map(([sheet]) => ({
    sheet,
    size: (/<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(sheet) ?? []).slice(1).map(Number),
    marks: [...sheet.matchAll(/>([A-Z]+\d+)<\/text>/g)].map(([, name]) => name),
  }));
}

test('slices overlap, are of one length and together cover the whole', () => {
  for (const [whole, most] of [
    [100, 597],
    [600, 597],
    [1300, 597],
    [9000, 854],
  ] as const) {
    const found = slices(whole, most, 34);
    expect(found[0]?.from).toBe(0);
    const last = found.at(-1);
    expect((last?.from ?? 0) + (last?.length ?? 0)).toBeCloseTo(whole);
    for (const [i, slice] of found.entries()) {
      expect(slice.length).toBeLessThanOrEqual(most + 0.001);
      const next = found[i + 1];
      if (next) expect(slice.from + slice.length - next.from).toBeCloseTo(34);
    }
  }
});

test('a drawing that cannot be read on one page is cut into sheets at 7 points, with a mark for each join on both sides', () => {
  const found = sheets(2000, 1500);
  expect(found.length).toBe(6);
  for (const { sheet, size } of found) {
    expect(size[0]).toBeLessThanOrEqual(627);
    expect(size[1]).toBeLessThanOrEqual(948 - 60);
    expect(sheet).toMatch(/<svg x="[-\d.]+" y="[-\d.]+" id="d1" width="1333.33" height="1000"/);
  }
  const names = found.flatMap(({ marks }) => marks);
  // Each mark stands at both ends of its overlap, on both sheets.
  for (const name of new Set(names)) expect(names.filter((n) => n === name)).toHaveLength(4);
  expect(found[0]?.sheet).toContain('Figure 1 · Title · sheet 1 of 6');
  expect(found[5]?.sheet).toContain('Figure 1, sheet 6 of 6');
});

test('a drawing with smaller type is cut at the scale its smallest type needs', () => {
  const svg = '<svg id="d1" data-smallest-text="10" width="1" height="1"><text>x</text></svg>';
  expect(sheets(900, 400)).toEqual([]);
  expect(sheets(900, 400, svg)).toEqual([]);
  expect(sheets(1400, 1300, svg).length).toBeGreaterThan(1);
});
