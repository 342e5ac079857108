import { type AutoCriterion, fail, pass } from '../../../rubric/criterion';
import type { Section } from '../../../text/markdown';
import { sentencesIn } from '../../../text/prose';
import { has, matches } from '../../../text/quantities';
import { itemsIn } from '../../../text/sections';
import { contains, type Span } from '../../../text/span';
import { missingSection } from '../missing-section';
import type { Adr } from '../model';

const LEAST = 2;

/** What people write of the price of a decision when nothing asks them for a form. */
const WORSE =
  '(?<!\\p{L})(?:harder|more difficult|drawbacks?|downsides?|disadvantages?|negative|worse|slower|loses?|burden|overhead|no longer|more complex|cannot)(?!\\p{L})';

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
    if (!section) return missingSection(model, 'consequences');
    const bad = badConsequences(model, section);
    return bad.length >= LEAST
      ? pass(...bad)
      : fail({
          span: section.heading.span,
          message: `${bad.length} of ${LEAST} consequences are told as bad ones`,
        });
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

/**
 * The bad consequences that a section names: by our words, as items below a heading "Negative consequences" (MADR 2), or as sentences that say
 * what gets worse (Nygard, whose consequences are prose).
 */
function badConsequences({ doc, dialect }: Adr, section: Section): readonly Span[] {
  const negative = doc.sections.filter(
    ({ heading }) => heading.key.startsWith('negative consequences') && contains(section.body, heading.span),
  );
  const side = section.heading.key.startsWith('negative consequences') ? [section] : negative;
  const listed = side.flatMap(({ body }) => itemsIn(doc, body).filter((item) => item.depth === 0));
  if (listed.length > 0) return listed.map(({ span }) => span);
  const marked = matches(doc.plain, '(?<!\\p{L})(?:Bad, because|Negative)(?!\\p{L})', section.body, 'i');
  if (dialect !== 'nygard' || marked.length >= LEAST) return marked;
  return sentencesIn(doc, section.body).flatMap(({ text, span }) => (has(text, WORSE, 'i') ? [span] : []));
}
