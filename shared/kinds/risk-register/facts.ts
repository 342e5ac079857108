import { definitionsIn } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import type { Register } from './model';
import { standingFacts } from './standing-facts';

/** The risks, with what plans, decisions and postmortems say about them. */
export function facts(register: Register): Fact[] {
  const risks = definitionsIn(register.root.at('risks'), 'R', (risk) => ({
    title: risk.at('title').text,
    data: {
      likelihood: risk.at('likelihood').number,
      impact: risk.at('impact').number,
      score: risk.at('score').number,
      level: risk.at('level').text,
      category: risk.at('category').text,
      owner: risk.at('owner').text,
      response: risk.at('response').text,
      mitigation: risk.at('mitigation').text,
      metric: risk.at('trigger', 'metric').text,
      threshold: risk.at('trigger', 'threshold').text,
      alert_id: risk.at('trigger', 'alert_id').text,
      rollback_trigger: risk.at('rollback_trigger').text,
      phase: risk.at('phase').text,
      residual_score: risk.at('residual', 'score').number,
      status: risk.at('status').text,
      reviewed: risk.at('reviewed').text,
    },
  }));
  return [...risks, ...standingFacts(register)];
}
