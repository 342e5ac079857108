import { type AutoCriterion, fail, pass } from '../../../rubric/criterion';
import { matches } from '../../../text/quantities';
import type { Adr } from '../model';

const LEAST = 2;

/** AD-04. */
export const price: AutoCriterion<Adr> = {
  id: 'AD-04',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'The consequences include the price',
  failTitle: 'The consequences hide the price',
  why: 'Every decision makes something harder; an author who names nothing either did not look or did not say.',
  hint: 'Ask what gets harder, and write it as "Bad, because …", twice at least.',
  sources: ['NYG', 'AZADR'],
  check: ({ model }) => {
    const section = model.section('consequences');
    if (!section)
      return fail({
        span: model.place('consequences'),
        message: 'There is no "Consequences" section; its place is at this heading',
      });
    const bad = matches(model.doc.plain, '(?<!\\p{L})(?:Bad, because|Negative)(?!\\p{L})', section.body, 'i');
    return bad.length >= LEAST
      ? pass(...bad)
      : fail({ span: section.heading.span, message: `${bad.length} of ${LEAST} bad consequences are named` });
  },
  examples: {
    pass: [
      {
        source:
          '## Consequences\n\n- Good, because it runs.\n- Bad, because we page.\n- Negative: it costs.\n',
        evidence: ['Bad, because'],
      },
    ],
    fail: [
      {
        source: '## Consequences\n\n- Good, because it runs.\n- Bad, because we page.\n',
        at: ['## Consequences'],
      },
      { source: '## Context\n\nText.\n\n## Cost\n\nNone.\n', at: ['## Cost'] },
    ],
  },
};
