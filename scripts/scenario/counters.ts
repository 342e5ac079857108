import { clockTextOf, stampAt } from './clock';
import { windowsBetween } from './rate-model';
import type { PipelineCounter } from './scenario-shape';

/** Consumer lag of the order group at sample `index`: it stays in the tens whatever happens to the rows. */
export const orderLagAt = (index: number): number => 18 + ((7 * index) % 23);

/** Ref of the counter window that starts at a minute of the day, such as `CNT-0905`. */
export const counterRef = (minute: number): string => `CNT-${clockTextOf(minute).replace(':', '')}`;

/** The 108 five-minute windows from 08:00 to 17:00 (incident fact sheet, 6.8). */
export function buildPipelineCounters(): readonly PipelineCounter[] {
  return windowsBetween('08:00', '17:00').map((window, index) => ({
    ref: counterRef(window.start),
    t: stampAt(window.start * 60),
    window_start: stampAt(window.start * 60),
    records_in: window.recordsIn,
    records_out: window.recordsOut,
    records_filtered: window.recordsFiltered,
    records_dlq: window.recordsDlq,
    in_by_source: {
      checkout: window.checkout,
      subscriptions: window.subscriptions,
      pos: window.pos,
      previews: window.previews,
    },
    consumer_lag: orderLagAt(index),
  }));
}
