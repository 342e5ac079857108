import type { Block, CellValue } from '../../../preview/block';
import type { CostModel } from '../model';
import { end, label, numberCell, start, startCell, textCell } from './cells';

/** The problem cost that the totals leave out. */
export function problemCost(model: CostModel): Block[] {
  const at = model.root.at('retained_problem_cost');
  if (!at.exists) return [];
  const blocks: Block[] = [
    { kind: 'heading', level: 2, text: 'Cost of the problem, outside all totals', span: at.keySpan },
  ];
  const note = at.at('note');
  if (note.text !== null)
    blocks.push({ kind: 'paragraph', text: `${note.text}.`.replace(/([.!?])\.$/, '$1'), span: note.span });
  const components = at.at('components').items;
  if (components.length > 0 || at.at('per_year').number !== null) {
    blocks.push({
      kind: 'table',
      caption: 'What the problem costs today',
      columns: [start('Component', 4), end('Per year')],
      rows: [
        ...components.map((item) => ({
          cells: [startCell(item.at('name')), numberCell(item.at('per_year'))],
        })),
        { tone: 'strong' as const, cells: [label('Total'), numberCell(at.at('per_year'))] },
      ],
    });
  }
  const retained = model.options.filter((option) => at.at('retained', option.id).exists);
  if (retained.length > 0) {
    blocks.push({
      kind: 'table',
      caption: 'What of it each option keeps',
      columns: [start('Option', 2), ...model.yearLabels.map(end)],
      rows: retained.map((option) => ({
        cells: [
          { text: option.name, span: at.at('retained', option.id).keySpan },
          ...model.yearLabels.map((_, year) => numberCell(at.at('retained', option.id, year))),
        ],
      })),
    });
  }
  return blocks;
}

/** Assumptions and prices, each with unit, source and how sure the author is. */
export function inputs(model: CostModel): Block[] {
  const blocks: Block[] = [];
  if (model.assumptions.length > 0) {
    blocks.push({
      kind: 'heading',
      level: 2,
      text: 'Assumptions',
      span: model.root.at('assumptions').keySpan,
    });
    blocks.push({
      kind: 'table',
      columns: [
        start('Assumption', 3),
        end('Value'),
        start('Unit'),
        start('Confidence'),
        start('Source', 3),
        start('Name in formulas'),
      ],
      rows: model.assumptions.map(({ at }) => ({
        cells: [
          startCell(at.at('name')),
          numberCell(at.at('value')),
          textCell(at.at('unit')),
          confidence(at.at('confidence').text, at.at('confidence').span),
          startCell(at.at('source')),
          { ...textCell(at.at('id')), tone: 'quiet' as const },
        ],
      })),
    });
  }
  if (model.prices.length > 0) {
    blocks.push({ kind: 'heading', level: 2, text: 'Prices', span: model.root.at('prices').keySpan });
    blocks.push({
      kind: 'table',
      columns: [
        start('Item', 3),
        end('Price'),
        start('Unit'),
        start('As of'),
        start('Source', 3),
        start('Name in formulas'),
      ],
      rows: model.prices.map(({ at }) => ({
        cells: [
          startCell(at.at('item')),
          numberCell(at.at('value')),
          textCell(at.at('unit')),
          textCell(at.at('as_of')),
          textCell(at.at('source')),
          { ...textCell(at.at('id')), tone: 'quiet' as const },
        ],
      })),
    });
  }
  return blocks;
}

function confidence(text: string | null, span: CellValue['span']): CellValue {
  return { text: text ?? '–', span, ...(text === 'low' ? { tone: 'warning' as const } : {}) };
}
