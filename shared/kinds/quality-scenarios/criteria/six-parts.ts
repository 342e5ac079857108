import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { fieldSpan } from '../../../rubric/field-span';
import { has, QTY } from '../../../text/quantities';
import { scenarios } from '../example-scenarios';
import { PARTS, type Scenarios } from '../model';

/** QA-C1. */
export const sixParts: AutoCriterion<Scenarios> = {
  id: 'QA-C1',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Every scenario has its six parts and a measure',
  failTitle: 'A scenario lacks a part, or a measure with a number',
  why: '"Must be reliable" cannot be reviewed; who does what to which part under what load, and the number that says it held, can be.',
  hint: 'Fill the six prompts: source, stimulus, environment, artifact, response, measure. Give the measure a number with its unit.',
  sources: ['ATAM'],
  check: ({ model }) => {
    if (model.scenarios.length === 0) return failBecause('QA-C2');
    const problems: Problem[] = [];
    for (const { name, at } of model.scenarios) {
      const lacks = PARTS.filter((part) => at.at(part).spelled === null);
      for (const part of lacks)
        problems.push({ span: fieldSpan(at, part), message: `${name} has no ${part}` });
      const measure = at.at('measure');
      if (measure.spelled !== null && !has(measure.spelled, QTY))
        problems.push({
          span: measure.span,
          message: `${name}: the measure "${measure.spelled}" holds no number with a unit`,
        });
    }
    return judge(
      problems,
      model.scenarios.map(({ at }) => at.at('measure').span),
    );
  },
  examples: {
    pass: [
      {
        source: scenarios(
          'source: Producers, stimulus: Peak, environment: Normal, artifact: Sink, response: Keeps up, measure: p95 at most 5 min',
        ),
        evidence: ['5 min'],
      },
    ],
    fail: [
      {
        source: scenarios(
          'source: Producers, stimulus: Peak, environment: Normal, artifact: Sink, response: "", measure: quickly enough',
          'stimulus: Peak, environment: Normal, artifact: Sink, response: Keeps up, measure: 5 min',
        ),
        at: ['response', 'quickly enough', 'QA-02'],
      },
      { source: 'scenarios: []\n' },
    ],
  },
};
