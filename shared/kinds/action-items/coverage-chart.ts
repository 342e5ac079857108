import type { Block } from '../../preview/block';
import { leftOut, listed, MOST_MARKS } from '../../preview/chart/left-out';
import type { GridChart } from '../../preview/chart/spec';
import { markOf, typeOf } from './chart-marks';
import type { ActionItems } from './model';

/** Types as they fit a field. */
const SHORT: Readonly<Record<string, string>> = {
  prevent: 'Prev',
  detect: 'Det',
  mitigate: 'Mit',
  process: 'Proc',
};

/** Factors down, actions across. Which factors the packet knows besides, and no action names, is the finding of ACT-08. */
export function coverage({ root, items }: ActionItems): Block[] {
  const factors = [...new Set(items.flatMap((item) => item.factors))].sort();
  const answering = items.filter((item) => item.factors.length > 0);
  const what = 'which factors the actions answer';
  if (factors.length === 0) return [leftOut(what, 'No action names a contributing factor.')];
  if (answering.length > 40 || factors.length * answering.length > MOST_MARKS * 4)
    return [
      leftOut(
        what,
        `${answering.length} actions for ${factors.length} factors are more than a grid can hold.`,
      ),
    ];
  const chart: GridChart = {
    form: 'grid',
    columns: answering.map((item) => ({ label: item.name, span: item.at.at('id').span })),
    rows: factors.map((factor) => ({
      label: factor,
      span: null,
      cells: answering.map((item) => {
        const at = item.at.at('contributing_factors').items.find((each) => each.text === factor);
        if (!at) return null;
        const strong = item.level === 'eliminate' || item.level === 'automate';
        return {
          ...markOf(item, `answers ${factor}, ${item.level || 'no level'}, ${typeOf(item) ?? 'no type'}`),
          text: SHORT[typeOf(item) ?? ''] ?? '–',
          paint: strong ? 'good-wash' : 'plain-wash',
          strong,
          span: at.span,
        };
      }),
    })),
    legend: [
      { label: 'Eliminates or automates', paint: 'good-wash', shape: 'box' },
      { label: 'Guardrail or document', paint: 'plain-wash', shape: 'box' },
    ],
  };
  const by = (factor: string) => items.filter((item) => item.factors.includes(factor));
  const weak = factors.filter((factor) =>
    by(factor).every(({ level }) => level !== 'eliminate' && level !== 'automate'),
  );
  return [
    {
      kind: 'chart',
      title:
        'Contributing factors and the actions that answer them: which prevent, detect, mitigate or change the process',
      alt: `${answering.length} ${answering.length === 1 ? 'action answers' : 'actions answer'} ${factors.length} ${factors.length === 1 ? 'factor' : 'factors'}.${weak.length === 0 ? ' Each has one that eliminates or automates.' : ` Only guardrails or documents answer ${listed(weak)}.`}`,
      chart,
      table: {
        kind: 'table',
        caption: 'Factors and the actions that answer them',
        columns: [
          { label: 'Factor', align: 'start' },
          { label: 'Answered by', align: 'start', width: 5 },
        ],
        rows: factors.map((factor) => ({
          cells: [
            { text: factor, span: null },
            {
              text: by(factor)
                .map((item) => `${item.name} (${item.level || '–'}, ${typeOf(item) ?? '–'})`)
                .join(', '),
              span: null,
            },
          ],
        })),
      },
      tabled: false,
      span: root.at('items').keySpan,
    },
  ];
}
