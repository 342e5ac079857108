import type { AvroField, RegisteredSchema, Scenario } from './scenario-shape';

const COMMON_FIELDS: readonly AvroField[] = [
  { name: 'event_id', type: 'string' },
  { name: 'order_id', type: 'string' },
  { name: 'order_line_id', type: 'string' },
  { name: 'event_type', type: 'string' },
  { name: 'event_time', type: { type: 'long', logicalType: 'timestamp-millis' } },
  { name: 'source_service', type: 'string' },
  { name: 'grocer_id', type: 'string' },
  { name: 'product_name', type: 'string' },
  { name: 'session_key', type: ['null', 'string'], default: null },
];

const orderLine = (
  version: number,
  registryId: number,
  amountFields: readonly AvroField[],
): RegisteredSchema => ({
  subject: 'commerce.order-line-value',
  version,
  registry_id: registryId,
  avro: {
    type: 'record',
    name: 'OrderLine',
    namespace: 'com.thistlewharf.commerce',
    fields: [...COMMON_FIELDS, ...amountFields],
  },
});

/**
 * The two schemas of order-line (incident fact sheet, 6.8).
 *
 * `amount_cents` may be null and has no default. Backward checks let a writer drop it; forward and full checks do not,
 * and they would let it go if it had a default. The added fields have defaults, as a backward check demands.
 */
export const buildSchemas = (): Scenario['schemas'] => ({
  order_line_v7: orderLine(7, 1102, [{ name: 'amount_cents', type: ['null', 'long'] }]),
  order_line_v8: orderLine(8, 1187, [
    { name: 'amount_minor', type: ['null', 'long'], default: null },
    { name: 'currency', type: ['null', 'string'], default: null },
  ]),
});

/**
 * SQL of the enricher as it ran that morning. Flink builds the reader schema from the table columns and gives a
 * nullable column a null default, so a column the writer no longer sends reads as null without any error.
 */
const ORDER_ENRICHER_SQL = `-- order-enricher 2.31.0
CREATE TABLE order_line (
  event_id STRING NOT NULL,
  order_id STRING NOT NULL,
  order_line_id STRING NOT NULL,
  event_type STRING NOT NULL,
  event_time TIMESTAMP(3) NOT NULL,
  source_service STRING NOT NULL,
  grocer_id STRING NOT NULL,
  product_name STRING NOT NULL,
  session_key STRING,
  amount_cents BIGINT,
  WATERMARK FOR event_time AS event_time - INTERVAL '5' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'commerce.order-line',
  'properties.bootstrap.servers' = 'harbor-bootstrap:9094',
  'properties.group.id' = 'order-enricher',
  'scan.startup.mode' = 'group-offsets',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://schema-registry:8081'
);

-- session_lookup reads session-context; a key unseen for 4 h is gone
INSERT INTO order_line_enriched
SELECT
  o.event_id,
  o.order_id,
  o.order_line_id,
  o.event_type,
  o.event_time,
  o.source_service,
  o.grocer_id,
  o.product_name,
  CAST(o.amount_cents AS DECIMAL(18, 2)) / 100 AS line_amount,
  s.session_id,
  s.ad_click_id
FROM order_line AS o
LEFT JOIN LATERAL TABLE(session_lookup(o.session_key)) AS s(session_id, ad_click_id) ON TRUE
WHERE o.amount_cents IS NOT NULL -- cart previews, same rule as the 2022 batch job
`;

export const buildJobSql = (): Scenario['job_sql'] => ({ order_enricher: ORDER_ENRICHER_SQL });
