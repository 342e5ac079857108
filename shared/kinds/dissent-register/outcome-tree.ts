import type { Block, TableBlock } from '../../preview/block';
import { leftOut, MOST_MARKS } from '../../preview/chart/left-out';
import type { Mark, TreeNode } from '../../preview/chart/spec';
import type { DataReader } from '../../rubric/read-data';
import { STATUS_PAINTS } from './course-chart';
import { called, type Register } from './model';

/** What each dissent predicted, what watches for it, and what happened: one under the other. */
export function outcomeTree(register: Register): Block[] {
  const { entries } = register;
  if (entries.length === 0) return [];
  if (entries.length * 3 > MOST_MARKS)
    return [
      leftOut('the predictions with their outcomes', `${entries.length} are more than a picture can hold.`),
    ];
  const settled = entries.filter((entry) => entry.at('outcome_note').text !== null).length;
  return [
    {
      kind: 'chart',
      title: 'What was predicted, what watches for it, and what happened',
      alt: `${entries.length} ${entries.length === 1 ? 'prediction' : 'predictions'} with the tripwire of each; for ${settled} the outcome is written down.`,
      chart: { form: 'tree', roots: entries.map((entry) => predicted(register, entry)) },
      table: tableOf(register),
      tabled: true,
      span: register.root.at('entries').keySpan,
    },
  ];
}

function predicted(register: Register, entry: DataReader): TreeNode {
  const failure = entry.at('predicted_failure');
  const who = [called(entry), entry.at('person').text].filter((part) => part !== null).join(', ');
  return {
    text: `${who}: ${failure.text ?? 'no prediction yet'}`,
    note: quoted(entry.at('statement').text),
    paint: failure.text === null ? 'warning' : 'accent',
    name: `${who} predicted: ${failure.text ?? 'nothing that can be checked yet'}`,
    ...placeOf(entry, 'predicted_failure'),
    children: [watched(register, entry), ...happened(entry)],
  };
}

function quoted(statement: string | null): string {
  return statement === null ? 'The statement is missing.' : `“${statement}”`;
}

function watched(register: Register, entry: DataReader): TreeNode {
  const id = entry.at('tripwire').text;
  const wire = id === null ? null : register.tripwire(id);
  if (id === null || !wire) {
    const text = id === null ? 'No tripwire watches for it' : `${id} is not in this register`;
    return {
      text,
      paint: 'warning',
      name: `${called(entry)}: ${text}`,
      ...placeOf(entry, 'tripwire'),
      children: [],
    };
  }
  const state = wire.at('state').text ?? 'no state';
  const by = wire.at('tripped_by').text;
  const limit = [wire.at('metric').text, wire.at('threshold').spelled]
    .filter((part) => part !== null)
    .join(' ');
  const window = wire.at('window').text;
  const text = `${id} ${state}${by ? ` by ${by}` : ''}: ${limit}${window ? ` (${window})` : ''}`;
  const alert = wire.at('alert_id').text;
  return {
    text,
    note: `${wire.at('action').text ?? 'No action is written down'}${alert ? ` · ${alert}` : ''}`,
    paint: state === 'tripped' ? 'bad' : state === 'armed' ? 's1' : 'rest',
    name: text,
    ...placeOf(wire, 'id'),
    children: [],
  };
}

function happened(entry: DataReader): TreeNode[] {
  const status = entry.at('status').text;
  const note = entry.at('outcome_note').text;
  if (note === null && (status === null || status === 'open')) return [];
  const date = entry.at('outcome_date').text;
  const text = `${status ?? 'Outcome'}${date ? ` on ${date}` : ''}`;
  return [
    {
      text: text.charAt(0).toUpperCase() + text.slice(1),
      note: note ?? 'What happened is not written down yet.',
      paint: STATUS_PAINTS[status ?? ''] ?? 'soft',
      name: `${called(entry)}: ${text}. ${note ?? ''}`.trim(),
      ...placeOf(entry, note === null ? 'status' : 'outcome_note'),
      children: [],
    },
  ];
}

/** The value with its place; the entry's where it has none. */
function placeOf(at: DataReader, key: string): Pick<Mark, 'span'> {
  const value = at.at(key);
  return { span: value.exists ? value.span : at.at('id').exists ? at.at('id').span : at.span };
}

function tableOf({ entries }: Register): TableBlock {
  return {
    kind: 'table',
    caption: 'Predictions and outcomes',
    columns: [
      { label: 'Dissent', align: 'start' },
      { label: 'Predicted', align: 'start', width: 5 },
      { label: 'Tripwire', align: 'start' },
      { label: 'Status', align: 'start' },
      { label: 'What happened', align: 'start', width: 5 },
    ],
    rows: entries.map((entry) => ({
      cells: ['id', 'predicted_failure', 'tripwire', 'status', 'outcome_note'].map((key) => ({
        text: entry.at(key).text ?? '–',
        span: entry.at(key).span,
      })),
    })),
  };
}
