import { describe, expect, it } from 'vitest';
import { type Part, partOf } from './part';

describe('the part of an artifact', () => {
  it.each<readonly [Part, string, Part]>([
    [2, 'examples/part4-postmortem/adr-001.md', 2],
    ['X', 'examples/part4-postmortem/replay-runbook.md', 4],
    ['X', 'examples/part1-design-doc/diagrams/flow.mmd', 1],
    ['X', 'part2/part3-review/notes.md', 3],
    ['X', 'promo-packet.md', 'X'],
    ['X', 'part12/notes.md', 'X'],
    ['X', 'counterpart1/notes.md', 'X'],
    ['X', 'scenarios/part1.md', 'X'],
  ])('of kinds of part %s at %s is %s', (kindPart, path, part) => {
    expect(partOf(kindPart, path)).toBe(part);
  });
});
