import { type AutoCriterion, fail, failBecause, pass } from '../../../rubric/criterion';
import { counter, log, many, scenario, series } from '../example-scenario';
import { pointsOf, recordsOf, type Scenario } from '../model';

const LEAST = 300;
const MOST = 600;

/** SC-03. */
export const volume: AutoCriterion<Scenario> = {
  id: 'SC-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: `There are ${LEAST} to ${MOST} log, counter and metric records`,
  failTitle: 'There are too few or too many log, counter and metric records',
  why: 'With fifty records the answer lies on top; with five thousand nobody reads them. Finding the signal is the exercise.',
  hint: 'Change the number of filler log lines.',
  sources: ['Seed'],
  check: ({ model }) => {
    if (!model.root.exists) return failBecause('GEN-01');
    const logs = recordsOf(model, 'logs').length;
    const counters = recordsOf(model, 'pipeline_counters').length;
    const points = pointsOf(model).length;
    if (logs === 0 || counters === 0 || points === 0) return failBecause('SC-01');
    const total = logs + counters + points;
    const { root } = model;
    if (total >= LEAST && total <= MOST)
      return pass(...['logs', 'pipeline_counters', 'metrics'].map((key) => root.at(key).keySpan));
    const sum = `${logs} log lines + ${counters} counters + ${points} metric points = ${total}`;
    return fail({ span: root.at('logs').keySpan, message: `${sum}; ${LEAST} to ${MOST} are wanted` });
  },
  examples: {
    pass: [
      {
        source: scenario({
          logs: many(100, log),
          pipeline_counters: many(100, counter),
          metrics: [series(100)],
        }),
        evidence: ['"logs"', '"pipeline_counters"', '"metrics"'],
      },
    ],
    fail: [
      {
        source: scenario({
          logs: many(99, log),
          pipeline_counters: many(100, counter),
          metrics: [series(100)],
        }),
        at: ['"logs"'],
      },
      {
        source: scenario({
          logs: many(401, log),
          pipeline_counters: many(100, counter),
          metrics: [series(100)],
        }),
        at: ['"logs"'],
      },
      { source: scenario({ logs: undefined }) },
    ],
  },
};
