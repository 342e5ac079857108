import {
  type AutoCriterion,
  failBecause,
  judge,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import { type BreakEven, breakEvens as breakEvensOf, gapAt, leaders, MAX_CASES, meets } from '../cases';
import { changed, EXAMPLE_MODEL } from '../example-model';
import type { CostModel } from '../model';

const LEAST = 2;

/** TCO-07: at each stated value the two NPVs meet. Other drivers stay at base, and `x-with` is set as in a sensitivity row. */
export const breakEvens: AutoCriterion<CostModel> = {
  id: 'TCO-07',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Break-evens between the top two options',
  failTitle: 'Break-evens are missing or do not hold',
  why: 'A break-even is the sentence "we are wrong if": it turns a ranking into something that can be watched.',
  hint: "Find the value of the driver at which the two NPVs meet and record it, with the driver's id in parentheses.",
  sources: ['MCDM'],
  check: ({ model }) => {
    if (model.options.length < 2) return failBecause('TCO-01');
    const at = model.root.at('break_evens');
    const entries = breakEvensOf(model);
    const top = leaders(model);
    if (top.length < 2) return notEvaluated('The top two options are known when their NPVs are');
    if (entries.length > MAX_CASES)
      return notEvaluated(`Only files with up to ${MAX_CASES} break-evens are recomputed`);
    const problems: Problem[] = [];
    const between = entries.filter((entry) => top.every((id) => entry.between.includes(id)));
    if (between.length < LEAST) {
      problems.push({
        span: at.exists ? at.keySpan : model.root.at('options').keySpan,
        message: `${between.length} of at least ${LEAST} break-evens are between the two cheapest options, ${top.join(' and ')}`,
      });
    }
    for (const entry of entries) {
      const problem = judgeEntry(model, entry);
      if (problem === 'unknown')
        return notEvaluated('Break-evens can be judged when every formula computes (TCO-04)');
      if (problem) problems.push(problem);
    }
    return judge(
      problems,
      entries.map((entry) => entry.at.at('value').span),
    );
  },
  examples: {
    pass: [{ source: EXAMPLE_MODEL, evidence: ['8.235'] }],
    fail: [
      { source: changed('value: 8.235', 'value: 9.5'), at: ['9.5'] },
      { source: changed('hot retention (a_ret), value', 'hot retention, value'), at: ['hot retention'] },
      {
        source: changed(
          'value: 8.235, unit: days, between: [stream, hosted]',
          'value: 8.235, unit: days, between: [stream, hostel]',
        ),
        at: ['break_evens', '[stream, hostel]'],
      },
    ],
  },
};

function judgeEntry(model: CostModel, entry: BreakEven): Problem | 'unknown' | null {
  const { driver, value, between } = entry;
  const strangers = between.filter((id) => !model.options.some((option) => option.id === id));
  if (between.length !== 2 || strangers.length > 0) {
    const pair = entry.at.at('between');
    const span = pair.exists ? pair.span : entry.at.at('driver').span;
    return {
      span,
      message: `"${driver}" must name two options of the model, found ${between.join(', ') || 'none'}`,
    };
  }
  if (entry.knob === null) {
    return {
      span: entry.at.at('driver').span,
      message: `"${driver}" ends with no id of an assumption or price, so it cannot be recomputed`,
    };
  }
  if (value === null) return { span: entry.at.at('driver').span, message: `"${driver}" has no value` };
  const gap = gapAt(model, entry);
  if (!gap) return 'unknown';
  if (meets(gap)) return null;
  const [a, b] = between;
  const share = ((100 * Math.abs(gap.difference)) / gap.smaller).toFixed(2);
  const dearer = gap.difference > 0 ? b : a;
  return {
    span: entry.at.at('value').span,
    message: `At ${value} the NPVs of ${a} and ${b} are ${Math.abs(gap.difference)} apart (${share} %, 0.1 % is allowed); ${dearer} is the dearer one`,
  };
}
