import type { Fact } from '../../rubric/fact';
import { repeatedLadder } from '../../rubric/ladder-facts';
import type { Framework } from './model';

/** The ladder as the house rules repeat it (`ladder-rung`). */
export function facts(framework: Framework): Fact[] {
  return repeatedLadder(framework.doc);
}
