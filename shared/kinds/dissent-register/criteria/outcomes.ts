import {
  type AutoCriterion,
  failBecause,
  judge,
  notApplicable,
  type Problem,
} from '../../../rubric/criterion';
import { words } from '../../../text/prose';
import { dayNumber, has, QTY } from '../../../text/quantities';
import { called, type Register } from '../model';

const SETTLED = new Set(['tripped', 'vindicated', 'disproved']);
const LEAST_WORDS = 10;

/** DIS-05. "Metric" is an incident id, an alert id, a tripwire id or a quantity in the note. */
export const outcomes: AutoCriterion<Register> = {
  id: 'DIS-05',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Settled dissents say how they turned out',
  failTitle: 'A settled dissent does not say how it turned out',
  why: 'Going back to say who was right is the rarest habit in review culture, and the one that makes people dissent next time.',
  hint: 'Write an outcome_note with the incident or measurement, and its outcome_date.',
  sources: ['HOWIE'],
  check: ({ model }) => {
    if (model.entries.length === 0) return failBecause('DIS-01');
    const settled = model.entries.filter((entry) => SETTLED.has(entry.at('status').text ?? ''));
    if (settled.length === 0) return notApplicable('No dissent is settled yet');
    const problems: Problem[] = [];
    for (const entry of settled) {
      const note = entry.at('outcome_note');
      const noteSpan = note.exists ? note.span : entry.at('status').span;
      const text = note.text ?? '';
      if (words(text) < LEAST_WORDS) {
        problems.push({
          span: noteSpan,
          message: `${called(entry)} is ${entry.at('status').text}; its outcome note has ${words(text)} words of ${LEAST_WORDS}`,
        });
      } else if (!/\b(?:INC-\d{4}-\d{4}|TW-\d{2}|ALR-[\w-]+)\b/.test(text) && !has(text, QTY)) {
        problems.push({
          span: noteSpan,
          message: `${called(entry)}: the outcome note names no incident and no measurement`,
        });
      }
      const when = entry.at('outcome_date');
      if (dayNumber(when.text ?? '') === null) {
        problems.push({
          span: when.exists ? when.span : entry.at('status').span,
          message: `${called(entry)} has no outcome date`,
        });
      }
    }
    return judge(
      problems,
      settled.map((entry) => entry.at('outcome_note').span),
    );
  },
  examples: {
    pass: [
      {
        source:
          'entries:\n  - {id: D-01, status: vindicated, outcome_date: "2024-03-12", outcome_note: "INC-2024-0312 dropped order rows for six hours before finance noticed the gap"}\n',
        evidence: ['INC-2024-0312'],
      },
    ],
    fail: [
      {
        source: 'entries:\n  - {id: D-01, status: vindicated, outcome_note: "It happened"}\n',
        at: ['It happened', 'vindicated'],
      },
    ],
  },
};
