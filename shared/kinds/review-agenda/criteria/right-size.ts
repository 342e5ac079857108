import { type AutoCriterion, judge, type Problem } from '../../../rubric/criterion';
import type { Agenda } from '../model';

export const LONGEST_SLOT = 25;

/** AG-08. */
export const rightSize: AutoCriterion<Agenda> = {
  id: 'AG-08',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: '45 to 120 minutes, 5 to 18 people, no slot above 25 minutes',
  failTitle: 'The review is the wrong size',
  why: 'Under 45 minutes nothing is contested, over two hours nobody contests anything; past eighteen people the meeting is an audience.',
  hint: 'Split the review in two, or trim the list to those who decide and those who know.',
  sources: ['ATAM'],
  check: ({ model }) => {
    const problems: Problem[] = [];
    const duration = model.front.at('meeting', 'duration_min');
    if (model.duration === null || model.duration < 45 || model.duration > 120) {
      problems.push({
        span: duration.span,
        message: `The meeting has ${model.duration ?? 'no stated number of'} minutes; 45 to 120 are wanted`,
      });
    }
    const people = model.participants.length;
    if (people < 5 || people > 18) {
      problems.push({
        span: model.front.at('participants').keySpan,
        message: `${people} participants; 5 to 18 are wanted`,
      });
    }
    for (const slot of model.slots) {
      if (slot.minutes !== null && slot.minutes > LONGEST_SLOT) {
        problems.push({
          span: slot.minutesCell?.span ?? slot.row.span,
          message: `"${slot.item}" takes ${slot.minutes} minutes; no slot should pass ${LONGEST_SLOT}`,
        });
      }
    }
    return judge(problems, [duration.span]);
  },
  examples: {
    pass: [
      {
        source:
          '---\nmeeting: {duration_min: 90}\nparticipants: [{name: A}, {name: B}, {name: C}, {name: D}, {name: E}]\n---\n\n# Review\n',
        evidence: ['90'],
      },
    ],
    fail: [
      {
        source: '---\nmeeting: {duration_min: 30}\nparticipants: [{name: A}]\n---\n\n# Review\n',
        at: ['30', 'participants'],
      },
    ],
  },
};
