import { budgetFigures } from '../../rubric/budget-facts';
import { durationsOfText } from '../../rubric/duration-facts';
import type { Fact } from '../../rubric/fact';
import { incidentRefs } from '../../rubric/incident-refs';
import { levelCounts } from '../../rubric/level-counts';
import type { Briefing } from './model';

/** Which incident the slides are about, how many actions of each level they count, and the durations they state. */
export function incidentFacts({ doc, header }: Briefing): Fact[] {
  return [
    ...incidentRefs(header),
    ...levelCounts(doc, { from: 0, to: doc.text.length }),
    ...durationsOfText(doc),
    ...budgetFigures(doc),
  ];
}
