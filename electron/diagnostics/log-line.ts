import type { StackPlace } from '../../shared/ipc/diagnostics-payloads';

/** What can be told in the log. Adding one means deciding that it holds nothing of a text. */
export type LogEvent =
  | 'started'
  | 'ended'
  | 'ended-badly'
  | 'exception'
  | 'promise'
  | 'failed'
  | 'refused'
  | 'page-error'
  | 'page-gone'
  | 'page-hangs'
  | 'page-answers'
  | 'page-reloaded'
  | 'safe-mode'
  | 'process-gone';

export type LogLevel = 'info' | 'warning' | 'error';

/** Values of a line: numbers, yes and no, names of ours. No sentence, no path, no name of a file of anybody. */
export type LogDetails = Readonly<Record<string, string | number | boolean>>;

/** One line, without its end. What is no plain name is left out, so that a mistake of a caller does not tell a text. */
export function logLine(now: number, level: LogLevel, event: LogEvent, details: LogDetails = {}): string {
  const told = Object.entries(details).map(([key, value]) => `${key}=${plain(value)}`);
  return [new Date(now).toISOString(), level, event, ...told].join(' ');
}

/** Names of channels, processes, reasons, switches and directives, versions, and lists of places: `main.cjs:1:20,main.cjs:2:3`. */
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._:,+-]{0,1200}$/;

function plain(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  return PLAIN.test(value) ? value : '-';
}

export function placesText(places: readonly StackPlace[]): string {
  return places.map(({ file, line, column }) => `${file}:${line}:${column}`).join(',') || 'none';
}
