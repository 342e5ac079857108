import { describe, expect, it } from 'vitest';
import { durationsIn, quotes } from './durations';

const told = (text: string) => durationsIn(text).map((d) => [d.text, d.minutes]);

describe('durations', () => {
  it.each([
    ['315 min', [['315 min', 315]]],
    [
      'within 14 minutes and 30 s',
      [
        ['14 minutes', 14],
        ['30 s', 0.5],
      ],
    ],
    ['6 h 05', [['6 h 05', 365]]],
    ['17 h 25 min from the first drop', [['17 h 25 min', 1045]]],
    ['5 hours and 15 minutes', [['5 hours and 15 minutes', 315]]],
    ['5.25 hours', [['5.25 hours', 315]]],
    [
      '1,440 min, or 2 days',
      [
        ['1,440 min', 1440],
        ['2 days', 2880],
      ],
    ],
    [
      '365 min (6 h 5 min)',
      [
        ['365 min', 365],
        ['6 h 5 min', 365],
      ],
    ],
    ['within 4 h 30 records were lost', [['4 h', 240]]],
  ] as const)('of %j', (text, wanted) => {
    expect(told(text)).toEqual(wanted);
  });

  it.each([
    'at 14:20 on 2024-03-12',
    '13,812 records/min',
    'version 4.18.0 seen',
    '99.95 % of 28 hosts',
    '10 h/week',
  ])('are not %j', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('have offsets into the whole text', () => {
    expect(durationsIn('9 min then 14 min', { from: 5, to: 17 })).toMatchObject([{ from: 11, to: 17 }]);
  });

  it.each([
    ['315 min', 315.4, true],
    ['315 min', 316, false],
    ['5.3 h', 315, true],
    ['5.3 h', 314, false],
    ['5.2 h', 315, true],
    ['5.25 h', 316, false],
    ['6 h 05', 366, false],
  ])('%j quotes %d min: %s', (text, minutes, expected) => {
    const [duration] = durationsIn(text);
    expect(duration && quotes(duration, minutes)).toBe(expected);
  });

  it('are found in linear time in a long run of digits', () => {
    expect(durationsIn(`${'1'.repeat(50_000)} ${'9,'.repeat(50_000)}`)).toEqual([]);
  });
});
