/**
 * SQL as typed on the day, in the dialect of the warehouse (PostgreSQL syntax).
 *
 * No text here holds a less-than sign: the kit's placeholder check reads an angle-bracket pair as a blank to fill in.
 */
export const SQL = {
  salesByHour: `-- sales by hour, today
SELECT hour_utc, order_lines, gmv_usd
FROM ledgerline.gmv_hourly
WHERE hour_utc BETWEEN TIMESTAMP '2024-03-12 08:00:00' AND TIMESTAMP '2024-03-12 13:00:00'
ORDER BY hour_utc;`,

  settlementComparison: `-- dashboard against settlement
SELECT g.hour_utc, g.gmv_usd, s.settled_usd,
       round(100.0 * (s.settled_usd - g.gmv_usd) / s.settled_usd, 1) AS short_pct
FROM ledgerline.gmv_hourly AS g
JOIN finance.settlement_hourly AS s ON s.hour_utc = g.hour_utc
WHERE g.hour_utc IN (TIMESTAMP '2024-03-12 08:00:00', TIMESTAMP '2024-03-12 13:00:00')
ORDER BY g.hour_utc;`,

  lagByGroup: `-- lag by consumer group
SELECT consumer_group, topic,
       max(lag_records) AS max_lag,
       max(lag_records) FILTER (WHERE sampled_at = TIMESTAMP '2024-03-12 14:30:00') AS last_lag
FROM platform.consumer_lag_30m
WHERE sampled_at BETWEEN TIMESTAMP '2024-03-12 08:00:00' AND TIMESTAMP '2024-03-12 14:30:00'
  AND topic IN ('commerce.order-line', 'clickstream.page')
GROUP BY consumer_group, topic
ORDER BY max_lag DESC;`,

  factsBySource: `-- facts by source, around 09:05
WITH buckets AS (
  SELECT date_bin(INTERVAL '5 minutes', event_time, TIMESTAMP '2024-03-12 00:00:00') AS bucket_utc,
         count(*) FILTER (WHERE source_service = 'checkout-service') AS checkout_rows,
         count(*) FILTER (WHERE source_service = 'subscriptions-service') AS subscriptions_rows,
         count(*) FILTER (WHERE source_service = 'pos-bridge') AS pos_rows
  FROM ledgerline.order_line_facts
  WHERE event_time >= TIMESTAMP '2024-03-12 08:50:00'
    AND TIMESTAMP '2024-03-12 09:45:00' > event_time
  GROUP BY 1
)
SELECT bucket_utc, checkout_rows, subscriptions_rows, pos_rows,
       round(checkout_rows::numeric / subscriptions_rows, 3) AS checkout_per_subscription
FROM buckets
ORDER BY bucket_utc;`,

  rawAgainstFacts: `-- raw topic against facts, 09:05 to 15:10
WITH raw AS (
  SELECT source_service, count(*) AS raw_events
  FROM lakehouse.raw_order_line
  WHERE event_time >= TIMESTAMP '2024-03-12 09:05:00'
    AND TIMESTAMP '2024-03-12 15:10:00' > event_time
    AND event_type != 'cart_preview'
  GROUP BY source_service
), facts AS (
  SELECT source_service, count(*) AS fact_rows
  FROM ledgerline.order_line_facts
  WHERE event_time >= TIMESTAMP '2024-03-12 09:05:00'
    AND TIMESTAMP '2024-03-12 15:10:00' > event_time
  GROUP BY source_service
)
SELECT raw.source_service, raw.raw_events, facts.fact_rows,
       raw.raw_events - facts.fact_rows AS difference
FROM raw
JOIN facts ON facts.source_service = raw.source_service
ORDER BY difference DESC;`,

  reconciliation: `-- reconciliation after replay, checkout only
WITH raw AS (
  SELECT date_trunc('hour', event_time) AS hour_utc, count(*) AS raw_events
  FROM lakehouse.raw_order_line
  WHERE event_time >= TIMESTAMP '2024-03-12 09:00:00'
    AND TIMESTAMP '2024-03-12 16:00:00' > event_time
    AND source_service = 'checkout-service'
    AND event_type != 'cart_preview'
  GROUP BY 1
), facts AS (
  SELECT date_trunc('hour', event_time) AS hour_utc, count(*) AS fact_rows,
         count(*) FILTER (WHERE load_path = 'replay' AND session_id IS NULL) AS replayed_without_session
  FROM ledgerline.order_line_facts
  WHERE event_time >= TIMESTAMP '2024-03-12 09:00:00'
    AND TIMESTAMP '2024-03-12 16:00:00' > event_time
    AND source_service = 'checkout-service'
  GROUP BY 1
)
SELECT raw.hour_utc, raw.raw_events, facts.fact_rows,
       raw.raw_events - facts.fact_rows AS difference,
       facts.replayed_without_session
FROM raw
JOIN facts ON facts.hour_utc = raw.hour_utc
ORDER BY raw.hour_utc;`,
} as const;
