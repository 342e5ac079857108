import type { Block, TableBlock } from '../../preview/block';
import { leftOut, listed, MOST_MARKS } from '../../preview/chart/left-out';
import type { Paint } from '../../preview/chart/spec';
import type { Consensus } from './model';
import { POSITIONS, type Position } from './positions';

const WHAT = 'the positions';
const END = 10;

const PAINTS: Readonly<Record<string, Paint>> = {
  consent: 'good',
  'consent-with-reservation': 's2',
  'disagree-and-commit': 'warning',
  object: 'bad',
  abstain: 'rest',
};
/** A word that is no position (CON-02). */
const UNKNOWN = 'no known position';

interface Scored extends Position {
  readonly score: number;
}

/** How convinced each voter is, to both sides of zero, the most convinced first; the colour is the position. */
export function positionsChart({ positions }: Consensus): Block[] {
  const rows = positions?.rows ?? [];
  if (rows.length === 0) return [leftOut(WHAT, 'There is no table of positions with a row yet.')];
  if (rows.length > MOST_MARKS) return [leftOut(WHAT, `${rows.length} are more than a chart can hold.`)];
  const scored = rows.filter((row): row is Scored => row.score !== null);
  if (scored.length === 0) return [leftOut(WHAT, 'No position has its score from −10 to +10 yet.')];
  const ranked = [...scored].sort((a, b) => b.score - a.score);
  const kinds = [...POSITIONS, UNKNOWN].filter((kind) => ranked.some((row) => kindOf(row) === kind));
  const total = ranked.reduce((sum, { score }) => sum + score, 0);
  const mean = total / ranked.length;
  const chart: Block = {
    kind: 'chart',
    title: 'How convinced each voter is, from −10 to +10',
    alt: altOf(rows, ranked, total),
    chart: {
      form: 'bars',
      direction: 'rows',
      axis: { label: '', look: 'plain', from: -END, to: END },
      series: kinds.map((kind) => ({ label: kind.replaceAll('-', ' '), paint: PAINTS[kind] ?? 'soft' })),
      panels: [
        {
          title: '',
          span: null,
          bars: ranked.map((row) => ({
            label: row.name,
            span: row.at.name,
            total: signed(row.score),
            parts: [
              {
                series: kinds.indexOf(kindOf(row)),
                value: row.score,
                name: `${row.name}${row.role ? `, ${row.role}` : ''}: ${row.position || 'no position'}, ${signed(row.score)}. ${row.reason}`.trim(),
                span: row.at.score,
                extent: { from: row.at.name.from, to: Math.max(row.at.name.to, row.at.reason.to) },
              },
            ],
          })),
        },
      ],
      references: [{ value: mean, label: `mean ${signed(Number(mean.toFixed(2)))}`, span: null }],
    },
    table: tableOf(ranked),
    tabled: true,
    span: positions?.header ?? null,
  };
  const missing = rows.filter((row) => row.score === null).map((row) => row.name);
  if (missing.length === 0) return [chart];
  const without = `${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} not on it: the score is missing.`;
  return [chart, { kind: 'paragraph', text: without, span: null, tone: 'quiet' }];
}

function kindOf({ position }: Position): string {
  return (POSITIONS as readonly string[]).includes(position) ? position : UNKNOWN;
}

function signed(score: number): string {
  return score > 0 ? `+${score}` : String(score).replace('-', '−');
}

function altOf(rows: readonly Position[], ranked: readonly Scored[], total: number): string {
  const counts = [...POSITIONS, UNKNOWN].flatMap((kind) => {
    const count = rows.filter((row) => kindOf(row) === kind).length;
    return count === 0 ? [] : [`${count} ${kind}`];
  });
  const [most, least] = [ranked[0], ranked.at(-1)];
  const ends =
    most && least
      ? `, from ${signed(least.score)} (${least.name}) to ${signed(most.score)} (${most.name})`
      : '';
  const mean = (total / ranked.length).toFixed(2).replace('-', '−');
  return `${rows.length} voters: ${listed(counts)}. Scores add up to ${String(total).replace('-', '−')}, ${mean} on average${ends}.`;
}

function tableOf(ranked: readonly Scored[]): TableBlock {
  return {
    kind: 'table',
    caption: 'Positions, from the most to the least convinced',
    columns: [
      { label: 'Name', align: 'start', width: 2 },
      { label: 'Score', align: 'end' },
      { label: 'Position', align: 'start', width: 2 },
      { label: 'Reason', align: 'start', width: 5 },
    ],
    rows: ranked.map((row) => ({
      cells: [
        { text: row.name, span: row.at.name },
        { text: signed(row.score), span: row.at.score },
        { text: row.position || '–', span: row.at.position },
        { text: row.reason || '–', span: row.at.reason },
      ],
    })),
  };
}
