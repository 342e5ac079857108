import { type AutoCriterion, fail, failBecause, pass } from '../../../rubric/criterion';
import { scenarios } from '../example-scenarios';
import type { Scenarios } from '../model';

/** "late" and "lateness", but not "latency" or "related". */
const DATA_FAILURE = /(?<!\p{L})(?:schema|loss|loses?|lost|drop|duplicat|late(?:ness)?(?!\p{L})|corrupt)/iu;

/** QA-C5. */
export const dataFailure: AutoCriterion<Scenarios> = {
  id: 'QA-C5',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'One scenario is about data that goes wrong',
  failTitle: 'No scenario is about data that goes wrong',
  why: 'Data systems rarely fall over; they go on delivering the wrong rows, and a set of scenarios about load and outages misses that.',
  hint: 'Add a scenario whose stimulus is a schema change, loss, duplication or lateness of records.',
  sources: ['SREW13', 'CSR'],
  check: ({ model }) => {
    if (model.scenarios.length === 0) return failBecause('QA-C2');
    const found = model.scenarios
      .map(({ at }) => at.at('stimulus'))
      .filter((stimulus) => DATA_FAILURE.test(stimulus.text ?? ''));
    if (found.length > 0) return pass(...found.map((stimulus) => stimulus.span));
    return fail({
      span: model.root.at('scenarios').keySpan,
      message: `None of the ${model.scenarios.length} stimuli is a schema change, loss, duplication, lateness or corruption of data`,
    });
  },
  examples: {
    pass: [
      {
        source: scenarios('stimulus: Traffic peaks', 'stimulus: A producer schema change removes a field'),
        evidence: ['schema change'],
      },
    ],
    fail: [
      {
        source: scenarios('stimulus: Traffic peaks', 'stimulus: Latency of a related service doubles'),
        at: ['scenarios'],
      },
      { source: 'scenarios: []\n' },
    ],
  },
};
