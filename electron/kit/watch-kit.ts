import { basename, join, relative, sep } from 'node:path';
import { watch as chokidarWatch } from 'chokidar';
import { comparePaths, kitPath } from '../../shared/domain/kit-path';
import type { KitChange } from '../../shared/ipc/payloads';
import { OWN_FILES } from '../../shared/rubric/own-files';
import { isSkippedName, type KitScope } from './containment';
import { MAX_CHECKED_BYTES } from './file-classes';
import { errorCode, type FileSystem } from './file-system';
import { KIT_LIMITS, toKitPath, walkKit } from './list-kit';
import type { KitChangeListener } from './open-kit';
import { ownFilesOf } from './own-files';
import { readKitBytes } from './read-text';

export interface WatchOrder {
  readonly fs: FileSystem;
  readonly scope: KitScope;
  /** Folders to watch, as kit paths; `''` is the root. */
  readonly tops: readonly string[];
  /** Hashes of what the studio last read or wrote: an event that leads to the same bytes is no change. */
  readonly known: Map<string, string>;
  readonly tell: KitChangeListener;
  /** Seams for tests: how watching starts, and how often the fallback looks, in milliseconds. */
  readonly start?: typeof chokidarWatch;
  readonly lookEvery?: number;
}

export interface KitWatcher {
  /** True since watching failed: changes are found by looking, some seconds late. */
  readonly looks: boolean;
  close(): Promise<void>;
}

/** Changes that come within this time are told together. Milliseconds. */
const SETTLE_MS = 80;
/** A stream of changes is told at least this often. Milliseconds. */
const MAX_WAIT_MS = 500;
/** Above this many changes the page looks anew instead of being told each (limit of the message). */
const MAX_CHANGES = 2000;
/** A new look at everything is asked for no more often than this while a flood of changes lasts. Milliseconds. */
const FLOOD_WAIT_MS = 3000;
/** How often the folder is looked at when it cannot be watched. Milliseconds. */
const LOOK_EVERY_MS = 4000;

type Seen = 'add' | 'change' | 'unlink';

/**
 * Watches a kit for changes made by others. When watching fails (limits of the system, a lost folder) it tells `lost` and falls back to
 * looking at the folder every few seconds; the disk is always the truth, events are only hints to look.
 */
export function watchKit(order: WatchOrder): KitWatcher {
  const { scope } = order;
  const pending = new Map<string, Seen>();
  let timer: NodeJS.Timeout | null = null;
  let firstAt = 0;
  let closed = false;
  let looking: Looker | null = null;
  let telling: Promise<void> = Promise.resolve();

  const watcher = (order.start ?? chokidarWatch)(
    [
      ...order.tops.map((top) => (top === '' ? scope.root : join(scope.root, ...top.split('/')))),
      ...manifestOf(order),
    ],
    {
      ignoreInitial: true,
      followSymlinks: false,
      atomic: false,
      ignored: (path) => isIgnored(scope, path),
    },
  );
  const note = (seen: Seen) => (real: string) => {
    const path = toKitPath(scope, real);
    if (path === null || !kitPath(path).ok) return;
    const before = pending.get(path);
    // The first event tells whether the file was there before; the disk tells how it ended.
    if (before === undefined) pending.set(path, seen);
    schedule();
  };
  const schedule = (): void => {
    if (closed) return;
    const now = Date.now();
    if (timer) clearTimeout(timer);
    else firstAt = now;
    const most = pending.size > MAX_CHANGES ? FLOOD_WAIT_MS : MAX_WAIT_MS;
    timer = setTimeout(flush, Math.max(0, Math.min(SETTLE_MS, firstAt + most - now)));
  };
  const flush = (): void => {
    timer = null;
    const batch = [...pending];
    pending.clear();
    telling = telling.then(() => tellBatch(order, batch, () => closed));
  };
  const lose = (): void => {
    if (closed || looking) return;
    looking = lookRegularly(order);
    order.tell({ changes: [], lost: true });
    void watcher.close();
  };
  watcher.on('add', note('add')).on('change', note('change')).on('unlink', note('unlink'));
  // Folders matter only as places of files, but a new empty one changes the tree.
  watcher.on('addDir', note('add')).on('unlinkDir', note('unlink'));
  watcher.on('error', lose);

  return {
    get looks() {
      return looking !== null;
    },
    close: async () => {
      closed = true;
      if (timer) clearTimeout(timer);
      looking?.stop();
      await watcher.close();
      await telling;
    },
  };
}

/** Files outside the folders that kit.yaml names: itself, and the studio's own. */
function manifestOf(order: WatchOrder): string[] {
  if (order.tops.includes('')) return [];
  return ['kit.yaml', ...OWN_FILES].map((path) => join(order.scope.root, ...path.split('/')));
}

/** Skipped names, and everything too deep. The root itself may be called anything. */
function isIgnored(scope: KitScope, path: string): boolean {
  const way = relative(scope.root, path);
  if (way === '') return false;
  const segments = way.split(sep);
  const name = segments.join('/');
  if (OWN_FILES.some((file) => file === name || file.startsWith(`${name}/`))) return false;
  return segments.length > KIT_LIMITS.depth || segments.some(isSkippedName) || basename(path) === '';
}

async function tellBatch(
  order: WatchOrder,
  batch: readonly (readonly [string, Seen])[],
  isClosed: () => boolean,
): Promise<void> {
  if (batch.length === 0 || isClosed()) return;
  if (batch.length > MAX_CHANGES) {
    order.tell({ changes: [], lost: true });
    return;
  }
  const changes: KitChange['changes'] = [];
  for (const [path, first] of batch) {
    const change = await judge(order, path, first);
    if (change) changes.push(change);
  }
  if (changes.length > 0 && !isClosed()) {
    order.tell({ changes: changes.sort((a, b) => comparePaths(a.path, b.path)), lost: false });
  }
}

/** What really became of a path; null when it ended as the studio knows it already. */
async function judge(
  order: WatchOrder,
  path: string,
  first: Seen,
): Promise<KitChange['changes'][number] | null> {
  const { fs, scope, known } = order;
  let size: number;
  let kind: string;
  try {
    const entry = await fs.entry(join(scope.root, ...path.split('/')));
    size = entry.size;
    kind = entry.kind;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    known.delete(path);
    // Came and went between two looks.
    return first === 'add' ? null : { path, change: 'removed' };
  }
  const change = first === 'add' ? 'added' : 'changed';
  if (kind !== 'file' || size > MAX_CHECKED_BYTES) return { path, change };
  const read = await readKitBytes(fs, scope, path, MAX_CHECKED_BYTES);
  if (!read.ok) return { path, change };
  const hash = read.value.hash;
  if (known.get(path) === hash) return null;
  // Set by the next read or save; until then every further difference is told again.
  return { path, change, hash };
}

interface Looker {
  stop(): void;
}

/**
 * The fallback: compares the listing every few seconds and tells that something changed, not what. The first look tells it once more, since between
 * the failure and that look nobody watched.
 */
function lookRegularly(order: WatchOrder): Looker {
  let before: string | null = null;
  let stopped = false;
  let timer: NodeJS.Timeout;
  const look = async (): Promise<void> => {
    const walk = await walkKit(order.fs, order.scope, order.tops, await ownFilesOf(order.fs, order.scope));
    const now = walk.files.map((file) => `${file.path}\0${file.size}\0${file.modifiedMs}`).join('\n');
    if (stopped) return;
    if (before !== now) order.tell({ changes: [], lost: true });
    before = now;
    timer = setTimeout(() => void look(), order.lookEvery ?? LOOK_EVERY_MS);
  };
  timer = setTimeout(() => void look(), 0);
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
