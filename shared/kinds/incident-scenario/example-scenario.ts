type Fields = Readonly<Record<string, unknown>>;

/** A time stamp of the incident's day, some minutes after 08:00. */
export function clock(minutes: number): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `2024-03-12T${part(8 + Math.floor(minutes / 60))}:${part(minutes % 60)}:00Z`;
}

/** A log line at the n-th minute with some of its fields replaced; `undefined` takes a field out. */
export function log(n: number, changes: Fields = {}): Fields {
  return {
    ref: `LOG-${n}`,
    t: clock(n),
    service: 'order-enricher',
    level: 'INFO',
    code: 'CHECKPOINT',
    message: 'checkpoint complete',
    kv: {},
    ...changes,
  };
}

/** A balanced counter of the n-th window with some of its fields replaced. */
export function counter(n: number, changes: Fields = {}): Fields {
  return {
    ref: `CNT-${n}`,
    t: clock(n),
    window_start: clock(n),
    records_in: 1000,
    records_out: 985,
    records_filtered: 12,
    records_dlq: 3,
    ...changes,
  };
}

/** A series with as many points. */
export function series(points: number): Fields {
  const values = Array.from({ length: points }, (_, n) => ({ t: clock(n), value: n }));
  return { ref: 'MET-1', t: clock(0), name: 'lag', unit: 'records', step_s: 60, points: values };
}

/** As many records as wanted. */
export function many(count: number, record: (n: number) => Fields): Fields[] {
  return Array.from({ length: count }, (_, n) => record(n));
}

/** A sound scenario as text, with one record in each array and some of the top-level keys replaced; `undefined` takes a key out. */
export function scenario(changes: Fields = {}): string {
  const record = (ref: string): Fields[] => [{ ref, t: clock(0) }];
  const file = {
    schema_version: '1.0',
    metadata: {
      incident_id: 'INC-2024-0312',
      title: 'Totals look low',
      window_start: clock(0),
      window_end: clock(600),
    },
    services: [{ name: 'order-enricher' }],
    topics: [{ name: 'commerce.order-line' }],
    roles: ['Incident commander'],
    schemas: {},
    job_sql: {},
    deploys: record('D-1'),
    config_changes: record('CFG-1'),
    alerts: [{ ref: 'AL-1', t: clock(0), fired: clock(0), cleared: null }],
    logs: [log(0)],
    pipeline_counters: [counter(0)],
    metrics: [series(1)],
    chat: record('CHAT-1'),
    tickets: record('TKT-1'),
    queries: record('QRY-1'),
    replay_progress: record('RPL-1'),
    ...changes,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
