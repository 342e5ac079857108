import type { Block, CellValue } from '../../../preview/block';
import { capitalised } from '../../../preview/labels';
import { grouped } from '../../../preview/number-text';
import type { CostModel } from '../model';
import { end, label, shortName, start, startCell, textCell } from './cells';
import { lineName } from './costs';

/** How every figure is computed: what an auditor re-derives by hand. */
export function workings(model: CostModel): Block[] {
  return [
    ...derivedQuantities(model),
    { kind: 'heading', level: 2, text: 'Formulas', span: model.root.at('options').keySpan },
    {
      kind: 'paragraph',
      text: 'In formulas y is the year from 1 to 5, ceil rounds up to a whole number, and ^ binds tighter than * and /.',
      span: null,
      tone: 'quiet',
    },
    formulas(model),
  ];
}

function derivedQuantities(model: CostModel): Block[] {
  if (model.derived.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Derived quantities', span: model.root.at('derived').keySpan },
    {
      kind: 'table',
      caption: 'Rounded for reading; the lines use the exact values',
      columns: [start('Name', 2), start('Meaning', 4), start('Unit'), ...model.yearLabels.map(end)],
      rows: model.derived.map(({ id, at }) => ({
        cells: [
          { text: id, span: at.keySpan },
          startCell(at.at('note')),
          textCell(at.at('unit')),
          ...model.yearLabels.map((_, year): CellValue => {
            const value = at.at('values', year);
            return { text: value.number === null ? '–' : grouped(value.number), span: value.span };
          }),
        ],
      })),
    },
  ];
}

function formulas(model: CostModel): Block {
  return {
    kind: 'table',
    columns: [start('Of', 2), start('Value', 2), start('Formula', 6)],
    rows: [
      ...model.derived.map(({ id, at }, i) => ({
        cells: [
          i === 0 ? label('All options') : { ...label('All options'), tone: 'quiet' as const },
          { text: id, span: at.keySpan },
          textCell(at.at('formula')),
        ],
      })),
      ...model.options.flatMap((option) =>
        option.lines.map((line, i) => ({
          cells: [
            {
              ...label(shortName(model, option.id)),
              tone: i === 0 ? ('plain' as const) : ('quiet' as const),
            },
            lineName(option, line),
            textCell(line.at.at('formula')),
          ],
        })),
      ),
    ],
  };
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
        term: capitalised(item.at('item').text ?? '–'),
        value: startCell(item.at('why')),
      })),
    },
  ];
}
