import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import type { DataReader } from '../../../rubric/read-data';
import { slos } from '../example-slos';
import { METHODS, type Slos } from '../model';

/** SLD-02. */
export const targetWindowMethod: AutoCriterion<Slos> = {
  id: 'SLD-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Target, window and method are set',
  failTitle: 'A target, a window or a method is missing',
  why: 'A target without its window has no budget, and 99.9 read as a share is a promise of a hundred times more than everything.',
  hint: 'Use the OpenSLO form: one time window, Occurrences or Timeslices, and targets as shares below 1 (99.95 % is 0.9995).',
  sources: ['OSLO'],
  check: ({ model }) => {
    if (model.slos.length === 0) return failBecause('SLD-03');
    const problems: Problem[] = [];
    const lacking = (at: DataReader, id: DataReader) =>
      at.exists ? (at.node?.kind === 'list' ? at.keySpan : at.span) : id.span;
    for (const { name, at, spec } of model.slos) {
      const id = at.at('id');
      const windows = spec.at('timeWindow');
      if (windows.items.length !== 1)
        problems.push({
          span: lacking(windows, id),
          message: `${name} has ${windows.items.length} time windows; exactly one is wanted`,
        });
      else if (windows.at(0, 'duration').text === null)
        problems.push({ span: lacking(windows, id), message: `${name}: the time window has no duration` });
      const method = spec.at('budgetingMethod');
      if (!METHODS.some((known) => known === method.text)) {
        const found =
          method.spelled === null ? 'no budgeting method' : `the budgeting method "${method.spelled}"`;
        problems.push({
          span: lacking(method, id),
          message: `${name} has ${found}; use ${METHODS.join(' or ')}`,
        });
      }
      const objectives = spec.at('objectives');
      if (objectives.items.length === 0)
        problems.push({ span: lacking(objectives, id), message: `${name} has no objective with a target` });
      for (const objective of objectives.items) {
        const target = objective.at('target');
        if (target.number !== null && target.number >= 0 && target.number < 1) continue;
        const found = target.spelled === null ? 'no target' : `the target ${target.spelled}`;
        problems.push({
          span: target.exists ? target.span : objectives.keySpan,
          message: `${name} has ${found}; a share of at least 0 and below 1 is wanted`,
        });
      }
    }
    return judge(
      problems,
      model.slos.map(({ spec }) => spec.at('objectives', 0, 'target').span),
    );
  },
  examples: {
    pass: [{ source: slos(spec('0.9995', 'Occurrences', '{duration: 28d}')), evidence: ['0.9995'] }],
    fail: [
      { source: slos(spec('99.95', 'Occurrences', '{duration: 28d}')), at: ['99.95'] },
      {
        source: slos(spec('0.99', 'Guesses', '{duration: 28d}, {duration: 7d}'), 'title: bare'),
        at: ['timeWindow', 'Guesses', 'SLO-02', 'SLO-02', 'SLO-02'],
      },
      { source: 'slos: []\n' },
    ],
  },
};

function spec(target: string, method: string, windows: string): string {
  return `openslo: {spec: {timeWindow: [${windows}], budgetingMethod: ${method}, objectives: [{target: ${target}}]}}`;
}
