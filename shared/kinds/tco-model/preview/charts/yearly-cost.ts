import type { Block, TableBlock } from '../../../../preview/block';
import { leftOut, listed, MOST_MARKS } from '../../../../preview/chart/left-out';
import { compact } from '../../../../preview/chart/numbers';
import { type Bar, type BarPart, type Paint, SERIES } from '../../../../preview/chart/spec';
import { readableKey } from '../../../../preview/labels';
import { grouped } from '../../../../preview/number-text';
import { baseOf } from '../../evaluate';
import type { CostLine, CostModel, CostOption } from '../../model';
import { end, label, shortName, start } from '../cells';
import { titled } from './titled';

/** A kind of cost in one year of one option, over the lines that share it. */
interface Piece {
  readonly category: string;
  readonly year: number;
  value: number;
  readonly line: CostLine;
}

/** What each option costs in each year, by kind of cost, on one scale. */
export function yearlyCostChart(model: CostModel): Block[] {
  const currency = model.root.at('meta', 'currency').spelled ?? '';
  const pieces = model.options.map((option, index) => piecesOf(model, option, index));
  const categories = ranked(pieces.flat());
  if (categories.length === 0) return [leftOut('the cost of each year', 'No line has a value yet.')];
  const drawn = model.options.length * model.yearLabels.length * Math.min(categories.length, SERIES.length);
  if (drawn > MOST_MARKS)
    return [leftOut('the cost of each year', `${model.options.length} options are more than it can hold.`)];
  // The smallest kinds share the last colour.
  const kinds =
    categories.length > SERIES.length ? [...categories.slice(0, SERIES.length - 1), OTHER] : categories;
  const seriesOf = (category: string) => {
    const own = kinds.indexOf(category);
    return own < 0 ? kinds.length - 1 : own;
  };
  const panels = model.options.map((option, index) => ({
    title: shortName(model, option.id),
    span: option.at.at('name').span,
    bars: model.yearLabels.map((year, y): Bar => {
      const parts = (pieces[index] ?? [])
        .filter((piece) => piece.year === y)
        .map((piece) => partOf(model, option, piece, seriesOf(piece.category), currency))
        .sort((a, b) => a.series - b.series);
      const total = parts.reduce((sum, part) => sum + part.value, 0);
      return { label: year, span: null, parts, total: compact(total) };
    }),
  }));
  return [
    {
      kind: 'chart',
      title: titled('Cost by year and kind', currency),
      alt: altOf(model, pieces, categories, currency),
      chart: {
        form: 'bars',
        direction: 'columns',
        axis: { label: '', look: 'compact' },
        series: kinds.map((kind, i) => ({
          label: kind === OTHER ? 'Other kinds' : readableKey(kind),
          paint: SERIES[i] as Paint,
        })),
        panels,
      },
      table: tableOf(model, pieces, categories),
      tabled: true,
      span: model.root.at('options').keySpan,
    },
    ...without(model),
  ];
}

const OTHER = '\u0000other';

/** The computed values; the stated ones where a formula gives none. */
function piecesOf(model: CostModel, option: CostOption, index: number): Piece[] {
  const computed = baseOf(model).options[index];
  const pieces = new Map<string, Piece>();
  option.lines.forEach((line, i) => {
    const years = computed?.lines[i];
    const category = line.category ?? line.id;
    line.values.forEach((stated, year) => {
      const value = (years?.ok ? years.value[year] : null) ?? stated;
      if (value === null || value === undefined || value === 0) return;
      const key = `${category} ${year}`;
      const known = pieces.get(key);
      if (known) known.value += value;
      else pieces.set(key, { category, year, value, line });
    });
  });
  return [...pieces.values()];
}

/** Kinds of cost by what they add up to, the largest first; those of a single year last, so that they stand on top of what returns. */
function ranked(pieces: readonly Piece[]): string[] {
  const sums = new Map<string, { sum: number; years: Set<number> }>();
  for (const { category, value, year } of pieces) {
    const known = sums.get(category) ?? { sum: 0, years: new Set<number>() };
    known.sum += Math.abs(value);
    known.years.add(year);
    sums.set(category, known);
  }
  const once = (years: ReadonlySet<number>) => Number(years.size === 1);
  return [...sums]
    .sort(([, a], [, b]) => once(a.years) - once(b.years) || b.sum - a.sum)
    .map(([category]) => category);
}

function partOf(
  model: CostModel,
  option: CostOption,
  piece: Piece,
  series: number,
  currency: string,
): BarPart {
  const { line, year, value, category } = piece;
  return {
    series,
    value,
    name: `${shortName(model, option.id)}, ${model.yearLabels[year]}, ${readableKey(category).toLowerCase()}: ${grouped(value)} ${currency}`.trim(),
    span: line.at.at('values', year).span,
  };
}

function altOf(
  model: CostModel,
  pieces: readonly (readonly Piece[])[],
  categories: readonly string[],
  currency: string,
): string {
  const sums = model.options.map((option, i) => {
    const sum = (pieces[i] ?? []).reduce((total, piece) => total + piece.value, 0);
    return `${shortName(model, option.id)} ${grouped(sum)}`;
  });
  const largest = categories[0];
  return `Stacked bars of each year for ${model.options.length} options. Over all years, in ${currency || 'the currency of the model'}: ${listed(sums)}. The largest kind of cost is ${readableKey(largest ?? '').toLowerCase()}.`;
}

function tableOf(
  model: CostModel,
  pieces: readonly (readonly Piece[])[],
  categories: readonly string[],
): TableBlock {
  return {
    kind: 'table',
    caption: 'Cost by year and kind',
    columns: [start('Option', 2), start('Kind', 2), ...model.yearLabels.map(end)],
    rows: model.options.flatMap((option, i) =>
      categories
        .filter((category) => pieces[i]?.some((piece) => piece.category === category))
        .map((category) => ({
          cells: [
            { text: shortName(model, option.id), span: option.at.at('name').span },
            label(readableKey(category)),
            ...model.yearLabels.map((_, year) => {
              const piece = pieces[i]?.find((each) => each.category === category && each.year === year);
              return {
                text: grouped(piece?.value ?? 0),
                span: piece?.line.at.at('values', year).span ?? null,
              };
            }),
          ],
        })),
    ),
  };
}

/** Lines that have no number in some year, and so are too short in the picture. */
function without(model: CostModel): Block[] {
  const gaps = model.options.flatMap((option, index) =>
    option.lines.flatMap((line, i) => {
      const computed = baseOf(model).options[index]?.lines[i];
      if (computed?.ok) return [];
      const years = model.yearLabels.filter((_, year) => line.values[year] === null);
      return years.length === 0 ? [] : [`${line.id || 'a line without an id'} (${years.join(', ')})`];
    }),
  );
  if (gaps.length === 0) return [];
  const shown = gaps.length > 6 ? [...gaps.slice(0, 5), `${gaps.length - 5} more`] : gaps;
  return [
    {
      kind: 'paragraph',
      text: `Without a number, and so not in the picture: ${listed(shown)}.`,
      span: null,
      tone: 'quiet',
    },
  ];
}
