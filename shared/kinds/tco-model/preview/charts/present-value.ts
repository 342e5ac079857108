import type { Block } from '../../../../preview/block';
import { leftOut, listed } from '../../../../preview/chart/left-out';
import { grouped, percent } from '../../../../preview/number-text';
import { baseOf } from '../../evaluate';
import type { CostModel } from '../../model';
import { end, label, shortName, start } from '../cells';
import { titled } from './titled';

/** Net present value of each option against the cheapest. */
export function presentValueChart(model: CostModel): Block[] {
  const known = model.options.flatMap((option, i) => {
    const npv = baseOf(model).options[i]?.npv ?? option.npv;
    return npv === null ? [] : [{ option, npv }];
  });
  if (known.length === 0) return [leftOut('the net present values', 'No option has one yet.')];
  const least = Math.min(...known.map(({ npv }) => npv));
  const currency = model.root.at('meta', 'currency').spelled ?? '';
  const above = (npv: number) =>
    npv === least ? 'cheapest' : least > 0 ? `+${percent(npv / least - 1, 2)}` : `+${grouped(npv - least)}`;
  const words = known.map(
    ({ option, npv }) => `${shortName(model, option.id)} ${grouped(npv)} (${above(npv)})`,
  );
  return [
    {
      kind: 'chart',
      title: titled('Net present value of five years', currency),
      alt: `Bars of net present value: ${listed(words)}.`,
      chart: {
        form: 'bars',
        direction: 'rows',
        axis: { label: '', look: 'compact' },
        series: [
          { label: 'Cheapest', paint: 'accent' },
          { label: 'Others', paint: 'rest' },
        ],
        quietLegend: true,
        panels: [
          {
            title: '',
            span: null,
            bars: known.map(({ option, npv }, i) => ({
              label: shortName(model, option.id),
              span: option.at.at('name').span,
              strong: npv === least,
              total: `${grouped(npv)} ${npv === least ? '' : above(npv)}`.trim(),
              parts: [
                {
                  series: npv === least ? 0 : 1,
                  value: npv,
                  name: words[i] ?? '',
                  span: option.at.at('npv').span,
                },
              ],
            })),
          },
        ],
      },
      table: {
        kind: 'table',
        caption: 'Net present value',
        columns: [start('Option', 3), end('NPV'), end('Above the cheapest')],
        rows: known.map(({ option, npv }) => ({
          cells: [
            { text: option.name, span: option.at.at('name').span },
            { text: grouped(npv), span: option.at.at('npv').span },
            label(above(npv)),
          ],
        })),
      },
      tabled: true,
      span: model.root.at('options').keySpan,
    },
  ];
}
