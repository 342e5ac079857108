import { join } from 'node:path';
import type { OpenKit } from '../../electron/kit/open-kit';
import { openForCheck } from './given-kit';
import { TOGETHER } from './watch';

export interface WatchedKit {
  /** The kit's folder, from the folder that was given. */
  readonly path: string;
}

interface WatchOutput {
  readonly write: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly stop?: AbortSignal;
}

/**
 * Has a kit checked again whenever one of its files changes, until told to stop. No kit is held in memory meanwhile: the one that changed is read
 * as a whole. A kit that comes after the start is not noticed.
 */
export async function watchKits(
  root: string,
  paths: readonly string[],
  again: (kit: WatchedKit) => Promise<void>,
  { write, complain, stop }: WatchOutput,
): Promise<void> {
  const changed = new Map<string, Set<string>>();
  const watched: OpenKit[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> = Promise.resolve();
  const check = async () => {
    const kits = [...changed];
    changed.clear();
    for (const [path, files] of kits) {
      write(`\n${files.size === 1 ? [...files][0] : `${files.size} files`} changed\n`);
      await again({ path });
    }
  };
  for (const path of paths) {
    const opened = await openForCheck(join(root, path), () => undefined);
    if (!opened) {
      complain(`${path}: It is not watched, since it could not be opened.\n`);
      continue;
    }
    watched.push(opened.kit);
    opened.kit.watch(({ changes, lost }) => {
      if (changes.length === 0 && !lost) return;
      const files = changed.get(path) ?? new Set();
      for (const change of changes) files.add(path === '' ? change.path : `${path}/${change.path}`);
      changed.set(path, files);
      if (timer) clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(check);
      }, TOGETHER);
    });
  }
  write('\nWatching for changes; Ctrl+C ends.\n');
  await new Promise<void>((resolve) => {
    if (stop?.aborted) resolve();
    else if (stop) stop.addEventListener('abort', () => resolve(), { once: true });
    else process.once('SIGINT', () => resolve());
  });
  if (timer) clearTimeout(timer);
  await running;
  for (const kit of watched) await kit.close();
}
