import type { Block } from '../block';

/** In place of a chart that cannot be drawn (yet): which, and what is missing for it. */
export function leftOut(what: string, why: string): Block {
  return { kind: 'paragraph', text: `Not drawn: ${what}. ${why}`, span: null, tone: 'quiet' };
}

/** Charts with more marks than this are left out: nobody could read them, and each mark takes its time. */
export const MOST_MARKS = 600;

/** "a, b and c". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
