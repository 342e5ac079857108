import { type AutoCriterion, fail, pass } from '../../../rubric/criterion';
import { businessDays, dayNumber } from '../../../text/quantities';
import type { Agenda } from '../model';

const LEAST_DAYS = 2;

/** AG-07. */
export const preReadEarly: AutoCriterion<Agenda> = {
  id: 'AG-07',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'The pre-read goes out two working days ahead',
  failTitle: 'The pre-read goes out too late',
  why: 'People who see a proposal for the first time in the room defend what they have; two days let them change their minds alone.',
  hint: 'Move the meeting, not the standard.',
  sources: ['GDD'],
  check: ({ model }) => {
    const sent = model.front.at('pre_read_sent');
    const meeting = model.front.at('meeting', 'date');
    const from = dayNumber(sent.text ?? '');
    const to = dayNumber(meeting.text ?? '');
    if (from === null) return fail({ span: sent.span, message: 'The header has no pre_read_sent date' });
    if (to === null) return fail({ span: meeting.span, message: 'The header has no meeting.date' });
    const days = businessDays(from, to);
    if (days >= LEAST_DAYS) return pass(sent.span, meeting.span);
    return fail({
      span: sent.span,
      message: `The pre-read goes out ${days} working ${days === 1 ? 'day' : 'days'} before the meeting; ${LEAST_DAYS} are wanted`,
    });
  },
  examples: {
    pass: [
      {
        source: '---\nmeeting:\n  date: "2023-11-07"\npre_read_sent: "2023-11-02"\n---\n\n# Review\n',
        evidence: ['2023-11-02'],
      },
    ],
    fail: [
      {
        source: '---\nmeeting:\n  date: "2023-11-06"\npre_read_sent: "2023-11-04"\n---\n\n# Review\n',
        at: ['2023-11-04'],
      },
    ],
  },
};
