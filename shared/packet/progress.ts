import type { Progress, Standing } from '../ipc/payloads';
import { MOST_DAYS } from '../ipc/progress-payloads';
import type { PacketView } from './packet-view';

/** How a packet stands, for the record of its days. `day` as `2026-01-05`. */
export function standingOf(view: PacketView, day: string): Standing {
  const { must, should, could } = view.counts;
  return {
    day,
    must,
    should,
    could,
    points: view.points,
    minutes: view.minutes,
    grades: view.deliverables.map(({ grade }) => grade),
  };
}

/** The record with the latest standing of a day in it; the same record when it says that already. The oldest days go when there are too many. */
export function withStanding(progress: Progress, standing: Standing): Progress {
  const known = progress.find(({ day }) => day === standing.day);
  if (known && JSON.stringify(known) === JSON.stringify(standing)) return progress;
  const others = progress.filter(({ day }) => day !== standing.day);
  // A clock that was set back writes a day among the others.
  return [...others, standing].sort((a, b) => (a.day < b.day ? -1 : 1)).slice(-MOST_DAYS);
}
