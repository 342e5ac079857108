import type { Fact } from '../../rubric/fact';
import { sentencesIn } from '../../text/prose';
import { ids } from '../../text/quantities';
import { findSection } from '../../text/sections';
import type { Span } from '../../text/span';
import type { Postmortem } from './model';

/** The families that can know of an incident before it happens. */
const FAMILIES = ['R', 'D', 'TW'] as const;

/** The sentence names a risk in order to say that it is another matter. */
const DISMISSED =
  /(?<!\p{L})(?:ruled out|red herring|unrelated|not related|did not (?:happen|occur|materiali[sz]e|play)|has not (?:happened|occurred)|played no part|not realised)(?!\p{L})/iu;

/** Names of the section that faces what was known before the incident. */
const PRIOR = ['what we knew', 'prior knowledge', 'known before'];

/**
 * The risks, dissents and tripwires that the report names, at their first mention: whether the section on prior knowledge names them, and
 * whether every sentence that names them sets them aside.
 */
export function mentionFacts({ doc }: Postmortem): Fact[] {
  const prior = findSection(doc, PRIOR);
  const found = new Map<string, { family: string; span: Span; prior: boolean; dismissed: boolean }>();
  const sentences = sentencesIn(doc, { from: 0, to: doc.text.length });
  for (const { span, text } of sentences) {
    if (!/(?:R|D|TW)-\d/.test(text)) continue;
    const dismissed = DISMISSED.test(text);
    for (const family of FAMILIES) {
      for (const hit of ids(doc.plain, family, span)) {
        const inPrior = prior !== null && hit.from >= prior.body.from && hit.to <= prior.body.to;
        const known = found.get(hit.text);
        if (known) {
          known.prior ||= inPrior;
          known.dismissed &&= dismissed;
        } else
          found.set(hit.text, {
            family,
            span: { from: hit.from, to: hit.to },
            prior: inPrior,
            dismissed,
          });
      }
    }
  }
  const facts = [...found].map(
    ([id, { span, ...fields }]): Fact => ({
      type: 'record',
      set: 'postmortem-mention',
      id,
      fields,
      places: {},
      span,
    }),
  );
  return prior
    ? [
        ...facts,
        {
          type: 'record',
          set: 'postmortem-section',
          id: 'prior knowledge',
          fields: { title: prior.heading.text },
          places: {},
          span: prior.heading.span,
        },
      ]
    : facts;
}
