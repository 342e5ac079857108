import { expect, it } from 'vitest';
import { parseSource } from './parse-source';
import { recordsIn } from './records';
import { rootReader } from './root-reader';

const TEXT = 'rows:\n  - {id: A, n: 4, yes: false, list: [x, y], none: []}\n  - {n: 5}\n  - word\n';

it('a row becomes a record with what is written in it, each field at its place', () => {
  const source = parseSource('a.yaml', TEXT);
  if (!source) throw new Error('no format');
  const facts = recordsIn(
    'row',
    rootReader(source).at('rows'),
    'id',
    ['count', 'yes', 'list', 'none', 'gone'],
    {
      count: 'n',
    },
  );
  expect(facts.map((fact) => (fact.type === 'record' ? [fact.id, fact.fields] : []))).toEqual([
    ['A', { count: 4, yes: false, list: ['x', 'y'] }],
  ]);
  const [record] = facts;
  if (record?.type !== 'record') throw new Error('no record');
  const told = Object.entries(record.places).map(([key, at]) => [key, TEXT.slice(at.from, at.to)]);
  expect(told).toEqual([
    ['count', '4'],
    ['yes', 'false'],
    ['list', '[x, y]'],
  ]);
  expect(TEXT.slice(record.span.from, record.span.to)).toBe('A');
});
