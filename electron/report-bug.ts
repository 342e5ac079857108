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
