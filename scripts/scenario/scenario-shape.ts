/**
 * The shape of `scenarios/incident_scenario.json`: raw evidence with refs, and no conclusions.
 *
 * Field order here is the field order in the file. `t` is always a UTC time stamp, refs are unique across the file.
 */

/** Flat details of a log line or service. */
export type Details = Readonly<Record<string, string | number | boolean>>;

/** What every evidence record has. */
export interface Evidence {
  readonly ref: string;
  readonly t: string;
}

/** About the file itself; `instructions` stays within 80 words. */
export interface Metadata {
  readonly incident_id: string;
  readonly title: string;
  readonly company: string;
  readonly window_start: string;
  readonly window_end: string;
  readonly timezone: 'UTC';
  readonly disclaimer: string;
  readonly instructions: string;
}

/** One running system; `upstream` and `downstream` name other services of the list and mirror each other. */
export interface Service {
  readonly name: string;
  readonly kind:
    | 'producer'
    | 'gateway'
    | 'broker'
    | 'registry'
    | 'stream-job'
    | 'state'
    | 'loader'
    | 'warehouse'
    | 'consumer'
    | 'control';
  readonly owner_team: string;
  readonly upstream: readonly string[];
  readonly downstream: readonly string[];
  readonly slo_known: readonly string[];
  readonly attributes: Details;
}

export interface Topic {
  readonly name: string;
  readonly partitions: number;
  readonly retention_hours: number;
  readonly producers: readonly string[];
}

/** A rollout step, a rollback or a feature flag; `weight_pct` is the share of traffic it has from `t` on. */
export interface Deploy extends Evidence {
  readonly service: string;
  readonly version: string;
  readonly from: string;
  readonly weight_pct: number;
  readonly actor_role: string;
  readonly ticket: string;
}

export interface ConfigChange extends Evidence {
  readonly system: string;
  readonly change: string;
  readonly from: string;
  readonly to: string;
  readonly actor_role: string;
  readonly ticket: string;
}

/** `cleared` is null while the alert is open, and for notices that never clear. */
export interface Alert extends Evidence {
  readonly id: string;
  readonly rule: string;
  readonly severity: 'page' | 'ticket' | 'info';
  readonly state: 'open' | 'cleared' | 'notice';
  readonly fired: string;
  readonly cleared: string | null;
}

export interface LogLine extends Evidence {
  readonly service: string;
  readonly level: 'DEBUG' | 'INFO' | 'WARN';
  readonly code: string;
  readonly message: string;
  readonly kv: Details;
}

/** Enricher counters of one five-minute window; `t` repeats `window_start` so that every array sorts by `t`. */
export interface PipelineCounter extends Evidence {
  readonly window_start: string;
  readonly records_in: number;
  readonly records_out: number;
  readonly records_filtered: number;
  readonly records_dlq: number;
  readonly in_by_source: {
    readonly checkout: number;
    readonly subscriptions: number;
    readonly pos: number;
    readonly previews: number;
  };
  readonly consumer_lag: number;
}

export interface MetricPoint {
  readonly t: string;
  readonly value: number;
}

/** A half-hourly series; `t` is the time of its first point. */
export interface MetricSeries extends Evidence {
  readonly name: string;
  readonly unit: string;
  readonly step_s: number;
  readonly points: readonly MetricPoint[];
}

export interface ChatMessage extends Evidence {
  readonly channel: string;
  readonly role: string;
  readonly text: string;
}

export interface Ticket extends Evidence {
  readonly id: string;
  readonly queue: string;
  readonly requester: string;
  readonly subject: string;
  readonly text: string;
}

export type Cell = string | number | null;

export interface QueryRun extends Evidence {
  readonly role: string;
  readonly sql: string;
  readonly result: readonly Readonly<Record<string, Cell>>[];
}

/** Events restored so far. */
export interface ReplayProgress extends Evidence {
  readonly restored: number;
}

/** An Avro record schema as the registry holds it. */
export interface RegisteredSchema {
  readonly subject: string;
  readonly version: number;
  readonly registry_id: number;
  readonly avro: {
    readonly type: 'record';
    readonly name: string;
    readonly namespace: string;
    readonly fields: readonly AvroField[];
  };
}

/** A field without `default` cannot be left out by a writer for readers that still expect it. */
export interface AvroField {
  readonly name: string;
  readonly type: string | readonly string[] | { readonly type: string; readonly logicalType: string };
  readonly default?: null;
}

/** The arrays that hold evidence records, in file order. */
export interface EvidenceArrays {
  readonly deploys: readonly Deploy[];
  readonly config_changes: readonly ConfigChange[];
  readonly alerts: readonly Alert[];
  readonly logs: readonly LogLine[];
  readonly pipeline_counters: readonly PipelineCounter[];
  readonly metrics: readonly MetricSeries[];
  readonly chat: readonly ChatMessage[];
  readonly tickets: readonly Ticket[];
  readonly queries: readonly QueryRun[];
  readonly replay_progress: readonly ReplayProgress[];
}

export interface Scenario extends EvidenceArrays {
  readonly schema_version: '1.0';
  readonly metadata: Metadata;
  readonly services: readonly Service[];
  readonly topics: readonly Topic[];
  readonly roles: readonly string[];
  readonly schemas: { readonly order_line_v7: RegisteredSchema; readonly order_line_v8: RegisteredSchema };
  readonly job_sql: { readonly order_enricher: string };
}
