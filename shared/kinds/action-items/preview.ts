import type { Block, CellValue, TableBlock, Tone } from '../../preview/block';
import type { EditType } from '../../preview/cell-edit';
import { readableKey } from '../../preview/labels';
import { choiceCell, editable, textCell } from '../../rubric/editable';
import { growing, isBlank, placed } from '../../rubric/growing';
import type { DataReader } from '../../rubric/read-data';
import { actionCharts } from './charts';
import { type ActionItems, LEVELS } from './model';

const LEVEL_TONE: Readonly<Record<string, Tone>> = {
  eliminate: 'good',
  automate: 'good',
  guardrail: 'plain',
  document: 'warning',
};

const TYPES = ['prevent', 'detect', 'mitigate', 'process'];
const STATUSES = ['open', 'in-progress', 'done', 'verified'];

/** How strong the list is at a glance, the list itself, then effect and proof of each action. */
export function preview(model: ActionItems): Block[] {
  if (model.items.length === 0) {
    return [
      { kind: 'paragraph', text: 'There are no action items yet.', span: null, tone: 'quiet' },
      { ...actionTable(model), forWriting: true },
    ];
  }
  return [
    ...actionCharts(model),
    actionTable(model),
    { kind: 'heading', level: 3, text: 'Effect and proof', span: null },
    {
      kind: 'table',
      columns: [
        { label: 'Id', align: 'start' },
        { label: 'Expected effect', align: 'start', width: 4 },
        { label: 'Verified by', align: 'start', width: 5 },
        { label: 'Status', align: 'start', width: 1.4 },
      ],
      rows: model.items.map(({ at }) => ({
        cells: [
          cell(at.at('id')),
          written(at, 'expected_effect'),
          written(at, 'verification'),
          chosen(at, 'status', STATUSES),
        ],
      })),
    },
  ];
}

function actionTable({ root, items }: ActionItems): TableBlock {
  return {
    kind: 'table',
    caption: 'Actions',
    columns: [
      { label: 'Id', align: 'start' },
      { label: 'Action', align: 'start', width: 4 },
      { label: 'Prio', align: 'start' },
      { label: 'Type', align: 'start', width: 1.3 },
      { label: 'Level', align: 'start', width: 1.4 },
      { label: 'Owner', align: 'start', width: 2 },
      { label: 'Due', align: 'start', width: 1.5 },
      { label: 'SLO', align: 'start', width: 1.2 },
      { label: 'Factors', align: 'start', width: 1.4 },
      { label: 'Weeks', align: 'end' },
    ],
    ...growing(root.at('items'), 'action'),
    rows: items.map(({ at, level }) => ({
      ...placed(at, at.at('id').text ?? 'this action'),
      cells: [
        cell(at.at('id')),
        written(at, 'title'),
        chosen(at, 'priority', ['P0', 'P1', 'P2']),
        chosen(at, 'type', TYPES),
        { ...chosen(at, 'level', LEVELS), tone: LEVEL_TONE[level] ?? 'plain' },
        written(at, 'owner'),
        { ...written(at, 'due'), ...typed(at, 'due', { type: 'date' }) },
        written(at, 'slo'),
        {
          text: at.at('contributing_factors').texts.join(', ') || '–',
          span: at.at('contributing_factors').span,
        },
        {
          ...written(at, 'effort_weeks'),
          ...(isBlank(at.at('effort_weeks').text) ? { text: '–' } : {}),
          ...typed(at, 'effort_weeks', { type: 'number', min: 0.5, max: 12 }),
        },
      ],
    })),
  };
}

function chosen(item: DataReader, key: string, values: readonly string[]): CellValue {
  return choiceCell(item.at(key), nameOf(item, key), values, { order: KEYS });
}

function written(item: DataReader, key: string): CellValue {
  return textCell(item.at(key), nameOf(item, key), { order: KEYS });
}

function typed(item: DataReader, key: string, how: EditType) {
  return editable(item.at(key), nameOf(item, key), how, { order: KEYS });
}

/** Keys of an action in the order of the format. */
const KEYS = [
  'id',
  'title',
  'type',
  'level',
  'priority',
  'owner',
  'team',
  'due',
  'slo',
  'contributing_factors',
  'expected_effect',
  'verification',
  'status',
  'tracker',
  'adr',
  'effort_weeks',
];

/** A value in words: "Owner of AI-03". */
function nameOf(item: DataReader, key: string): string {
  return `${readableKey(key)} of ${item.at('id').text ?? 'the action'}`;
}

function cell(at: DataReader): CellValue {
  return at.spelled === null
    ? { text: '–', span: at.span, tone: 'quiet' }
    : { text: at.spelled, span: at.span };
}
