import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { words } from '../../../text/prose';
import { block } from '../example-block';
import { type Playbook, textOf } from '../model';

const LEAST_WORDS = 8;
/** "None for us" refuses; "None of our teams has run it" concedes. */
const REFUSES =
  /^\s*(?:nothing|none|not applicable|n\/a)(?!\p{L})(?=\s*(?:$|[.,;:!–—-]|(?:to (?:concede|add|say)|for|here|really|is true|applies|at all|of (?:substance|note|importance)|worth)(?!\p{L})))/iu;

/** OP-06. */
export const concessions: AutoCriterion<Playbook> = {
  id: 'OP-06',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Every answer concedes what is true in the objection',
  failTitle: 'An answer concedes nothing',
  why: 'Every objection worth ten minutes has something true in it. Whoever does not find it has not listened, and the asker knows.',
  hint: 'Say what is true in the objection, with its size, in eight words or more; then bound it.',
  sources: ['CONS'],
  check: ({ model }) => {
    if (model.objections.length === 0) return failBecause('OP-01');
    const conceded = model.objections.flatMap((objection) => {
      const field = objection.field('concede');
      return field
        ? [{ id: objection.id, span: field.value, text: textOf(model, objection, 'concede') }]
        : [];
    });
    if (conceded.length === 0) return failBecause('OP-03');
    const problems: Problem[] = [];
    for (const { id, span, text } of conceded) {
      const count = words(text);
      if (REFUSES.test(text)) problems.push({ span, message: `${id} concedes nothing` });
      else if (count < LEAST_WORDS)
        problems.push({ span, message: `The concession of ${id} has ${count} words of ${LEAST_WORDS}` });
    }
    return judge(
      problems,
      conceded.map(({ span }) => span),
    );
  },
  examples: {
    pass: [
      { source: block({}), evidence: ['behind in cash'] },
      { source: block({ Concede: 'None of our three teams has run a cluster of this size.' }) },
      { source: block({ Concede: 'Nothing protects a reader on the old version until P3.' }) },
    ],
    fail: [
      {
        source: block({ Concede: 'Kinesis is simpler to operate.' }),
        at: ['Kinesis is simpler to operate.'],
      },
      {
        source: block({ Concede: 'None for the warehouse; the other consumers have to deduplicate.' }),
        at: ['None for the warehouse; the other consumers have to deduplicate.'],
      },
      { source: block({ Concede: 'Nothing.' }), at: ['Nothing.'] },
      { source: block({ Concede: '' }), at: [] },
    ],
  },
};
