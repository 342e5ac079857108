import type { Block, CellValue } from '../../../preview/block';
import { readableKey } from '../../../preview/labels';
import { grouped, percent } from '../../../preview/number-text';
import { CELL_TOLERANCE } from '../divergence';
import { baseOf } from '../evaluate';
import type { CostLine, CostModel, CostOption } from '../model';
import { end, label, numberCell, start, textCell } from './cells';
import { paybackChart } from './charts/payback';
import { presentValueChart } from './charts/present-value';
import { yearlyCostChart } from './charts/yearly-cost';

/** What the numbers rest on, and each option's five years in one line. */
export function standing(model: CostModel): Block[] {
  const meta = model.root.at('meta');
  const text = (key: string) => meta.at(key).spelled ?? '–';
  const when = { 'end-of-year': 'at the end of each year', 'mid-year': 'in the middle of each year' };
  const rate = model.rate === null ? '–' : `${grouped(model.rate * 100)} % a year`;
  const npvs = model.options.map((option) => option.npv);
  const least = Math.min(...npvs.filter((npv) => npv !== null));
  return [
    {
      kind: 'entries',
      entries: [
        { term: 'Years', value: { text: yearSpan(model), span: meta.at('years').span } },
        { term: 'Currency', value: textCell(meta.at('currency')) },
        {
          term: 'Prices',
          value: {
            text: `List prices of ${text('price_as_of')}, ${text('price_region')}`,
            span: meta.at('price_as_of').span,
          },
        },
        {
          term: 'Discounting',
          value: {
            text: model.discounting === null ? rate : `${rate}, ${when[model.discounting]}`,
            span: meta.at('discount_rate').span,
          },
        },
        { term: 'Rounding', value: textCell(meta.at('rounding')) },
      ],
    },
    { kind: 'heading', level: 2, text: 'Net present value', span: model.root.at('options').keySpan },
    ...presentValueChart(model),
    {
      kind: 'table',
      caption: `${text('currency')}, ${yearSpan(model)}`,
      columns: [
        start('Option', 3),
        end('Five-year total'),
        end('NPV'),
        end('Above the cheapest'),
        end('Premium'),
      ],
      rows: model.options.map((option, i) => {
        const computed = baseOf(model).options[i];
        const above = option.npv === null ? null : option.npv - least;
        return {
          ...(above === 0 ? { tone: 'strong' as const } : {}),
          cells: [
            { text: option.name, span: option.at.at('name').span },
            numberCell(option.at.at('total_5yr'), computed?.total ?? null),
            numberCell(option.at.at('npv'), computed?.npv ?? null, CELL_TOLERANCE),
            label(above === null ? '–' : above === 0 ? 'cheapest' : grouped(above)),
            label(above === null || least <= 0 ? '–' : percent(above / least, 2)),
          ],
        };
      }),
    },
  ];
}

function yearSpan(model: CostModel): string {
  return `${model.yearLabels[0]}–${model.yearLabels.at(-1)}`;
}

/** One table per option: a row per line, a column per year, totals at the foot. */
export function yearlyCosts(model: CostModel): Block[] {
  const blocks: Block[] = [
    { kind: 'heading', level: 2, text: 'Cost by year', span: model.root.at('options').keySpan },
    ...yearlyCostChart(model),
    ...paybackChart(model),
  ];
  model.options.forEach((option, index) => {
    const computed = baseOf(model).options[index];
    blocks.push({ kind: 'heading', level: 3, text: option.name, span: option.at.at('name').span });
    blocks.push({
      kind: 'table',
      caption: `${model.root.at('meta', 'currency').spelled ?? ''} per year`.trim(),
      columns: [start('Line', 2), ...model.yearLabels.map(end), end('Five years')],
      rows: [
        ...option.lines.map((line, i) => {
          const years = computed?.lines[i];
          return { cells: [lineName(option, line), ...yearCells(line, years?.ok ? years.value : null)] };
        }),
        {
          tone: 'strong' as const,
          cells: [
            label('Total'),
            ...model.yearLabels.map((_, year) =>
              numberCell(option.at.at('totals', year), computed?.totals?.[year] ?? null),
            ),
            numberCell(option.at.at('total_5yr'), computed?.total ?? null),
          ],
        },
      ],
    });
  });
  return blocks;
}

function yearCells(line: CostLine, computed: readonly number[] | null): CellValue[] {
  const cells = line.values.map((_, year) =>
    numberCell(line.at.at('values', year), computed?.[year] ?? null, CELL_TOLERANCE),
  );
  const sum = line.values.reduce<number>((total, value) => total + (value ?? 0), 0);
  return [...cells, label(grouped(sum))];
}

/** The category in words; lines that share one are told apart by their id. */
export function lineName(option: CostOption, line: CostLine): CellValue {
  const shared = option.lines.filter((other) => other.category === line.category).length > 1;
  const category = line.category === null ? readableKey(line.id) : readableKey(line.category);
  return {
    text: shared ? `${category} (${readableKey(line.id).toLowerCase()})` : category,
    span: line.at.at('id').span,
  };
}
