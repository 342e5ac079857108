import { type AutoCriterion, fail, judge, type Problem } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { type MaybeFix, putNumber } from '../../../rubric/repairs/write-value';
import { setCell } from '../../../text/edits/cell';
import type { TableCell } from '../../../text/markdown';
import { type Agenda, agendaSpan, clockText } from '../model';
import { SKELETON } from '../skeleton';

/** AG-01. */
export const minutesAddUp: AutoCriterion<Agenda> = {
  id: 'AG-01',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'The minutes add up',
  failTitle: 'The minutes do not add up',
  why: 'An agenda that overbooks itself takes the missing minutes from the decision, which stands last.',
  hint: 'Recompute the slots: each starts when the one before ends, and their sum is the length of the meeting.',
  sources: ['Seed'],
  check: ({ model }) => {
    if (model.slots.length === 0)
      return fail({
        span: agendaSpan(model),
        message: 'The agenda has no table of slots with minutes and items',
        ...sectionFix(model.doc, SKELETON, 'Agenda (all times UTC)'),
      });
    const problems: Problem[] = [];
    const at = model.front.at('meeting', 'duration_min');
    const length =
      model.start === null || model.end === null || model.end <= model.start ? null : model.end - model.start;
    const slotted = model.slots.reduce((total, slot) => total + (slot.minutes ?? Number.NaN), 0);
    const durationSpan = at.exists ? at.span : model.front.at('meeting').keySpan;
    if (model.duration === null)
      problems.push({
        span: durationSpan,
        message: 'The header states no meeting.duration_min',
        ...(length === null ? {} : putNumber(model.front.at('meeting'), 'duration_min', String(length))),
      });
    if (
      model.start !== null &&
      model.end !== null &&
      model.duration !== null &&
      model.end - model.start !== model.duration
    ) {
      problems.push({
        span: durationSpan,
        message: `The header says ${model.duration} minutes; ${clockText(model.start)} to ${clockText(model.end)} is ${model.end - model.start}`,
        // The clock and the slots agree: the stated length is the odd one.
        ...(length === slotted ? putNumber(model.front.at('meeting'), 'duration_min', String(length)) : {}),
      });
    }
    let expected = model.start;
    let sum = 0;
    for (const slot of model.slots) {
      if (slot.minutes === null) {
        problems.push({
          span: slot.minutesCell?.span ?? slot.row.span,
          message: `"${slot.item}" has no whole number of minutes`,
        });
        expected = null;
        continue;
      }
      if (slot.start !== null && expected !== null && slot.start !== expected) {
        problems.push({
          span: slot.startCell?.span ?? slot.row.span,
          message: `"${slot.item}" starts at ${clockText(slot.start)}; the slots before it end at ${clockText(expected)}`,
          ...(slot.startCell ? startingAt(model, slot.startCell, expected) : {}),
        });
      }
      expected = (slot.start ?? expected) === null ? null : (slot.start ?? expected ?? 0) + slot.minutes;
      sum += slot.minutes;
    }
    if (
      model.duration !== null &&
      sum !== model.duration &&
      model.slots.every((slot) => slot.minutes !== null)
    ) {
      const last = model.slots.at(-1);
      problems.push({
        span: last?.minutesCell?.span ?? durationSpan,
        message: `The slots add up to ${sum} minutes, the meeting has ${model.duration}`,
      });
    }
    return judge(
      problems,
      model.slots.map((slot) => slot.minutesCell?.span ?? slot.row.span),
    );
  },
  examples: {
    pass: [
      {
        source: agenda(
          '14:00',
          '15:00',
          60,
          '| 14:00 | 20 | Read | A | silent | notes |\n| 14:20 | 40 | Decide | B | round | decision |',
        ),
      },
    ],
    fail: [
      {
        source: agenda(
          '14:00',
          '15:00',
          60,
          '| 14:00 | 20 | Read | A | silent | notes |\n| 14:25 | 35 | Decide | B | round | decision |',
        ),
        at: ['14:25', '35'],
      },
      { source: agenda('14:00', '15:30', 60, '| 14:00 | 60 | Read | A | silent | notes |'), at: ['60'] },
      { source: '# Review\n\n## Agenda\n\nWe talk.\n', at: ['## Agenda'] },
      {
        source: agenda('14:00', '15:00', 50, '| 14:00 | 60 | Read | A | silent | notes |'),
        at: ['50', '60'],
      },
    ],
  },
};

/** The start that the slots before give; a cell that holds more than a time is left alone. */
function startingAt(model: Agenda, cell: TableCell, minutes: number): MaybeFix {
  const time = clockText(minutes);
  const plain = /^\d{1,2}:\d{2}$/.test(cell.text) && minutes < 24 * 60;
  return plain ? { fix: { title: `Write ${time}`, edits: [setCell(model.doc, cell, time)] } } : {};
}

function agenda(start: string, end: string, minutes: number, rows: string): string {
  return `---\nmeeting:\n  start: "${start}"\n  end: "${end}"\n  duration_min: ${minutes}\n---\n\n# Review\n\n## Agenda\n\n| Start | Minutes | Item | Lead | Method | Output |\n| --- | --- | --- | --- | --- | --- |\n${rows}\n`;
}
