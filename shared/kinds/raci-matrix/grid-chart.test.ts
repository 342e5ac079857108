import { expect, test } from 'vitest';
import { chartsOf, expectDrawable } from '../../preview/chart/drawable.test-support';
import type { GridChart } from '../../preview/chart/spec';
import { parseSource } from '../../rubric/parse-source';
import { kitText } from '../kit-fixture.test-support';
import { readRaci } from './model';
import { preview } from './preview';

const WORKED = kitText('examples/part3-architecture-review/raci-matrix.yaml');

function draw(text: string) {
  const source = parseSource('raci-matrix.yaml', text);
  if (!source) throw new Error('not read');
  return chartsOf(preview(readRaci(source)))[0];
}

function gridOf(text: string): GridChart {
  const chart = draw(text)?.chart;
  if (chart?.form !== 'grid') throw new Error('no grid');
  return chart;
}

/** The people with a letter in a row: "DC A". */
function row(grid: GridChart, at: number, letters: readonly string[]): string[] {
  return (grid.rows[at]?.cells ?? []).flatMap((cell, i) =>
    cell && letters.includes(cell.text) ? [`${grid.columns[i]?.label} ${cell.text}`] : [],
  );
}

test('who answers and who does are those of section 6.6', () => {
  const grid = gridOf(WORKED);
  expect(grid.rows.map((_, at) => row(grid, at, ['A', 'AR']).join())).toEqual([
    'DC A',
    'IOV AR',
    'BN AR',
    'YB A',
    'OP AR',
    'RV AR',
    'TA AR',
    'GI AR',
    'DC A',
    'LF AR',
    'DC A',
    'NH AR',
  ]);
  expect(row(grid, 3, ['R'])).toEqual(['TA R', 'KD R']);
  expect(row(grid, 8, ['C'])).toEqual(['TA C', 'LF C', 'OP C', 'MS C']);
  const cell = grid.rows[3]?.cells[3];
  expect(cell?.name).toBe('RA-04, Yuki Brannigan: A, answers for it');
  expect(cell?.span && WORKED.slice(cell.span.from - 4, cell.span.to)).toBe('YB: A');
});

test('a sound matrix has no marks', () => {
  const block = draw(WORKED);
  expect(gridOf(WORKED).rows.some((each) => each.note !== undefined)).toBe(false);
  expect(gridOf(WORKED).columns.some((each) => each.note !== undefined)).toBe(false);
  expect(block?.alt).toContain(
    '12 activities and 17 people. Dmitri Castellane answers for most: 3 of 12. No row',
  );
  if (block) expectDrawable(block, WORKED);
});

test('what breaks a rule is marked where it does: rows, columns and letters', () => {
  const grid = gridOf(`people:
  - {key: AA, name: Ada}
  - {key: BB, name: Bo}
  - {key: CC, name: Cy}
activities:
  - {id: RA-01, name: Build it, assignments: {AA: A, BB: A}}
  - {id: RA-02, name: Run it, assignments: {AA: AR, BB: X, ZZ: I}}
`);
  expect(grid.rows.map(({ note }) => note)).toEqual(['2 A, no R', 'ZZ is nobody']);
  expect(grid.columns.map(({ note }) => note)).toEqual(['A of 100 %', 'A of 50 %', 'no cell']);
  expect(grid.rows[0]?.cells.map((cell) => cell?.paint ?? null)).toEqual(['accent', 'bad', null]);
  expect(grid.rows[1]?.cells[1]).toMatchObject({ text: 'X', paint: 'bad' });
});
