import type { Block, CellValue } from '../../preview/block';
import { capitalised, readableKey } from '../../preview/labels';
import { grouped } from '../../preview/number-text';
import { ownEntries } from '../../preview/own-keys';
import type { DataReader } from '../../rubric/read-data';
import { cell, entriesOf, listCell } from '../../rubric/reader-cells';
import { sloCharts } from './charts';
import type { Slo, Slos } from './model';

/** The promises at a glance, then each with what counts, whom it serves and when it alerts. */
export function preview(model: Slos): Block[] {
  if (model.slos.length === 0) {
    return [{ kind: 'paragraph', text: 'The file holds no objectives yet.', span: null, tone: 'quiet' }];
  }
  return [...sloCharts(model), overview(model.slos), ...model.slos.flatMap(details)];
}

function overview(slos: readonly Slo[]): Block {
  return {
    kind: 'table',
    caption: 'Service level objectives',
    columns: [
      { label: 'Objective', align: 'start', width: 3 },
      { label: 'Promise', align: 'start', width: 2 },
      { label: 'Service', align: 'start', width: 2 },
      { label: 'Target', align: 'end' },
      { label: 'Window', align: 'end' },
      { label: 'Owner', align: 'start', width: 2 },
      { label: 'Consumers', align: 'start', width: 3 },
    ],
    rows: slos.map(({ at, spec }) => ({
      cells: [
        title(at),
        { ...cell(at.at('dimension')), text: capitalised(at.at('dimension').spelled ?? '–') },
        cell(spec.at('service')),
        target(spec.at('objectives', 0, 'target')),
        duration(spec.at('timeWindow', 0, 'duration')),
        cell(at.at('owner')),
        listCell(at.at('consumers')),
      ],
    })),
  };
}

function title(at: DataReader): CellValue {
  const name = at.at('openslo', 'metadata', 'name').text;
  const text = [at.at('id').text, name === null ? null : readableKey(name)]
    .filter((part) => part !== null)
    .join(' ');
  return { text: text === '' ? '–' : text, span: at.at('id').span };
}

/** A share as per cent with all its digits: 0.9995 is "99.95 %". */
function target(at: DataReader): CellValue {
  return at.number === null ? cell(at) : { text: `${grouped(at.number * 100)} %`, span: at.span };
}

const UNITS: Readonly<Record<string, string>> = {
  m: 'min',
  h: 'h',
  d: 'days',
  w: 'weeks',
  M: 'months',
  Q: 'quarters',
  Y: 'years',
};

/** `28d` as "28 days". */
function duration(at: DataReader): CellValue {
  const m = /^(\d+)([a-zA-Z])$/.exec(at.text ?? '');
  const unit = UNITS[m?.[2] ?? ''];
  return m && unit
    ? { text: `${m[1]} ${m[1] === '1' ? unit.replace(/s$/, '') : unit}`, span: at.span }
    : cell(at);
}

function details({ at, alerts, spec }: Slo): Block[] {
  const blocks: Block[] = [
    { kind: 'heading', level: 3, text: title(at).text, span: at.at('id').span },
    {
      kind: 'entries',
      entries: [
        ...entriesOf(
          ['Good', at.at('good_definition')],
          ['Of all valid', at.at('valid_definition')],
          ['Left out', at.at('exclusions')],
          ['Why this target', at.at('rationale')],
          ['Counted by', spec.at('budgetingMethod')],
          ['When the budget is gone', at.at('budget_policy')],
        ),
        ...ownEntries(at.node, at.tree.text),
      ],
    },
  ];
  if (alerts.length > 0)
    blocks.push({
      kind: 'table',
      caption: 'Alerts on the rate at which the budget burns',
      columns: [
        { label: 'Alert', align: 'start', width: 4 },
        { label: 'What it does', align: 'start', width: 2 },
        { label: 'Burn rate', align: 'end' },
        { label: 'Long window', align: 'end' },
        { label: 'Short window', align: 'end' },
        { label: 'Budget spent', align: 'end' },
      ],
      rows: alerts.map((alert) => ({
        cells: [
          cell(alert.at.at('id')),
          severity(alert.at.at('severity')),
          times(alert.at.at('burn_rate')),
          duration(alert.at.at('long_window')),
          duration(alert.at.at('short_window')),
          share(alert.at.at('budget_pct')),
        ],
      })),
    });
  return blocks;
}

function severity(at: DataReader): CellValue {
  const shown: Readonly<Record<string, string>> = { page: 'Pages someone', ticket: 'Opens a ticket' };
  return { ...cell(at), text: shown[at.text ?? ''] ?? at.spelled ?? '–' };
}

function times(at: DataReader): CellValue {
  return at.number === null ? cell(at) : { text: `${grouped(at.number)}×`, span: at.span };
}

function share(at: DataReader): CellValue {
  return at.number === null ? cell(at) : { text: `${grouped(at.number)} %`, span: at.span };
}
