import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildScenario, type Scenario, serialize } from './build';
import { at, WINDOW_END, WINDOW_START } from './clock';

const FILE = new URL('../../scenarios/incident_scenario.json', import.meta.url);
const text = readFileSync(FILE, 'utf8');
/** The file as a learner has it: every count below is taken from it and not from the generator. */
const scenario = JSON.parse(text) as Scenario;

const EVIDENCE = {
  deploys: scenario.deploys,
  config_changes: scenario.config_changes,
  alerts: scenario.alerts,
  logs: scenario.logs,
  pipeline_counters: scenario.pipeline_counters,
  metrics: scenario.metrics,
  chat: scenario.chat,
  tickets: scenario.tickets,
  queries: scenario.queries,
  replay_progress: scenario.replay_progress,
} as const;
const records = Object.values(EVIDENCE).flat();
const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe('the file', () => {
  it('is what the generator writes, byte for byte, on every run', () => {
    expect(serialize(buildScenario())).toBe(text);
    expect(serialize(buildScenario())).toBe(serialize(buildScenario()));
    expect(text.endsWith('}\n')).toBe(true);
    expect(text).not.toMatch(/\r|\t| \n|\n\n/);
  });

  it('holds the arrays in the agreed sizes', () => {
    const sizes = Object.fromEntries(Object.entries(EVIDENCE).map(([name, items]) => [name, items.length]));
    expect(sizes).toEqual({
      deploys: 8,
      config_changes: 5,
      alerts: 12,
      logs: 168,
      pipeline_counters: 108,
      metrics: 7,
      chat: 46,
      tickets: 9,
      queries: 6,
      replay_progress: 17,
    });
    const points = total(scenario.metrics.map((series) => series.points.length));
    expect(scenario.logs.length + scenario.pipeline_counters.length + points).toBe(479);
    expect([scenario.services.length, scenario.topics.length]).toEqual([16, 12]);
  });

  it('has unique refs and ascending times inside its window', () => {
    expect(new Set(records.map((record) => record.ref)).size).toBe(records.length);
    for (const items of [...Object.values(EVIDENCE), ...scenario.metrics.map((series) => series.points)]) {
      const times = items.map((item) => item.t);
      expect(times).toEqual([...times].sort());
      for (const t of times) {
        expect(t).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
        expect(t >= WINDOW_START && t <= WINDOW_END).toBe(true);
      }
    }
  });

  it('draws no conclusion and leaves no blank', () => {
    expect(text).not.toMatch(/root cause|caused by|contributing factor|CF-|red.herring/i);
    expect(text).not.toMatch(/<|\{\{|\[TBD\]|TODO|XXX|lorem ipsum|YYYY/);
    expect(scenario.metadata.instructions.split(/\s+/).length).toBeLessThanOrEqual(80);
  });

  it('keeps what the exercise asks for to itself', () => {
    expect(text).not.toMatch(/\b(1,?912|6,?340|98,?600|39,?015(\.90)?|58,?300|1,?284\.10?)\b|AI-\d/);
  });

  it('names roles and never people', () => {
    const roles = [
      ...scenario.deploys.map((item) => item.actor_role),
      ...scenario.config_changes.map((item) => item.actor_role),
      ...[...scenario.chat, ...scenario.queries].map((item) => item.role),
      ...scenario.tickets.map((item) => item.requester),
    ];
    expect([...new Set(roles)].sort()).toEqual([...scenario.roles].sort());
  });

  it('links services both ways and lists all 432 partitions', () => {
    for (const service of scenario.services) {
      for (const name of service.downstream) {
        expect(scenario.services.find((other) => other.name === name)?.upstream).toContain(service.name);
      }
    }
    expect(total(scenario.topics.map((topic) => topic.partitions))).toBe(432);
    expect(scenario.services.find((service) => service.name === 'session-context')?.attributes).toMatchObject(
      {
        ttl_hours: 4,
      },
    );
  });
});

describe('counters', () => {
  const counters = scenario.pipeline_counters;
  const between = (from: string, to: string) =>
    counters.filter((counter) => counter.t >= at(from) && at(to) > counter.t);
  const droppedBetween = (from: string, to: string): number =>
    total(between(from, to).map((counter) => counter.records_filtered - 60));

  it('balance, and the sources add up', () => {
    for (const counter of counters) {
      expect(counter.records_in).toBe(counter.records_out + counter.records_filtered + counter.records_dlq);
      expect(total(Object.values(counter.in_by_source))).toBe(counter.records_in);
      expect(counter.window_start).toBe(counter.t);
    }
  });

  it('show 08:00 to 17:00 without a gap', () => {
    const sumOf = (column: 'records_in' | 'records_out' | 'records_filtered' | 'records_dlq') =>
      total(counters.map((counter) => counter[column]));
    expect(sumOf('records_in')).toBe(20_486_860);
    expect(sumOf('records_filtered')).toBe(5_374_202);
    expect(sumOf('records_dlq')).toBe(37);
    expect(sumOf('records_out')).toBe(15_112_621);
  });

  it('show when the loss begins, grows and ends', () => {
    const lossy = counters.filter((counter) => counter.records_filtered > 60).map((counter) => counter.t);
    expect([lossy[0], lossy.at(-1), lossy.length]).toEqual([at('09:05'), at('15:05'), 73]);
    expect(droppedBetween('09:05', '15:10')).toBe(5_367_722);
    expect(droppedBetween('09:05', '09:15')).toBe(6_357);
    expect(droppedBetween('09:15', '09:25')).toBe(32_624);
    expect(droppedBetween('09:25', '09:35')).toBe(66_915);
    expect(droppedBetween('09:35', '15:10')).toBe(5_261_826);
    expect(droppedBetween('09:05', '14:20')).toBe(4_621_363);
    expect(droppedBetween('14:20', '15:10')).toBe(746_359);
  });

  it('show the events older than the session state when the replay began', () => {
    expect(droppedBetween('09:05', '12:35')).toBe(2_955_706);
  });

  it('agree with the queries people ran', () => {
    const rows = (ref: string) => scenario.queries.find((query) => query.ref === ref)?.result ?? [];
    expect(rows('QRY-02').at(-1)).toMatchObject({ gmv_usd: 939_114, settled_usd: 1_565_190, short_pct: 40 });
    expect(rows('QRY-05')[0]).toMatchObject({ raw_events: 5_653_320, difference: 5_367_722 });
    expect(
      rows('QRY-05')
        .map((row) => Number(row['raw_events']))
        .reduce((a, b) => a + b),
    ).toBe(14_133_338);
    expect(total(rows('QRY-06').map((row) => Number(row['replayed_without_session'])))).toBe(2_955_706);
    expect(rows('QRY-06').every((row) => row['difference'] === 0)).toBe(true);
    for (const row of rows('QRY-04')) {
      const window = counters.find((counter) => counter.t === row['bucket_utc']);
      const shown =
        Number(row['checkout_rows']) + Number(row['subscriptions_rows']) + Number(row['pos_rows']);
      expect(shown).toBe(window?.records_out);
    }
  });
});
