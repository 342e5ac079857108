import type { Block } from '../../preview/block';
import { leftOut, listed, MOST_MARKS } from '../../preview/chart/left-out';
import { compact } from '../../preview/chart/numbers';
import { grouped, percent } from '../../preview/number-text';
import type { DataReader } from '../../rubric/read-data';

/** A share per year, as an assumption states it: 0.30 is 30 %. */
function growthOf(root: DataReader): DataReader | null {
  const named = root
    .at('assumptions')
    .members.find(([key, at]) => /(?:^|[_-])growth(?:$|[_-])/i.test(key) && at.at('value').number !== null);
  const value = named?.[1].at('value') ?? null;
  const share = value?.number ?? null;
  return share !== null && share > -1 && share < 10 ? value : null;
}

/** Brokers and load by year, both as a share of year 1: where the load runs ahead, each broker carries more. */
export function loadOverYears(root: DataReader): Block[] {
  const list = root.at('brokers_by_year');
  const what = 'load against capacity over the years';
  if (!list.exists) return [leftOut(what, 'The brokers by year are missing.')];
  const brokers = list.items.flatMap((at) => {
    const count = at.number;
    return count !== null && count > 0 ? [{ at, count }] : [];
  });
  const first = brokers[0];
  if (!first || brokers.length < 2 || brokers.length < list.items.length || brokers.length > MOST_MARKS)
    return [leftOut(what, 'Each year needs a number of brokers above zero.')];
  const growth = growthOf(root);
  const share = growth?.number ?? null;
  if (!growth || share === null) return [leftOut(what, 'No assumption states the growth of a year.')];
  const years = brokers.map(({ at, count }, i) => {
    const load = (1 + share) ** i;
    const capacity = count / first.count;
    return { at, count, load, capacity, each: load / capacity };
  });
  const line = years.map(({ at, count, capacity }, x) => ({
    x,
    y: capacity,
    name: `Year ${x + 1}: ${count} brokers, ${percent(capacity, 0)} of year 1`,
    span: at.span,
  }));
  const load = years.map((year, x) => ({
    x,
    y: year.load,
    name: `Year ${x + 1}: load ${percent(year.load, 0)} of year 1, at ${percent(share, 0)} growth a year`,
    span: growth.span,
  }));
  const last = years.at(-1) ?? { each: 1, count: 0, load: 1, capacity: 1 };
  const worst = years.reduce((a, b) => (b.each > a.each ? b : a));
  const where = years.indexOf(worst);
  return [
    {
      kind: 'chart',
      title: 'Load against brokers, year 1 = 100 %',
      alt: `Brokers go from ${first.count} to ${last.count}, ${percent(last.capacity, 0)} of year 1; at ${percent(share, 0)} growth a year the load goes to ${percent(last.load, 0)}. A broker carries most in year ${where + 1}: ${percent(worst.each, 0)} of what it carries in year 1.`,
      chart: {
        form: 'lines',
        x: { label: '', look: 'plain' },
        steps: years.map((_, i) => `Year ${i + 1}`),
        y: { label: '', look: 'percent', from: 0 },
        lines: [
          { label: 'brokers', paint: 'accent', strong: true, points: line },
          { label: 'load', paint: 'warning', dashed: true, points: load },
        ],
      },
      table: {
        kind: 'table',
        caption: 'Brokers, load and load of a broker by year',
        columns: [
          'Year',
          'Brokers',
          'Brokers, year 1 = 100 %',
          'Load, year 1 = 100 %',
          'Load of a broker',
        ].map((label) => ({ label, align: 'end' as const })),
        rows: years.map(({ at, count, load, capacity, each }, i) => ({
          cells: [
            { text: String(i + 1), span: null },
            { text: grouped(count), span: at.span },
            ...[capacity, load, each].map((value) => ({ text: percent(value, 0), span: null })),
          ],
        })),
      },
      tabled: false,
      span: list.keySpan,
    },
  ];
}

/** What one partition of each topic carries a day, the busiest first. */
export function loadPerPartition(root: DataReader): Block[] {
  const topics = root.at('topics').items;
  const what = 'events per partition of each topic';
  if (topics.length === 0) return [leftOut(what, 'The plan has no topics yet.')];
  if (topics.length > MOST_MARKS)
    return [leftOut(what, `${topics.length} topics are more than a chart can hold.`)];
  const known = topics.flatMap((at) => {
    const [events, partitions] = [at.at('events_day_y1').number, at.at('partitions').number];
    if (events === null || partitions === null || events < 0 || partitions < 1) return [];
    return [{ at, name: at.at('name').text ?? 'a topic', events, partitions, each: events / partitions }];
  });
  const missing = topics
    .filter((at) => !known.some((topic) => topic.at === at))
    .map((at) => at.at('name').text ?? 'one without a name');
  known.sort((a, b) => b.each - a.each);
  const [busiest] = known;
  if (!busiest) return [leftOut(what, 'No topic has both its events a day and its partitions.')];
  const sum = (key: 'events' | 'partitions') => known.reduce((total, topic) => total + topic[key], 0);
  const mean = sum('events') / sum('partitions');
  const chart: Block = {
    kind: 'chart',
    title: 'Events a day on one partition of each topic (number of partitions), year 1',
    alt: `${known.length} topics with ${grouped(sum('partitions'))} partitions carry ${grouped(sum('events'))} events a day, ${compact(mean)} for a partition on average. A partition of ${busiest.name} carries most: ${compact(busiest.each)}.`,
    chart: {
      form: 'bars',
      direction: 'rows',
      axis: { label: '', look: 'compact' },
      series: [
        { label: 'busiest', paint: 'accent' },
        { label: 'others', paint: 'rest' },
      ],
      quietLegend: true,
      panels: [
        {
          title: '',
          span: null,
          bars: known.map((topic, i) => ({
            label: `${topic.name} (${topic.partitions})`,
            span: topic.at.at('name').span,
            strong: i === 0,
            total: compact(topic.each),
            parts: [
              {
                series: i === 0 ? 0 : 1,
                value: topic.each,
                name: `${topic.name}: ${grouped(topic.events)} events a day on ${topic.partitions} partitions, ${grouped(Math.round(topic.each))} each`,
                span: topic.at.at('partitions').span,
                ...(topic.at.node ? { extent: topic.at.node.span } : {}),
              },
            ],
          })),
        },
      ],
      references: [{ value: mean, label: `mean ${compact(mean)}`, span: null }],
    },
    table: {
      kind: 'table',
      caption: 'Events a day for each partition, year 1',
      columns: [
        { label: 'Topic', align: 'start', width: 3 },
        { label: 'Partitions', align: 'end' },
        { label: 'Events a day', align: 'end', width: 2 },
        { label: 'For each partition', align: 'end', width: 2 },
      ],
      rows: known.map(({ at, name, events, partitions, each }) => ({
        cells: [
          { text: name, span: at.at('name').span },
          { text: grouped(partitions), span: at.at('partitions').span },
          { text: grouped(events), span: at.at('events_day_y1').span },
          { text: grouped(Math.round(each)), span: null },
        ],
      })),
    },
    tabled: true,
    span: root.at('topics').keySpan,
  };
  if (missing.length === 0) return [chart];
  const without = `${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} not on it: partitions or events a day are missing.`;
  return [chart, { kind: 'paragraph', text: without, span: null, tone: 'quiet' }];
}
