import type { Progress, Standing } from '../../shared/ipc/payloads';

/** The share of the points of a day, never rounded up: what is not there yet is not said to be. */
export function percentOf({ points }: Standing): string {
  // A hair more than it is: 0.57 times 1,000 falls short of 570.
  return points === null ? '–' : `${Math.floor(points * 1000 + 1e-6) / 10} %`;
}

/** The record in a sentence; empty for no record. */
export function progressWords(progress: Progress): string {
  const [first, last] = [progress[0], progress.at(-1)];
  if (!first || !last) return '';
  if (progress.length === 1)
    return `The record begins today: ${percentOf(last)} of the points, ${last.must} must and ${last.should} should open.`;
  return `From ${percentOf(first)} of the points on ${first.day} to ${percentOf(last)} on ${last.day}; open musts went from ${first.must} to ${last.must}.`;
}
