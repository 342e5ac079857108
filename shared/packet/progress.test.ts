import { describe, expect, it } from 'vitest';
import type { Standing } from '../ipc/payloads';
import { MOST_DAYS } from '../ipc/progress-payloads';
import { settled, viewOf } from './kit.test-support';
import { standingOf, withStanding } from './progress';

const day = (name: string, must = 0): Standing => ({
  day: name,
  must,
  should: 1,
  could: 0,
  points: 0.5,
  minutes: 30,
  grades: [null, 'draft', 'senior-grade', 'staff-ready'],
});

describe('the record of the days', () => {
  it('keeps the last standing of each day, in the order of the days', () => {
    const first = withStanding(withStanding([], day('2026-01-05', 3)), day('2026-01-06', 2));
    expect(withStanding(first, day('2026-01-06', 1)).map((one) => [one.day, one.must])).toEqual([
      ['2026-01-05', 3],
      ['2026-01-06', 1],
    ]);
    expect(withStanding(first, day('2026-01-04')).map((one) => one.day)).toEqual([
      '2026-01-04',
      '2026-01-05',
      '2026-01-06',
    ]);
  });

  it('is the same record when nothing changed, so that nothing is written', () => {
    const record = withStanding([], day('2026-01-05'));
    expect(withStanding(record, day('2026-01-05'))).toBe(record);
  });

  it('forgets its oldest days and never grows', () => {
    let record: Standing[] = [];
    for (let n = 0; n < MOST_DAYS + 20; n++)
      record = withStanding(record, day(new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)));
    expect(record).toHaveLength(MOST_DAYS);
    expect(record[0]?.day).toBe('2026-01-21');
  });

  it('holds numbers and grades, and no word of the user', () => {
    const view = viewOf(settled([['RFC-007-own.md', '# Secret\n\nSecret words.\n']]));
    expect(JSON.stringify(standingOf(view, '2026-01-05'))).not.toMatch(/secret|RFC-007/i);
    expect(standingOf(view, '2026-01-05')).toMatchObject({
      day: '2026-01-05',
      grades: ['draft', null, null, null],
    });
  });
});
