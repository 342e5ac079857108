import { type AutoCriterion, judge, type Problem } from '../../../rubric/criterion';
import { words } from '../../../text/prose';
import type { Agenda } from '../model';

const RULES = ['consent', 'captain', 'vote'];

/** AG-02. */
export const oneDecision: AutoCriterion<Agenda> = {
  id: 'AG-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'One decision, one rule, one captain',
  failTitle: 'The meeting does not say what it decides, how, or who decides',
  why: 'A review without a stated question ends in a second review; one without a rule ends in the loudest voice.',
  hint: 'State the decision as a yes-or-no sentence, name the rule, and put the captain among the participants.',
  sources: ['GLDM', 'NFLX'],
  check: ({ model }) => {
    const problems: Problem[] = [];
    const need = model.front.at('decision_needed');
    const count = words(need.text ?? '');
    if (count < 8) problems.push({ span: need.span, message: `decision_needed has ${count} words of 8` });
    const rule = model.front.at('decision_rule');
    if (!RULES.includes(rule.text ?? ''))
      problems.push({
        span: rule.span,
        message: `decision_rule must be ${RULES.join(', ')}; found ${rule.text ? `"${rule.text}"` : 'none'}`,
      });
    const captain = model.front.at('captain');
    const names = model.participants.map((p) => p.at('name').text);
    if (captain.text === null) problems.push({ span: captain.span, message: 'The header names no captain' });
    else if (!names.includes(captain.text))
      problems.push({
        span: captain.span,
        message: `The captain, ${captain.text}, is not among the participants`,
      });
    return judge(problems, [need.span, rule.span, captain.span]);
  },
  examples: {
    pass: [
      {
        source:
          '---\ndecision_needed: Do we replace the hourly batch with Kafka, yes or no?\ndecision_rule: captain\ncaptain: Ana Ruiz\nparticipants:\n  - name: Ana Ruiz\n---\n\n# Review\n',
      },
    ],
    fail: [
      {
        source:
          '---\ndecision_needed: Kafka\ndecision_rule: gut\ncaptain: Ana Ruiz\nparticipants:\n  - name: Ben Otis\n---\n\n# Review\n',
        at: ['Kafka', 'gut', 'Ana Ruiz'],
      },
    ],
  },
};
