import type { Block, Tone } from '../../preview/block';
import { capitalised } from '../../preview/labels';
import { ownEntries } from '../../preview/own-keys';
import type { DataReader } from '../../rubric/read-data';
import { cell, entriesOf } from '../../rubric/reader-cells';
import { courseChart } from './course-chart';
import { called, type Register } from './model';
import { outcomeTree } from './outcome-tree';

const STATES: Readonly<Record<string, Tone>> = { tripped: 'bad', armed: 'plain', retired: 'quiet' };

/** How long each dissent was open, what it predicted and what happened, then each in full, then the tripwires. */
export function preview(register: Register): Block[] {
  if (register.entries.length === 0 && register.tripwires.length === 0) {
    return [{ kind: 'paragraph', text: 'The register holds no dissent yet.', span: null, tone: 'quiet' }];
  }
  return [
    ...courseChart(register),
    ...outcomeTree(register),
    ...register.entries.flatMap(details),
    ...tripwires(register),
  ];
}

function details(entry: DataReader): Block[] {
  const person = entry.at('person').text;
  return [
    {
      kind: 'heading',
      level: 3,
      text: person === null ? called(entry) : `${called(entry)} ${person}`,
      span: entry.at('id').span,
    },
    {
      kind: 'entries',
      entries: [
        ...entriesOf(
          ['Statement', entry.at('statement')],
          ['Predicted failure', entry.at('predicted_failure')],
          ['Evidence', entry.at('evidence')],
          ['Would change their mind', entry.at('would_change_mind')],
          ['Response', entry.at('response')],
          ['Outcome', entry.at('outcome_note')],
          ['Stated', entry.at('date')],
          ['Decision', entry.at('decision')],
          ['Tripwire', entry.at('tripwire')],
          ['Status', entry.at('status')],
          ['Settled', entry.at('outcome_date')],
        ),
        ...ownEntries(entry.node, entry.tree.text),
      ],
    },
  ];
}

function tripwires({ root, tripwires }: Register): Block[] {
  if (tripwires.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: 'Tripwires', span: root.at('tripwires').keySpan },
    {
      kind: 'table',
      columns: [
        { label: 'Tripwire', align: 'start' },
        { label: 'Metric', align: 'start', width: 3 },
        { label: 'Threshold', align: 'start', width: 2 },
        { label: 'Window', align: 'start', width: 2 },
        { label: 'Owner', align: 'start', width: 2 },
        { label: 'Action', align: 'start', width: 4 },
        { label: 'State', align: 'start' },
        { label: 'Alert', align: 'start', width: 3 },
      ],
      rows: tripwires.map((wire) => ({
        cells: [
          cell(wire.at('id')),
          cell(wire.at('metric')),
          cell(wire.at('threshold')),
          cell(wire.at('window')),
          cell(wire.at('owner')),
          cell(wire.at('action')),
          stateCell(wire.at('state')),
          cell(wire.at('alert_id')),
        ],
      })),
    },
  ];
}

function stateCell(at: DataReader) {
  const shown = cell(at, STATES[at.text ?? '']);
  return { ...shown, text: capitalised(shown.text) };
}
