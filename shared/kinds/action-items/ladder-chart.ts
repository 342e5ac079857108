import type { Block } from '../../preview/block';
import { leftOut, listed } from '../../preview/chart/left-out';
import type { MapChart } from '../../preview/chart/spec';
import { capitalised } from '../../preview/labels';
import { markOf, paintOf, priorities, typeOf } from './chart-marks';
import { type ActionItem, type ActionItems, LEVELS, percentOf } from './model';

/** What a level does to the hazard: the further down, the more it leaves to people. */
const LEVEL_NOTES: Readonly<Record<(typeof LEVELS)[number], string>> = {
  eliminate: 'the hazard is gone',
  automate: 'a machine holds',
  guardrail: 'hard to do wrong',
  document: 'people must recall',
};
const TYPES = ['prevent', 'detect', 'mitigate', 'process'] as const;

/** What each action does to the hazard, by type. */
export function ladder({ root, items }: ActionItems): Block[] {
  const level = (item: ActionItem) => (LEVELS as readonly string[]).indexOf(item.level);
  const type = (item: ActionItem) => (TYPES as readonly (string | null)[]).indexOf(typeOf(item));
  const placed = items.filter((item) => level(item) >= 0 && type(item) >= 0);
  const what = 'the prevention ladder';
  if (placed.length === 0)
    return [
      leftOut(
        what,
        `An action has a rung when its level is ${listed(LEVELS)} and its type ${listed(TYPES)}.`,
      ),
    ];
  const chart: MapChart = {
    form: 'map',
    across: { label: '', steps: TYPES.map((label) => ({ label: capitalised(label), span: null })) },
    down: {
      label: '',
      steps: LEVELS.map((label) => ({ label: capitalised(label), note: LEVEL_NOTES[label], span: null })),
    },
    fields: LEVELS.map((label) =>
      TYPES.map(() => (label === 'eliminate' || label === 'automate' ? 'good-wash' : 'plain-wash')),
    ),
    items: placed.map((item) => ({
      ...markOf(item, `${item.level}, ${typeOf(item)}, ${item.priority || 'no priority'}`),
      label: item.name,
      paint: paintOf(item),
      at: [type(item), level(item)] as const,
    })),
    legend: priorities(placed),
  };
  const count = (name: string) => items.filter((item) => item.level === name).length;
  const strong = count('eliminate') + count('automate');
  const missing = items.filter((item) => !placed.includes(item)).map(({ name }) => name);
  return [
    {
      kind: 'chart',
      title:
        'Prevention ladder, strongest first: what each action does to the hazard, and whether it prevents, detects or mitigates',
      alt: `${items.length} ${items.length === 1 ? 'action' : 'actions'}: ${listed(LEVELS.map((name) => `${count(name)} ${name}`))}. ${strong} of ${items.length} (${percentOf(strong, items.length)}) eliminate or automate.`,
      chart,
      table: {
        kind: 'table',
        caption: 'Actions by level, strongest first',
        columns: [
          { label: 'Level', align: 'start', width: 2 },
          { label: 'Actions', align: 'end' },
          { label: 'Which', align: 'start', width: 5 },
        ],
        rows: LEVELS.map((name) => ({
          cells: [
            { text: capitalised(name), span: null },
            { text: String(count(name)), span: null },
            {
              text:
                items
                  .filter((item) => item.level === name)
                  .map((item) => item.name)
                  .join(', ') || '–',
              span: null,
            },
          ],
        })),
      },
      tabled: false,
      span: root.at('items').keySpan,
    },
    ...(missing.length === 0
      ? []
      : [leftOut(listed(missing), 'An action has a rung when level and type are words of the lists.')]),
  ];
}
