import { join } from 'node:path';
import { History } from '../history/history';
import { nodeFileSystem as fs } from '../kit/file-system';

/** What a studio does all day: the steps of one round, in this order. */
export const STEPS = ['save', 'snapshot', 'move', 'merge', 'create', 'remove', 'export'] as const;
export type Step = (typeof STEPS)[number];

/** The older versions that the program keeps, few of them, so that old ones go all the time. */
export function historyOf(data: string): History {
  return new History({
    fs,
    folder: join(data, 'history'),
    now: Date.now,
    zone: () => 0,
    bounds: async () => ({ bytes: 1e8, entries: 5 }),
    onDamage: () => {
      throw new Error('The list of versions was damaged');
    },
  });
}

/** Where the file is that moves to and fro. */
export const PLACES = ['moving.md', 'there/moved.md'] as const;

/** 100 KB: a write takes several system calls, and a kill often falls in between. */
const LINES = 10_000;

/** A text that is one number many times over: torn or mixed, it is none. */
export function numbered(number: number): string {
  return `${String(number).padStart(9, '0')}\n`.repeat(LINES);
}

/** The number of a whole text of {@link numbered}, else null. */
export function numberOf(text: string): number | null {
  const number = Number(text.slice(0, 9));
  return text === numbered(number) ? number : null;
}

/** What stands in the two halves of a file that two people write. */
export interface Halves {
  readonly mine: number;
  readonly theirs: number;
}

/** 100 KB again: one half says my number in each line, the other theirs. */
export function halves({ mine, theirs }: Halves): string {
  return `${half('mine', mine)}\n${half('theirs', theirs)}`;
}

function half(whose: string, number: number): string {
  return `${whose} ${String(number).padStart(9, '0')} ${'words '.repeat(64)}\n`.repeat(125);
}

/** The numbers of a whole text of {@link halves}, else null. */
export function halvesOf(text: string): Halves | null {
  const [mine = Number.NaN, theirs = Number.NaN] = ['mine', 'theirs'].map((whose) => {
    const at = text.indexOf(`${whose} `);
    return at < 0 ? Number.NaN : Number(text.slice(at + whose.length + 1, at + whose.length + 10));
  });
  return text === halves({ mine, theirs }) ? { mine, theirs } : null;
}
