import type { Block, CellValue } from '../../preview/block';
import type { Matrix } from './model';

/** The matrix as a scored table: criteria down, options across, totals at the foot, the recommended option marked. */
export function preview(matrix: Matrix): Block[] {
  const quiet = (text: string): CellValue => ({ text, span: null, tone: 'quiet' });
  const blocks: Block[] = [];
  if (matrix.criteria.length === 0 || matrix.options.length === 0) {
    return [{ kind: 'paragraph', text: 'The matrix has no criteria or no options yet.', span: null, tone: 'quiet' }];
  }
  blocks.push({
    kind: 'table',
    caption: 'Scores (1–5) by criterion and option',
    columns: [
      { label: 'Criterion', align: 'start', width: 3 },
      { label: 'Weight', align: 'end' },
      ...matrix.options.map((o) => ({ label: o.id === matrix.recommendation ? `${o.name} (recommended)` : o.name, align: 'end' as const })),
    ],
    rows: [
      ...matrix.criteria.map((c) => ({
        cells: [
          { text: `${c.id} ${c.at.at('name').text ?? ''}`.trim(), span: c.at.at('name').span },
          { text: c.weight === null ? '–' : String(c.weight), span: c.at.at('weight').span },
          ...matrix.options.map((o): CellValue => {
            const score = o.score(c.id);
            return { text: score === null ? '–' : String(score), span: o.at.at('scores', c.id, 'score').span, ...(score === null ? { tone: 'bad' as const } : {}) };
          }),
        ],
      })),
      {
        tone: 'strong' as const,
        cells: [
          { text: 'Weighted total', span: null },
          { text: matrix.weightSum === null ? '–' : String(matrix.weightSum), span: null },
          ...matrix.options.map((o) => ({ text: o.total === null ? '–' : o.total.toFixed(2), span: o.at.at('weighted_total').span })),
        ],
      },
    ],
  });
  blocks.push({ kind: 'heading', level: 3, text: 'Why these weights', span: matrix.root.at('criteria').keySpan });
  blocks.push({
    kind: 'entries',
    entries: matrix.criteria.map((c) => ({
      term: `${c.id} ${c.at.at('name').text ?? ''}`.trim(),
      value: { text: c.at.at('rationale').text ?? '–', span: c.at.at('rationale').span },
    })),
  });
  for (const option of matrix.options) {
    blocks.push({ kind: 'heading', level: 3, text: `Evidence: ${option.name}`, span: option.at.at('name').span });
    blocks.push({
      kind: 'table',
      columns: [
        { label: 'Criterion', align: 'start' },
        { label: 'Score', align: 'end' },
        { label: 'Evidence', align: 'start', width: 5 },
      ],
      rows: matrix.criteria.map((c) => {
        const cell = option.at.at('scores', c.id);
        const score = option.score(c.id);
        return {
          cells: [
            { text: c.id, span: c.at.at('id').span },
            score === null ? quiet('–') : { text: String(score), span: cell.at('score').span },
            { text: cell.at('evidence').text ?? '–', span: cell.at('evidence').span },
          ],
        };
      }),
    });
  }
  return blocks;
}
