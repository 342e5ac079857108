import { expect, test } from 'vitest';
import { drawChart } from './draw';
import { outside } from './drawable.test-support';
import { marksOf } from './scene';
import type { Chart, Mark } from './spec';

const LONG = 'A name that goes on for much longer than any pane has room for, as names in real files do';

function mark(name: string, from = 0): Mark {
  return { name, span: { from, to: from + 1 } };
}

/** One chart of each form, with names too long, values below zero, and numbers that are none. */
const FORMS: readonly Chart[] = [
  {
    form: 'bars',
    direction: 'columns',
    axis: { label: 'USD', look: 'compact' },
    series: [
      { label: LONG, paint: 's1' },
      { label: 'b', paint: 's2' },
    ],
    panels: [1, 2, 3, 4, 5, 6, 7].map((panel) => ({
      title: `${LONG} ${panel}`,
      span: null,
      bars: ['2024', LONG, ''].map((label, i) => ({
        label,
        span: null,
        total: '1.6M',
        parts: [
          { ...mark('a'), series: 0, value: 1e6 * i },
          { ...mark('b'), series: 1, value: -4e5 },
          { ...mark('c'), series: 1, value: Number.NaN },
        ],
      })),
    })),
  },
  {
    form: 'bars',
    direction: 'rows',
    axis: { label: LONG, look: 'percent' },
    series: [{ label: '', paint: 'accent' }],
    references: [{ value: 0.9, label: LONG, span: null }],
    panels: [
      {
        title: LONG,
        span: null,
        bars: [-0.45, 0.86, 0].map((value) => ({
          label: LONG,
          span: null,
          strong: value > 0,
          total: '7 days → 13 days (+86 %)',
          parts: [{ ...mark('a'), series: 0, value, text: '5' }],
        })),
      },
    ],
  },
  {
    form: 'lines',
    x: { label: LONG, look: 'plain' },
    y: { label: LONG, look: 'compact' },
    lines: [1, 1, 1, 1].map((y, i) => ({
      label: `${LONG} ${i}`,
      paint: 's1',
      strong: i === 0,
      dashed: i === 1,
      points: [
        { ...mark('a'), x: 0, y: 0 },
        { ...mark('b'), x: 1, y },
        { ...mark('c'), x: Number.NaN, y: 1 },
      ],
    })),
    notes: [
      { ...mark('n'), x: 1, y: 1, label: LONG },
      { ...mark('n'), x: 1, y: 1, label: 'the same place' },
    ],
    references: [{ value: 0.5, label: LONG, span: null }],
  },
  {
    form: 'map',
    across: { label: LONG, steps: ['1', LONG, '3'].map((label) => ({ label, note: LONG, span: null })) },
    down: { label: 'Likelihood', steps: ['3', LONG].map((label) => ({ label, note: LONG, span: null })) },
    fields: [['bad-wash', null, 'good-wash'], []],
    items: Array.from({ length: 9 }, (_, i) => ({
      ...mark(`item ${i}`, i),
      label: i === 8 ? LONG : `R-0${i}`,
      paint: 'bad',
      at: [i % 3, 0],
      to: { at: [(i + 1) % 3, i % 2], mark: mark(`item ${i} after`, i) },
    })),
    legend: [{ label: LONG, paint: 'bad', shape: 'box' }],
  },
  {
    form: 'tornado',
    axis: { label: LONG, look: 'compact' },
    base: { value: 154_560, label: 'base', span: null },
    references: [{ value: 0, label: 'equal', span: null }],
    rows: [-9e5, 2e5, 154_560].map((value) => ({
      label: LONG,
      span: null,
      low: { ...mark('low'), value, text: LONG, paint: 'accent' },
      high: value === 2e5 ? null : { ...mark('high'), value: value + 1e4, text: '45 %', paint: 'warning' },
    })),
    legend: [{ label: 'wins', paint: 'accent', shape: 'box' }],
  },
  {
    form: 'time',
    look: 'date',
    from: Date.UTC(2023, 10, 20),
    to: Date.UTC(2024, 8, 27),
    lanes: [LONG, 'P1', ''].map((label) => ({
      label,
      span: null,
      bars: [
        { ...mark('bar'), from: Date.UTC(2023, 10, 20), to: Date.UTC(2024, 0, 19), label: LONG, paint: 's1' },
        {
          ...mark('bar'),
          from: Date.UTC(2024, 8, 26),
          to: Date.UTC(2024, 8, 27),
          label: LONG,
          paint: 's1',
          outline: true,
        },
      ],
      points: [{ ...mark('point'), at: Date.UTC(2024, 8, 27), label: LONG, paint: 'bad' }],
    })),
    stretches: [
      {
        ...mark('stretch'),
        from: Date.UTC(2024, 2, 13),
        to: Date.UTC(2024, 3, 16),
        label: LONG,
        paint: 'plain-wash',
      },
    ],
    links: [
      { from: 0, to: 1 },
      { from: 2, to: 0 },
      { from: 1, to: 9 },
    ],
    moments: [
      { ...mark('moment'), at: Date.UTC(2024, 3, 12), label: LONG, paint: 'bad' },
      { ...mark('moment'), at: Date.UTC(2024, 3, 13), label: 'replan', paint: 'bad', dashed: true },
    ],
  },
  {
    form: 'time',
    look: 'clock',
    from: Date.UTC(2024, 0, 1, 14),
    to: Date.UTC(2024, 0, 1, 15),
    lanes: [0, 25, 55].map((minute) => ({
      label: LONG,
      span: null,
      listed: true,
      bars: [5, 10].map((length) => ({
        ...mark('slot'),
        from: Date.UTC(2024, 0, 1, 14, minute),
        to: Date.UTC(2024, 0, 1, 14, minute + length),
        label: LONG,
        paint: 's1' as const,
        points: [{ ...mark('gate'), at: Date.UTC(2024, 0, 1, 14, minute), label: '', paint: 'ink' as const }],
      })),
      points: [],
    })),
  },
  {
    form: 'grid',
    columns: Array.from({ length: 14 }, (_, i) => ({
      label: i === 3 ? LONG : 'MH',
      span: null,
      ...(i === 5 ? { note: LONG, paint: 'bad-wash' as const } : {}),
    })),
    rows: [LONG, 'RA-02'].map((label) => ({
      label,
      span: null,
      note: LONG,
      paint: 'bad-wash' as const,
      cells: Array.from({ length: 14 }, (_, i) =>
        i % 3 === 0 ? null : { ...mark('cell'), text: 'AR', paint: 'accent-wash' as const, strong: true },
      ),
    })),
  },
  {
    form: 'tree',
    roots: [nested(30)],
  },
  {
    form: 'bones',
    head: { ...mark('head'), text: LONG },
    bones: Array.from({ length: 6 }, (_, i) => ({
      ...mark('bone'),
      label: LONG,
      leaves: Array.from({ length: i }, () => ({
        ...mark('leaf'),
        text: LONG.repeat(3),
        paint: 'accent' as const,
      })),
    })),
  },
];

function nested(depth: number): Extract<Chart, { form: 'tree' }>['roots'][number] {
  return {
    ...mark('why'),
    text: LONG.repeat(4),
    note: LONG,
    paint: 'accent',
    children: depth === 0 ? [] : [nested(depth - 1)],
  };
}

test.each(FORMS.map((chart) => [chart.form, chart] as const))(
  '%s: all words stay within the picture, at any width',
  (_, chart) => {
    for (const width of [0, 300, 420, 627, 860]) expect(outside(drawChart(chart, width))).toEqual([]);
  },
);

const EMPTY: readonly Chart[] = [
  { form: 'bars', direction: 'columns', axis: { label: '', look: 'plain' }, series: [], panels: [] },
  { form: 'bars', direction: 'rows', axis: { label: '', look: 'plain' }, series: [], panels: [] },
  { form: 'lines', x: { label: '', look: 'plain' }, y: { label: '', look: 'plain' }, lines: [] },
  { form: 'map', across: { label: '', steps: [] }, down: { label: '', steps: [] }, fields: [], items: [] },
  {
    form: 'tornado',
    axis: { label: '', look: 'plain' },
    base: { value: 0, label: '', span: null },
    rows: [],
  },
  { form: 'time', look: 'clock', from: 0, to: 0, lanes: [] },
  { form: 'grid', columns: [], rows: [] },
  { form: 'tree', roots: [] },
  { form: 'bones', head: { name: '', span: null, text: '' }, bones: [] },
];

test.each(EMPTY.map((chart) => [chart.form, chart] as const))(
  '%s: with nothing in it it is drawn all the same',
  (_, chart) => {
    expect(outside(drawChart(chart, 627))).toEqual([]);
  },
);

test('every mark has a place of its own size within the picture', () => {
  for (const chart of FORMS) {
    const scene = drawChart(chart, 627);
    for (const { box } of marksOf(scene)) {
      expect(box.width).toBeGreaterThan(0);
      expect(box.height).toBeGreaterThan(0);
      expect(box.x).toBeGreaterThanOrEqual(-8);
      expect(box.x + box.width).toBeLessThanOrEqual(scene.width + 8);
    }
  }
});

test('the same chart is drawn the same twice', () => {
  for (const chart of FORMS) expect(drawChart(chart, 627)).toEqual(drawChart(chart, 627));
});
