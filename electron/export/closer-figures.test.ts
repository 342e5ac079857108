import { expect, test } from 'vitest';
import { closerFigures } from './closer-figures';
import type { Settings } from './ends';
import { planOf } from './export.test-support';
import { NO_FLOATS } from './floats';
import { beforeId } from './gaps';
import { Html } from './html';
import type { MeasuredPlaces } from './pdf-file';

const { plan } = planOf({
  'part1-design-doc/risk-register.json': '{ "title": "Risks" }\n',
  'part2-adr-catalog/adr-001-x.md': '# ADR-001: A decision\n',
});
const [ID = '', TEXT = ''] = plan.parts.flatMap((part) => part.artifacts.map(({ id }) => id));

/** The text before ends 361 points above the lower edge; the figure stands on the next page. */
const PLACES: MeasuredPlaces = {
  pages: new Map([
    [beforeId('f'), 3],
    ['f', 4],
  ]),
  drops: new Map([
    [beforeId('f'), 400],
    ['f', 70],
  ]),
  count: 9,
};

function closer(points: number, planned = NO_FLOATS, before: Settings = new Map()): [string, number][] {
  const figure = `<figure id="f" class="upright" data-least="0.95" data-next=""><svg width="400" height="${points / 0.75}"></svg></figure>`;
  const bodies = new Map([ID, TEXT].map((id) => [id, new Html(figure)]));
  return [...closerFigures(plan, bodies, PLACES, 'A4', { now: NO_FLOATS, planned }, before)];
}

test('a structured file is set closer for a figure that nearly fits, not for one that is far too high, and a text is not', () => {
  expect(closer(400)).toEqual([[ID, 1]]);
  expect(closer(640)).toEqual([]);
});

test('where the figure moves or is set smaller, or the artifact is closer already, nothing more is done', () => {
  expect(closer(400, { ...NO_FLOATS, scaled: new Map([['f', 0.96]]) })).toEqual([]);
  expect(closer(400, { ...NO_FLOATS, moved: new Map([['f', 'table-2']]) })).toEqual([]);
  expect(closer(400, NO_FLOATS, new Map([[ID, 2]]))).toEqual([[ID, 2]]);
});
