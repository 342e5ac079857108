import { defineKind } from '../../rubric/kind';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';
import { facts } from './facts';

/** K15 · part 3 · what "good" means under stress, ranked. Only the universal criteria apply so far. */
export const qualityScenarios = defineKind<DataReader>({
  id: 'quality-scenarios',
  title: 'Quality attribute scenarios',
  purpose: 'What "good" means under stress, ranked.',
  part: 3,
  format: 'yaml',
  order: 60,
  files: ['quality-attribute-scenarios.yaml'],
  contrasts: [
    { senior: '"Must be reliable."', staff: 'Six-part scenarios with a measure.' },
    { senior: 'A flat list.', staff: 'The important and difficult ones first.' },
    { senior: 'No trade-off in sight.', staff: 'Named sensitivity and trade-off points.' },
  ],
  read: rootReader,
  rubric: [],
  facts,
});
