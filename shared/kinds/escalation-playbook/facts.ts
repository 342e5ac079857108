import type { Fact } from '../../rubric/fact';
import { rungFacts, rungsOf } from '../../rubric/ladder-facts';
import type { Playbook } from './model';

/** The ladder, level by level (`ladder-rung`): what the diagram, the agenda and the house rules repeat. */
export function facts(playbook: Playbook): Fact[] {
  return playbook.ladder ? rungFacts(rungsOf(playbook.ladder)) : [];
}
