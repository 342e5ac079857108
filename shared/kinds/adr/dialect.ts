import type { MarkdownDoc } from '../../text/markdown';
import { findSection, topSections } from '../../text/sections';
import { titleLines } from '../../text/title-lines';

/** The conventions in which people write ADRs: ours, Nygard's of 2011, and the versions of MADR. */
export type Dialect = 'own' | 'nygard' | 'madr-2' | 'madr-3' | 'madr-4';

export const DIALECT_NAME: Readonly<Record<Exclude<Dialect, 'own'>, string>> = {
  nygard: "Nygard's form",
  'madr-2': 'the form of MADR 2',
  'madr-3': 'the form of MADR 3',
  'madr-4': 'the form of MADR 4',
};

/** Keys and sections that only our form has: whoever writes one of them means ours. */
const OWN_KEYS = ['id', 'reversibility', 'confidence'];
const OWN_SECTIONS = ['reversibility', 'exit cost', 'revisit', 'scorecard'];

/**
 * The convention an ADR is written in. Our own form and MADR share their section names, so MADR is told by its header: bullets under the title
 * (2), `deciders` (3), `decision-makers` or none (4), and by a title of its own.
 */
export function dialectOf(doc: MarkdownDoc): Dialect {
  const front = doc.frontMatter;
  if (OWN_KEYS.some((key) => front?.node([key]))) return 'own';
  if (OWN_SECTIONS.some((name) => findSection(doc, [name]))) return 'own';
  if (doc.headings[0]?.level !== 1) return 'own';
  if (findSection(doc, ['considered options']) && findSection(doc, ['decision outcome'])) {
    if (!front) return titleLines(doc).has('status') || titleLines(doc).has('deciders') ? 'madr-2' : 'madr-4';
    if (!front.root) return 'own';
    return front.node(['deciders']) ? 'madr-3' : 'madr-4';
  }
  return isNygard(doc) ? 'nygard' : 'own';
}

/** Nygard's sections: context, decision, consequences, and the status in one of its own or in a line under the title. */
function isNygard(doc: MarkdownDoc): boolean {
  const keys = topSections(doc).map((section) => section.heading.key);
  const status =
    keys.includes('status') || titleLines(doc).has('status') || doc.frontMatter?.node(['status']);
  return Boolean(status) && ['context', 'decision', 'consequences'].every((name) => keys.includes(name));
}
