import type { Fact } from '../../rubric/fact';
import { incidentRefs } from '../../rubric/incident-refs';
import { levelCounts } from '../../rubric/level-counts';
import type { Briefing } from './model';

/** Which incident the slides are about, and how many actions of each level they count. */
export function incidentFacts({ doc, header }: Briefing): Fact[] {
  return [...incidentRefs(header), ...levelCounts(doc, { from: 0, to: doc.text.length })];
}
