import { type AutoCriterion, judge } from '../../../rubric/criterion';
import { matches } from '../../../text/quantities';
import { missingSection } from '../missing-section';
import type { Adr } from '../model';

const JUDGEMENT =
  '(?<![\\p{L}-])(?:best|obviously|clearly|modern|outdated|superior|we chose|we will|we(?: have)? (?:decided|chosen))(?![\\p{L}-])';

/** AD-08. */
export const neutralContext: AutoCriterion<Adr> = {
  id: 'AD-08',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'The context is neutral',
  failTitle: 'The context already decides',
  why: 'Supporters of a losing option must be able to sign the context; once it praises the winner the record is a defence.',
  hint: 'Move the judgement to the decision outcome and leave the force behind it.',
  sources: ['NYG'],
  check: ({ model }) => {
    const section = model.section('context');
    if (!section) return missingSection(model, 'context');
    const hits = matches(model.doc.prose, JUDGEMENT, section.body, 'i');
    return judge(
      hits.map((hit) => ({
        span: { from: hit.from, to: hit.to },
        message: `"${hit.text}" ${/^we/i.test(hit.text) ? 'decides' : 'judges'}, and this is the context`,
      })),
      [section.heading.span],
    );
  },
  examples: {
    pass: [
      {
        source: '## Context\n\nA row was 94 min old at p95. The best-effort queue and `best` are names.\n',
        evidence: ['## Context'],
      },
    ],
    fail: [
      { source: '## Context\n\nBatch is outdated, so we will move.\n', at: ['outdated', 'we will'] },
      { source: '## Context\n\nHaving compared both, we have decided.\n', at: ['we have decided'] },
      { source: '## Decision outcome\n\nText.\n', at: ['## Decision outcome'] },
    ],
  },
};
