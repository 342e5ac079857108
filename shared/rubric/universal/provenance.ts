import { headingKey } from '../../text/markdown';
import type { PieceText } from '../../text/markdown/piece';
import { inPieces } from '../../text/markdown/pieces';
import { has, MONEY } from '../../text/quantities';
import { contains, movedSpan, type Span } from '../../text/span';
import { type AutoCriterion, fail, notApplicable, pass } from '../criterion';

const NEEDS_SOURCE = `${MONEY}|\\d\\s?%`;
const SAID =
  '(?<![\\p{L}])(?:sources?|measured|assum(?:ptions?|ed|es?|ing)|baselines?|counted|computed|models?|recomputed)(?!\\p{L})';
/** An id such as `R-03` or `INC-2024-0312`, or the name of an assumption of a cost model. Small letters make no id: "mid-2024" is a time. */
const ID = '(?<![A-Za-z0-9-])[A-Z]{1,5}-\\d{1,4}(?:-\\d{4})?(?!\\d)|\\b[apO]_\\w+';
/** A column that holds where the figures of its row come from. */
const SOURCE_COLUMN = /^(?:sources?|evidence|measured|assumptions?|basis|origin|provenance)\b/;

/** Share of number-bearing rows and paragraphs, in per cent, that must say where the number comes from. */
const LEAST_SHARE = 70;

/** At most this many places are shown as evidence. */
const MOST_EVIDENCE = 5;

/** GEN-07: money and percentages come with their origin. */
export const provenance: AutoCriterion<unknown> = {
  id: 'GEN-07',
  mode: 'auto',
  severity: 'could',
  scope: 'value',
  readsPacket: false,
  title: 'Numbers say where they come from',
  failTitle: 'Numbers stand without a source',
  why: 'A figure that can be traced survives the first hostile question; one that cannot loses the page around it.',
  hint: 'Link the source, name the id it comes from, or mark it as an assumption.',
  sources: ['HOWIE'],
  check: ({ source }) => {
    if (source.format !== 'md')
      return notApplicable('Only prose and tables of Markdown files are judged for provenance');
    const doc = source.markdown;
    const figures = inPieces(doc, figuresIn, (one, by) => ({ ...one, span: movedSpan(one.span, by) }));
    // Rows come first.
    const places = [...figures.filter((one) => one.inRow), ...figures.filter((one) => !one.inRow)];
    if (places.length === 0) return notApplicable('The file holds no money and no percentage');
    const isTold = ({ told, span }: Figure) => told || doc.links.some((link) => contains(span, link.span));
    const told = places.filter(isTold).map(({ span }) => span);
    if (told.length * 100 >= places.length * LEAST_SHARE) return pass(...told.slice(0, MOST_EVIDENCE));
    return fail(
      ...places
        .filter((one) => !isTold(one))
        .map(({ span }) => ({
          span,
          message: `This figure has no source (${told.length} of ${places.length} places with figures have one; ${LEAST_SHARE} % are wanted)`,
        })),
    );
  },
  examples: {
    pass: [
      {
        path: 'note.md',
        source: '# Note\n\nCost is $1,140,000 a year (source: billing export).\n',
        evidence: ['billing export'],
      },
      { path: 'note.md', source: '# Note\n\n| Cost | Source |\n| --- | --- |\n| $5 | the invoice |\n' },
      {
        path: 'note.md',
        source: `# Note\n\n${'It is 4 % (R-03).\n\n'.repeat(7)}${'It is 4 %.\n\n'.repeat(3)}`,
      },
    ],
    fail: [
      {
        path: 'note.md',
        source: `# Note\n\n${'It is 4 % (R-03).\n\n'.repeat(6)}${'It is 4 %, mid-2024.\n\n'.repeat(3)}`,
        at: ['It is 4 %, mid-2024.', 'It is 4 %, mid-2024.', 'It is 4 %, mid-2024.'],
      },
      {
        path: 'note.md',
        source: '# Note\n\n| Cost | Source |\n| --- | --- |\n| $5 | – |\n',
        at: ['| $5 | – |'],
      },
      {
        path: 'note.md',
        source: '# Note\n\nCost is $1,140,000 a year.\n',
        at: ['Cost is $1,140,000 a year.'],
      },
    ],
  },
};

/** A row or paragraph that holds a figure. */
interface Figure {
  readonly span: Span;
  readonly inRow: boolean;
  /** It says itself where the figure comes from; a link in it may do so, too. */
  readonly told: boolean;
}

function figuresIn(piece: PieceText): Figure[] {
  const sourced = sourcedRows(piece);
  const figure = (inRow: boolean) => (span: Span) => {
    const text = piece.plain.slice(span.from, span.to);
    if (!has(text, NEEDS_SOURCE)) return [];
    return [{ span, inRow, told: has(text, SAID, 'i') || has(text, ID) || sourced.has(span.from) }];
  };
  return [
    ...piece.tables.flatMap(({ rows }) => rows.map((row) => row.span)).flatMap(figure(true)),
    ...piece.blocks.flatMap(({ kind, span }) => (kind === 'paragraph' ? figure(false)(span) : [])),
  ];
}

/** The starts of rows whose cell under "Source" or the like is filled in. */
function sourcedRows(doc: PieceText): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const { header, rows } of doc.tables) {
    const columns = header.cells.flatMap((cell, i) => (SOURCE_COLUMN.test(headingKey(cell.text)) ? [i] : []));
    if (columns.length === 0) continue;
    for (const row of rows)
      if (columns.some((i) => /[\p{L}\p{N}]/u.test(row.cells[i]?.text ?? ''))) starts.add(row.span.from);
  }
  return starts;
}
