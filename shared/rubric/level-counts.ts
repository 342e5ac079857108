import type { MarkdownDoc } from '../text/markdown';
import { sentencesIn } from '../text/prose';
import { sizeOf } from '../text/sizes';
import type { Span } from '../text/span';
import type { Fact } from './fact';

/** How prose speaks of the levels of prevention: "2 eliminate the hazard, 4 automate a defence, 3 are guardrails and 3 are documents". */
const COUNT =
  /(?<![\p{L}\p{N}.,-])(\d{1,3}|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?:(?!and\s|or\s)\p{L}+\s){0,3}?(eliminat|automat|guardrail|document)/giu;

const LEVELS: Readonly<Record<string, string>> = {
  eliminat: 'eliminate',
  automat: 'automate',
  guardrail: 'guardrail',
  document: 'document',
};

/**
 * A count may be of anything ("we read 3 documents"). A sentence that counts two levels and speaks of actions counts actions, and so does one
 * that counts three.
 */
function countsActions(text: string, levels: number): boolean {
  return levels > 2 || (levels === 2 && /(?<!\p{L})(?:actions?|items?|levels?)(?!\p{L})/iu.test(text));
}

/** How many actions of each level a text counts, one record per count. */
export function levelCounts(doc: MarkdownDoc, within: Span): Fact[] {
  return sentencesIn(doc, within).flatMap(({ span, text }): Fact[] => {
    const hits = [...text.matchAll(COUNT)];
    const levels = new Set(hits.map((hit) => (hit[2] ?? '').toLowerCase())).size;
    if (!countsActions(text, levels)) return [];
    return hits.map((hit) => {
      const from = span.from + hit.index;
      const level = LEVELS[(hit[2] ?? '').toLowerCase()] ?? '';
      return {
        type: 'record',
        set: 'level-count',
        id: level,
        fields: { level, count: sizeOf(hit[1] ?? '')?.value ?? 0, said: hit[1] ?? '' },
        places: {},
        span: { from, to: from + (hit[1] ?? '').length },
      };
    });
  });
}
