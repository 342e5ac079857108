import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { words } from '../../../text/prose';
import { has, QTY } from '../../../text/quantities';
import { block } from '../example-block';
import { type Playbook, textOf } from '../model';

const MOST_WORDS = 50;

/** OP-04. */
export const shortAnswers: AutoCriterion<Playbook> = {
  id: 'OP-04',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Each answer takes one breath and holds a number',
  failTitle: 'An answer is long, or holds no number',
  why: 'Nobody is convinced by the third sentence. One number that decides the question can be repeated by people who were not there.',
  hint: 'Cut to the number that decides it, with its unit, in at most fifty words.',
  sources: ['BLUF'],
  check: ({ model }) => {
    if (model.objections.length === 0) return failBecause('OP-01');
    const answered = model.objections.flatMap((objection) => {
      const field = objection.field('answer');
      return field ? [{ id: objection.id, span: field.value, text: textOf(model, objection, 'answer') }] : [];
    });
    if (answered.length === 0) return failBecause('OP-03');
    const problems: Problem[] = [];
    for (const { id, span, text } of answered) {
      const count = words(text);
      if (count > MOST_WORDS)
        problems.push({
          span,
          message: `The answer to ${id} has ${count} words; at most ${MOST_WORDS} fit one breath`,
        });
      if (!has(text, QTY))
        problems.push({ span, message: `The answer to ${id} holds no number with a unit` });
    }
    return judge(
      problems,
      answered.map(({ span }) => span),
    );
  },
  examples: {
    pass: [{ source: block({}), evidence: ['$445,740'] }],
    fail: [
      { source: block({ 'Answer in one breath': 'It scales.' }), at: ['It scales.'] },
      {
        source: block({ 'Answer in one breath': `In 4 years.${' And so it goes.'.repeat(12)}` }),
        at: [`In 4 years.${' And so it goes.'.repeat(12)}`],
      },
      { source: block({ 'Answer in one breath': '' }), at: [] },
    ],
  },
};
