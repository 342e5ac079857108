import { type AutoCriterion, fail, failBecause, pass } from '../../../rubric/criterion';
import { has, QTY } from '../../../text/quantities';
import { fishbone } from '../example-fishbone';
import type { Fishbone } from '../model';

/** FB-02. */
export const headQuantified: AutoCriterion<Fishbone> = {
  id: 'FB-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'The head states the effect in numbers',
  failTitle: 'The head states the effect without a number',
  why: 'With "data loss" at the head everything is a cause; a count and a window decide which bones can have carried it.',
  hint: 'Put the events and the minutes into the head, such as "5,367,722 events dropped in 365 min".',
  sources: ['ISHI'],
  check: ({ model }) => {
    if (!model.readable) return failBecause(model.doc.type === null ? 'GEN-01' : 'FB-01');
    const { head } = model;
    if (!head) return failBecause('FB-01');
    if (has(head.label, QTY)) return pass(head.span);
    return fail({ span: head.span, message: `The head "${head.label}" holds no number with a unit` });
  },
  examples: {
    pass: [{ source: fishbone('5,367,722 events dropped in 365 min', ['A', '1']), evidence: ['365 min'] }],
    fail: [
      { source: fishbone('Data loss in March', ['A', '1']), at: ['head["Data loss in March"]'] },
      { source: 'sequenceDiagram\n  a->>b: hi\n' },
    ],
  },
};
