import { type AutoCriterion, judge } from '../../../rubric/criterion';
import { slos } from '../example-slos';
import { type Slos, TRIO } from '../model';

/** SLD-03. Carries the finding when the file holds no objective. */
export const trioCovered: AutoCriterion<Slos> = {
  id: 'SLD-03',
  mode: 'auto',
  severity: 'must',
  scope: 'structure',
  readsPacket: false,
  title: 'Freshness, completeness and correctness are promised',
  failTitle: 'A promise that data owes is missing',
  why: 'Each of the three stays green while the others burn: late, missing and wrong rows look alike to whoever reads the dashboard.',
  hint: 'Add an objective for the missing dimension, even with a modest target.',
  sources: ['SREW13'],
  check: ({ model }) => {
    const has = (dimension: string) => model.slos.find((slo) => slo.dimension === dimension);
    return judge(
      TRIO.filter((dimension) => !has(dimension)).map((dimension) => ({
        span: model.root.at('slos').keySpan,
        message: `No objective promises ${dimension}`,
      })),
      TRIO.flatMap((dimension) => has(dimension)?.at.at('dimension').span ?? []),
    );
  },
  examples: {
    pass: [
      {
        source: slos('dimension: freshness', 'dimension: completeness', 'dimension: correctness'),
        evidence: ['completeness'],
      },
    ],
    fail: [
      { source: slos('dimension: freshness', 'dimension: availability'), at: ['slos', 'slos'] },
      { source: 'slos: []\n', at: ['slos', 'slos', 'slos'] },
    ],
  },
};
