import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { inTextOrder } from '../in-text-order';
import { countersOf, countOf } from './counted';
import { assessment, IMPACT, POSTMORTEM, report, SCENARIO, scenario } from './example-impact';
import { droppedMeasure, type ImpactMeasure, measuresOf } from './impact-measures';
import {
  baselineProblems,
  countProblems,
  expectedValues,
  methodProblems,
  quoteProblems,
  sumProblems,
  totalProblem,
} from './impact-problems';

/**
 * The scheme: what was dropped is the sum, over the windows from start to end of the impact, of what was filtered less the baseline. The
 * baseline is the number that the method of the measure states ("less the baseline of 60") if the windows before the impact bear it out, else
 * the middle one of those windows. Every other figure is computed as its own method says ("IM-01 divided by ten"), from the rounded figure
 * before it, and rounded to the places it is given to. The scheme knows no factor of its own.
 */
export const countsEqualCounters: ConsistencyRule = {
  id: 'X-32',
  severity: 'must',
  title: 'The figures of the impact follow from the counters',
  failTitle: 'A figure of the impact does not recompute',
  why: 'The count of what was lost is the sentence everybody quotes. If it cannot be had from the counters by arithmetic, it will be asked for in every meeting.',
  hint: 'Sum what was filtered less the baseline from the start to the end of the impact, and take each further figure from the rounded one before it.',
  kinds: ['postmortem', 'support-data', 'incident-scenario', 'incident-timeline'],
  check: (packet) => {
    const measures = measuresOf(packet);
    if (measures.length === 0)
      return {
        verdict: 'not-evaluated',
        reason: 'The packet states no impact: no assessment, no impact table',
      };
    const total = droppedMeasure(measures);
    const counted = total ? countersOf(packet, total) : null;
    const found = counted && total ? { id: total.id, value: countOf(counted) } : null;
    const right = expectedValues(measures, found);
    const counts = counted ? countProblems(packet, counted) : [];
    const figures = [
      ...(total && counted ? totalProblem(total, counted) : []),
      ...methodProblems(
        measures.filter((measure) => !reliesOn(measure, counts)),
        right,
        found?.id ?? null,
      ),
    ];
    const problems = [
      ...counts,
      ...figures,
      ...(total && counted ? baselineProblems(packet, total, counted) : []),
      // A figure that is told already breaks its own breakdown.
      ...sumProblems(
        packet,
        measures.filter((measure) => !figures.some((problem) => samePlace(problem, measure))),
      ),
      ...quoteProblems(packet, measures, right),
    ];
    if (problems.length > 0) return { verdict: 'fail', problems: inTextOrder(problems) };
    if (!total)
      return {
        verdict: 'not-evaluated',
        reason: 'No figure of the impact is said to be a sum of what was filtered',
      };
    if (!counted)
      return {
        verdict: 'not-evaluated',
        reason:
          'The packet has no counters around the impact to count from (incident scenario, start and end)',
      };
    return { verdict: 'pass', evidence: measures.map(({ path, span }) => ({ path, span })) };
  },
  examples: {
    pass: [
      { files: { [SCENARIO]: scenario(), [IMPACT]: assessment(90, 9), [POSTMORTEM]: report('90', '9') } },
      { files: { [SCENARIO]: scenario(), [POSTMORTEM]: report('90', '9') } },
    ],
    fail: [
      {
        files: { [SCENARIO]: scenario(), [IMPACT]: assessment(80, 9), [POSTMORTEM]: report('80', '9') },
        at: [[IMPACT, '80']],
      },
      {
        files: { [SCENARIO]: scenario(), [IMPACT]: assessment(90, 8), [POSTMORTEM]: report('90', '9') },
        at: [[IMPACT, '8']],
      },
      { files: { [SCENARIO]: scenario(), [POSTMORTEM]: report('91', '9') }, at: [[POSTMORTEM, '91 events']] },
    ],
  },
};

/** True when the method of a figure computes with a count that is told already. */
function reliesOn({ method }: ImpactMeasure, counts: readonly RuleProblem[]): boolean {
  if (!method) return false;
  const operands = [method.places['left'], method.places['right']].flatMap((span) => span ?? []);
  return operands.some((span) => counts.some((count) => samePlace(count, { path: method.path, span })));
}

function samePlace(a: Place, b: Place): boolean {
  return a.path === b.path && a.span.from === b.span.from;
}
