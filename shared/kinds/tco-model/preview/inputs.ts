import type { Block, CellValue } from '../../../preview/block';
import { grouped } from '../../../preview/number-text';
import type { CostModel } from '../model';
import { end, label, numberCell, start, textCell } from './cells';
import { lineName } from './costs';

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
          cells: [textCell(item.at('name')), numberCell(item.at('per_year'))],
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
          textCell(at.at('name')),
          numberCell(at.at('value')),
          textCell(at.at('unit')),
          confidence(at.at('confidence').text, at.at('confidence').span),
          textCell(at.at('source')),
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
          textCell(at.at('item')),
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

/** How every figure is computed: what an auditor re-derives by hand. */
export function workings(model: CostModel): Block[] {
  const blocks: Block[] = [];
  if (model.derived.length > 0) {
    blocks.push({
      kind: 'heading',
      level: 2,
      text: 'Derived quantities',
      span: model.root.at('derived').keySpan,
    });
    blocks.push({
      kind: 'table',
      columns: [start('Name'), start('Meaning', 3), start('Unit'), ...model.yearLabels.map(end)],
      rows: model.derived.map(({ id, at }) => ({
        cells: [
          { text: id, span: at.keySpan },
          textCell(at.at('note')),
          textCell(at.at('unit')),
          ...model.yearLabels.map((_, year): CellValue => {
            const value = at.at('values', year);
            return { text: value.number === null ? '–' : grouped(value.number), span: value.span };
          }),
        ],
      })),
    });
  }
  blocks.push({ kind: 'heading', level: 2, text: 'Formulas', span: model.root.at('options').keySpan });
  blocks.push({
    kind: 'paragraph',
    text: 'In formulas y is the year from 1 to 5, ceil rounds up to a whole number, and ^ binds tighter than × and ÷.',
    span: null,
    tone: 'quiet',
  });
  blocks.push({
    kind: 'table',
    columns: [start('Value', 2), start('Formula', 6)],
    rows: [
      ...model.derived.map(({ id, at }) => ({
        cells: [{ text: id, span: at.keySpan }, textCell(at.at('formula'))],
      })),
      ...model.options.flatMap((option) =>
        option.lines.map((line) => ({
          cells: [
            {
              ...lineName(option, line),
              text: `${option.name}: ${lineName(option, line).text.toLowerCase()}`,
            },
            textCell(line.at.at('formula')),
          ],
        })),
      ),
    ],
  });
  return blocks;
}

/** What the model leaves out on purpose, with the reason. */
export function excluded(model: CostModel): Block[] {
  const items = model.root.at('excluded').items;
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Left out on purpose', span: model.root.at('excluded').keySpan },
    {
      kind: 'entries',
      entries: items.map((item) => ({
        term: capital(item.at('item').text ?? '–'),
        value: textCell(item.at('why')),
      })),
    },
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
