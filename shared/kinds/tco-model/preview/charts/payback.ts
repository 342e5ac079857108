import type { Block, TableBlock } from '../../../../preview/block';
import { leftOut } from '../../../../preview/chart/left-out';
import { compact } from '../../../../preview/chart/numbers';
import { type LinePoint, type Paint, SERIES } from '../../../../preview/chart/spec';
import { grouped } from '../../../../preview/number-text';
import { leaders } from '../../cases';
import { baseOf } from '../../evaluate';
import { type CostModel, type CostOption, YEARS } from '../../model';
import { end, label, shortName, start } from '../cells';
import { titled } from './titled';

/** Totals of an option added up year by year; computed where the formulas allow, else as stated. Null when a year has no number. */
export function cumulative(model: CostModel, option: CostOption): readonly number[] | null {
  const totals = baseOf(model).options[model.options.indexOf(option)]?.totals ?? option.totals;
  const sums: number[] = [];
  let sum = 0;
  for (let year = 0; year < YEARS; year++) {
    const total = totals[year];
    if (total === null || total === undefined) return null;
    sum += total;
    sums.push(sum);
  }
  return sums;
}

/** The first year (from 0) at whose end an option has cost no more than another one although it had cost more before; null when there is none. */
export function paybackYear(own: readonly number[], other: readonly number[]): number | null {
  const ahead = own.map((value, year) => (other[year] ?? 0) - value);
  if ((ahead[0] ?? 0) >= 0) return null;
  const year = ahead.findIndex((value) => value >= 0);
  return year < 0 ? null : year;
}

/** How much less the cheapest option has cost than each other one, added up: below zero it has not paid back yet. */
export function paybackChart(model: CostModel): Block[] {
  const own = model.options.find((option) => option.id === leaders(model)[0]);
  const spent = own ? cumulative(model, own) : null;
  if (!own || !spent)
    return [leftOut('the cumulative cost', 'The totals of the cheapest option are not all there yet.')];
  const rivals = model.options.flatMap((option) => {
    const sums = option === own ? null : cumulative(model, option);
    return sums ? [{ option, sums, back: paybackYear(spent, sums) }] : [];
  });
  if (rivals.length === 0 || rivals.length > SERIES.length) return [];
  const currency = model.root.at('meta', 'currency').spelled ?? '';
  const name = shortName(model, own.id);
  const point = (rival: (typeof rivals)[number], year: number): LinePoint => {
    const y = (rival.sums[year] ?? 0) - (spent[year] ?? 0);
    const words = y < 0 ? `${grouped(-y)} ${currency} behind` : `${grouped(y)} ${currency} ahead of`;
    return {
      x: year + 1,
      y,
      name: `${name} after ${model.yearLabels[year]}: ${words} ${shortName(model, rival.option.id)}`,
      span: rival.option.at.at('totals', year).span,
    };
  };
  return [
    {
      kind: 'chart',
      title: titled(`What ${name} has saved against each other option, added up from the start`, currency),
      alt: altOf(model, name, rivals, spent, currency),
      chart: {
        form: 'lines',
        x: { label: '', look: 'plain' },
        steps: ['Start', ...model.yearLabels],
        y: { label: '', look: 'compact', from: 0, to: 0 },
        lines: rivals.map((rival, i) => ({
          label: `against ${shortName(model, rival.option.id)}`,
          paint: SERIES[i] as Paint,
          points: [
            { x: 0, y: 0, name: '', span: null },
            ...model.yearLabels.map((_, year) => point(rival, year)),
          ],
        })),
        notes: rivals.flatMap((rival) =>
          rival.back === null
            ? []
            : [{ ...point(rival, rival.back), label: `pays back in ${model.yearLabels[rival.back]}` }],
        ),
      },
      table: tableOf(model, own, spent, rivals),
      tabled: false,
      span: own.at.at('totals').keySpan,
    },
  ];
}

interface Rival {
  readonly option: CostOption;
  readonly sums: readonly number[];
  readonly back: number | null;
}

function altOf(
  model: CostModel,
  name: string,
  rivals: readonly Rival[],
  spent: readonly number[],
  currency: string,
): string {
  const says = rivals.map(({ option, sums, back }) => {
    const last = (sums[YEARS - 1] ?? 0) - (spent[YEARS - 1] ?? 0);
    const first = (sums[0] ?? 0) - (spent[0] ?? 0);
    const when =
      back !== null
        ? `, paid back in ${model.yearLabels[back]}`
        : first >= 0
          ? ', ahead from the first year'
          : '';
    return `${shortName(model, option.id)} ${compact(first)} after the first year and ${compact(last)} after the last${when}`;
  });
  return `Lines of what ${name} has saved against each other option, in ${currency || 'the currency of the model'}: ${says.join('; ')}.`;
}

function tableOf(
  model: CostModel,
  own: CostOption,
  spent: readonly number[],
  rivals: readonly Rival[],
): TableBlock {
  return {
    kind: 'table',
    caption: `Cumulative cost, and what ${shortName(model, own.id)} has saved by then`,
    columns: [start('Option', 3), ...model.yearLabels.map(end), end('Pays back')],
    rows: [
      {
        tone: 'strong',
        cells: [
          { text: own.name, span: own.at.at('name').span },
          ...spent.map((value) => label(grouped(value))),
          label('–'),
        ],
      },
      ...rivals.flatMap(({ option, sums, back }) => [
        {
          cells: [
            { text: option.name, span: option.at.at('name').span },
            ...sums.map((value) => label(grouped(value))),
            label(''),
          ],
        },
        {
          tone: 'quiet' as const,
          cells: [
            label('saved by then'),
            ...sums.map((value, year) => label(grouped(value - (spent[year] ?? 0)))),
            label(back === null ? '–' : (model.yearLabels[back] ?? '–')),
          ],
        },
      ]),
    ],
  };
}
