import { secondOf, stampAt } from './clock';
import { droppedInTotal } from './rate-model';
import type { ReplayProgress } from './scenario-shape';

const REPORTS = 16;
const STEP_SECONDS = 1200;

/** Progress of the replay every 20 minutes, 16:35 to 21:55; the last report equals all dropped events. */
export function buildReplayProgress(): readonly ReplayProgress[] {
  const total = droppedInTotal();
  return Array.from({ length: REPORTS + 1 }, (_, report) => ({
    ref: `RPL-${String(report).padStart(2, '0')}`,
    t: stampAt(secondOf('16:35') + report * STEP_SECONDS),
    restored: Math.floor((total * report) / REPORTS),
  }));
}
