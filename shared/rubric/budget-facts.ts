import type { MarkdownDoc, Table, TableRow } from '../text/markdown';
import type { PieceText } from '../text/markdown/piece';
import { inPieces } from '../text/markdown/pieces';
import { splitSentences } from '../text/prose';
import { ids, type Match } from '../text/quantities';
import type { Span } from '../text/span';
import { viewTable } from '../text/tables';
import type { Fact } from './fact';
import { movedFact } from './moved-fact';

/** What a figure about an error budget is. `share` and `multiple` both say how much of the budget is gone. */
export type BudgetRole = 'target' | 'valid' | 'budget' | 'bad' | 'share' | 'multiple';

const NUM = '(?<![\\d.,:-])\\d+(?:,\\d{3})*(?:\\.\\d+)?(?![\\d:]|[.,]\\d)';
/** Something counted, and no share or length of time. */
const THING = '(?!%|×|x\\s|(?:times|s|min|minutes?|h|hours?|d|days?|weeks?|months?)(?![\\p{L}-]))\\p{L}';

/** What is left of a budget is neither the budget nor what was spent of it. */
const NOT_LEFT = '(?![^.;]{0,20}(?:(?:is|are|was|were)\\s+left|remain))';

/** How prose states each figure; the group is the number. */
const PROSE: readonly (readonly [BudgetRole, RegExp])[] = [
  [
    'target',
    new RegExp(
      `(?<!\\p{L})(?:promis\\p{L}*|target|objective)(?!\\p{L})[^.;:%\\d]{0,60}?(${NUM})\\s?%`,
      'giu',
    ),
  ],
  ['valid', new RegExp(`(${NUM})\\s+valid\\s+\\p{L}`, 'giu')],
  [
    'valid',
    new RegExp(`(?<!\\p{L})promis\\p{L}*[^.;%\\d]{0,60}?${NUM}\\s?%\\s+of\\s+(${NUM})\\s+${THING}`, 'giu'),
  ],
  [
    'budget',
    new RegExp(
      `(?<!\\p{L})budget\\s+(?:is|was|of|=|comes\\s+to)\\s+(?:${NUM}\\s?%\\s+of\\s+[\\p{L}\\s]{1,20},\\s+)?(${NUM})\\s+${THING}${NOT_LEFT}`,
      'giu',
    ),
  ],
  ['budget', new RegExp(`(?<!\\p{L})against\\s+(${NUM})\\s+(?:that|this|it)\\s+is(?!\\p{L})`, 'giu')],
  [
    'multiple',
    new RegExp(
      `(${NUM})\\s?(?:×|x|times)\\s+(?:the|its|that|a)\\s+(?:[\\p{L}\\d-]+\\s+){0,3}?budget(?!\\s+rate)`,
      'giu',
    ),
  ],
  ['share', new RegExp(`(?<!\\p{L})(?:consumed|spent|used|burned)\\s+(${NUM})\\s?%`, 'giu')],
  ['share', new RegExp(`(?:×|x|times)\\s[^.;%]{0,40}?(?<!\\p{L})or\\s+(${NUM})\\s?%`, 'giu')],
  [
    'share',
    new RegExp(
      `(${NUM})\\s?%\\s+of\\s+(?:it(?!\\p{L})|(?:its|the|that)\\s+(?:[\\p{L}\\d-]+\\s+){0,3}?budget)${NOT_LEFT}`,
      'giu',
    ),
  ],
  [
    'bad',
    new RegExp(`(?<!\\p{L})(?:consumed|dropped|lost|discarded|spent|left)\\s+(${NUM})\\s+${THING}`, 'giu'),
  ],
  [
    'bad',
    new RegExp(`(${NUM})\\s+\\p{L}+\\s+(?:are|is|were|was)\\s+${NUM}\\s?%\\s+of\\s+it(?!\\p{L})`, 'giu'),
  ],
];

/** A rule of a policy, or what might be, is no reading. */
const NO_READING =
  /(?<!\p{L})(?:threshold|more\s+than|any\s+of|at\s+most|limit|exceeds?|if|would|could|allowance)(?!\p{L})/iu;

/** Columns of a table about budgets. */
const COLUMNS = {
  target: ['target', 'promise', 'objective'],
  valid: ['valid'],
  budget: ['budget', 'error budget'],
  bad: ['bad', 'lost'],
  share: ['reading', 'consumed', 'consumption', 'spent'],
} as const;

/**
 * The figures of error budgets that a text states (`budget-figure`), each with the objective it belongs to: the one its sentence or row names,
 * else the one the paragraph was about. A sentence about several objectives is left unread.
 */
export function budgetFigures(doc: MarkdownDoc): Fact[] {
  return [...inPieces(doc, figuresOfRows, movedFact), ...inPieces(doc, figuresOfProse, movedFact)];
}

function figuresOfRows(piece: PieceText): Fact[] {
  if (!piece.plain.includes('SLO-')) return [];
  return piece.tables.flatMap((table) => table.rows.flatMap((row) => figuresOfRow(piece, table, row)));
}

function figuresOfProse(piece: PieceText): Fact[] {
  if (!piece.plain.includes('SLO-')) return [];
  const out: Fact[] = [];
  for (const block of piece.blocks) {
    if (block.kind === 'cell') continue;
    const named = ids(piece.plain, 'SLO', block.span);
    if (named.length > 0)
      splitSentences(piece.plain, block.span, (span) => {
        for (const one of figuresOfSentence(piece.plain, span, named)) out.push(one);
      });
  }
  return out;
}

function figuresOfSentence(text: string, span: Span, named: readonly Match[]): Fact[] {
  const own = new Set(named.filter((id) => id.from >= span.from && id.to <= span.to).map((id) => id.text));
  if (own.size > 1) return [];
  const before = named.filter((id) => id.to <= span.from).at(-1);
  const slo = [...own][0] ?? (before ?? named.find((id) => id.from >= span.to))?.text;
  const sentence = text.slice(span.from, span.to);
  if (slo === undefined || NO_READING.test(sentence)) return [];
  const taken = new Set<number>();
  return PROSE.flatMap(([role, form]) =>
    [...sentence.matchAll(form)].flatMap((hit): Fact[] => {
      const shown = hit[1] ?? '';
      // The captured number is the last one of the match, or stands at its start.
      const offset = hit[0].startsWith(shown) ? 0 : hit[0].lastIndexOf(shown);
      const from = span.from + hit.index + offset;
      if (taken.has(from)) return [];
      taken.add(from);
      return figure(slo, role, shown, from);
    }),
  );
}

function figuresOfRow(doc: PieceText, table: Table, row: TableRow): Fact[] {
  const [first] = row.cells;
  const named = first ? ids(doc.plain, 'SLO', first.span) : [];
  const slo = named[0]?.text;
  if (slo === undefined || new Set(named.map((id) => id.text)).size > 1) return [];
  const view = viewTable(table, COLUMNS);
  return (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).flatMap((column): Fact[] => {
    const cell = view.cell(row, column);
    if (!cell || cell === first) return [];
    const text = doc.plain.slice(cell.span.from, cell.span.to);
    const percent = column === 'target' || column === 'share';
    const hit = new RegExp(percent ? `(${NUM})\\s?(%|×|x)` : `^\\s*(${NUM})\\s+${THING}`, 'iu').exec(text);
    const shown = hit?.[1];
    // "5 requests in 10,000" is a rate, and no count.
    if (!hit || shown === undefined || /^\s*[\d.,]+\s+\p{L}+\s+in\s+\d/u.test(text)) return [];
    const from = cell.span.from + hit.index + hit[0].indexOf(shown);
    const role = column === 'share' && hit[2] !== '%' ? 'multiple' : column;
    return figure(slo, role, shown, from);
  });
}

function figure(slo: string, role: BudgetRole, shown: string, from: number): Fact[] {
  const value = Number(shown.replace(/,/g, ''));
  // A share below one half is an allowance: "0.05 %".
  if (role === 'target' && (value < 50 || value >= 100)) return [];
  const point = shown.indexOf('.');
  const decimals = point < 0 ? 0 : shown.length - point - 1;
  return [
    {
      type: 'record',
      set: 'budget-figure',
      id: slo,
      fields: { role, value, decimals, text: shown },
      places: {},
      span: { from, to: from + shown.length },
    },
  ];
}

/** The count of valid events that the definition of an objective names, such as "8,064 in 28 days". */
export function validFigure(slo: string, definition: string, place: (part: Span) => Span): Fact[] {
  const hit = /(?<![\d.,:-])\d{1,3}(?:,\d{3})+(?![\d.,]*\d)/.exec(definition);
  if (!hit) return [];
  const [fact] = figure(slo, 'valid', hit[0], 0);
  return fact ? [{ ...fact, span: place({ from: hit.index, to: hit.index + hit[0].length }) }] : [];
}
