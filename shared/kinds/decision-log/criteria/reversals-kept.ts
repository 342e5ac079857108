import { type AutoCriterion, fail, failBecause, pass } from '../../../rubric/criterion';
import { words } from '../../../text/prose';
import { contains, type Span } from '../../../text/span';
import { cellSpan, type DecisionLog, logSpan } from '../model';

const LEAST_WORDS = 20;

/** DL-04. The lesson is the sub-section, list item or paragraph of the lessons section that names the id. */
export const reversalsKept: AutoCriterion<DecisionLog> = {
  id: 'DL-04',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'A reversed decision is kept, with what it taught',
  failTitle: 'No reversed decision is kept with its lesson',
  why: 'A catalog without a reversal is either very young or edited; the reversal is where judgement shows.',
  hint: 'Keep rejected and superseded rows and say in twenty words what the reversal taught.',
  sources: ['AZADR'],
  check: ({ model }) => {
    if (!model.table) return failBecause('DL-01');
    const reversed = model.rows.filter((row) => /^(?:rejected|superseded)$/i.test(row.text('status').trim()));
    if (reversed.length === 0)
      return fail({ span: logSpan(model), message: 'No row is rejected or superseded' });
    const lessons = model.lessons;
    if (!lessons) {
      const ids = reversed.map((row) => row.id).join(', ');
      return fail({
        span: cellSpan(reversed[0] as (typeof reversed)[number], 'status'),
        message: `No section says what ${ids} taught`,
      });
    }
    for (const row of reversed) {
      const text = lessonOn(model, row.id, lessons.body);
      if (text && words(model.doc.plain.slice(text.from, text.to)) >= LEAST_WORDS) return pass(text);
    }
    return fail({
      span: lessons.heading.span,
      message: `None of ${reversed.map((row) => row.id).join(', ')} has ${LEAST_WORDS} words on what it taught`,
    });
  },
  examples: {
    pass: [
      {
        source:
          '# Log\n\n| ID | Status |\n| --- | --- |\n| ADR-004 | superseded |\n\n## Reversed or superseded\n\n### ADR-004\n\nWe assumed that readers upgrade first, and nothing tested it; since then an assumption without a test is listed as a bad consequence in the record.\n',
        evidence: ['readers upgrade first'],
      },
    ],
    fail: [
      {
        source:
          '# Log\n\n| ID | Status |\n| --- | --- |\n| ADR-004 | superseded |\n\n## Reversed or superseded\n\nADR-004 was replaced.\n',
        at: ['## Reversed or superseded'],
      },
      { source: '# Log\n\n| ID | Status |\n| --- | --- |\n| ADR-004 | accepted |\n', at: ['# Log'] },
    ],
  },
};

function lessonOn(model: DecisionLog, id: string, within: Span): Span | null {
  const sub = model.doc.sections.find((s) => contains(within, s.heading.span) && s.heading.text.includes(id));
  if (sub) return sub.body;
  const block = model.doc.blocks.find(
    (b) => contains(within, b.span) && model.doc.plain.slice(b.span.from, b.span.to).includes(id),
  );
  return block?.span ?? null;
}
