import { type AutoCriterion, fail, judge, type Problem } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { has, matches, QTY } from '../../../text/quantities';
import { packet } from '../example-packet';
import type { PromoPacket } from '../model';
import { OUTLINE } from '../outline';
import { SKELETON } from '../skeleton';

const LEAST = 4;
const FUTURE = "(?<![\\p{L}-])(?:will(?! of)|plans? to|going to)(?!\\p{L})|(?<=\\p{L})['’]ll(?!\\p{L})";

/** PP-04. */
export const outcomesHappened: AutoCriterion<PromoPacket> = {
  id: 'PP-04',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Four outcomes have happened and are numbers',
  failTitle: 'Outcomes are promises, or have no number',
  why: 'Committees promote for what has happened. A plan in the outcome column makes them wonder what else has not.',
  hint: 'Report what happened, in the past tense and with a number and its unit.',
  sources: ['SENG'],
  check: ({ model }) => {
    const { doc, evidence } = model;
    const section = model.section('evidence');
    if (!section)
      return fail({
        span: model.place('evidence'),
        message: 'There is no section "Evidence by competency"',
        ...sectionFix(model.doc, SKELETON, OUTLINE.evidence.name),
      });
    if (!evidence)
      return fail({
        span: section.heading.span,
        message: 'The evidence has no table with a column for the outcome',
      });
    const problems: Problem[] = evidence.rows.flatMap(({ outcome }) =>
      outcome
        ? matches(doc.plain, FUTURE, outcome.span, 'i').map((hit) => ({
            span: hit,
            message: `"${hit.text}" is about the future; an outcome has happened`,
          }))
        : [],
    );
    const numbered = evidence.rows.filter(({ row }) => has(doc.plain.slice(row.span.from, row.span.to), QTY));
    if (numbered.length < LEAST) {
      const bare = evidence.rows.find((row) => !numbered.includes(row));
      problems.push({
        span: filled(bare?.outcome?.span) ?? bare?.row.span ?? evidence.header.span,
        message: `${numbered.length} rows of ${LEAST} hold a number with a unit`,
      });
    }
    return judge(
      problems.sort((a, b) => a.span.from - b.span.from),
      numbered.map(({ row }) => row.span),
    );
  },
  examples: {
    pass: [{ source: packet({}), evidence: ['94 min to 5 min'] }],
    fail: [
      {
        source: packet({}).replace('Saved $445,740 over 5 years', 'Will save $445,740 over 5 years'),
        at: ['Will'],
      },
      { source: packet({}).replace('Saved $445,740 over 5 years', 'Saved a lot'), at: ['Saved a lot'] },
      { source: packet({ rows: [] }), at: ['| Competency | Artifact | Outcome | Who else gained |'] },
      { source: '# Me\n\n## Evidence\n\nI did well.\n', at: ['## Evidence'] },
    ],
  },
};

function filled<Range extends { readonly from: number; readonly to: number }>(
  span: Range | undefined,
): Range | null {
  return span && span.to > span.from ? span : null;
}
