import { type AutoCriterion, fail, pass } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { measuresIn } from '../../../text/measures';
import { packet } from '../example-packet';
import type { PromoPacket } from '../model';
import { OUTLINE } from '../outline';
import { SKELETON } from '../skeleton';

const LEAST = 3;

/** PP-03. */
export const scopeQuantified: AutoCriterion<PromoPacket> = {
  id: 'PP-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Scope is given in three different units',
  failTitle: 'Scope is not quantified',
  why: 'Levels differ in scope before they differ in anything else, and strangers can compare only numbers.',
  hint: 'Add teams, months, money or users: three numbers that measure different things.',
  sources: ['DBX'],
  check: ({ model }) => {
    const section = model.section('scope');
    if (!section)
      return fail({
        span: model.place('scope'),
        message: 'There is no section "Scope and reach"',
        ...sectionFix(model.doc, SKELETON, OUTLINE.scope.name),
      });
    const measures = measuresIn(model.doc.plain, section.body);
    const units = new Set(measures.map(({ dimension, unit }) => `${dimension} ${unit}`));
    if (units.size >= LEAST) return pass(...measures.slice(0, 5));
    return fail({
      span: section.heading.span,
      message: `The scope has numbers in ${units.size} of ${LEAST} units, such as teams, months, money or users`,
    });
  },
  examples: {
    pass: [{ source: packet({}), evidence: ['4 teams', '$952,563'] }],
    fail: [
      { source: packet({ scope: '$5, $10 and 4 teams.' }), at: ['## Scope and reach'] },
      { source: packet({ scope: 'Many teams.' }), at: ['## Scope and reach'] },
      { source: '# Me\n\n## Evidence\n\nText.\n', at: ['## Evidence'] },
    ],
  },
};
