import { type AutoCriterion, failBecause, judge, notApplicable } from '../../../rubric/criterion';
import { cellSpan, type DecisionLog } from '../model';

/** DL-06. */
export const lowConfidenceRevisited: AutoCriterion<DecisionLog> = {
  id: 'DL-06',
  mode: 'auto',
  severity: 'could',
  scope: 'value',
  readsPacket: false,
  title: 'Low-confidence decisions say when they are looked at again',
  failTitle: 'A low-confidence decision has no revisit date',
  why: 'Admitting low confidence is honest; acting on it needs a day in the calendar or a number that fires.',
  hint: 'Set a date or a tripwire in the revisit column.',
  sources: ['AZADR'],
  check: ({ model }) => {
    if (!model.table) return failBecause('DL-01');
    const low = model.rows.filter((row) => /^low$/i.test(row.text('confidence').trim()));
    if (low.length === 0) return notApplicable('No decision is of low confidence');
    return judge(
      low.flatMap((row) =>
        row.text('revisit').trim() === ''
          ? [
              {
                span: cellSpan(row, 'revisit'),
                message: `${row.id} is of low confidence and is never revisited`,
              },
            ]
          : [],
      ),
      low.map((row) => cellSpan(row, 'revisit')),
    );
  },
  examples: {
    pass: [
      {
        source:
          '# Log\n\n| ID | Status | Confidence | Revisit |\n| --- | --- | --- | --- |\n| ADR-001 | accepted | low | TW-02 |\n',
        evidence: ['TW-02'],
      },
    ],
    fail: [
      {
        source:
          '# Log\n\n| ID | Status | Confidence | Revisit |\n| --- | --- | --- | --- |\n| ADR-001 | accepted | low | |\n',
        at: ['ADR-001'],
      },
    ],
  },
};
