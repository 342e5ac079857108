import type { Block, CellValue, Tone } from '../../preview/block';
import { capitalised } from '../../preview/labels';
import { grouped } from '../../preview/number-text';
import type { DataReader } from '../../rubric/read-data';
import { cell, listCell } from '../../rubric/reader-cells';
import { courseCharts } from './course-chart';
import { DURATIONS, type Entry, MOMENTS, type Timeline } from './model';

/** How long it took, then the entries day by day, then who responded. */
export function preview(model: Timeline): Block[] {
  const { lengths, lanes } = courseCharts(model);
  const blocks = [
    ...lengths,
    ...durations(model),
    ...lanes,
    ...days(model.entries),
    ...responders(model.root),
  ];
  return blocks.length > 0
    ? blocks
    : [{ kind: 'paragraph', text: 'The file holds no entries yet.', span: null, tone: 'quiet' }];
}

function durations({ root }: Timeline): Block[] {
  const written = DURATIONS.filter(({ key }) => root.at('derived', key).spelled !== null);
  if (written.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'How long it took, in minutes',
      columns: [
        { label: 'Duration', align: 'start', width: 2 },
        { label: 'From', align: 'start', width: 2 },
        { label: 'To', align: 'start', width: 2 },
        { label: 'Minutes', align: 'end' },
      ],
      rows: written.map(({ key, label, from, to }) => ({
        cells: [
          { text: label, span: root.at('derived', key).keySpan },
          { text: spelledKind(from), span: null },
          { text: to === 'recovery' ? 'Last recovery' : spelledKind(to), span: null },
          minutes(root.at('derived', key)),
        ],
      })),
    },
  ];
}

function minutes(at: DataReader): CellValue {
  return at.number === null ? cell(at) : { text: grouped(at.number), span: at.span };
}

/** A table per day, in the order of the file, so that the times need not repeat the date. */
function days(entries: readonly Entry[]): Block[] {
  const byDay = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = /^\d{4}-\d{2}-\d{2}/.exec(entry.at.at('t').text ?? '')?.[0] ?? 'Without a date';
    const others = byDay.get(day);
    if (others) others.push(entry);
    else byDay.set(day, [entry]);
  }
  return [...byDay].map(([day, own]) => ({
    kind: 'table',
    caption: `${day}, times in UTC`,
    columns: [
      { label: 'Time', align: 'end' },
      { label: 'Kind', align: 'start', width: 2 },
      { label: 'What happened', align: 'start', width: 6 },
      { label: 'Actor', align: 'start', width: 2 },
      { label: 'Visible to', align: 'start', width: 3 },
      { label: 'Record', align: 'start', width: 2 },
    ],
    rows: own.map(row),
  }));
}

function row({ at, kind }: Entry): { cells: CellValue[]; tone?: Tone } {
  const t = at.at('t');
  const clock = /T(\d{2}:\d{2}(?::\d{2})?)Z$/.exec(t.text ?? '')?.[1];
  return {
    cells: [
      clock === undefined ? cell(t) : { text: clock, span: t.span },
      { ...cell(at.at('kind')), text: spelledKind(at.at('kind').spelled ?? '–') },
      cell(at.at('text')),
      cell(at.at('actor')),
      listCell(at.at('visible_to')),
      cell(at.at('scenario_ref')),
    ],
    ...(MOMENTS.some((moment) => moment === kind) ? { tone: 'strong' as const } : {}),
  };
}

function spelledKind(kind: string): string {
  return capitalised(kind.replaceAll('-', ' '));
}

function responders(root: DataReader): Block[] {
  const people = root.at('responders').items;
  if (people.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'Responders',
      columns: [
        { label: 'Name', align: 'start', width: 2 },
        { label: 'Role', align: 'start', width: 2 },
        { label: 'Team', align: 'start', width: 2 },
      ],
      rows: people.map((person) => ({
        cells: [cell(person.at('name')), cell(person.at('role')), cell(person.at('team'))],
      })),
    },
  ];
}
