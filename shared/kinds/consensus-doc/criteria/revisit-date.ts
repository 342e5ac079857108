import { type AutoCriterion, fail, failBecause, pass } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { dates, dayNumber } from '../../../text/quantities';
import type { Consensus } from '../model';
import { OUTLINE } from '../outline';
import { SKELETON } from '../skeleton';

const MOST_DAYS = 366;

/** CON-10. */
export const revisitDate: AutoCriterion<Consensus> = {
  id: 'CON-10',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'The decision is revisited within twelve months',
  failTitle: 'No date says when the decision is revisited',
  why: 'Tripwires catch what was foreseen; the date catches the rest, and tells dissenters that the door is not shut.',
  hint: 'Set a date at most twelve months after the decision.',
  sources: ['AZADR'],
  check: ({ model }) => {
    const section = model.section('revisit');
    if (!section)
      return fail({
        span: model.place('revisit'),
        message: 'There is no "Revisit date" section; its place is at this heading',
        ...sectionFix(model.doc, SKELETON, OUTLINE.revisit.name),
      });
    const stated = dates(model.doc.plain, section.body).find((date) => dayNumber(date.text) !== null);
    if (!stated) return fail({ span: section.heading.span, message: 'The section holds no date' });
    const decided = dayNumber(model.header.at('decision_date').spelled ?? '');
    if (decided === null) return failBecause('CON-06');
    const days = (dayNumber(stated.text) ?? 0) - decided;
    const span = { from: stated.from, to: stated.to };
    if (days <= 0) return fail({ span, message: `${stated.text} is not after the decision` });
    return days <= MOST_DAYS
      ? pass(span)
      : fail({
          span,
          message: `${stated.text} is ${days} days after the decision; ${MOST_DAYS} are the most`,
        });
  },
  examples: {
    pass: [{ source: example('2024-11-08, one year on.'), evidence: ['2024-11-08'] }],
    fail: [
      { source: example('2025-11-08.'), at: ['2025-11-08'] },
      { source: example('2023-11-08.'), at: ['2023-11-08'] },
      { source: example('Next year.'), at: ['## Revisit date'] },
      { source: example('2024-11-08.').replace('"2023-11-09"', 'soon'), at: [] },
      { source: '## Sign-off\n\nText.\n', at: ['## Sign-off'] },
    ],
  },
};

function example(text: string): string {
  return `---\ndecision_date: "2023-11-09"\n---\n\n## Revisit date\n\n${text}\n`;
}
