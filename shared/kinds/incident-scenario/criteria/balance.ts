import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import type { DataReader } from '../../../rubric/read-data';
import { counter, scenario } from '../example-scenario';
import { nameOf, placeOf, recordsOf, type Scenario } from '../model';

const LEAVING = ['records_out', 'records_filtered', 'records_dlq'] as const;
const MOST_FINDINGS = 20;

/** SC-04. */
export const balance: AutoCriterion<Scenario> = {
  id: 'SC-04',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Counters balance in every window',
  failTitle: 'A counter does not balance',
  why: 'The number of lost events is read from these counters; if what goes in is not what comes out, no loss can be proved from them.',
  hint: 'Recompute the window: records in = records out + filtered + dead-lettered.',
  sources: ['SREW13'],
  check: ({ model }) => {
    if (!model.root.exists) return failBecause('GEN-01');
    const counters = recordsOf(model, 'pipeline_counters');
    if (counters.length === 0) return failBecause('SC-01');
    return judge(counters.flatMap(problem).slice(0, MOST_FINDINGS), [
      model.root.at('pipeline_counters').keySpan,
    ]);
  },
  examples: {
    pass: [
      {
        source: scenario({ pipeline_counters: [counter(0), counter(5)] }),
        evidence: ['"pipeline_counters"'],
      },
    ],
    fail: [
      {
        source: scenario({ pipeline_counters: [counter(0), counter(5, { records_in: 1001 })] }),
        at: ['1001'],
      },
      { source: scenario({ pipeline_counters: [counter(0, { records_dlq: undefined })] }), at: ['"CNT-0"'] },
      { source: scenario({ pipeline_counters: [] }) },
    ],
  },
};

function problem(record: DataReader): Problem[] {
  const name = nameOf(record);
  const missing = ['records_in', ...LEAVING].filter((key) => record.at(key).number === null);
  if (missing.length > 0)
    return [{ span: placeOf(record), message: `${name} states no number for ${missing.join(', ')}` }];
  const values = LEAVING.map((key) => record.at(key).number ?? 0);
  const sum = values.reduce((total, value) => total + value, 0);
  const at = record.at('records_in');
  if (at.number === sum) return [];
  return [
    {
      span: at.span,
      message: `${name}: ${at.spelled} records in, but ${values.join(' + ')} = ${sum} accounted for`,
    },
  ];
}
