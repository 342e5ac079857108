import { vagueWords } from '../../text/lexicon';
import { sentencesIn, words } from '../../text/prose';
import { findSection } from '../../text/sections';
import { contains, type Span } from '../../text/span';
import { type AutoCriterion, judge, notApplicable, type Problem } from '../criterion';

/** Sections whose sentences carry the decision: no vague word without a number there. */
const LOAD_BEARING = ['summary', 'tl dr', 'problem', 'goals', 'decision', 'impact', 'consequences'];

/** Elsewhere this many vague words per 1,000 words are ordinary English. */
const ALLOWED_PER_THOUSAND = 3;

/** GEN-05: adjectives where a number should stand. */
export const vagueQuantities: AutoCriterion<unknown> = {
  id: 'GEN-05',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Load-bearing sentences hold numbers, not adjectives',
  failTitle: 'A vague quantity stands where a number should',
  why: '"Significantly faster" cannot be argued with, so it persuades nobody; a committee reads it as not having measured.',
  hint: 'Replace the word with number, unit and date, or delete the claim.',
  sources: ['UBER', 'SREW10'],
  check: ({ source }) => {
    if (source.format !== 'md') return notApplicable('Only prose is judged for vague quantities');
    const doc = source.markdown;
    const bearing: Span[] = LOAD_BEARING.map((alias) => findSection(doc, [alias]))
      .filter((s) => s !== null)
      .map((s) => s.body);
    const inBearing: Problem[] = [];
    const elsewhere: Problem[] = [];
    for (const sentence of sentencesIn(doc, { from: 0, to: doc.text.length })) {
      for (const hit of vagueWords(doc.prose, sentence.span)) {
        const problem = {
          span: { from: hit.from, to: hit.to },
          message: `"${hit.text}" says no quantity, and the sentence gives none`,
        };
        if (bearing.some((s) => contains(s, hit))) inBearing.push(problem);
        else elsewhere.push(problem);
      }
    }
    const allowed = Math.max(
      ALLOWED_PER_THOUSAND,
      Math.floor((ALLOWED_PER_THOUSAND * words(doc.prose)) / 1000),
    );
    return judge(
      elsewhere.length > allowed
        ? [...inBearing, ...elsewhere].sort((a, b) => a.span.from - b.span.from)
        : inBearing,
    );
  },
  examples: {
    pass: [
      {
        path: 'note.md',
        source:
          '# Note\n\n## Summary\n\nThe p95 falls from 94 min to 5 min, a fast path by 2024-06-28.\n\n## Notes\n\nSeveral people asked.\n',
      },
    ],
    fail: [
      {
        path: 'note.md',
        source: '# Note\n\n## Summary\n\nThe new pipeline is significantly more robust.\n',
        at: ['significantly', 'robust'],
      },
    ],
  },
};
