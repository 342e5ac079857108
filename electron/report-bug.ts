import { errorName, stackPlaces } from '../shared/ipc/stack-places';
import type { Log } from './diagnostics/log';
import { placesText } from './diagnostics/log-line';

/** Where notes go besides the error stream; none before the program knows its folders. */
let log: Log | null = null;

export function logTo(target: Log | null): void {
  log = target;
}

const OUR_BUNDLES = ['main.cjs', 'preload.cjs', 'draw-preload.cjs'];

/**
 * Notes a bug of ours on the error stream and in the log: where it happened, without the error's message, which may quote what somebody wrote.
 * Stack lines name our functions only.
 */
export function reportBug(where: string, error: unknown): void {
  const name = error instanceof Error ? errorName(error) : typeof error;
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  process.stderr.write(`[staffwright] ${where}: ${name}\n${frames.slice(0, 8).join('\n')}\n`);
  const event = where === 'exception' || where === 'promise' ? where : 'failed';
  log?.note('error', event, {
    ...(event === 'failed' ? { in: where } : {}),
    error: errorName(error),
    at: placesText(stackPlaces(stack, (file) => OUR_BUNDLES.includes(file))),
  });
}

/** Enough to see that something is wrong; a page that provokes refusals without end does not fill a log. */
const MOST_REFUSALS = 200;
let refusals = 0;

/** Notes that a wall refused something: which wall, and what kind of thing. Neither address nor text of what was refused. */
export function reportRefusal(wall: string, what: string): void {
  if (++refusals > MOST_REFUSALS) return;
  process.stderr.write(`[staffwright] refused by ${wall}: ${what}\n`);
  log?.note('warning', 'refused', { by: wall.replaceAll(' ', '-'), what: what.replaceAll(' ', '-') });
}
