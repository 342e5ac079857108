import {
  type AutoCriterion,
  failBecause,
  judge,
  notApplicable,
  type Problem,
} from '../../../rubric/criterion';
import { words } from '../../../text/prose';
import { has, QTY } from '../../../text/quantities';
import { register, risk } from '../example-register';
import { isGrave, placeOf, type Register, type Risk } from '../model';

const LEAST_WORDS = 8;

/** RR-03. */
export const stopping: AutoCriterion<Register> = {
  id: 'RR-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Every high or critical risk says what reduces it and what stops us',
  failTitle: 'A grave risk has no mitigation or no number that stops us',
  why: 'Without a number that stops the work, the decision to go on is made at the worst moment by whoever is awake.',
  hint: 'Ask "what number makes us stop or roll back?" and write it as rollback_trigger with its unit.',
  sources: ['Seed'],
  check: ({ model }) => {
    if (model.risks.length === 0) return failBecause('RR-08');
    const grave = model.risks.filter(isGrave);
    if (grave.length === 0) return notApplicable('No risk is high or critical');
    return judge(
      grave.flatMap(gaps),
      grave.map((item) => item.at.at('rollback_trigger').span),
    );
  },
  examples: {
    pass: [{ source: register(risk()), evidence: ['Replay of 24 h'] }],
    fail: [
      { source: register(risk({ rollback_trigger: undefined })), at: ['"R-01"'] },
      {
        source: register(risk({ rollback_trigger: 'When it gets too slow' })),
        at: ['"When it gets too slow"'],
      },
      { source: register(risk({ mitigation: 'Monitor closely' })), at: ['"Monitor closely"'] },
    ],
  },
};

function gaps(item: Risk): Problem[] {
  const problems: Problem[] = [];
  const mitigation = item.at.at('mitigation');
  const count = words(mitigation.text ?? '');
  if (count < LEAST_WORDS) {
    problems.push({
      span: mitigation.exists ? mitigation.span : placeOf(item),
      message: `${item.id} is ${item.weight}, and its mitigation has ${count} words of ${LEAST_WORDS}`,
      hint: 'Say what is done, by when or by whom, in a sentence.',
    });
  }
  const trigger = item.at.at('rollback_trigger');
  if (trigger.text === null) {
    problems.push({
      span: trigger.exists ? trigger.span : placeOf(item),
      message: `${item.id} is ${item.weight} and has no rollback_trigger`,
    });
  } else if (!has(trigger.text, QTY)) {
    problems.push({
      span: trigger.span,
      message: `The rollback_trigger of ${item.id} holds no number with a unit`,
    });
  }
  return problems;
}
