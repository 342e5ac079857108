import { minuteOf, stampAt } from './clock';
import { orderLagAt } from './counters';
import { countWindow, WINDOW_MINUTES } from './rate-model';
import type { MetricSeries } from './scenario-shape';

const FIRST_MINUTE = minuteOf('08:00');
const STEP_MINUTES = 30;
const POINT_COUNT = 29;

/** Index of the half-hourly sample at a clock time. */
const sampleAt = (clockText: string): number => (minuteOf(clockText) - FIRST_MINUTE) / STEP_MINUTES;

/** Clickstream lag: quiet but for the two samples around the restart of broker 3. */
export function clickstreamLagAt(index: number): number {
  if (index === sampleAt('09:30')) return 184_000;
  if (index === sampleAt('10:00')) return 21_500;
  return 40 + ((11 * index) % 37);
}

function brokerCpuAt(index: number): number {
  if (index === sampleAt('09:30')) return 71;
  if (index === sampleAt('10:00')) return 64;
  return 38 + ((5 * index) % 17);
}

/** Rows filtered per minute, averaged over the five-minute window that starts at the sample. */
const filteredPerMinuteAt = (index: number): number =>
  countWindow(FIRST_MINUTE + index * STEP_MINUTES).recordsFiltered / WINDOW_MINUTES;

interface SeriesRule {
  readonly name: string;
  readonly unit: string;
  readonly valueAt: (index: number) => number;
}

/** Formulas of the incident fact sheet (section on the scenario file), sample index 0 to 28. */
const RULES: readonly SeriesRule[] = [
  { name: 'order_consumer_lag', unit: 'records', valueAt: orderLagAt },
  { name: 'clickstream_consumer_lag', unit: 'records', valueAt: clickstreamLagAt },
  { name: 'freshness_p95_s', unit: 's', valueAt: (index) => 176 + ((13 * index) % 41) },
  { name: 'enricher_filtered_per_min', unit: 'records/min', valueAt: filteredPerMinuteAt },
  { name: 'dlq_per_min', unit: 'records/min', valueAt: (index) => (index === sampleAt('10:00') ? 1.2 : 0) },
  { name: 'broker_cpu_max_pct', unit: '%', valueAt: brokerCpuAt },
  // Whole hundredths divided once: adding fractions can print a 17-digit tail.
  { name: 'checkout_http_5xx_pct', unit: '%', valueAt: (index) => (2 + (index % 3)) / 100 },
];

/** Seven series of 29 points, 08:00 to 22:00. */
export function buildMetrics(): readonly MetricSeries[] {
  return RULES.map((rule, series) => ({
    ref: `MET-${String(series + 1).padStart(2, '0')}`,
    t: stampAt(FIRST_MINUTE * 60),
    name: rule.name,
    unit: rule.unit,
    step_s: STEP_MINUTES * 60,
    points: Array.from({ length: POINT_COUNT }, (_, index) => ({
      t: stampAt((FIRST_MINUTE + index * STEP_MINUTES) * 60),
      value: rule.valueAt(index),
    })),
  }));
}
