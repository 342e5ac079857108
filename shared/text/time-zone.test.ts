import { expect, it } from 'vitest';
import { parseMarkdown } from './markdown';
import { zoneIn, zoneStatements } from './time-zone';

it.each([
  ['Time (UTC)', 'UTC'],
  ['When, CET', 'CET'],
  ['UTC', 'UTC'],
  ['Time, UTC+2', 'UTC+2'],
  ['Timeline', null],
  ['PST2 and outCETed', null],
])('%s names %s', (text, zone) => expect(zoneIn(text)).toBe(zone));

it('a statement holds for its section, or for the file when it speaks of all times', () => {
  const text =
    '# R\n\n## A\n\nTimes are given in PDT.\n\n## B\n\nAll times in UTC.\n\nTime zone: CET\n\n## C (times in EST)\n\nText.\n';
  const doc = parseMarkdown(text);
  const found = zoneStatements(doc).map((s) => [s.zone, text.slice(s.from, s.to), s.scope.from, s.scope.to]);
  const [b, c] = [text.indexOf('## B'), text.indexOf('## C')];
  expect(found).toEqual([
    ['PDT', 'Times are given in PDT', text.indexOf('## A'), b],
    ['UTC', 'All times in UTC', 0, text.length],
    ['CET', 'Time zone: CET', b, c],
    ['EST', 'times in EST', c, text.length],
  ]);
  expect(zoneStatements(parseMarkdown('It took a long time in ETA terms.\n'))).toEqual([]);
});
