import type { Block, CellValue, Tone } from '../../preview/block';
import type { DataReader } from '../../rubric/read-data';
import { type ActionItems, LEVELS } from './model';

const LEVEL_TONE: Readonly<Record<string, Tone>> = {
  eliminate: 'good',
  automate: 'good',
  guardrail: 'plain',
  document: 'warning',
};

/** How strong the list is at a glance, the list itself, then effect and proof of each action. */
export function preview(model: ActionItems): Block[] {
  if (model.items.length === 0) {
    return [{ kind: 'paragraph', text: 'There are no action items yet.', span: null, tone: 'quiet' }];
  }
  const count = (level: string) => model.items.filter((item) => item.level === level).length;
  return [
    {
      kind: 'table',
      caption: 'Prevention ladder, strongest first',
      columns: [
        { label: 'Level', align: 'start', width: 2 },
        { label: 'Actions', align: 'end' },
        { label: 'Which', align: 'start', width: 5 },
      ],
      rows: LEVELS.map((level) => ({
        cells: [
          {
            text: `${level.charAt(0).toUpperCase()}${level.slice(1)}`,
            span: null,
            tone: LEVEL_TONE[level] ?? 'plain',
          },
          { text: String(count(level)), span: null },
          {
            text:
              model.items
                .filter((item) => item.level === level)
                .map((item) => item.name)
                .join(', ') || '–',
            span: null,
          },
        ],
      })),
    },
    {
      kind: 'table',
      caption: 'Actions',
      columns: [
        { label: 'Id', align: 'start' },
        { label: 'Action', align: 'start', width: 4 },
        { label: 'Prio', align: 'start' },
        { label: 'Level', align: 'start', width: 1.4 },
        { label: 'Owner', align: 'start', width: 2 },
        { label: 'Due', align: 'start', width: 1.5 },
        { label: 'SLO', align: 'start', width: 1.2 },
        { label: 'Factors', align: 'start', width: 1.4 },
        { label: 'Weeks', align: 'end' },
      ],
      rows: model.items.map(({ at, level }) => ({
        cells: [
          cell(at.at('id')),
          cell(at.at('title')),
          cell(at.at('priority')),
          { ...cell(at.at('level')), tone: LEVEL_TONE[level] ?? 'plain' },
          cell(at.at('owner')),
          cell(at.at('due')),
          cell(at.at('slo')),
          {
            text: at.at('contributing_factors').texts.join(', ') || '–',
            span: at.at('contributing_factors').span,
          },
          cell(at.at('effort_weeks')),
        ],
      })),
    },
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
          cell(at.at('expected_effect')),
          cell(at.at('verification')),
          cell(at.at('status')),
        ],
      })),
    },
  ];
}

function cell(at: DataReader): CellValue {
  return at.spelled === null
    ? { text: '–', span: at.span, tone: 'quiet' }
    : { text: at.spelled, span: at.span };
}
