import { type AutoCriterion, judge, type Problem } from '../../../rubric/criterion';
import type { Matrix } from '../model';

/** TM-05. */
export const shape: AutoCriterion<Matrix> = {
  id: 'TM-05',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'At least three options with one status quo, five to nine criteria',
  failTitle: 'The matrix compares too little',
  why: 'Two options are a choice already made; without the status quo the cost of change is invisible; past nine criteria nobody can hold the trade in mind.',
  hint: 'Score the status quo as an option, add the option a named person would argue for, and merge criteria that move together.',
  sources: ['GDD'],
  check: ({ model }) => {
    const problems: Problem[] = [];
    const options = model.root.at('options');
    const criteria = model.root.at('criteria');
    if (model.options.length < 3)
      problems.push({
        span: options.keySpan,
        message: `The matrix has ${model.options.length} options; at least 3 are wanted`,
      });
    const quo = model.options.filter((o) => o.statusQuo);
    if (model.options.length > 0 && quo.length === 0)
      problems.push({ span: options.keySpan, message: 'No option is marked `status_quo: true`' });
    for (const extra of quo.slice(1))
      problems.push({
        span: extra.at.at('status_quo').span,
        message: `${extra.id} is a second status quo; there can be one`,
      });
    const count = model.criteria.length;
    if (count < 5 || count > 9)
      problems.push({
        span: criteria.keySpan,
        message: `The matrix has ${count} criteria; 5 to 9 are wanted`,
      });
    return judge(problems, [options.keySpan, criteria.keySpan]);
  },
  examples: {
    pass: [
      {
        source:
          'criteria: [{id: C1}, {id: C2}, {id: C3}, {id: C4}, {id: C5}]\noptions: [{id: a, status_quo: false}, {id: b, status_quo: false}, {id: c, status_quo: true}]\n',
      },
    ],
    fail: [
      {
        source: 'criteria: [{id: C1}]\noptions: [{id: a, status_quo: true}, {id: b, status_quo: true}]\n',
        at: ['options', 'true', 'criteria'],
      },
      {
        source:
          'criteria: [{id: C1}, {id: C2}, {id: C3}, {id: C4}, {id: C5}]\noptions: [{id: a}, {id: b}, {id: c}]\n',
        at: ['options'],
      },
    ],
  },
};
