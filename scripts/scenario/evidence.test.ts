import { describe, expect, it } from 'vitest';
import { buildScenario, buildTimelineRefs, RED_HERRINGS } from './build';
import { at, PROMOTION_END } from './clock';
import { counterRef } from './counters';
import { ROWS_FILTERED_MESSAGE } from './key-line';

// That the file equals this value is proved in `scenario.test.ts`.
const scenario = buildScenario();

const countBy = (names: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

describe('logs', () => {
  it('come from nine services', () => {
    expect(countBy(scenario.logs.map((line) => line.service))).toEqual({
      'order-enricher': 36,
      'checkout-service': 28,
      'event-gateway': 20,
      harbor: 18,
      'warehouse-loader': 18,
      'deploy-controller': 14,
      'schema-registry': 12,
      'ads-attribution': 12,
      'promo-engine': 10,
    });
  });

  it('say why rows are filtered in six debug lines and nowhere else', () => {
    const naming = scenario.logs.filter((line) => JSON.stringify(line).includes('AMOUNT_NULL'));
    const clock = ['09:40', '10:40', '11:40', '12:40', '13:40', '14:40'];
    expect(naming.map((line) => line.t)).toEqual(clock.map(at));
    for (const line of naming) {
      const ref = counterRef(Number(line.t.slice(11, 13)) * 60 + 40);
      const window = scenario.pipeline_counters.find((counter) => counter.ref === ref);
      expect(line).toMatchObject({
        service: 'order-enricher',
        level: 'DEBUG',
        message: ROWS_FILTERED_MESSAGE,
      });
      expect(line.kv['count']).toBe(window?.records_filtered);
    }
    expect(naming[0]?.kv['count']).toBe(69_059);
  });

  it('draw all filler from 36 templates at INFO or DEBUG between 08:00 and 23:30', () => {
    const keyRefs = new Set(buildTimelineRefs().map((entry) => entry.ref));
    const filler = scenario.logs.filter((line) => !keyRefs.has(line.ref));
    expect(filler).toHaveLength(144);
    for (const line of filler) {
      expect(line.level).not.toBe('WARN');
      expect(line.t >= at('08:00') && at('23:30') > line.t).toBe(true);
    }
  });
});

describe('metrics', () => {
  const series = (name: string): readonly number[] =>
    scenario.metrics.find((metric) => metric.name === name)?.points.map((point) => point.value) ?? [];
  const indexes = Array.from({ length: 29 }, (_, index) => index);

  it('follow their formulas', () => {
    expect(series('order_consumer_lag')).toEqual(indexes.map((i) => 18 + ((7 * i) % 23)));
    expect(series('freshness_p95_s')).toEqual(indexes.map((i) => 176 + ((13 * i) % 41)));
    expect(series('dlq_per_min')).toEqual(indexes.map((i) => (i === 4 ? 1.2 : 0)));
    expect(series('checkout_http_5xx_pct')).toEqual(indexes.map((i) => [0.02, 0.03, 0.04][i % 3]));
    const patched = new Map([
      [3, { lag: 184_000, cpu: 71 }],
      [4, { lag: 21_500, cpu: 64 }],
    ]);
    expect(series('clickstream_consumer_lag')).toEqual(
      indexes.map((i) => patched.get(i)?.lag ?? 40 + ((11 * i) % 37)),
    );
    expect(series('broker_cpu_max_pct')).toEqual(
      indexes.map((i) => patched.get(i)?.cpu ?? 38 + ((5 * i) % 17)),
    );
  });

  it('show filtered rows per minute of the window at that time, and 12 from 17:00', () => {
    const counters = new Map(scenario.pipeline_counters.map((counter) => [counter.t, counter]));
    const points =
      scenario.metrics.find((metric) => metric.name === 'enricher_filtered_per_min')?.points ?? [];
    for (const point of points) {
      const filtered = counters.get(point.t)?.records_filtered;
      expect(point.value).toBe(filtered === undefined ? 12 : filtered / 5);
    }
    expect([points[0]?.t, points.at(-1)?.t]).toEqual([at('08:00'), at('22:00')]);
  });

  it('never let lag, freshness or errors leave their ordinary range', () => {
    expect(Math.max(...series('order_consumer_lag'))).toBeLessThan(50);
    expect(Math.max(...series('freshness_p95_s'))).toBeLessThan(300);
    expect(Math.max(...series('checkout_http_5xx_pct'))).toBeLessThan(0.1);
  });
});

describe('alerts, chat, tickets and replay', () => {
  it('fire on everything but completeness', () => {
    expect(
      scenario.alerts.map((alert) => [alert.fired.slice(11, 16), alert.cleared?.slice(11, 16) ?? null]),
    ).toEqual([
      ['08:22', null],
      ['09:31', '09:50'],
      ['09:33', '09:52'],
      ['10:12', '10:20'],
      ['11:30', '11:48'],
      ['12:41', '12:55'],
      ['13:02', null],
      ['13:40', null],
      ['14:34', null],
      ['15:11', null],
      ['16:36', null],
      ['20:05', '21:58'],
    ]);
    expect(JSON.stringify(scenario.alerts)).not.toMatch(/complete(ness|:)|missing|dropped/);
  });

  it('speak in four channels, with strictly rising times', () => {
    expect(countBy(scenario.chat.map((message) => message.channel))).toEqual({
      '#data-help': 14,
      '#inc-2024-0312': 22,
      '#streaming-oncall': 6,
      '#ads-revenue': 4,
    });
    expect(new Set(scenario.chat.map((message) => message.t)).size).toBe(46);
    const first = scenario.chat.find((message) => message.channel === '#data-help');
    expect(first?.t.slice(11, 16)).toBe('14:20');
    expect(first?.text).toMatch(/\$939,114.*\$1,565,190.*40 %/);
    expect(scenario.tickets[0]?.t.slice(11, 16)).toBe('13:10');
    expect(scenario.queries.map((query) => query.t.slice(11, 16))).toEqual([
      '14:12',
      '14:18',
      '14:39',
      '14:49',
      '15:33',
      '22:40',
    ]);
  });

  it('restore every dropped event by 21:55', () => {
    expect(scenario.replay_progress.map((report) => report.restored)).toEqual(
      Array.from({ length: 17 }, (_, k) => Math.floor((5_367_722 * k) / 16)),
    );
    expect([scenario.replay_progress[0]?.t, scenario.replay_progress.at(-1)?.t]).toEqual([
      at('16:35'),
      at('21:55'),
    ]);
  });

  it('roll out in the agreed steps', () => {
    const checkout = scenario.deploys.filter((deploy) => deploy.service === 'checkout-service');
    expect(checkout.map((deploy) => [deploy.t.slice(11, 16), deploy.version, deploy.weight_pct])).toEqual([
      ['09:05', '4.18.0', 5],
      ['09:15', '4.18.0', 25],
      ['09:25', '4.18.0', 50],
      ['09:35', '4.18.0', 100],
      ['14:58', '4.17.3', 100],
    ]);
  });
});

describe('schemas', () => {
  const fieldsOf = (version: 'order_line_v7' | 'order_line_v8') =>
    new Map(scenario.schemas[version].avro.fields.map((field) => [field.name, field]));

  it('drop a field that a forward or full check would keep, and add only what a backward check accepts', () => {
    const before = fieldsOf('order_line_v7');
    const after = fieldsOf('order_line_v8');
    const removed = [...before.values()].filter((field) => !after.has(field.name));
    const added = [...after.values()].filter((field) => !before.has(field.name));
    expect(removed.map((field) => [field.name, 'default' in field])).toEqual([['amount_cents', false]]);
    expect(added.map((field) => [field.name, field.default])).toEqual([
      ['amount_minor', null],
      ['currency', null],
    ]);
  });
});

describe('red herrings and timeline', () => {
  const recordOf = new Map(
    [
      scenario.deploys,
      scenario.config_changes,
      scenario.alerts,
      scenario.logs,
      scenario.metrics,
      scenario.chat,
      scenario.tickets,
      scenario.queries,
    ]
      .flat()
      .map((record) => [record.ref, record]),
  );

  it('has at least seven, each of its own source, from five arrays', () => {
    for (const herring of RED_HERRINGS) expect(recordOf.has(herring.ref), herring.ref).toBe(true);
    expect(new Set(RED_HERRINGS.map((herring) => herring.source)).size).toBe(RED_HERRINGS.length);
    expect(RED_HERRINGS.length).toBeGreaterThanOrEqual(7);
    const kinds = new Set(RED_HERRINGS.map((herring) => herring.ref.replace(/-.*/, '')));
    expect(kinds.size).toBeGreaterThanOrEqual(5);
  });

  it('stands each timeline row on a record of the same minute', () => {
    const minutes =
      '08:41 08:47 09:05 09:05 09:15 09:20 09:25 09:30 09:35 09:40 09:52 10:05 10:12 10:40 11:05 11:30 11:48 12:00 12:40 13:10 14:20 14:26 14:34 14:41 14:49 14:52 14:55 14:58 15:10 15:25 15:41 16:28 16:35 17:30 21:55 22:40 23:20';
    const expected = [
      PROMOTION_END.slice(0, 16),
      ...minutes.split(' ').map((clock) => at(clock).slice(0, 16)),
    ];
    const refs = buildTimelineRefs();
    expect(refs.map((entry) => entry.row)).toEqual(Array.from({ length: 38 }, (_, index) => index + 1));
    expect(refs.map((entry) => recordOf.get(entry.ref)?.t.slice(0, 16))).toEqual(expected);
    expect(refs.filter((entry) => entry.ref.startsWith('LOG-'))).toHaveLength(24);
  });
});
