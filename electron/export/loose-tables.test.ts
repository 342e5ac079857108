import { expect, test } from 'vitest';
import { markBlocks } from './block-floats';
import { beforeId } from './gaps';
import { html } from './html';
import { loosen, planLoose } from './loose-tables';
import type { MeasuredPlaces } from './pdf-file';

const ROW = html`<tr><td>one</td></tr>`;
const table = (id: string, rows: number, look = 'dense kept') =>
  html`<table id="${id}" class="${look}"><thead><tr><th>A</th></tr></thead><tbody>${Array.from({ length: rows }, () => ROW)}</tbody></table>`;

function measured(pageOfTable: number, endOfText: number): MeasuredPlaces {
  return {
    pages: new Map([
      [beforeId('table-1'), 3],
      ['table-1', pageOfTable],
    ]),
    drops: new Map([
      [beforeId('table-1'), endOfText],
      ['table-1', 70],
    ]),
    count: 9,
  };
}

const loose = (rows: number, places: MeasuredPlaces, before: readonly string[] = []) => [
  ...planLoose(new Map([['a01', table('table-1', rows)]]), places, 'A4', new Set(before)),
];

test('a short table that leaves a page badly filled breaks, others stay whole', () => {
  expect(loose(8, measured(4, 500))).toEqual(['table-1']);
  expect(loose(8, measured(4, 700))).toEqual([]);
  expect(loose(8, measured(3, 500))).toEqual([]);
  expect(loose(8, measured(5, 500))).toEqual([]);
});

test('three rows cannot be parted in pairs', () => {
  expect(loose(3, measured(4, 500))).toEqual([]);
});

test('what was let break before stays so, wherever it stands now', () => {
  expect(loose(8, measured(3, 500), ['table-1'])).toEqual(['table-1']);
});

test('letting a table break changes nothing but its look', () => {
  const both = html`${table('table-1', 4)}${table('table-2', 4, 'kept')}`;
  expect(loosen(both, new Set(['table-1'])).markup).toBe(both.markup.replace('dense kept', 'dense'));
  expect(loosen(both, new Set(['table-2'])).markup).toBe(both.markup.replace('"kept"', '""'));
  expect(loosen(both, new Set())).toBe(both);
});

test('the end of the text before a table that stays whole is marked, of one that breaks it is not', () => {
  const text = html`<p>Text before.</p>`;
  const heading = html`<h3>Heading</h3>`;
  expect(markBlocks([text, heading, table('table-1', 4)]).markup).toContain(
    'Text before.<span class="measured" id="table-1-before"></span></p>',
  );
  expect(markBlocks([text, heading, table('table-1', 4, 'dense')]).markup).not.toContain('before"');
});
