/**
 * Key log lines up to detection, one for each of the timeline rows 2-15 and 17-20 of the incident fact sheet (6.8).
 * Each states what its service saw, in that service's words. Lines without a row are filler.
 */

import { at, secondOf } from './clock';
import { type KeyLine, keyLine, rowsFilteredLine } from './key-line';
import { DEAD_LETTERS, totalOf, windowsBetween } from './rate-model';
import type { Details } from './scenario-shape';

function rolloutStep(row: number, clockText: string, weightPct: number, p99Ms: number): KeyLine {
  return keyLine(
    row,
    clockText,
    'deploy-controller',
    'INFO',
    'ROLLOUT_STEP',
    `checkout-service 4.18.0 set to ${weightPct} %`,
    {
      ticket: 'CHG-7719',
      weight_pct: weightPct,
      gate: 'producer-health',
      gate_result: 'pass',
      http_p99_ms: p99Ms,
      produce_errors: 0,
    },
  );
}

/** Rows the forecast expected by noon from the day profile, and the rows it found in the warehouse. */
function forecastInput(): Details {
  const morning = windowsBetween('00:00', '12:00');
  const expected = totalOf(morning, 'accepted');
  return {
    job: 'payout-forecast',
    run: at('12:00'),
    rows_profile: expected,
    rows_found: expected - totalOf(morning, 'dropped') - totalOf(morning, 'recordsDlq'),
    check: 'warn-only',
  };
}

/** Key lines of rows 2 to 20 in timeline order. */
export function buildMorningKeyLines(): readonly KeyLine[] {
  const enricher = 'order-enricher';
  const controller = 'deploy-controller';
  const loader = 'warehouse-loader';
  return [
    keyLine(
      2,
      '08:41:07',
      'schema-registry',
      'INFO',
      'VERSION_REGISTERED',
      'subject commerce.order-line-value version 8 accepted',
      {
        registry_id: 1187,
        mode: 'BACKWARD',
        checked_against: 7,
        result: 'compatible',
      },
    ),
    keyLine(
      3,
      '08:47:20',
      controller,
      'INFO',
      'CHANGE_APPROVED',
      'CHG-7719 approved without review, class additive',
      {
        ticket: 'CHG-7719',
        rule: 'AUTO-ADDITIVE',
        registry_check: 'compatible',
        unit_tests: 'pass',
      },
    ),
    rolloutStep(4, '09:05:00', 5, 182),
    keyLine(
      5,
      '09:05:03',
      enricher,
      'INFO',
      'WRITER_SCHEMA_NEW',
      'first record with writer schema id 1187 on commerce.order-line',
      {
        writer_version: 8,
        reader_version: 7,
        source: 'checkout-service',
        action: 'resolve to reader schema',
      },
    ),
    rolloutStep(6, '09:15:00', 25, 185),
    keyLine(7, '09:20:00', controller, 'INFO', 'FLAG_SET', 'storefront-web flag new-basket-ui set to 10 %', {
      ticket: 'CHG-7721',
      weight_pct: 10,
    }),
    rolloutStep(8, '09:25:00', 50, 181),
    keyLine(
      9,
      '09:30:48',
      'harbor',
      'WARN',
      'BROKER_RESTART',
      'broker 3 leaving the cluster for patch, leaders moving',
      {
        ticket: 'CHG-7715',
        broker: 3,
        clickstream_consumer_lag: 184_000,
      },
    ),
    rolloutStep(10, '09:35:00', 100, 184),
    { row: 11, second: secondOf('09:40:00'), ...rowsFilteredLine('09:40') },
    keyLine(
      12,
      '09:52:18',
      'harbor',
      'INFO',
      'BROKER_BACK',
      'broker 3 back in sync, patch done, clickstream.page lag below alert threshold',
      {
        ticket: 'CHG-7715',
        broker: 3,
        threshold: 50_000,
      },
    ),
    keyLine(13, '10:05:00', loader, 'INFO', 'FRESHNESS_CHECK', 'freshness check green on order_line_facts', {
      limit_s: 300,
      result: 'pass',
      tables_checked: 12,
    }),
    keyLine(
      14,
      '10:12:31',
      enricher,
      'WARN',
      'DEAD_LETTERED',
      'malformed events from pos-bridge sent to the dead-letter topic',
      {
        source: 'pos-bridge',
        count: DEAD_LETTERS,
        reason: 'INVALID_UTF8',
        field: 'product_name',
      },
    ),
    keyLine(
      15,
      '10:40:00',
      'promo-engine',
      'INFO',
      'FEATURE_ACTIVATED',
      'Demand Lift activated by rule SALES-BELOW-PROFILE',
      {
        feature: 'Demand Lift',
        input_table: 'order_line_facts',
        mode: 'automatic',
      },
    ),
    keyLine(
      17,
      '11:30:04',
      loader,
      'WARN',
      'QUERY_LONG',
      'ledgerline query over 900 s, merge of clickstream sessions queued behind it',
      {
        queue: 'adhoc',
        limit_s: 900,
      },
    ),
    keyLine(
      18,
      '11:48:01',
      loader,
      'INFO',
      'QUERY_DONE',
      'ledgerline long query finished, merge queue empty',
      {
        queue: 'adhoc',
        waiting: 0,
      },
    ),
    keyLine(
      19,
      '12:00:40',
      loader,
      'WARN',
      'INPUT_BELOW_PROFILE',
      'payout-forecast extract written with fewer rows than the day profile',
      forecastInput(),
    ),
    keyLine(
      20,
      '12:40:22',
      'harbor',
      'WARN',
      'FETCH_SLOW',
      'inter-zone fetch p99 above 150 ms between use1-az2 and use1-az4',
      {
        threshold_ms: 150,
        in_sync_replicas: 'unchanged',
      },
    ),
  ];
}
