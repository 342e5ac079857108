/** What a log line that carries the story is made of; the lines themselves are in the two `key-lines` files. */

import { secondOf } from './clock';
import { countWindow } from './rate-model';
import type { Details, LogLine } from './scenario-shape';

/** A log line before it gets its ref; `row` is the timeline row it stands for. */
export interface KeyLine extends Omit<LogLine, 'ref' | 't'> {
  readonly row: number;
  readonly second: number;
}

/**
 * The one message that says why rows leave the stream. The enricher reports a window's count under the window's start,
 * hence a line at 09:40 that knows the rows up to 09:45.
 */
export const ROWS_FILTERED_MESSAGE = 'order-enricher rows filtered reason=AMOUNT_NULL';

/** Body of the debug line of the window that starts at a clock time. */
export function rowsFilteredLine(clockText: string): Omit<LogLine, 'ref' | 't'> {
  return {
    service: 'order-enricher',
    level: 'DEBUG',
    code: 'ROWS_FILTERED',
    message: ROWS_FILTERED_MESSAGE,
    kv: {
      reason: 'AMOUNT_NULL',
      count: countWindow(secondOf(clockText) / 60).recordsFiltered,
      window_s: 300,
      stamped: 'window_start',
    },
  };
}

/** A key line of a timeline row. */
export function keyLine(
  row: number,
  clockText: string,
  service: string,
  level: LogLine['level'],
  code: string,
  message: string,
  kv: Details,
): KeyLine {
  return { row, second: secondOf(clockText), service, level, code, message, kv };
}
