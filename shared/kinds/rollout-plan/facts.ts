import { definitionsIn } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import type { DataReader } from '../../rubric/read-data';
import { numbersOfData } from '../../rubric/stated-numbers';
import { freezeFacts } from './freeze-facts';
import { gateFacts } from './gate-facts';
import { carriedFacts, phaseFacts } from './phase-facts';

/**
 * The phases with their dates. `original_start` and `original_end` are the dates before any replan; `conditions` the ids of review conditions
 * that gate the entry; `triggers` the rollback triggers, each as "metric | threshold | window". Beside them phases, gates, triggers and carried
 * risks as records, with the place of each field.
 */
export function facts(root: DataReader): Fact[] {
  return [
    ...definitions(root),
    ...phaseFacts(root),
    ...carriedFacts(root),
    ...gateFacts(root),
    ...freezeFacts(root),
    ...numbersOfData(root.tree),
  ];
}

function definitions(root: DataReader): Fact[] {
  const replans = root.at('replans').items;
  return definitionsIn(
    root.at('phases'),
    'P',
    (phase) => {
      const first = replans.find((replan) => replan.at('phase').text === phase.at('id').text);
      return {
        title: phase.at('name').text,
        data: {
          start: phase.at('start').text,
          end: phase.at('end').text,
          original_start: first?.at('old_start').text ?? phase.at('start').text,
          original_end: first?.at('old_end').text ?? phase.at('end').text,
          parallel: phase.at('parallel').boolean === true,
          owner: phase.at('owner').text,
          rollback_minutes: phase.at('rollback_minutes').number,
          scope: phase.at('scope').texts,
          mitigates: phase.at('mitigates').texts,
          conditions: phase.at('entry').items.flatMap((gate) => gate.at('condition').text ?? []),
          triggers: phase
            .at('rollback_triggers')
            .items.map((t) =>
              ['metric', 'threshold', 'window'].map((key) => t.at(key).text ?? '').join(' | '),
            ),
        },
      };
    },
    /^P\d$/,
  );
}
