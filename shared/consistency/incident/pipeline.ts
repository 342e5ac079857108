import type { Packet } from '../../rubric/packet';
import { minuteNumber } from '../../text/quantities';
import { numberOf, type RecordOf, textOf } from '../record-fields';

/** One window of the pipeline's counters. */
export interface CounterWindow {
  readonly row: RecordOf;
  /** Minutes since 1970 at which it starts. */
  readonly minute: number;
  readonly received: number;
  readonly filtered: number;
}

/** What is filtered on an ordinary day, per window. */
export interface Baseline {
  readonly value: number;
  /** What the windows before the impact show. */
  readonly least: number;
  readonly most: number;
}

/** The counters of a pipeline around an impact. */
export interface Pipeline {
  readonly windows: readonly CounterWindow[];
  /** Length of a window in minutes. */
  readonly step: number;
  readonly baseline: Baseline;
}

/** From the first harm to the last, in minutes since 1970. */
export interface ImpactWindow {
  readonly start: number;
  readonly end: number;
}

/** When the impact began and ended: by the timeline, else by the header of the postmortem. Null when neither says both. */
export function impactWindow(packet: Packet): ImpactWindow | null {
  const [header] = packet.records('incident-times');
  const said = (value: string, field: string) =>
    minuteNumber(packet.value(value)?.value ?? (header ? (textOf(header, field) ?? '') : ''));
  const start = said('incident-start', 'start');
  const end = said('incident-mitigated', 'end');
  return start === null || end === null || end <= start ? null : { start, end };
}

/**
 * The counters with the baseline that they show before the impact: the middle one of the windows that end by its start, so that an early drop or
 * a spike in the night does not move it. Null without counters, or without a window before the impact.
 */
export function pipelineOf(packet: Packet, impact: ImpactWindow): Pipeline | null {
  const windows = packet
    .records('counter-window')
    .flatMap((row): CounterWindow[] => {
      const [minute, received, filtered] = [
        numberOf(row, 'minute'),
        numberOf(row, 'in'),
        numberOf(row, 'filtered'),
      ];
      return minute === null || received === null || filtered === null
        ? []
        : [{ row, minute, received, filtered }];
    })
    .sort((a, b) => a.minute - b.minute);
  const step = windows.reduce((least, window, i) => {
    const gap = window.minute - (windows[i - 1]?.minute ?? Number.NEGATIVE_INFINITY);
    return gap > 0 && gap < least ? gap : least;
  }, Number.POSITIVE_INFINITY);
  if (!Number.isFinite(step)) return null;
  const before = windows
    .filter((window) => window.minute + step <= impact.start)
    .map((window) => window.filtered)
    .sort((a, b) => a - b);
  const middle = before[Math.floor(before.length / 2)];
  if (middle === undefined) return null;
  return {
    windows,
    step,
    baseline: { value: middle, least: before[0] ?? middle, most: before.at(-1) ?? middle },
  };
}

/** The windows that overlap a stretch of time. */
export function windowsIn(
  { windows, step }: Pipeline,
  { start, end }: ImpactWindow,
): readonly CounterWindow[] {
  return windows.filter((window) => window.minute + step > start && window.minute < end);
}

/** Records dropped beyond the baseline in some windows. */
export function dropped(windows: readonly CounterWindow[], baseline: number): number {
  return windows.reduce((sum, window) => sum + window.filtered - baseline, 0);
}

/** Records received in some windows, without those that are filtered every day. */
export function accepted(windows: readonly CounterWindow[], baseline: number): number {
  return windows.reduce((sum, window) => sum + window.received - baseline, 0);
}
