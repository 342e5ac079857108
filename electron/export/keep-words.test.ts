import { expect, test } from 'vitest';
import { keepWords } from './keep-words';

const kept = (text: string) =>
  [...keepWords(text, false).markup.matchAll(/<span class="keep">(.*?)<\/span>/g)].map((m) => m[1]);

test('dates, identifiers, shares and products are kept on one line', () => {
  expect(kept('On 2024-03-12T14:34Z INC-2024-0312 cost 3.7 % (R-03, 3 × 5 = 15), see ADR-011.')).toEqual([
    '2024-03-12T14:34Z',
    'INC-2024-0312',
    '3.7 %',
    'R-03',
    '3 × 5 = 15',
    'ADR-011',
  ]);
});

test('other words with hyphens may break', () => {
  expect(keepWords('follow-up-12, kafka-msk and a 5-year cost', false).markup).toBe(
    'follow-up-12, kafka-msk and a 5-year cost',
  );
});

test('long words of a cell may break after their own marks; the text stays the same', () => {
  const path = 'examples/part1-design-doc/diagrams/data-flow-target.mmd';
  const cell = keepWords(`see ${path}`, true).markup;
  expect(cell).toContain('examples/<wbr>part1-<wbr>design-');
  expect(cell.replaceAll('<wbr>', '')).toBe(`see ${path}`);
  expect(keepWords('x'.repeat(40), true).markup).toBe(`<span class="anywhere">${'x'.repeat(40)}</span>`);
});

test('what is kept or broken is still escaped', () => {
  expect(keepWords('R-03 <b>', true).markup).toBe('<span class="keep">R-03</span> &lt;b&gt;');
  expect(keepWords('<script>alert(1)</script>.example', true).markup).not.toContain('<script');
});
