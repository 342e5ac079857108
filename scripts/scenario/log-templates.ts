/**
 * Filler: what nine healthy services write all day. Four templates each, INFO or DEBUG, with up to two drawn numbers.
 *
 * No filler mentions a version, an amount or a row count, so that it cannot contradict the counters.
 */

import type { Details, LogLine } from './scenario-shape';

/** One filler message; `fill` turns two draws into details. */
export interface LogTemplate {
  readonly level: LogLine['level'];
  readonly code: string;
  readonly message: string;
  readonly fill: (first: Draw, second: Draw) => Details;
}

/** Maps a stored draw to a whole number from `low` to `high`, both included. */
export type Draw = (low: number, high: number) => number;

type Level = 'INFO' | 'DEBUG';

const template = (level: Level, code: string, message: string, fill: LogTemplate['fill']): LogTemplate => ({
  level,
  code,
  message,
  fill,
});

/** Filler of one service: how many lines, its short name in refs, and its four templates. */
export interface FillerPlan {
  readonly service: string;
  readonly abbreviation: string;
  /** All lines of the service, key lines included. */
  readonly lines: number;
  readonly templates: readonly [LogTemplate, LogTemplate, LogTemplate, LogTemplate];
}

/** In draw order, which fixes the file: changing it changes every filler line after it. */
export const FILLER_PLANS: readonly FillerPlan[] = [
  {
    service: 'order-enricher',
    abbreviation: 'enr',
    lines: 36,
    templates: [
      template('INFO', 'CHECKPOINT_DONE', 'checkpoint completed', (a, b) => ({
        duration_ms: a(640, 1890),
        state_mb: b(2180, 2460),
      })),
      template('DEBUG', 'WATERMARK', 'watermark advanced', (a, b) => ({
        behind_ms: a(900, 4200),
        idle_partitions: b(0, 2),
      })),
      template('INFO', 'SINK_COMMIT', 'files committed to the lakehouse', (a, b) => ({
        files: a(6, 18),
        commit_ms: b(210, 760),
      })),
      template('DEBUG', 'STATE_LOOKUP', 'session-context lookup timing', (a, b) => ({
        p50_us: a(38, 72),
        p99_us: b(310, 640),
      })),
    ],
  },
  {
    service: 'checkout-service',
    abbreviation: 'chk',
    lines: 28,
    templates: [
      template('INFO', 'PAYMENT_ROUND', 'payment provider round trip summary', (a, b) => ({
        p50_ms: a(118, 164),
        p99_ms: b(410, 690),
      })),
      template('DEBUG', 'POOL_STATS', 'order database pool', (a, b) => ({
        in_use: a(22, 61),
        waiting: b(0, 3),
      })),
      template('INFO', 'PRODUCE_SUMMARY', 'producer acks=all, no retries exhausted', (a, b) => ({
        batch_p99_ms: a(14, 38),
        in_flight: b(1, 5),
        errors: 0,
      })),
      template('INFO', 'HEALTH', 'health probe ok', (a, b) => ({
        heap_pct: a(41, 68),
        threads: b(180, 240),
      })),
    ],
  },
  {
    service: 'event-gateway',
    abbreviation: 'gtw',
    lines: 20,
    templates: [
      template('INFO', 'TOKENISE', 'personal-data fields tokenised at gateway', (a, b) => ({
        p99_ms: a(3, 9),
        vault_hit_pct: b(96, 99),
      })),
      template('DEBUG', 'RATE_BUCKET', 'client rate buckets refilled', (a, b) => ({
        clients: a(310, 420),
        throttled: b(0, 4),
      })),
      template('INFO', 'PRODUCE_OK', 'batches acknowledged by harbor', (a, b) => ({
        p99_ms: a(21, 58),
        in_flight: b(2, 5),
      })),
      template('INFO', 'SCHEMA_CACHE', 'schema id cache refreshed', (a, b) => ({
        entries: a(84, 97),
        age_s: b(240, 300),
      })),
    ],
  },
  {
    service: 'harbor',
    abbreviation: 'hrb',
    lines: 18,
    templates: [
      template('INFO', 'SEGMENT_ROLLED', 'log segment rolled', (a, b) => ({
        broker: a(1, 6),
        partition: b(0, 35),
      })),
      template('INFO', 'GROUP_STABLE', 'consumer group generation stable', (a, b) => ({
        generation: a(41, 58),
        members: b(8, 24),
      })),
      template('DEBUG', 'FETCH_STATS', 'replica fetch timing', (a, b) => ({
        p50_ms: a(4, 11),
        p99_ms: b(38, 96),
      })),
      template('INFO', 'RETENTION', 'retention pass deleted segments older than 168 h', (a, b) => ({
        broker: a(1, 6),
        segments: b(12, 60),
      })),
    ],
  },
  {
    service: 'warehouse-loader',
    abbreviation: 'wld',
    lines: 18,
    templates: [
      template('INFO', 'MERGE_DONE', 'micro-batch merged into ledgerline', (a, b) => ({
        duration_s: a(22, 58),
        tables: b(3, 9),
      })),
      template('INFO', 'FRESHNESS_CHECK', 'freshness check green', (a) => ({
        p95_s: a(176, 216),
        tables_checked: 12,
      })),
      template('DEBUG', 'STAGING', 'staging area swept', (a, b) => ({
        files_removed: a(40, 120),
        disk_used_pct: b(71, 77),
      })),
      template('INFO', 'COMPACT', 'small files compacted', (a, b) => ({
        files_in: a(48, 160),
        files_out: b(3, 9),
      })),
    ],
  },
  {
    service: 'deploy-controller',
    abbreviation: 'dpc',
    lines: 14,
    templates: [
      template('DEBUG', 'DRIFT_SCAN', 'configuration drift scan clean', (a) => ({
        services: 58,
        duration_ms: a(820, 1460),
      })),
      template('INFO', 'LEASE', 'leader lease renewed', (a) => ({ term: 311, renewed_in_ms: a(3, 41) })),
      template('INFO', 'ARTIFACT_GC', 'artifact cache trimmed', (a, b) => ({
        images: a(4, 19),
        freed_mb: b(900, 5200),
      })),
      template('DEBUG', 'PROBE_SWEEP', 'probe sweep over running fleets', (a) => ({
        fleets: 58,
        unhealthy: 0,
        duration_ms: a(2100, 3900),
      })),
    ],
  },
  {
    service: 'schema-registry',
    abbreviation: 'reg',
    lines: 12,
    templates: [
      template('DEBUG', 'LOOKUP', 'GET schemas by id', (a, b) => ({
        requests: a(120, 480),
        p99_ms: b(3, 12),
      })),
      template('INFO', 'FOLLOWER', 'follower caught up with leader', (a) => ({
        subjects: 61,
        behind_ms: a(0, 40),
      })),
      template('INFO', 'HEALTH', 'health probe ok', (a, b) => ({ heap_pct: a(22, 39), threads: b(40, 64) })),
      template('DEBUG', 'AUTH_CACHE', 'client credentials cache refreshed', (a, b) => ({
        entries: a(70, 88),
        age_s: b(580, 600),
      })),
    ],
  },
  {
    service: 'ads-attribution',
    abbreviation: 'ads',
    lines: 12,
    templates: [
      template('INFO', 'BATCH_CLOSED', 'attribution batch closed on time', (a) => ({
        batch_minutes: 15,
        duration_s: a(64, 118),
      })),
      template('DEBUG', 'STATE_SWEEP', 'session-context sweep finished', (a) => ({
        ttl_hours: 4,
        expired_keys: a(18_000, 64_000),
      })),
      template('INFO', 'CLICK_JOIN', 'ad click index rebuilt', (a) => ({
        duration_s: a(12, 31),
        shards: 16,
      })),
      template('INFO', 'HEALTH', 'health probe ok', (a, b) => ({ heap_pct: a(35, 57), threads: b(70, 110) })),
    ],
  },
  {
    service: 'promo-engine',
    abbreviation: 'prm',
    lines: 10,
    templates: [
      template('INFO', 'RULES_LOADED', 'price rules reloaded', (a, b) => ({
        rules: a(412, 418),
        duration_ms: b(90, 240),
      })),
      template('DEBUG', 'PROFILE_POLL', 'sales profile polled from ledgerline', (a) => ({
        interval_s: 300,
        duration_ms: a(310, 980),
      })),
      template('INFO', 'BUDGET_TICK', 'campaign budget counters flushed', (a, b) => ({
        campaigns: a(31, 38),
        duration_ms: b(40, 120),
      })),
      template('INFO', 'HEALTH', 'health probe ok', (a, b) => ({ heap_pct: a(30, 52), threads: b(64, 90) })),
    ],
  },
];
