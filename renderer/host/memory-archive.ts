import type { ArchiveSummary, UnpackProgress } from '../../shared/ipc/archive-payloads';
import type { Answer, HostError, RequestOf, ResponseOf } from '../../shared/ipc/contract';
import type { OpenedKit } from '../../shared/ipc/payloads';
import type { RunningTask } from './host';
import type { MemoryKit } from './memory-kit';

/** A zip that is chosen in a dialog. */
export interface MemoryZip {
  /** What is wrong with it; null when it can be unpacked. */
  readonly problem: HostError | null;
  readonly summary: ArchiveSummary;
  /** Names that are taken where it goes. */
  readonly taken: readonly string[];
  /** What it holds. */
  readonly kit: MemoryKit;
  /** Unpacking it goes on when this resolves; left out: at once. */
  readonly until?: Promise<unknown>;
}

type ArchiveChannel = 'archive.choose' | 'archive.fromStart' | 'archive.inspect' | 'archive.chooseFolder';
type ArchiveHandlers = { readonly [K in ArchiveChannel]: (request: RequestOf<K>) => Answer<ResponseOf<K>> };

const STEPS = 3;

const ok = <T>(value: T): Answer<T> => ({ ok: true, value });
const refuse = (code: HostError['code'], message: string): Answer<never> => ({
  ok: false,
  error: { code, message },
});

/** Zips in memory: `zip` is the one that a dialog would give. */
export function memoryArchives(zip: () => MemoryZip | null): ArchiveHandlers {
  return {
    'archive.choose': () => ok(zip() && { archiveId: 'z1', name: 'packet.zip' }),
    'archive.fromStart': () => ok(null),
    'archive.inspect': () => {
      const chosen = zip();
      if (!chosen) return refuse('not-found', 'Choose the zip again.');
      return chosen.problem ? { ok: false, error: chosen.problem } : ok(chosen.summary);
    },
    'archive.chooseFolder': () => ok({ targetId: 'elsewhere', location: '/elsewhere', name: 'packet 2' }),
  };
}

/** Unpacks in steps, as the machine does; nothing is there when it is cancelled or the name is taken. */
export function memoryUnpack(
  zip: MemoryZip | null,
  name: string,
  onProgress: (progress: UnpackProgress) => void,
  open: (kit: MemoryKit) => OpenedKit,
): RunningTask<OpenedKit> {
  let cancelled = false;
  const run = async (): Promise<Answer<OpenedKit>> => {
    if (!zip) return refuse('not-found', 'Choose the zip again.');
    for (let step = 1; step <= STEPS; step++) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (cancelled) return refuse('cancelled', 'Unpacking was cancelled. Nothing was unpacked.');
      onProgress({ done: step, total: STEPS, label: `file-${step}.md` });
      await zip.until;
    }
    if (zip.taken.includes(name)) return refuse('exists', `There is something called "${name}" already.`);
    return ok(open(zip.kit));
  };
  return {
    answer: run(),
    cancel: () => {
      cancelled = true;
    },
  };
}
