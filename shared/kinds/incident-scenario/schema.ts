import { type TSchema, Type } from '@sinclair/typebox';
import {
  amount,
  id,
  list,
  mapping,
  oneOf,
  optional,
  table,
  text,
  timestamp,
  whole,
} from '../../rubric/header-schema';

/** An array of evidence records: each has a ref and a time besides its own fields. */
const evidence = (fields: Record<string, TSchema>) =>
  list(mapping({ ref: id('^[A-Z]+-[A-Za-z0-9-]+$'), t: timestamp(), ...fields }));
const details = () => table(Type.Unsafe<unknown>({ type: ['string', 'number', 'boolean'] }));
const cells = () => table(Type.Unsafe<unknown>({ type: ['string', 'number', 'null'] }));
const names = () => list(text(), 0);
const share = () => whole({ maximum: 100 });

const registeredSchema = () =>
  mapping({
    subject: text(),
    version: whole({ minimum: 1 }),
    registry_id: whole(),
    avro: mapping({
      type: oneOf('record'),
      name: text(),
      namespace: text(),
      fields: list(
        mapping({
          name: text(),
          type: Type.Union([text(), list(text()), mapping({ type: text(), logicalType: text() })]),
          default: optional(Type.Null()),
        }),
      ),
    }),
  });

/** Format of an incident scenario (artifact specification, section 7). That refs are unique across arrays is left to SC-01. */
export const schema = mapping({
  schema_version: oneOf('1.0'),
  metadata: mapping({
    incident_id: id('^INC-\\d{4}-\\d{4}$'),
    title: text(),
    company: text(),
    window_start: timestamp(),
    window_end: timestamp(),
    timezone: oneOf('UTC'),
    disclaimer: text(),
    instructions: text(),
  }),
  services: list(
    mapping({
      name: text(),
      kind: oneOf(
        'producer',
        'gateway',
        'broker',
        'registry',
        'stream-job',
        'state',
        'loader',
        'warehouse',
        'consumer',
        'control',
      ),
      owner_team: text(),
      upstream: names(),
      downstream: names(),
      slo_known: names(),
      attributes: details(),
    }),
  ),
  topics: list(
    mapping({
      name: text(),
      partitions: whole({ minimum: 1 }),
      retention_hours: whole({ minimum: 1 }),
      producers: list(text()),
    }),
  ),
  roles: list(text()),
  schemas: mapping({ order_line_v7: registeredSchema(), order_line_v8: registeredSchema() }),
  job_sql: mapping({ order_enricher: text() }),
  deploys: evidence({
    service: text(),
    version: text(),
    from: text(),
    weight_pct: share(),
    actor_role: text(),
    ticket: text(),
  }),
  config_changes: evidence({
    system: text(),
    change: text(),
    from: text(),
    to: text(),
    actor_role: text(),
    ticket: text(),
  }),
  alerts: evidence({
    id: text(),
    rule: text(),
    severity: oneOf('page', 'ticket', 'info'),
    state: oneOf('open', 'cleared', 'notice'),
    fired: timestamp(),
    cleared: Type.Union([timestamp(), Type.Null()]),
  }),
  logs: evidence({
    service: text(),
    level: oneOf('DEBUG', 'INFO', 'WARN'),
    code: text(),
    message: text(),
    kv: details(),
  }),
  pipeline_counters: evidence({
    window_start: timestamp(),
    records_in: whole(),
    records_out: whole(),
    records_filtered: whole(),
    records_dlq: whole(),
    in_by_source: mapping({ checkout: whole(), subscriptions: whole(), pos: whole(), previews: whole() }),
    consumer_lag: whole(),
  }),
  metrics: evidence({
    name: text(),
    unit: text(),
    step_s: whole({ minimum: 1 }),
    points: list(mapping({ t: timestamp(), value: amount() })),
  }),
  chat: evidence({ channel: text(), role: text(), text: text() }),
  tickets: evidence({ id: text(), queue: text(), requester: text(), subject: text(), text: text() }),
  queries: evidence({ role: text(), sql: text(), result: list(cells()) }),
  replay_progress: evidence({ restored: whole() }),
});
