import type { Block, CellValue } from '../../preview/block';
import { ownEntries } from '../../preview/own-keys';
import type { DataReader } from '../../rubric/read-data';
import { marginsChart } from './margins-chart';
import { type Matrix, ownWeights, renormalised, standing, weightsBalance } from './model';

/** Margins are quoted to two decimals or more. */
const MARGIN_TOLERANCE = 0.005 + 1e-9;

/** What would flip the winner: each weight swung both ways, the weights and the single scores that flip it. */
export function sensitivity(matrix: Matrix): Block[] {
  const at = matrix.root.at('sensitivity');
  if (!at.exists) return [];
  const swing = at.at('swing_pct').number;
  const results = at.at('results').items;
  const blocks: Block[] = [
    { kind: 'heading', level: 3, text: 'What would change the winner', span: at.keySpan },
    ...marginsChart(matrix),
  ];
  if (results.length > 0) {
    blocks.push({
      kind: 'table',
      caption: `Winner and margin with one weight moved by ${swing ?? '–'} % and the others scaled to 100; and the weight at which another option wins`,
      columns: [
        { label: 'Criterion', align: 'start', width: 3 },
        { label: 'Lowered', align: 'start', width: 2 },
        { label: 'Margin', align: 'end' },
        { label: 'Raised', align: 'start', width: 2 },
        { label: 'Margin', align: 'end' },
        { label: 'Flips at weight', align: 'end' },
        { label: 'To', align: 'start', width: 2 },
      ],
      rows: results.map((row) => ({
        cells: [
          { text: criterionName(matrix, row.at('criterion')), span: row.at('criterion').span },
          ...side(matrix, row, 'at_low', swing === null ? null : 1 - swing / 100),
          ...side(matrix, row, 'at_high', swing === null ? null : 1 + swing / 100),
          ...flip(matrix, row.at('criterion').text),
        ],
      })),
    });
  }
  const flips = at.at('score_flips').items;
  if (flips.length > 0) {
    blocks.push({
      kind: 'table',
      caption: 'Single scores that would change the winner',
      columns: [
        { label: 'Option', align: 'start', width: 3 },
        { label: 'Criterion', align: 'start', width: 3 },
        { label: 'From', align: 'end' },
        { label: 'To', align: 'end' },
        { label: 'Then wins', align: 'start', width: 3 },
      ],
      rows: flips.map((row) => ({
        cells: [
          { text: optionName(matrix, row.at('option').text), span: row.at('option').span },
          { text: criterionName(matrix, row.at('criterion')), span: row.at('criterion').span },
          { text: row.at('from').spelled ?? '–', span: row.at('from').span },
          { text: row.at('to').spelled ?? '–', span: row.at('to').span },
          { text: optionName(matrix, row.at('new_winner').text), span: row.at('new_winner').span },
        ],
      })),
    });
  }
  const own = ownEntries(at.node, at.tree.text);
  if (own.length > 0) blocks.push({ kind: 'entries', entries: own });
  return blocks;
}

/** Winner and margin at one end; with the computed values beside them when they differ. */
function side(
  matrix: Matrix,
  row: DataReader,
  end: 'at_low' | 'at_high',
  factor: number | null,
): CellValue[] {
  const index = matrix.criteria.findIndex((criterion) => criterion.id === row.at('criterion').text);
  const weights = ownWeights(matrix);
  const known = factor !== null && index >= 0 && weightsBalance(matrix) && matrix.computable;
  const result = known
    ? standing(matrix, renormalised(weights, index, (weights[index] ?? 0) * (factor ?? 1)))
    : null;
  const winner = row.at(end, 'winner');
  const margin = row.at(end, 'margin');
  const wrongWinner = result !== null && winner.text !== result.winner.id;
  const wrongMargin =
    result !== null && Math.abs((margin.number ?? Number.NaN) - result.margin) > MARGIN_TOLERANCE;
  return [
    {
      text: `${optionName(matrix, winner.text)}${wrongWinner ? ` (computes to ${result.winner.name})` : ''}`,
      span: winner.span,
      ...(wrongWinner ? { tone: 'bad' as const } : {}),
    },
    {
      text: `${margin.number?.toFixed(2) ?? '–'}${wrongMargin ? ` (computes to ${result.margin.toFixed(2)})` : ''}`,
      span: margin.span,
      ...(wrongMargin ? { tone: 'bad' as const } : {}),
    },
  ];
}

function flip(matrix: Matrix, criterion: string | null): CellValue[] {
  const row = matrix.root
    .at('sensitivity', 'critical_weights')
    .items.find((item) => item.at('criterion').text === criterion);
  const weight = row?.at('weight').number ?? null;
  if (!row || weight === null) {
    return [
      { text: 'none', span: row?.at('weight').span ?? null, tone: 'quiet' },
      { text: '–', span: null, tone: 'quiet' },
    ];
  }
  return [
    { text: weight.toFixed(2), span: row.at('weight').span, tone: 'strong' },
    { text: optionName(matrix, row.at('flips_to').text), span: row.at('flips_to').span },
  ];
}

function criterionName(matrix: Matrix, at: DataReader): string {
  const criterion = matrix.criteria.find((c) => c.id === at.text);
  return `${at.spelled ?? '–'} ${criterion?.at.at('name').text ?? ''}`.trim();
}

function optionName(matrix: Matrix, id: string | null): string {
  return matrix.options.find((option) => option.id === id)?.name ?? id ?? '–';
}
