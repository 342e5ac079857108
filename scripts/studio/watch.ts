import type { ExitCode } from './check-outcome';
import { type GivenKit, readChanges } from './given-kit';

/** Changes that come within this time are checked together, in milliseconds: an editor's save is several events. */
export const TOGETHER = 60;

export interface Watching {
  /** Checks for the first time. */
  readonly once: () => Promise<ExitCode>;
  /** Checks again what is otherwise. */
  readonly again: (kit: GivenKit) => Promise<ExitCode>;
  readonly write: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly stop?: AbortSignal;
}

/**
 * Checks now and after every change on disk, until told to stop. Only what changed is read and judged again. Resolves with the exit code of the
 * last check.
 */
export async function watchAndCheck(
  given: GivenKit,
  { once, again, write, complain, stop }: Watching,
): Promise<ExitCode> {
  const { kit } = given;
  let latest = given;
  let code = await once();
  write('\nWatching for changes; Ctrl+C ends.\n');
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> = Promise.resolve();
  const check = async () => {
    const paths = new Set(changed);
    changed.clear();
    latest = await readChanges(latest, paths, complain);
    write(`\n${paths.size === 1 ? [...paths][0] : `${paths.size} files`} changed\n`);
    code = await again(latest);
  };
  kit.watch(({ changes }) => {
    for (const { path } of changes) changed.add(path);
    if (changed.size === 0) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(check);
    }, TOGETHER);
  });
  return new Promise((resolve) => {
    const end = () => {
      if (timer) clearTimeout(timer);
      void running.then(() => kit.close()).then(() => resolve(code));
    };
    if (stop?.aborted) end();
    else if (stop) stop.addEventListener('abort', end, { once: true });
    else process.once('SIGINT', end);
  });
}
