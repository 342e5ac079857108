import type { Block } from '../../../../preview/block';
import { leftOut, listed } from '../../../../preview/chart/left-out';
import { capitalised } from '../../../../preview/labels';
import { percent } from '../../../../preview/number-text';
import { type BreakEven, breakEvens, MAX_CASES, plainDriver } from '../../cases';
import { DISCOUNT_KNOB } from '../../evaluate';
import type { CostModel } from '../../model';
import { end, label, start } from '../cells';
import { withUnit } from '../with-unit';

/** How far each driver is from where two options cost the same, as a share of its base: the short bars are the thin ice. */
export function breakEvenChart(model: CostModel): Block[] {
  const entries = breakEvens(model).slice(0, MAX_CASES);
  if (entries.length === 0) return [];
  const known = entries
    .flatMap((entry) => {
      const base = baseValue(model, entry);
      return base === null || base === 0 || entry.value === null
        ? []
        : [{ entry, base, value: entry.value, away: entry.value / base - 1 }];
    })
    .sort((a, b) => Math.abs(a.away) - Math.abs(b.away));
  if (known.length === 0)
    return [leftOut('the break-evens', 'None has a driver with a base to measure from.')];
  const unit = (entry: BreakEven) => entry.at.at('unit').text;
  const signed = (share: number) => `${share > 0 ? '+' : ''}${percent(share, 0)}`;
  const words = known.map(({ entry, base, value, away }) => ({
    driver: plainDriver(entry.driver),
    step: `${withUnit(base, unit(entry))} → ${withUnit(value, unit(entry))}`,
    away: signed(away),
  }));
  const first = words[0];
  return [
    {
      kind: 'chart',
      title: 'How far each driver is from its break-even, in % of its base',
      alt: `Bars to both sides of the base: ${listed(words.map(({ driver, step, away }) => `${driver} ${step} (${away})`))}. The nearest is ${first?.driver}.`,
      chart: {
        form: 'bars',
        direction: 'rows',
        axis: { label: '', look: 'percent' },
        series: [{ label: '', paint: 'accent' }],
        panels: [
          {
            title: '',
            span: null,
            bars: known.map(({ entry, away }, i) => ({
              label: capitalised(words[i]?.driver ?? ''),
              span: entry.at.at('driver').span,
              total: `${words[i]?.step}  (${words[i]?.away})`,
              parts: [
                {
                  series: 0,
                  value: away,
                  name: `${capitalised(words[i]?.driver ?? '')}: from ${words[i]?.step}, ${words[i]?.away}`,
                  span: entry.at.at('value').span,
                  ...(entry.at.node ? { extent: entry.at.node.span } : {}),
                },
              ],
            })),
          },
        ],
      },
      table: {
        kind: 'table',
        caption: 'Distance of each driver from its break-even',
        columns: [start('Driver', 3), end('Base'), end('Meets at'), end('Away from base')],
        rows: known.map(({ entry, base, value, away }) => ({
          cells: [
            { text: capitalised(plainDriver(entry.driver)), span: entry.at.at('driver').span },
            label(withUnit(base, unit(entry))),
            { text: withUnit(value, unit(entry)), span: entry.at.at('value').span },
            label(signed(away)),
          ],
        })),
      },
      tabled: true,
      span: model.root.at('break_evens').keySpan,
    },
  ];
}

function baseValue(model: CostModel, { knob }: BreakEven): number | null {
  if (knob === DISCOUNT_KNOB) return model.rate;
  return [...model.assumptions, ...model.prices].find((quantity) => quantity.id === knob)?.value ?? null;
}
