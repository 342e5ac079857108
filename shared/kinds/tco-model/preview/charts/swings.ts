import type { Block } from '../../../../preview/block';
import { leftOut, listed } from '../../../../preview/chart/left-out';
import type { Swing, TornadoChart } from '../../../../preview/chart/spec';
import { capitalised } from '../../../../preview/labels';
import { grouped } from '../../../../preview/number-text';
import {
  cheapest,
  leaders,
  MAX_CASES,
  type Npvs,
  npvsAt,
  plainDriver,
  type SensitivityRow,
  sensitivityRows,
} from '../../cases';
import { baseOf } from '../../evaluate';
import type { CostModel } from '../../model';
import { end, label, shortName, start } from '../cells';
import { withUnit } from '../with-unit';
import { titled } from './titled';

/** So many drivers are drawn, those that move the result most. */
const MOST_ROWS = 14;

interface Case {
  readonly row: SensitivityRow;
  readonly low: Swing | null;
  readonly high: Swing | null;
  readonly reach: number;
}

/** By how much the runner-up stays dearer than the cheapest option while one driver moves; left of zero it is the cheaper of the two. */
export function swingsChart(model: CostModel): Block[] {
  const rows = sensitivityRows(model).slice(0, MAX_CASES);
  if (rows.length === 0) return [];
  const [best, second] = leaders(model);
  const base = gapOf(baseNpvs(model), best, second);
  if (best === undefined || second === undefined || base === null)
    return [leftOut('what moves the result', 'Two options need a net present value first.')];
  const cases = rows
    .map((row) => caseOf(model, row, { best, second, base }))
    .filter(({ low, high }) => low !== null || high !== null)
    .sort((a, b) => b.reach - a.reach);
  if (cases.length === 0)
    return [leftOut('what moves the result', 'No driver has values at both ends that can be computed.')];
  const shown = cases.slice(0, MOST_ROWS);
  const currency = model.root.at('meta', 'currency').spelled ?? '';
  const [bestName, secondName] = [shortName(model, best), shortName(model, second)];
  const chart: TornadoChart = {
    form: 'tornado',
    axis: { label: `NPV of ${secondName} less NPV of ${bestName}`, look: 'compact' },
    base: { value: base, label: 'base', span: null },
    references: [{ value: 0, label: 'equal', span: null }],
    rows: shown.map(({ row, low, high }) => ({
      label: capitalised(plainDriver(row.driver)),
      span: row.at.at('driver').span,
      low,
      high,
    })),
    legend: [
      { label: `${bestName} stays cheapest`, paint: 'accent', shape: 'box' },
      { label: 'another option is cheapest', paint: 'warning', shape: 'box' },
    ],
  };
  const flips = cases.filter(({ low, high }) => low?.paint === 'warning' || high?.paint === 'warning');
  const words = flips.map(({ row }) => plainDriver(row.driver));
  const left = cases.length - shown.length;
  return [
    {
      kind: 'chart',
      title: titled(
        `How far ${secondName} stays above ${bestName} when one driver moves${left > 0 ? `; ${left} that move it less are not drawn` : ''}`,
        currency,
      ),
      alt: `At base ${secondName} is ${grouped(base)} above ${bestName}. ${
        flips.length === 0
          ? 'No driver makes another option the cheapest.'
          : `Another option becomes the cheapest at an end of ${listed([...new Set(words)])}.`
      } The widest range is that of ${plainDriver(shown[0]?.row.driver ?? '')}.`,
      chart,
      table: tableOf(cases, [bestName, secondName]),
      tabled: false,
      span: model.root.at('sensitivity').keySpan,
    },
  ];
}

function baseNpvs(model: CostModel): Npvs {
  const found = new Map<string, number>();
  model.options.forEach((option, i) => {
    const npv = baseOf(model).options[i]?.npv ?? option.npv;
    if (option.id !== '' && npv !== null) found.set(option.id, npv);
  });
  return found;
}

function gapOf(npvs: Npvs, best: string | undefined, second: string | undefined): number | null {
  const [a, b] = [npvs.get(best ?? ''), npvs.get(second ?? '')];
  return a === undefined || b === undefined ? null : b - a;
}

interface Pair {
  readonly best: string;
  readonly second: string;
  readonly base: number;
}

function caseOf(model: CostModel, row: SensitivityRow, pair: Pair): Case {
  const low = swingOf(model, row, 'low', pair);
  const high = swingOf(model, row, 'high', pair);
  const values = [pair.base, low?.value ?? pair.base, high?.value ?? pair.base];
  return { row, low, high, reach: Math.max(...values) - Math.min(...values) };
}

function swingOf(
  model: CostModel,
  row: SensitivityRow,
  which: 'low' | 'high',
  { best, second }: Pair,
): Swing | null {
  const npvs = npvsAt(model, row, row[which]);
  const gap = npvs && gapOf(npvs, best, second);
  if (!npvs || gap === null) return null;
  const winner = cheapest(npvs);
  const value = row[which];
  const text = withUnit(value === null ? null : Number(value.toPrecision(3)), row.at.at('unit').text);
  const against = gap >= 0 ? `${grouped(gap)} above` : `${grouped(-gap)} below`;
  return {
    value: gap,
    text,
    paint: winner === best ? 'accent' : 'warning',
    name: `${capitalised(plainDriver(row.driver))} at ${text}: ${shortName(model, second)} is ${against} ${shortName(model, best)}; cheapest is ${shortName(model, winner)}`,
    span: row.at.at(which).span,
    ...(row.at.node ? { extent: row.at.node.span } : {}),
  };
}

function tableOf(cases: readonly Case[], [best, second]: readonly [string, string]) {
  return {
    kind: 'table' as const,
    caption: `NPV of ${second} less NPV of ${best}`,
    columns: [
      start('Driver', 3),
      end('Low'),
      end('Difference at low'),
      end('High'),
      end('Difference at high'),
    ],
    rows: cases.map(({ row, low, high }) => ({
      cells: [
        { text: capitalised(plainDriver(row.driver)), span: row.at.at('driver').span },
        { text: withUnit(row.low, row.at.at('unit').text), span: row.at.at('low').span },
        low ? { text: grouped(low.value), span: null } : label('–'),
        { text: withUnit(row.high, row.at.at('unit').text), span: row.at.at('high').span },
        high ? { text: grouped(high.value), span: null } : label('–'),
      ],
    })),
  };
}
