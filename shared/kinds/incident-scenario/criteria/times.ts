import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import type { DataReader } from '../../../rubric/read-data';
import { sortEntries } from '../../../rubric/repairs/sort-entries';
import { dates } from '../../../text/quantities';
import { clock, counter, log, scenario } from '../example-scenario';
import { type Family, instant, nameOf, placeOf, type Scenario } from '../model';

const MOST_FINDINGS = 20;

/** The scenario's window in minutes since 1970. */
interface Window {
  readonly from: number;
  readonly to: number;
}

/** SC-02. A `window_start` without any date is GEN-06's finding. */
export const times: AutoCriterion<Scenario> = {
  id: 'SC-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Times lie in the window, in order',
  failTitle: 'A time lies outside the window, or out of order',
  why: 'Durations are read off these stamps; one that cannot be, or that lies outside the night in question, makes every number built on it doubtful.',
  hint: 'Write UTC time stamps such as 2024-03-12T09:05:00Z inside the window, and sort each array by t.',
  sources: ['SREB'],
  check: ({ model }) => {
    if (!model.root.exists) return failBecause('GEN-01');
    const { metadata } = model;
    const records = model.families.flatMap((family) => family.records);
    if (metadata.node?.kind !== 'map' || records.length === 0) return failBecause('SC-01');
    const edges = [metadata.at('window_start'), metadata.at('window_end')] as const;
    if (dates(edges[0].text ?? '').length === 0) return failBecause('GEN-06');
    const window = windowOf(...edges);
    if ('message' in window) return judge([window]);
    const problems = model.families.flatMap((family) => familyProblems(family, window));
    return judge(
      problems.slice(0, MOST_FINDINGS),
      edges.map((edge) => edge.span),
    );
  },
  examples: {
    pass: [
      {
        source: scenario({ logs: [log(0), log(1), log(1, { ref: 'LOG-b' })] }),
        evidence: ['"2024-03-12T08:00:00Z"', '"2024-03-12T18:00:00Z"'],
      },
    ],
    fail: [
      { source: scenario({ logs: [log(5), log(4)] }), at: [`"${clock(4)}"`] },
      { source: scenario({ logs: [log(601)] }), at: [`"${clock(601)}"`] },
      { source: scenario({ logs: [log(1, { t: '08:01' })] }), at: ['"08:01"'] },
      { source: scenario({ logs: [log(1, { t: undefined })] }), at: ['"LOG-1"'] },
      {
        source: scenario({ alerts: [{ ref: 'AL-1', t: clock(1), cleared: '2024-03-13T08:00Z' }] }),
        at: ['"2024-03-13T08:00Z"'],
      },
      { source: scenario({ pipeline_counters: [counter(1, { window_start: 'eight' })] }), at: ['"eight"'] },
      {
        source: scenario({ metadata: { window_start: clock(9), window_end: clock(1) } }),
        at: [`"${clock(1)}"`],
      },
      {
        source: scenario({ metadata: { window_start: '2024-03-12', window_end: clock(1) } }),
        at: ['"2024-03-12"'],
      },
      { source: scenario({ metadata: {} }) },
    ],
  },
};

function windowOf(start: DataReader, end: DataReader): Window | Problem {
  const from = instant(start);
  const to = instant(end);
  if (from === null) return { span: start.span, message: 'The window needs a time stamp to start at' };
  if (to === null) return { span: end.span, message: 'The window needs a time stamp to end at' };
  if (to < from) return { span: end.span, message: `The window ends before it starts (${start.text})` };
  return { from, to };
}

function familyProblems(family: Family, window: Window): Problem[] {
  const problems = sequence(family.at, family.records, window);
  for (const record of family.records) {
    if (family.key === 'metrics') {
      const points = record.at('points');
      problems.push(...sequence(points, points.items, window));
    }
    for (const name of ['fired', 'cleared', 'window_start']) {
      const at = record.at(name);
      if (at.exists && at.node?.value !== null) problems.push(...outside(at, nameOf(record), window));
    }
  }
  return problems;
}

/** Times of an array that are none, lie outside the window, or before the one in front of them. */
function sequence(list: DataReader, records: readonly DataReader[], window: Window): Problem[] {
  const times = records.map((record) => instant(record.at('t')));
  const sorted = isRising(times) ? {} : sortEntries(list, times, `Sort ${list.path.at(-1)} by t`);
  let last: { readonly time: number; readonly at: DataReader } | null = null;
  return records.flatMap((record): Problem[] => {
    const at = record.at('t');
    const name = record.path.length > 2 ? 'A point' : nameOf(record);
    if (!at.exists) return [{ span: placeOf(record), message: `${name} has no time \`t\`` }];
    const wrong = outside(at, name, window);
    const time = instant(at);
    if (time === null) return wrong;
    const before = last;
    last = { time, at };
    if (wrong.length > 0 || before === null || before.time <= time) return wrong;
    return [
      {
        span: at.span,
        message: `${name} (${at.text}) stands after a record of ${before.at.text}`,
        ...sorted,
      },
    ];
  });
}

function isRising(times: readonly (number | null)[]): boolean {
  return times.every((time, i) => time !== null && (i === 0 || (times[i - 1] ?? time) <= time));
}

function outside(at: DataReader, name: string, window: Window): Problem[] {
  const time = instant(at);
  const found = at.spelled ?? 'nothing';
  if (time === null) return [{ span: at.span, message: `${name}: "${found}" is no UTC time stamp` }];
  if (time >= window.from && time <= window.to) return [];
  const side = time < window.from ? 'before the window starts' : 'after the window ends';
  return [{ span: at.span, message: `${name}: ${found} lies ${side}` }];
}
