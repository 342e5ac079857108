import type { Block, CellValue, TableBlock } from '../../preview/block';
import { leftOut, listed, MOST_MARKS } from '../../preview/chart/left-out';
import type { GridCell, GridChart } from '../../preview/chart/spec';
import { readableKey } from '../../preview/labels';
import { grouped } from '../../preview/number-text';
import { allowedMinutes, hoursToEmpty, spentWhenFired, targetOf } from './budget';
import type { Alert, Slo, Slos } from './model';

/** How much failure each promise allows, and how much of that is gone when its alerts fire. */
export function sloCharts(model: Slos): Block[] {
  if (model.slos.length > MOST_MARKS / 4)
    return [
      leftOut('budgets and alerts', `${model.slos.length} objectives are more than a picture can hold.`),
    ];
  return [...budgets(model), ...alertGrid(model)];
}

function titleOf({ name, at }: Slo): string {
  const own = at.at('openslo', 'metadata', 'name').text;
  return own === null ? name : `${name} ${readableKey(own)}`;
}

/** "20 min", "6 h 43 min", "1 d 10 h". */
function lasting(minutes: number): string {
  const whole = Math.round(minutes);
  if (minutes < 10) return `${grouped(Math.round(minutes * 10) / 10)} min`;
  if (whole < 120) return `${whole} min`;
  if (whole < 1440) return `${Math.floor(whole / 60)} h ${whole % 60} min`;
  const hours = Math.round(whole / 60);
  return hours % 24 === 0 ? `${hours / 24} d` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

function percent(share: number): string {
  return `${grouped(Math.round(share * 1e8) / 1e6)} %`;
}

function budgets({ root, slos }: Slos): Block[] {
  const sized = slos.flatMap((slo) => {
    const minutes = allowedMinutes(slo);
    const target = targetOf(slo);
    return minutes === null || target === null ? [] : [{ slo, minutes, target }];
  });
  const missing = slos.filter((slo) => !sized.some((each) => each.slo === slo)).map(({ name }) => name);
  const what = 'the error budgets';
  const why = 'A budget follows from a target below 1 and a time window such as 28d.';
  if (sized.length === 0) return [leftOut(what, why)];
  const least = sized.reduce((a, b) => (b.minutes < a.minutes ? b : a));
  const most = sized.reduce((a, b) => (b.minutes > a.minutes ? b : a));
  const name = ({ slo, minutes, target }: (typeof sized)[number]) =>
    `${titleOf(slo)}: ${percent(1 - target)} of ${slo.window?.text ?? ''} may fail, ${lasting(minutes)} of complete failure`;
  return [
    {
      kind: 'chart',
      title: 'Error budget: minutes of complete failure that the window of each objective allows',
      alt: `${sized.length === 1 ? 'One objective has' : `${sized.length} objectives have`} a budget. The tightest is ${least.slo.name} with ${lasting(least.minutes)}, the widest ${most.slo.name} with ${lasting(most.minutes)}.`,
      chart: {
        form: 'bars',
        direction: 'rows',
        axis: { label: 'Minutes', look: 'compact' },
        series: [{ label: 'Error budget', paint: 'accent' }],
        panels: [
          {
            title: '',
            span: null,
            bars: sized.map((each) => ({
              label: titleOf(each.slo),
              span: each.slo.at.at('id').span,
              total: `${lasting(each.minutes)} (${percent(1 - each.target)})`,
              parts: [
                {
                  series: 0,
                  value: each.minutes,
                  name: name(each),
                  span: each.slo.spec.at('objectives', 0, 'target').span,
                },
              ],
            })),
          },
        ],
      },
      table: {
        kind: 'table',
        caption: 'Error budgets',
        columns: [
          { label: 'Objective', align: 'start', width: 3 },
          { label: 'Target', align: 'end' },
          { label: 'Window', align: 'end' },
          { label: 'May fail', align: 'end' },
          { label: 'Minutes', align: 'end' },
        ],
        rows: sized.map(({ slo, minutes, target }) => ({
          cells: [
            { text: titleOf(slo), span: slo.at.at('id').span },
            { text: percent(target), span: slo.spec.at('objectives', 0, 'target').span },
            { text: slo.window?.text ?? '–', span: slo.spec.at('timeWindow', 0, 'duration').span },
            { text: percent(1 - target), span: null },
            { text: grouped(Math.round(minutes * 100) / 100), span: null },
          ],
        })),
      },
      tabled: false,
      span: root.at('slos').keySpan,
    },
    ...(missing.length === 0 ? [] : [leftOut(`the budget of ${listed(missing)}`, why)]),
  ];
}

/** Alerts that burn alike over the same windows stand in one column. */
function wayOf(alert: Alert): string | null {
  const { burnRate, long, short } = alert;
  if (burnRate === null || !long) return null;
  return `${grouped(burnRate)}× · ${long.text}${short ? ` + ${short.text}` : ''}`;
}

function alertGrid({ root, slos }: Slos): Block[] {
  const alerts = slos.flatMap((slo) => slo.alerts.map((alert) => ({ slo, alert, way: wayOf(alert) })));
  const drawn = alerts.flatMap((each) => (each.way === null ? [] : [{ ...each, way: each.way }]));
  const what = 'the alerts on the burn rate';
  if (drawn.length === 0 || drawn.length > MOST_MARKS)
    return [
      leftOut(
        what,
        drawn.length === 0
          ? 'An alert has a place when it has a burn rate and a long window.'
          : `${drawn.length} alerts are more than a grid can hold.`,
      ),
    ];
  const rates = new Map(drawn.map(({ way, alert }) => [way, alert.burnRate ?? 0]));
  const ways = [...rates.keys()].sort((a, b) => (rates.get(b) ?? 0) - (rates.get(a) ?? 0));
  const chart: GridChart = {
    form: 'grid',
    columns: ways.map((label) => ({ label, span: null })),
    rows: slos.map((slo) => ({
      label: titleOf(slo),
      span: slo.at.at('id').span,
      cells: ways.map((way) => {
        const found = drawn.find((each) => each.slo === slo && each.way === way);
        return found ? cellOf(slo, found.alert) : null;
      }),
      ...(slo.alerts.some(({ page }) => page)
        ? {}
        : { note: slo.alerts.length === 0 ? 'No alert' : 'No page' }),
    })),
    legend: [
      { label: 'Pages someone', paint: 'bad-wash', shape: 'box' },
      { label: 'Opens a ticket', paint: 'warning-wash', shape: 'box' },
    ],
  };
  const pages = drawn.filter(({ alert }) => alert.page).length;
  const silent = slos.filter((slo) => !slo.alerts.some(({ page }) => page)).map(({ name }) => name);
  const left = alerts.length - drawn.length;
  return [
    {
      kind: 'chart',
      title: 'Budget that is gone when each alert fires, by burn rate and by long and short window',
      alt: `${drawn.length} ${drawn.length === 1 ? 'alert' : 'alerts'} on ${slos.length} ${slos.length === 1 ? 'objective' : 'objectives'}; ${pages} ${pages === 1 ? 'pages' : 'page'}.${silent.length === 0 ? '' : ` No page for ${listed(silent)}.`}`,
      chart,
      table: alertTable(drawn),
      tabled: true,
      span: root.at('slos').keySpan,
    },
    ...(left === 0
      ? []
      : [
          leftOut(
            `${left} of ${alerts.length} alerts`,
            'An alert has a place when it has a burn rate and a long window.',
          ),
        ]),
  ];
}

function cellOf(slo: Slo, alert: Alert): GridCell {
  const spent = spentWhenFired(slo, alert);
  const empty = hoursToEmpty(slo, alert);
  const extent = alert.at.node?.span;
  const what = alert.page ? 'pages someone' : 'opens a ticket';
  const share = spent === null ? '–' : `${grouped(Math.round(spent * 100) / 100)} %`;
  const rest = empty === null ? '' : `; at this rate all of it is gone in ${lasting(empty * 60)}`;
  return {
    text: share,
    name: `${alert.name}: ${what} at ${wayOf(alert)} when ${share} of the budget is gone${rest}`,
    paint: alert.page ? 'bad-wash' : 'warning-wash',
    strong: alert.page,
    span: alert.at.at('id').span,
    ...(extent ? { extent } : {}),
  };
}

function alertTable(drawn: readonly { readonly slo: Slo; readonly alert: Alert }[]): TableBlock {
  const number = (value: number | null, unit: string): CellValue => ({
    text: value === null ? '–' : `${grouped(Math.round(value * 100) / 100)}${unit}`,
    span: null,
  });
  return {
    kind: 'table',
    columns: [
      { label: 'Objective', align: 'start' },
      { label: 'Alert', align: 'start', width: 3 },
      { label: 'Burn rate', align: 'end' },
      { label: 'Windows', align: 'end', width: 1.5 },
      { label: 'Budget gone', align: 'end' },
      { label: 'All gone after, h', align: 'end' },
    ],
    rows: drawn.map(({ slo, alert }) => ({
      cells: [
        { text: slo.name, span: slo.at.at('id').span },
        { text: alert.name, span: alert.at.at('id').span },
        number(alert.burnRate, '×'),
        {
          text: `${alert.long?.text ?? '–'} / ${alert.short?.text ?? '–'}`,
          span: alert.at.at('long_window').span,
        },
        number(spentWhenFired(slo, alert), ' %'),
        number(hoursToEmpty(slo, alert), ''),
      ],
    })),
  };
}
