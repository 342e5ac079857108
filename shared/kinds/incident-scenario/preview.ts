import type { Block, CellValue } from '../../preview/block';
import { grouped } from '../../preview/number-text';
import { ownEntries } from '../../preview/own-keys';
import type { DataReader } from '../../rubric/read-data';
import { cell, entriesOf, listCell } from '../../rubric/reader-cells';
import { evidenceCharts } from './evidence-chart';
import { type Family, pointsOf, recordsOf, type Scenario } from './model';

/** The scenario as a table of contents: what the night was, which systems took part, and how much evidence of each sort there is. */
export function preview(scenario: Scenario): Block[] {
  const { root, services, topics } = scenario;
  const about = [...aboutEntries(scenario.metadata), ...ownEntries(root.node, root.tree.text)];
  const blocks: Block[] = [
    ...(about.length === 0 ? [] : [{ kind: 'entries', entries: about } as const]),
    ...evidenceCharts(scenario),
    ...(scenario.families.some((family) => family.records.length > 0) ? [recordTable(scenario)] : []),
    ...(services.length === 0 ? [] : [serviceTable(services)]),
    ...(topics.length === 0 ? [] : [topicTable(topics)]),
  ];
  if (blocks.length > 0) return blocks;
  return [{ kind: 'paragraph', text: 'The scenario holds no evidence yet.', span: null, tone: 'quiet' }];
}

function aboutEntries(metadata: DataReader) {
  const start = metadata.at('window_start');
  const end = metadata.at('window_end');
  const window =
    start.text === null && end.text === null
      ? []
      : [{ term: 'Window', value: { text: `${start.text ?? '–'} to ${end.text ?? '–'}`, span: start.span } }];
  return [
    ...entriesOf(
      ['Incident', metadata.at('incident_id')],
      ['Title', metadata.at('title')],
      ['Company', metadata.at('company')],
    ),
    ...window,
    ...entriesOf(['Task', metadata.at('instructions')], ['Note', metadata.at('disclaimer')]),
  ];
}

function recordTable(scenario: Scenario): Block {
  const points = pointsOf(scenario).length;
  const measured =
    recordsOf(scenario, 'logs').length + recordsOf(scenario, 'pipeline_counters').length + points;
  return {
    kind: 'table',
    caption: `Evidence: ${grouped(measured)} log, counter and metric records, ${grouped(points)} of them metric points`,
    columns: [
      { label: 'Evidence', align: 'start', width: 2 },
      { label: 'Records', align: 'end' },
      { label: 'First (UTC)', align: 'start', width: 2 },
      { label: 'Last (UTC)', align: 'start', width: 2 },
    ],
    rows: scenario.families.map((family) => ({ cells: familyCells(family) })),
  };
}

function familyCells({ label, at, records }: Family): CellValue[] {
  const none: CellValue = { text: '–', span: at.keySpan, tone: 'quiet' };
  const [first, last] = [records[0], records.at(-1)];
  return [
    { text: label, span: at.keySpan },
    { text: grouped(records.length), span: at.keySpan },
    first ? cell(first.at('t')) : none,
    last ? cell(last.at('t')) : none,
  ];
}

function serviceTable(services: readonly DataReader[]): Block {
  return {
    kind: 'table',
    caption: `${services.length} services`,
    columns: [
      { label: 'Service', align: 'start', width: 2 },
      { label: 'Kind', align: 'start' },
      { label: 'Owner', align: 'start', width: 2 },
      { label: 'Reads from', align: 'start', width: 3 },
      { label: 'Feeds', align: 'start', width: 3 },
      { label: 'Known objectives', align: 'start', width: 2 },
    ],
    rows: services.map((service) => ({
      cells: [
        cell(service.at('name')),
        cell(service.at('kind')),
        cell(service.at('owner_team')),
        listCell(service.at('upstream')),
        listCell(service.at('downstream')),
        listCell(service.at('slo_known')),
      ],
    })),
  };
}

function topicTable(topics: readonly DataReader[]): Block {
  return {
    kind: 'table',
    caption: `${topics.length} topics`,
    columns: [
      { label: 'Topic', align: 'start', width: 2 },
      { label: 'Partitions', align: 'end' },
      { label: 'Retention, hours', align: 'end' },
      { label: 'Producers', align: 'start', width: 3 },
    ],
    rows: topics.map((topic) => ({
      cells: [
        cell(topic.at('name')),
        count(topic.at('partitions')),
        count(topic.at('retention_hours')),
        listCell(topic.at('producers')),
      ],
    })),
  };
}

function count(at: DataReader): CellValue {
  return at.number === null ? cell(at) : { text: grouped(at.number), span: at.span };
}
