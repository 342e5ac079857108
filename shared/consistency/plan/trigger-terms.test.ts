import { describe, expect, it } from 'vitest';
import type { RecordOf } from '../record-fields';
import { differences, pairUp, termsOf } from './trigger-terms';

function trigger(metric: string, threshold: string, window = ''): ReturnType<typeof termsOf> {
  const record: RecordOf = {
    type: 'record',
    set: 'plan-trigger',
    id: metric,
    fields: { phase: 'P1', metric, threshold, ...(window === '' ? {} : { window }) },
    places: {},
    span: { from: 0, to: 0 },
    path: 'plan.yaml',
  };
  return termsOf(record);
}

describe('the parts in which two triggers differ', () => {
  it.each([
    ['completeness', '< 99.9 %', '30 min', 'Completeness', 'below 99.9%', '30 minutes', []],
    ['freshness p95', '> 15 min', '60 min', 'p95 of freshness', 'above 0.25 h', '1 h', []],
    ['error rate (5xx)', '> 1 %', '', 'error rates', 'more than 1 percent for 5 min', '', []],
    ['requests', '≥ 1 request', '30 days', 'request', '>= 1', '30 d', []],
    ['lag', '> 5 min', '', 'lag', '5 min', '10 min', []],
    ['lag', '> 5 min', '', 'lag', '>= 5 min', '', ['comparison']],
    ['lag', '> 5 min', '', 'lag', '> 6 min', '', ['number']],
    ['lag', '> 5 min', '', 'lag', '> 5 h', '', ['unit']],
    ['lag', '> 5 min', '', 'lag', '> 5 %', '', ['unit']],
    ['lag', '> 5 min for 1 h', '', 'lag', '> 5 min', '2 h', ['window']],
    ['lag', '> 5 min', '1 h', 'delay', '< 6 min', '2 h', ['metric', 'comparison', 'number', 'window']],
    ['lag', 'as agreed', '', 'lag', '> 5 min', '', []],
  ] as const)('%s %s %s | %s %s %s', (m1, t1, w1, m2, t2, w2, parts) => {
    expect(differences(trigger(m1, t1, w1), trigger(m2, t2, w2)).map((d) => d.part)).toEqual(parts);
  });
});

it('brings triggers together by metric, then by limit, then as the last ones left', () => {
  const here = [trigger('lag', '> 9 min'), trigger('errors', '> 1 %'), trigger('disk', '> 90 %')];
  const there = [trigger('failures', '> 1 %'), trigger('storage', '> 80 %'), trigger('lag', '> 5 min')];
  const names = pairUp(here, there).map((pair) => [pair.here?.metric, pair.there?.metric]);
  expect(names).toEqual([
    ['lag', 'lag'],
    ['errors', 'failures'],
    ['disk', 'storage'],
  ]);
  expect(pairUp(here, there.slice(0, 1)).filter((pair) => pair.there === null)).toHaveLength(2);
});
