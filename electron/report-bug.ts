/**
 * Notes a bug of ours on the error stream: where it happened, without the error's message, which may quote what somebody wrote. Stack lines
 * name our functions only.
 */
export function reportBug(where: string, error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error;
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  process.stderr.write(`[staffwright] ${where}: ${name}\n${frames.slice(0, 8).join('\n')}\n`);
}

/** Enough to see that something is wrong; a page that provokes refusals without end does not fill a log. */
const MOST_REFUSALS = 200;
let refusals = 0;

/** Notes that a wall refused something: which wall, and what kind of thing. Neither address nor text of what was refused. */
export function reportRefusal(wall: string, what: string): void {
  if (++refusals <= MOST_REFUSALS) process.stderr.write(`[staffwright] refused by ${wall}: ${what}\n`);
}
