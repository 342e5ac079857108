import { type AutoCriterion, failBecause, judge } from '../../../rubric/criterion';
import { matches } from '../../../text/quantities';
import { log, scenario } from '../example-scenario';
import type { Scenario } from '../model';

const VERDICT = '(?<![\\p{L}\\p{N}])(?:root causes?|caused by|contributing factors?|CF-[\\p{L}\\p{N}]*)';

/** SC-05. Looks at the whole text: a key can give the answer away as well as a value. */
export const noVerdict: AutoCriterion<Scenario> = {
  id: 'SC-05',
  mode: 'auto',
  severity: 'must',
  scope: 'structure',
  readsPacket: false,
  title: 'Evidence only, no verdict words',
  failTitle: 'The evidence gives its conclusion away',
  why: 'A record that names the cause was written after the fact; what a reader finds with it was not found but told.',
  hint: 'Keep what was observed, and move the conclusion to the postmortem.',
  sources: ['HOWIE'],
  check: ({ model, source }) => {
    if (!model.root.exists) return failBecause('GEN-01');
    return judge(
      matches(source.text, VERDICT, undefined, 'i').map((hit) => ({
        span: hit,
        message: `"${hit.text}" is a conclusion; the scenario holds raw evidence`,
      })),
    );
  },
  examples: {
    pass: [
      { source: scenario({ logs: [log(0, { message: 'rows filtered reason=AMOUNT_NULL', ref: 'CFG-9' })] }) },
    ],
    fail: [
      { source: scenario({ logs: [log(0, { message: 'Drop caused by schema v8' })] }), at: ['caused by'] },
      { source: scenario({ 'x-root cause': 'see CF-01' }), at: ['root cause', 'CF-01'] },
    ],
  },
};
