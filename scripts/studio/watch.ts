import type { ExitCode } from './check-outcome';
import type { LoadedKit } from './load-kit';

/** Changes that come within this time are checked together, in milliseconds: an editor's save is several events. */
export const TOGETHER = 60;

/**
 * Checks now and after every change on disk, until told to stop. Only what changed is read and judged again. Resolves with the exit code of the
 * last check.
 */
export function watchAndCheck(
  { kit, refresh }: LoadedKit,
  once: () => ExitCode,
  write: (text: string) => void,
  stop?: AbortSignal,
): Promise<ExitCode> {
  let code = once();
  write('\nWatching for changes; Ctrl+C ends.\n');
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> = Promise.resolve();
  const again = async () => {
    const paths = [...changed];
    changed.clear();
    await refresh(paths);
    write(`\n${paths.length === 1 ? paths[0] : `${paths.length} files`} changed\n`);
    code = once();
  };
  kit.watch(({ changes }) => {
    for (const { path } of changes) changed.add(path);
    if (changed.size === 0) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(again);
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
