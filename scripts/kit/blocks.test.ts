import { describe, expect, it } from 'vitest';
import { blocksOf, numbersOf, statesTogether } from './blocks.test-support';

describe('what stands together', () => {
  it.each([
    [
      'a row of a table',
      'a.md',
      '| R-03 | 3 × 5 = 15 | Odalys Petrov |\n| R-04 | 9 |\n',
      ['R-03', 15, 'Odalys Petrov'],
      true,
    ],
    ['two rows are not one place', 'a.md', '| R-03 | 15 |\n| R-04 | 9 |\n', ['R-03', 9], false],
    [
      'an entry of a list',
      'a.yaml',
      'items:\n  - id: AI-01\n    weeks: 1.5\n  - id: AI-02\n    weeks: 2\n',
      ['AI-01', 1.5],
      true,
    ],
    [
      'two entries are not one place',
      'a.yaml',
      'items:\n  - id: AI-01\n    weeks: 1.5\n  - id: AI-02\n    weeks: 2\n',
      ['AI-01', 2],
      false,
    ],
    ['a number is not a part of another', 'a.md', 'It lost 15,367,722 events.\n', [5367722], false],
    [
      'nor a part of an id, a date or a version',
      'a.md',
      'R-15 on 2024-03-12 in 4.18.0 at 09:05Z\n',
      [15],
      false,
    ],
    ['thousands are written either way', 'a.json', '{"a": {"npv": 4182509}}', [4182509], true],
  ] as const)('%s', (_, path, text, together, expected) => {
    expect(statesTogether(blocksOf(path, text), together)).toBe(expected);
  });

  it('numbers carry their sign and their scale', () => {
    expect([...numbersOf('−3 and $4.30M, 5.37 million')]).toEqual([-3, 4.3, 4300000, 5.37, 5370000]);
  });
});
