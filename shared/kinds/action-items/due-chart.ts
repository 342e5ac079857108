import type { Block, TableBlock } from '../../preview/block';
import { leftOut, listed } from '../../preview/chart/left-out';
import type { TimeChart } from '../../preview/chart/spec';
import { grouped } from '../../preview/number-text';
import { markOf, paintOf, priorities } from './chart-marks';
import { type ActionItem, type ActionItems, idDay, MOST_P0_DAYS } from './model';

const DAY = 86_400_000;

/** Who has what by when. */
export function calendar(model: ActionItems): Block[] {
  const dated = model.items.flatMap((item) => (item.due === null ? [] : [{ item, due: item.due }]));
  const what = 'the actions by owner and date';
  const why = 'An action has a place when it has an owner and a due date such as 2024-04-19.';
  const owned = dated.filter(({ item }) => ownerOf(item) !== null);
  const [first] = owned;
  if (!first) return [leftOut(what, why)];
  const day = idDay(model);
  const days = owned.map(({ due }) => due);
  const [from, to] = [Math.min(...days, ...(day === null ? [] : [day])), Math.max(...days)];
  const owners = [
    ...new Set([...owned].sort((a, b) => a.due - b.due).map(({ item }) => ownerOf(item) ?? '')),
  ];
  const chart: TimeChart = {
    form: 'time',
    look: 'date',
    from: (from - 1) * DAY,
    to: (to + 1) * DAY,
    lanes: owners.map((owner) => {
      const own = owned.filter(({ item }) => ownerOf(item) === owner);
      return {
        label: owner,
        span: own[0]?.item.at.at('owner').span ?? null,
        bars: [],
        points: own.map(({ item, due }) => ({
          ...markOf(
            item,
            `due ${item.at.at('due').text}, ${owner}, ${item.at.at('status').text ?? 'no status'}`,
          ),
          at: due * DAY,
          label: isDone(item) ? `${item.name} done` : item.name,
          paint: isDone(item) ? ('good' as const) : paintOf(item),
          span: item.at.at('due').span,
        })),
      };
    }),
    moments:
      day === null
        ? []
        : [
            {
              at: day * DAY,
              label: 'Incident',
              name: 'The day of the incident',
              paint: 'soft',
              dashed: true,
              span: null,
            },
            ...(day + MOST_P0_DAYS <= to
              ? [
                  {
                    at: (day + MOST_P0_DAYS) * DAY,
                    label: 'P0 by here',
                    name: `${MOST_P0_DAYS} days after the incident: the latest for a P0`,
                    paint: 'bad' as const,
                    dashed: true,
                    span: null,
                  },
                ]
              : []),
          ],
    legend: [
      ...priorities(owned.map(({ item }) => item)).map((entry) => ({ ...entry, shape: 'point' as const })),
      ...(owned.some(({ item }) => isDone(item))
        ? [{ label: 'Done', paint: 'good' as const, shape: 'point' as const }]
        : []),
    ],
  };
  const sorted = [...owned].sort((a, b) => a.due - b.due);
  const last = sorted.at(-1);
  const missing = model.items
    .filter((item) => !owned.some((each) => each.item === item))
    .map(({ name }) => name);
  const due = ({ item }: { readonly item: ActionItem }) => `${item.name} on ${item.at.at('due').text}`;
  return [
    {
      kind: 'chart',
      title: 'When each action is due, by owner',
      alt: `${owned.length} ${owned.length === 1 ? 'action' : 'actions'} of ${owners.length} ${owners.length === 1 ? 'owner' : 'owners'}. The first is ${due(sorted[0] ?? first)}, the last ${due(last ?? first)}.`,
      chart,
      table: calendarTable(sorted.map(({ item }) => item)),
      tabled: true,
      span: model.root.at('items').keySpan,
    },
    ...(missing.length === 0 ? [] : [leftOut(listed(missing), why)]),
  ];
}

function ownerOf({ at }: ActionItem): string | null {
  return at.at('owner').text;
}

function isDone({ at }: ActionItem): boolean {
  const status = at.at('status').text;
  return status === 'done' || status === 'verified';
}

function calendarTable(items: readonly ActionItem[]): TableBlock {
  return {
    kind: 'table',
    columns: [
      { label: 'Action', align: 'start', width: 4 },
      { label: 'Owner', align: 'start', width: 2 },
      { label: 'Due', align: 'start' },
      { label: 'Status', align: 'start' },
      { label: 'Weeks', align: 'end' },
    ],
    rows: items.map((item) => {
      const weeks = item.at.at('effort_weeks').number;
      return {
        cells: [
          { text: `${item.name} ${item.at.at('title').text ?? ''}`.trim(), span: item.at.at('id').span },
          { text: ownerOf(item) ?? '–', span: item.at.at('owner').span },
          { text: item.at.at('due').spelled ?? '–', span: item.at.at('due').span },
          { text: item.at.at('status').spelled ?? '–', span: item.at.at('status').span },
          { text: weeks === null ? '–' : grouped(weeks), span: item.at.at('effort_weeks').span },
        ],
      };
    }),
  };
}
