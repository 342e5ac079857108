import type { Details, Service, Topic } from './scenario-shape';

/** Who feeds whom. `upstream` and `downstream` both derive from this list, so they cannot disagree. */
const FLOWS: readonly (readonly [from: string, to: readonly string[]])[] = [
  ['checkout-service', ['event-gateway']],
  ['subscriptions-service', ['event-gateway']],
  ['pos-bridge', ['event-gateway']],
  ['event-gateway', ['harbor']],
  ['schema-registry', ['event-gateway', 'order-enricher']],
  ['harbor', ['order-enricher', 'session-context', 'lakehouse-sink']],
  ['session-context', ['order-enricher']],
  ['order-enricher', ['lakehouse-sink']],
  ['lakehouse-sink', ['warehouse-loader']],
  ['warehouse-loader', ['ledgerline']],
  ['ledgerline', ['gmv-dashboard', 'ads-attribution', 'promo-engine', 'payout-forecast']],
  ['deploy-controller', ['checkout-service', 'order-enricher', 'warehouse-loader']],
];

type ServiceRow = readonly [
  name: string,
  kind: Service['kind'],
  ownerTeam: string,
  sloKnown: readonly string[],
  attributes: Details,
];

const FRESHNESS = 'freshness p95 at most 5 min';

/** The sixteen services (incident fact sheet, 6.1) with the promises that were written down that morning. */
const SERVICES: readonly ServiceRow[] = [
  ['event-gateway', 'gateway', 'Streaming Platform', ['availability 99.95 %'], { tokenises: true }],
  [
    'checkout-service',
    'producer',
    'Checkout',
    ['http 5xx at most 0.1 %'],
    { order_line_share_pct: 40, version_at_start: '4.17.3' },
  ],
  ['subscriptions-service', 'producer', 'Commerce', ['http 5xx at most 0.1 %'], { order_line_share_pct: 35 }],
  ['pos-bridge', 'producer', 'Commerce', [], { order_line_share_pct: 25 }],
  [
    'schema-registry',
    'registry',
    'Data Governance',
    [],
    { compatibility: 'BACKWARD', scope: 'commerce subjects' },
  ],
  [
    'harbor',
    'broker',
    'Streaming Platform',
    ['produce p99 at most 250 ms'],
    { brokers: 6, zones: 3, raw_retention_hours: 168 },
  ],
  [
    'order-enricher',
    'stream-job',
    'Streaming Platform',
    [FRESHNESS],
    {
      engine: 'Flink SQL',
      version_at_start: '2.31.0',
      counters_cover: 'live group only',
      counter_stamp: 'window start',
    },
  ],
  [
    'session-context',
    'state',
    'Streaming Platform',
    [],
    { ttl_hours: 4, stored_in: 'Flink keyed state', fed_by: 'clickstream.page' },
  ],
  [
    'lakehouse-sink',
    'stream-job',
    'Streaming Platform',
    [FRESHNESS],
    { delivery: 'at least once, idempotent by event_id' },
  ],
  ['warehouse-loader', 'loader', 'Analytics Engineering', [FRESHNESS], { interval_s: 60 }],
  [
    'ledgerline',
    'warehouse',
    'Analytics Engineering',
    [FRESHNESS],
    { order_table: 'order_line_facts', grain: 'one row per lifecycle event', events_per_line: 10 },
  ],
  ['gmv-dashboard', 'consumer', 'Analytics Engineering', [], { reads: 'gmv_hourly' }],
  ['ads-attribution', 'consumer', 'Ads', [], { reads: 'order_line_facts', needs: 'session_id' }],
  [
    'promo-engine',
    'consumer',
    'Ads',
    [],
    {
      reads: 'order_line_facts',
      feature: 'Demand Lift',
      feature_rule: 'discount when sales run below profile',
    },
  ],
  [
    'payout-forecast',
    'consumer',
    'Finance Analytics',
    [],
    { reads: 'order_line_facts', runs: 'daily 12:00 UTC' },
  ],
  [
    'deploy-controller',
    'control',
    'Developer Productivity',
    [],
    { rollout_gate: 'producer health: 5xx, p99, produce errors' },
  ],
];

const WEEK_HOURS = 168;

const topic = (name: string, partitions: number, ...producers: readonly string[]): Topic => ({
  name,
  partitions,
  retention_hours: WEEK_HOURS,
  producers,
});

export function buildServices(): readonly Service[] {
  const downstreamOf = (name: string): readonly string[] =>
    FLOWS.filter(([from]) => from === name).flatMap(([, to]) => to);
  const upstreamOf = (name: string): readonly string[] =>
    FLOWS.filter(([, to]) => to.includes(name)).map(([from]) => from);
  return SERVICES.map(([name, kind, ownerTeam, sloKnown, attributes]) => ({
    name,
    kind,
    owner_team: ownerTeam,
    upstream: upstreamOf(name),
    downstream: downstreamOf(name),
    slo_known: sloKnown,
    attributes,
  }));
}

/** The twelve topics (incident fact sheet, 6.1); partition counts are those of the capacity plan, 432 together. */
export function buildTopics(): readonly Topic[] {
  return [
    topic('commerce.order-line', 48, 'checkout-service', 'subscriptions-service', 'pos-bridge'),
    topic('commerce.basket-priced', 48, 'checkout-service'),
    topic('commerce.payment', 24, 'checkout-service', 'subscriptions-service'),
    topic('clickstream.page', 96, 'event-gateway'),
    topic('clickstream.search', 48, 'event-gateway'),
    topic('ads.impression', 72, 'event-gateway'),
    topic('ads.click', 24, 'event-gateway'),
    topic('inventory.stock', 24, 'pos-bridge'),
    topic('logistics.courier', 24, 'event-gateway'),
    topic('grocer.profile', 6, 'event-gateway'),
    topic('support.ticket', 6, 'event-gateway'),
    topic('platform.audit', 12, 'deploy-controller', 'schema-registry'),
  ];
}

/** Job titles and automations that act or speak in the records; people are never named. */
export const ROLES: readonly string[] = [
  'Ads Revenue PM',
  'Analytics Engineering Lead',
  'Batch Platform Engineer',
  'Campaign scheduler',
  'Change automation',
  'Data Governance Lead',
  'EM Streaming Platform',
  'Finance Analytics Manager',
  'Independent grocer',
  'ML Platform Lead',
  'Principal Engineer, Commerce',
  'Product Director, Grocer Insights',
  'Product Engineer, Storefront',
  'Rollout automation',
  'Senior Data Engineer, Streaming Platform',
  'Senior Engineer, Checkout',
  'Senior SRE, Data Reliability',
  'Streaming on-call',
  'Support Operations Lead',
];
