import type { Related } from '../../rubric/finding';
import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { type Dimension, type Measure, quotesMeasure } from '../../text/measures';
import { listOf, numberOf, type RecordOf, textOf } from '../record-fields';
import { BRIEFING, POSTMORTEM, POSTMORTEM_ONLY } from './x-37-examples';

const SLIDES = 5;
const WEEK = 7 * 1440;
const EVIDENCE = 6;

/** X-37: each quantity on the slides is a value of the postmortem, the impact assessment, the actions or the rollout plan. */
export const slidesQuotePostmortem: ConsistencyRule = {
  id: 'X-37',
  severity: 'must',
  title: 'The slides quote the postmortem',
  failTitle: 'A number on the slides is in no file behind them',
  why: 'Slides are made in a hurry and read by people who remember one number. When it is not the number of the postmortem, both lose their authority.',
  hint: 'Copy the value from the postmortem, the impact assessment, the actions or the rollout plan, rounded if you like; or state it there first.',
  kinds: ['executive-summary', 'postmortem', 'support-data', 'action-items', 'rollout-plan'],
  check: (packet) => {
    const quoted = packet.records('slide-quantity');
    const stated = packet.records('stated-number');
    if (packet.records('briefing').length === 0)
      return { verdict: 'not-evaluated', reason: 'The packet has no executive summary with slides' };
    if (!stated.some(({ path }) => packet.kindOf(path) === 'postmortem'))
      return { verdict: 'not-evaluated', reason: 'The packet has no postmortem that states numbers' };
    if (quoted.length === 0) return { verdict: 'not-evaluated', reason: 'The slides hold no quantity' };
    const problems: RuleProblem[] = [];
    const evidence: Place[] = [];
    for (const quantity of quoted) {
      const measure = measureOf(quantity);
      const source = stated.find((row) => quotesMeasure(measure, statedOf(row)));
      if (source) evidence.push(quantity, source);
      else if (addsUp(measure, quantity, packet)) evidence.push(quantity);
      else if (computed(quantity, packet)) continue;
      else problems.push(problemOf(quantity, measure, stated));
    }
    if (problems.length > 0) return { verdict: 'fail', problems };
    if (packet.records('briefing').some((briefing) => numberOf(briefing, 'slides') !== SLIDES))
      return { verdict: 'fail', problems: [], because: 'EX-01' };
    return {
      verdict: 'pass',
      evidence: evidence.slice(0, EVIDENCE).map(({ path, span }) => ({ path, span })),
    };
  },
  examples: {
    pass: [
      {
        files: {
          ...POSTMORTEM,
          'kit/executive-summary.md': BRIEFING('5.37 million events', '$98,600', '6 h'),
        },
      },
      // The weeks of the actions named beside them add up.
      {
        files: {
          ...POSTMORTEM,
          'kit/executive-summary.md': BRIEFING('6 weeks (AI-04, AI-05, AI-07)', '$98,600', '365 min'),
        },
      },
      { files: { ...POSTMORTEM, 'kit/executive-summary.md': BRIEFING('7.5 weeks', '$39,015.90', '20 %') } },
    ],
    fail: [
      {
        files: {
          ...POSTMORTEM,
          'kit/executive-summary.md': BRIEFING('5.36 million events', '$98,700', '366 min'),
        },
        at: [
          ['kit/executive-summary.md', '5.36 million'],
          ['kit/executive-summary.md', '$98,700'],
          ['kit/executive-summary.md', '366 min'],
        ],
      },
      {
        files: {
          ...POSTMORTEM,
          'kit/executive-summary.md': BRIEFING('5 weeks (AI-04, AI-05)', '$98,600', '37.98 %'),
        },
        at: [['kit/executive-summary.md', '5 weeks']],
      },
      {
        files: {
          ...POSTMORTEM_ONLY,
          'kit/executive-summary.md': BRIEFING('7.5 weeks', '$98,600', '365 min'),
        },
        at: [['kit/executive-summary.md', '7.5 weeks']],
      },
    ],
  },
};

function measureOf(row: RecordOf): Measure {
  return { ...row.span, text: row.id, tolerance: numberOf(row, 'tolerance') ?? 0, ...statedOf(row) };
}

function statedOf(row: RecordOf): Pick<Measure, 'value' | 'dimension' | 'unit'> {
  return {
    value: numberOf(row, 'value') ?? Number.NaN,
    dimension: textOf(row, 'dimension') as Dimension,
    unit: textOf(row, 'unit') ?? '',
  };
}

/** Weeks that are the sum of the efforts of the actions named beside them, or on the slide. */
function addsUp(measure: Measure, quantity: RecordOf, packet: Packet): boolean {
  if (measure.dimension !== 'time') return false;
  return [listOf(quantity, 'near'), listOf(quantity, 'slide_actions')].some((ids) => {
    const actions = packet.definitions('AI').filter(({ id }) => ids.includes(id));
    const weeks = actions.reduce((sum, { data }) => sum + Number(data['effort_weeks'] ?? Number.NaN), 0);
    return actions.length > 0 && Math.abs(weeks * WEEK - measure.value) <= measure.tolerance + 1e-6;
  });
}

/**
 * Durations of the incident and shares of the error budget are computed from times and targets where the packet has them: X-33 and X-35 say
 * what is wrong with them, and one cause gives one finding.
 */
function computed({ path, span }: RecordOf, packet: Packet): boolean {
  const timed = packet.records('timeline-entry').length > 0;
  const targets = packet.records('slo-target').length > 0;
  const there = (set: string) =>
    packet
      .records(set)
      .some((row) => row.path === path && row.span.from < span.to && span.from < row.span.to);
  return (timed && there('stated-duration')) || (targets && there('budget-figure'));
}

function problemOf(quantity: RecordOf, measure: Measure, stated: readonly RecordOf[]): RuleProblem {
  const near = nearest(measure, stated);
  const related: Related[] = near ? [{ path: near.path, span: near.span, message: `States ${near.id}` }] : [];
  return {
    path: quantity.path,
    span: quantity.span,
    message: `"${quantity.id}" is no value of the postmortem, the impact assessment, the actions or the rollout plan${near ? `; the nearest there is ${near.id}` : ''}`,
    related,
  };
}

/** Values further away than this, as a share of the larger one, are about something else. */
const FAR = 0.5;

function nearest(measure: Measure, stated: readonly RecordOf[]): RecordOf | null {
  let best: { readonly row: RecordOf; readonly distance: number } | null = null;
  for (const row of stated) {
    const { value, dimension, unit } = statedOf(row);
    if (dimension !== measure.dimension) continue;
    const larger = Math.max(Math.abs(value), Math.abs(measure.value));
    if (larger === 0) continue;
    // Of two that are as close, the one that counts the same thing.
    const distance = Math.abs(value - measure.value) / larger + (unit === measure.unit ? 0 : 0.001);
    if (distance < FAR && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { row, distance };
  }
  return best?.row ?? null;
}
