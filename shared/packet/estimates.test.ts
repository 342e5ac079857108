import { describe, expect, it } from 'vitest';
import type { Finding } from '../rubric/finding';
import { LONGEST, MINUTES, minutesOf, minutesTogether, shortMinutes, spellMinutes } from './estimates';

const finding = (more: Partial<Finding> = {}): Finding => ({
  id: 'RFC-04',
  severity: 'must',
  path: 'rfc.md',
  span: { from: 0, to: 1 },
  message: 'No',
  related: [],
  ...more,
});
const fix = (insert: string) => ({ title: 'Write it', edits: [{ from: 0, to: 0, insert }] });

describe('minutes', () => {
  it.each([
    ['a missing part that must be there', finding(), 'structure', 20],
    ['a must that lacks something', finding(), 'value', 10],
    ['a should', finding({ severity: 'should' }), 'value', 6],
    ['a could', finding({ severity: 'could' }), 'structure', 5],
    ['a remark', finding({ severity: 'info' }), 'value', 0],
    ['a repair of the program', finding({ fix: fix('$4,182,509') }), 'structure', 1],
    ['a repair that leaves blanks', finding({ fix: fix('## Risks\n\n<name the risks>\n') }), 'structure', 20],
    ['a blank that is left over', finding({ id: 'GEN-02' }), 'structure', 10],
    ['a file that cannot be read', finding({ id: 'GEN-01' }), 'structure', 5],
    ['a field that its schema refuses', finding({ id: 'schema' }), 'value', 3],
    ['two files that disagree', finding({ id: 'X-11' }), 'value', 8],
  ] as const)('for %s', (_, one, asks, minutes) => {
    expect(minutesOf(one, asks)).toBe(minutes);
  });

  it('further places of the same gap take a third, and all together one sitting at most', () => {
    expect(minutesTogether([finding(), finding(), finding()], 'value')).toBe(10 + 4 + 4);
    expect(minutesTogether([finding({ fix: fix('x') }), finding()], 'value')).toBe(10 + 1);
    expect(
      minutesTogether(
        Array.from({ length: 200 }, () => finding()),
        'structure',
      ),
    ).toBe(LONGEST);
    expect(minutesTogether([], 'value')).toBe(0);
  });

  it('graver gaps never take less time than lighter ones of the same kind', () => {
    for (const table of [MINUTES.structure, MINUTES.value, MINUTES.rule]) {
      expect(table.must).toBeGreaterThan(table.should);
      expect(table.should).toBeGreaterThan(table.could);
    }
  });

  it('are spelled as people say them', () => {
    expect([1, 10, 59, 60, 62, 63, 80, 300].map(spellMinutes)).toEqual([
      '1 minute',
      '10 minutes',
      '59 minutes',
      '1 h',
      '1 h',
      '1 h 5 min',
      '1 h 20 min',
      '5 h',
    ]);
    expect([5, 90].map(shortMinutes)).toEqual(['5 min', '1 h 30 min']);
  });
});
