import type { Block, CellValue } from '../../../preview/block';
import { capitalised } from '../../../preview/labels';
import { grouped } from '../../../preview/number-text';
import {
  breakEvens,
  cheapest,
  gapAt,
  MAX_CASES,
  npvsAt,
  plainDriver,
  type SensitivityRow,
  sensitivityRows,
} from '../cases';
import { CELL_TOLERANCE } from '../divergence';
import type { CostModel } from '../model';
import { end, label, numberCell, shortName, start, startCell } from './cells';
import { breakEvenChart } from './charts/break-even';
import { swingsChart } from './charts/swings';
import { withUnit } from './with-unit';

/** NPV of each option with one driver moved at a time: the base first, then both ends of each driver. */
export function sensitivityTable(model: CostModel): Block[] {
  const rows = sensitivityRows(model);
  if (rows.length === 0) return [];
  const base = new Map(
    model.options.flatMap((option) => (option.npv === null ? [] : [[option.id, option.npv] as const])),
  );
  return [
    { kind: 'heading', level: 2, text: 'What moves the result', span: model.root.at('sensitivity').keySpan },
    ...swingsChart(model),
    {
      kind: 'table',
      caption: 'NPV with one driver moved, everything else at base',
      columns: [
        start('Driver', 3),
        end('Set to'),
        ...model.options.map((option) => end(shortName(model, option.id))),
        start('Cheapest', 3),
      ],
      rows: [
        {
          tone: 'strong' as const,
          cells: [
            label('Base case'),
            label('–'),
            ...model.options.map((option) => numberCell(option.at.at('npv'))),
            label(shortName(model, cheapest(base))),
          ],
        },
        ...rows
          .slice(0, MAX_CASES)
          .flatMap((row) => [
            { cells: caseCells(model, row, 'low') },
            { cells: caseCells(model, row, 'high') },
          ]),
      ],
    },
  ];
}

function caseCells(model: CostModel, row: SensitivityRow, which: 'low' | 'high'): CellValue[] {
  const computed = npvsAt(model, row, row[which]);
  const winner = row.at.at(`winner_${which}`);
  const actual = computed ? cheapest(computed) : null;
  const wrong = actual !== null && winner.text !== actual;
  const driver = { text: capitalised(plainDriver(row.driver)), span: row.at.at('driver').span };
  return [
    which === 'low' ? driver : { ...driver, tone: 'quiet' },
    { text: withUnit(row[which], row.at.at('unit').text), span: row.at.at(which).span },
    ...model.options.map((option): CellValue => {
      const cell = numberCell(
        row.at.at(`npv_${which}`, option.id),
        computed?.get(option.id) ?? null,
        CELL_TOLERANCE,
      );
      return option.id === winner.text && cell.tone === undefined ? { ...cell, tone: 'strong' } : cell;
    }),
    {
      text: `${shortName(model, winner.text)}${wrong ? ` (computes to ${shortName(model, actual)})` : ''}`,
      span: winner.span,
      ...(wrong ? { tone: 'bad' as const } : {}),
    },
  ];
}

/** Where the NPVs of two options meet, with the difference that is left at the stated value. */
export function breakEvenTable(model: CostModel): Block[] {
  const entries = breakEvens(model).slice(0, MAX_CASES);
  if (entries.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Break-evens', span: model.root.at('break_evens').keySpan },
    ...breakEvenChart(model),
    {
      kind: 'table',
      caption: 'Value of one driver at which two options cost the same',
      columns: [
        start('Driver', 2),
        end('Base'),
        end('Meets at'),
        start('Between', 3),
        end('NPV left apart'),
        start('What it means', 3),
      ],
      rows: entries.map((entry) => {
        const gap = gapAt(model, entry);
        const base = [...model.assumptions, ...model.prices].find((quantity) => quantity.id === entry.knob);
        const unit = entry.at.at('unit').text;
        return {
          cells: [
            { text: capitalised(plainDriver(entry.driver)), span: entry.at.at('driver').span },
            base
              ? { text: withUnit(base.value, unit), span: base.at.at('value').span }
              : label(withUnit(model.rate, unit)),
            { text: withUnit(entry.value, unit), span: entry.at.at('value').span, tone: 'strong' },
            {
              text: entry.between.map((id) => shortName(model, id)).join(' and '),
              span: entry.at.at('between').span,
            },
            label(gap ? grouped(Math.abs(gap.difference)) : '–'),
            startCell(entry.at.at('x-note')),
          ],
        };
      }),
    },
  ];
}
