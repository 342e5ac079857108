import type { Block, TableBlock } from '../../preview/block';
import { leftOut, listed, MOST_MARKS } from '../../preview/chart/left-out';
import type { TimeBar, TimeChart, TimePoint } from '../../preview/chart/spec';
import { grouped } from '../../preview/number-text';
import type { DataReader } from '../../rubric/read-data';
import { type Family, instant, nameOf, placeOf, pointsOf, type Scenario } from './model';

const MINUTE = 60_000;
/** Sources with up to so many records show each of them; others show the stretches that they cover. */
const MOST_POINTS = 60;
/** Silence of a source that is worth seeing, in minutes. */
const LONG_SILENCE = 60;

/** Sources whose records change or ring something. */
const KEY_FAMILIES: ReadonlySet<string> = new Set(['deploys', 'config_changes', 'alerts']);
const MOST_EVENTS = 120;

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** The record it begins with. */
  readonly first: DataReader;
}

interface Sourced {
  readonly family: Family;
  /** Every time at which it says something, in order. */
  readonly times: readonly { readonly minute: number; readonly record: DataReader }[];
  readonly stretches: readonly Stretch[];
}

/** Which sources speak when, and where they are silent: how much there is to read, without a word of what it says. */
export function evidenceCharts(scenario: Scenario): Block[] {
  const sources = scenario.families
    .map((family) => sourced(scenario, family))
    .filter(({ times }) => times.length > 0);
  const what = 'what was recorded when';
  if (sources.length === 0)
    return scenario.families.some(({ records }) => records.length > 0)
      ? [leftOut(what, 'No record has a time such as 2024-03-12T14:20:00Z.')]
      : [];
  const marks = sources.reduce((sum, source) => sum + marksOf(source), 0);
  if (marks > MOST_MARKS) return [leftOut(what, `${grouped(marks)} marks are more than a picture can hold.`)];
  const all = sources.flatMap(({ stretches }) => stretches);
  const window = [instant(scenario.metadata.at('window_start')), instant(scenario.metadata.at('window_end'))];
  let [from, to] = [window[0] ?? Number.POSITIVE_INFINITY, window[1] ?? Number.NEGATIVE_INFINITY];
  for (const stretch of all) {
    from = Math.min(from, stretch.from);
    to = Math.max(to, stretch.to);
  }
  const chart: TimeChart = {
    form: 'time',
    look: 'clock',
    from: from * MINUTE,
    to: Math.max(to, from + 1) * MINUTE,
    lanes: sources.map((source) => ({
      label: `${source.family.label} (${grouped(source.family.records.length)})`,
      span: source.family.at.keySpan,
      bars:
        source.times.length > MOST_POINTS ? source.stretches.map((stretch) => barOf(source, stretch)) : [],
      points: source.times.length > MOST_POINTS ? [] : source.times.map(pointOf),
    })),
  };
  return [
    {
      kind: 'chart',
      title:
        'What was recorded when, by source, times in UTC; a break in a bar is an hour or more without a record',
      alt: altOf(sources),
      chart,
      table: tableOf(sources),
      tabled: false,
      span: scenario.root.at('metadata').keySpan,
    },
    ...keyEvents(sources),
  ];
}

/** What was changed and what rang, in one order: the frame that the other records are read in. */
function keyEvents(sources: readonly Sourced[]): Block[] {
  const events = sources
    .filter(({ family }) => KEY_FAMILIES.has(family.key))
    .flatMap(({ family, times }) => times.map((time) => ({ ...time, family })))
    .sort((a, b) => a.minute - b.minute);
  if (events.length === 0 || events.length > MOST_EVENTS) return [];
  return [
    {
      kind: 'table',
      caption: `${events.length} deploys, changes and alerts in their order, times in UTC`,
      columns: [
        { label: 'Time', align: 'end' },
        { label: 'What it is', align: 'start', width: 2 },
        { label: 'Record', align: 'start', width: 2 },
        { label: 'What it says', align: 'start', width: 5 },
      ],
      rows: events.map(({ minute, record, family }) => ({
        cells: [
          { text: clock(minute), span: record.at('t').span },
          { text: family.label, span: family.at.keySpan },
          { text: nameOf(record), span: placeOf(record) },
          { text: saying(record), span: record.span },
        ],
      })),
    },
  ];
}

/** A record in a line: what it is about, and from what to what it went. */
function saying(record: DataReader): string {
  const subject = record.at('rule').text ?? record.at('change').text ?? record.at('service').text ?? '–';
  const version = record.at('version').spelled;
  const weight = record.at('weight_pct').number;
  const more = [
    version === null ? '' : version,
    weight === null ? '' : `${grouped(weight)} %`,
    record.at('severity').text ?? '',
  ].filter((part) => part !== '');
  return more.length === 0 ? subject : `${subject} (${more.join(', ')})`;
}

function sourced(scenario: Scenario, family: Family): Sourced {
  const records = family.key === 'metrics' ? pointsOf(scenario) : family.records;
  const times = records
    .flatMap((record) => {
      const minute = instant(record.at('t'));
      return minute === null ? [] : [{ minute, record }];
    })
    .sort((a, b) => a.minute - b.minute);
  const stretches: Stretch[] = [];
  for (const { minute, record } of times) {
    const last = stretches.at(-1);
    if (last && minute - last.to < LONG_SILENCE)
      stretches[stretches.length - 1] = { ...last, to: minute, count: last.count + 1 };
    else stretches.push({ from: minute, to: minute, count: 1, first: record });
  }
  return { family, times, stretches };
}

function marksOf({ times, stretches }: Sourced): number {
  return times.length > MOST_POINTS ? stretches.length : times.length;
}

function barOf({ family }: Sourced, { from, to, count, first }: Stretch): TimeBar {
  const records = `${grouped(count)} ${family.key === 'metrics' ? 'points' : count === 1 ? 'record' : 'records'}`;
  return {
    from: from * MINUTE,
    to: to * MINUTE,
    label: records,
    name: `${family.label}, ${clock(from)} to ${clock(to)}: ${records}`,
    paint: 'rest',
    span: placeOf(first),
  };
}

function pointOf({ minute, record }: { readonly minute: number; readonly record: DataReader }): TimePoint {
  const extent = record.node?.span;
  return {
    at: minute * MINUTE,
    label: '',
    name: `${clock(minute)}, ${nameOf(record)}${about(record)}`,
    paint: 'accent',
    span: placeOf(record),
    ...(extent ? { extent } : {}),
  };
}

/** The first words that a record says of itself. */
function about(record: DataReader): string {
  for (const key of ['rule', 'change', 'subject', 'text', 'service', 'role']) {
    const text = record.at(key).text;
    if (text !== null) return `: ${text.length > 90 ? `${text.slice(0, 89)}…` : text}`;
  }
  return '';
}

function clock(minute: number): string {
  return new Date(minute * MINUTE).toISOString().slice(11, 16);
}

/** The longest time between two records of a source; null where it has fewer than two. */
function silence({ times }: Sourced): { readonly from: number; readonly to: number } | null {
  let longest: { from: number; to: number } | null = null;
  times.forEach(({ minute }, i) => {
    const before = times[i - 1]?.minute;
    if (before !== undefined && (!longest || minute - before > longest.to - longest.from))
      longest = { from: before, to: minute };
  });
  return longest;
}

function altOf(sources: readonly Sourced[]): string {
  const total = sources.reduce((sum, { family }) => sum + family.records.length, 0);
  const most = sources.reduce((a, b) => (b.family.records.length > a.family.records.length ? b : a));
  const firsts = sources.map(({ times }) => times[0]?.minute ?? 0);
  const lasts = sources.map(({ times }) => times.at(-1)?.minute ?? 0);
  const broken = sources.filter(({ times, stretches }) => times.length > MOST_POINTS && stretches.length > 1);
  const gaps =
    broken.length === 0
      ? ''
      : ` ${listed(broken.map(({ family }) => family.label))} ${broken.length === 1 ? 'is' : 'are'} silent for an hour or more in between.`;
  return `${grouped(total)} records from ${sources.length} ${sources.length === 1 ? 'source' : 'sources'}, from ${clock(Math.min(...firsts))} to ${clock(Math.max(...lasts))}. Most are ${most.family.label.toLowerCase()}, ${grouped(most.family.records.length)}.${gaps}`;
}

function tableOf(sources: readonly Sourced[]): TableBlock {
  return {
    kind: 'table',
    caption: 'Span of each source and its longest silence, times in UTC',
    columns: [
      { label: 'Source', align: 'start', width: 2 },
      { label: 'Records', align: 'end' },
      { label: 'First', align: 'end' },
      { label: 'Last', align: 'end' },
      { label: 'Longest silence', align: 'end', width: 2 },
    ],
    rows: sources.map((source) => {
      const { family, times } = source;
      const gap = silence(source);
      const [first, last] = [times[0], times.at(-1)];
      return {
        cells: [
          { text: family.label, span: family.at.keySpan },
          { text: grouped(family.records.length), span: family.at.keySpan },
          { text: first ? clock(first.minute) : '–', span: first ? placeOf(first.record) : null },
          { text: last ? clock(last.minute) : '–', span: last ? placeOf(last.record) : null },
          {
            text: gap ? `${grouped(Math.round(gap.to - gap.from))} min from ${clock(gap.from)}` : '–',
            span: null,
          },
        ],
      };
    }),
  };
}
