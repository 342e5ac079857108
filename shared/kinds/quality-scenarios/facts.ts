import { definitionsIn } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import type { DataReader } from '../../rubric/read-data';

/** The scenarios, titled by their stimulus. */
export function facts(root: DataReader): Fact[] {
  return definitionsIn(root.at('scenarios'), 'QA', (scenario) => ({
    title: scenario.at('stimulus').text,
    data: {
      attribute: scenario.at('attribute').text,
      measure: scenario.at('measure').text,
      importance: scenario.at('importance').text,
      difficulty: scenario.at('difficulty').text,
      risk: scenario.at('risk').text,
      verdict: scenario.at('verdict').text,
    },
  }));
}
