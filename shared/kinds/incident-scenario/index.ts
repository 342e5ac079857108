import { defineKind } from '../../rubric/kind';
import { facts } from './facts';
import { readScenario, type Scenario } from './model';
import { preview } from './preview';
import { rubric } from './rubric';
import { schema } from './schema';

/** K25 · cross-part · raw evidence of an incident, without conclusions. */
export const incidentScenario = defineKind<Scenario>({
  id: 'incident-scenario',
  title: 'Incident scenario',
  purpose: 'Give the raw evidence of an incident, and no conclusions.',
  part: 'X',
  format: 'json',
  order: 20,
  files: ['incident_scenario.json'],
  recognise: (source) =>
    source.format === 'json' &&
    source.data.node(['pipeline_counters']) !== null &&
    source.data.node(['metadata', 'incident_id']) !== null,
  contrasts: [
    { senior: 'A curated log.', staff: 'Noise, gaps and red herrings, as on a real night.' },
    { senior: 'The answer is inside.', staff: 'Evidence only; conclusions are the reader’s work.' },
  ],
  schema,
  read: readScenario,
  rubric,
  facts,
  preview,
});
