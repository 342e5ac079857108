import { type Duration, durationsIn } from '../text/durations';
import { headingKey, type MarkdownDoc, type Table, type TableRow } from '../text/markdown';
import type { PieceText } from '../text/markdown/piece';
import { inPieces } from '../text/markdown/pieces';
import { allSentences } from '../text/prose';
import { CLOCK, DATE, TIMESTAMP } from '../text/quantities';
import { columnIndex } from '../text/sections';
import type { Span } from '../text/span';
import { isImagined, NEAR, namedMeasure, rowMeasure } from './duration-measures';
import type { Fact } from './fact';
import { movedFact } from './moved-fact';

/** A time as it is written: a time stamp, or the clock with an optional date behind it. */
const TIME = `(?<![\\d:.-])(?:${TIMESTAMP}|${CLOCK}(?:Z|\\sUTC)?(?:\\son\\s${DATE})?)(?![\\d:])`;
/** Words between "from" and the time they lead to: "the first drop at". */
const WORDS = '[^.;:|\\d]{0,60}?';
const SPAN_BEHIND = new RegExp(
  `(?<!\\p{L})(?:from|between)\\s${WORDS}(${TIME})\\s${WORDS}(?:to|and|until|till)\\s${WORDS}(${TIME})`,
  'giu',
);
const AFTER = new RegExp(`(${TIME})[,;]?\\s\\(?$`, 'u');
const MOMENTS: readonly (readonly [moment: string, words: RegExp])[] = [
  [
    'start',
    /^\s(after|before)\s(?:the\s)?(?:first\s(?:drop|loss|record|error|failure)|impact(?:\sstart)?|start\sof\sthe\simpact)(?!\p{L})/iu,
  ],
  ['detected', /^\s(after|before)\s(?:the\s)?detection(?!\p{L})/iu],
  ['declared', /^\s(after|before)\s(?:the\s)?declaration(?!\p{L})/iu],
  ['mitigated', /^\s(after|before)\s(?:the\s)?mitigation(?!\p{L})/iu],
];

type Fields = Readonly<Record<string, string | number | boolean>>;

/**
 * The durations of a text whose row or sentence says what they measure (`stated-duration`): between two times ("from 14:20 to 16:35 is 135
 * min"), from a time to a moment ("15:25, 65 min after detection"), or by name ("time to detect", "found after 315 min"). A length of time that
 * says neither is left alone, because nobody can say what it should be.
 */
export function durationsOfText(doc: MarkdownDoc): Fact[] {
  return [...inPieces(doc, durationsOfRows, movedFact), ...inPieces(doc, durationsOfSentences, movedFact)];
}

function durationsOfRows(piece: PieceText): Fact[] {
  return piece.tables.flatMap((table) => table.rows.flatMap((row) => durationOfRow(piece, table, row)));
}

function durationsOfSentences(piece: PieceText): Fact[] {
  const facts: Fact[] = [];
  for (const { span, block } of allSentences(piece)) {
    if (block.kind === 'cell') continue;
    for (const one of durationsOfSentence(piece.plain, span, block.kind === 'heading')) facts.push(one);
  }
  return facts;
}

/** A row that names two times and the length between them, or a measure and its length. */
function durationOfRow(doc: PieceText, table: Table, row: TableRow): Fact[] {
  const measure = rowMeasure(headingKey(row.cells[0]?.text ?? ''));
  const from = timeOf(row.cells[columnIndex(table, 'from', 'start')]?.text);
  const to = timeOf(row.cells[columnIndex(table, 'to', 'end', 'until')]?.text);
  const between = from !== null && to !== null;
  if (measure === null && !between) return [];
  for (let i = row.cells.length - 1; i > 0; i--) {
    const cell = row.cells[i];
    const header = headingKey(table.header.cells[i]?.text ?? '');
    // Of a row that only names two times, the column has to be about their distance.
    if (
      !cell ||
      (measure === null && !/(?:^|\s)(?:min|minutes|duration|length|elapsed|hours)(?:\s|$)/.test(header))
    )
      continue;
    const said = durationsIn(doc.plain, cell.span);
    if (said.length === 0 && /(?:^|\s)min/.test(header) && /^\d[\d,]*$/.test(cell.text))
      said.push({
        ...cell.span,
        text: cell.text,
        minutes: Number(cell.text.replace(/,/g, '')),
        tolerance: 0.5,
      });
    if (said.length === 0) continue;
    const ends: Record<string, Span> = {};
    if (between) {
      ends['from'] = row.cells[columnIndex(table, 'from', 'start')]?.span ?? cell.span;
      ends['to'] = row.cells[columnIndex(table, 'to', 'end', 'until')]?.span ?? cell.span;
    }
    const fields = { ...(measure ? { measure } : {}), ...(between ? { from, to, row: true } : {}) };
    return said.map((duration) => fact(duration, fields, ends));
  }
  return [];
}

/** The durations of one sentence, by what they measure. `headline` sentences are about the incident as a whole. */
export function durationsOfSentence(text: string, span: Span, headline: boolean): Fact[] {
  const sentence = text.slice(span.from, span.to);
  const said = durationsIn(text, span);
  if (said.length === 0) return [];
  const stretches = [...sentence.matchAll(SPAN_BEHIND)].map((hit) => ({
    from: hit.index,
    to: hit.index + hit[0].length,
    start: hit[1] ?? '',
    end: hit[2] ?? '',
  }));
  const imagined = isImagined(sentence);
  let first = 0;
  return said.flatMap((duration): Fact[] => {
    const at = { from: duration.from - span.from, to: duration.to - span.from };
    const before = sentence.slice(Math.max(0, at.from - NEAR), at.from);
    const after = sentence.slice(at.to, at.to + NEAR);
    // Both are in text order: what ended far before this length belongs to none behind it either.
    while (stretches.length > 1 && (stretches[first]?.to ?? at.from) < at.from - NEAR) first++;
    let between: (typeof stretches)[number] | undefined;
    for (let i = first; i < stretches.length && !between; i++) {
      const stretch = stretches[i];
      if (!stretch || stretch.from > at.to + NEAR) break;
      if (belongs(sentence, stretch, at, stretches.length)) between = stretch;
    }
    if (between) return [fact(duration, { from: between.start, to: between.end })];
    const time = AFTER.exec(before)?.[1];
    for (const [moment, words] of time ? MOMENTS : []) {
      const relation = words.exec(after)?.[1];
      if (time && relation)
        return [
          fact(
            duration,
            relation.toLowerCase() === 'after' ? { from: moment, to: time } : { from: time, to: moment },
          ),
        ];
    }
    const measure = imagined ? null : namedMeasure(before, after, headline);
    return measure ? [fact(duration, { measure })] : [];
  });
}

/** The length belongs to the two times: right behind them, right before them, or "in those 365 minutes". */
function belongs(sentence: string, stretch: Span, at: Span, stretches: number): boolean {
  // "30 min of which", "20 min later": the length is of something else, within the two times or beside them.
  if (
    /^\s+(?:of|before|after|earlier|later|late|early|per|each|more)(?!\p{L})/iu.test(
      sentence.slice(at.to, at.to + NEAR),
    )
  )
    return false;
  if (at.from >= stretch.to) {
    const gap = sentence.slice(stretch.to, at.from);
    if (
      /^(?:\s?[,(=]\s?|,?\s(?:is|was|took|or|makes?|lasted|which\sis|that\sis)\s(?:a\sgap\sof\s)?)$/iu.test(
        gap,
      )
    )
      return true;
    return stretches === 1 && /(?<!\p{L})(?:those|these)\s$/iu.test(gap.slice(-NEAR));
  }
  return at.to <= stretch.from && /^,?\s$/.test(sentence.slice(at.to, stretch.from));
}

function fact(
  { from, to, text, minutes, tolerance }: Duration,
  fields: Fields,
  places: Record<string, Span> = {},
): Fact {
  return {
    type: 'record',
    set: 'stated-duration',
    id: text.trim(),
    fields: { minutes, tolerance, ...fields },
    places,
    span: { from, to },
  };
}

function timeOf(cell: string | undefined): string | null {
  return cell === undefined ? null : (new RegExp(TIME, 'u').exec(cell)?.[0] ?? null);
}
