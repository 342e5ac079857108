import { timeline } from '../../shared/history/timeline';
import { wordChange } from '../../shared/history/word-change';
import type { Answer, CallChannel, RequestOf, ResponseOf } from '../../shared/ipc/contract';
import type { Version } from '../../shared/ipc/payloads';
import type { MemoryKit } from './memory-kit';

type HistoryChannel = Extract<CallChannel, `history.${string}`>;
type HistoryHandlers = {
  readonly [K in HistoryChannel]: (
    request: RequestOf<K>,
  ) => Answer<ResponseOf<K>> | Promise<Answer<ResponseOf<K>>>;
};

interface Kept {
  readonly hash: string;
  readonly at: number;
  readonly text: string;
  readonly origin: Version['origin'];
}

interface Mark {
  readonly id: string;
  readonly name: string;
  readonly at: number;
  readonly files: readonly { readonly path: string; readonly hash: string; readonly text: string }[];
}

/** A minute from one version to the next, so that each has a time of its own. */
const MINUTE = 60_000;

/** The history's promises in memory, of all kits. Time begins an hour before the host was made, and goes on with each version. */
export class MemoryHistory {
  private readonly files = new Map<string, Kept[]>();
  private readonly marks = new Map<string, Mark[]>();
  private time = Date.now() - 60 * MINUTE;

  constructor(
    private readonly kitOf: (kitId: string) => MemoryKit | null,
    private readonly tell: (kitId: string) => void,
  ) {}

  async keep(kit: MemoryKit, path: string, text: string, origin: Version['origin']): Promise<void> {
    const key = keyOf(kit.kitId, path);
    const kept = this.files.get(key) ?? [];
    const hash = await kit.hashOf(text);
    const known =
      origin === 'discarded'
        ? kept.some((version) => version.hash === hash)
        : kept.findLast((version) => version.origin !== 'discarded')?.hash === hash;
    if (known) return;
    this.files.set(key, [...kept, { hash, at: this.next(), text, origin }]);
    this.tell(kit.kitId);
  }

  handlers(): HistoryHandlers {
    return {
      'history.versions': ({ kitId, path }) => ok({ versions: this.versions(kitId, path) }),
      'history.read': ({ kitId, path, hash }) => {
        const text = this.text(kitId, path, hash);
        return text === null ? gone(path) : ok({ text });
      },
      'history.kit': ({ kitId }) =>
        ok({
          milestones: (this.marks.get(kitId) ?? []).map(({ id, name, at, files }) => ({
            id,
            name,
            at,
            files: files.length,
          })),
          files: [...this.files].flatMap(([key, kept]) => {
            const last = kept.at(-1);
            const [kit, path] = key.split('\0');
            if (kit !== kitId || !last || path === undefined) return [];
            return [{ path, hash: last.hash, at: last.at, size: last.text.length }];
          }),
        }),
      'history.milestone': ({ kitId, id }) => {
        const mark = this.marks.get(kitId)?.find((one) => one.id === id);
        if (!mark) return gone(id);
        return ok({ files: mark.files.map(({ path, hash, text }) => ({ path, hash, size: text.length })) });
      },
      'history.addMilestone': async ({ kitId, name }) => {
        const kit = this.kitOf(kitId);
        if (!kit) return gone(kitId);
        const texts = [...kit.files];
        const files = await Promise.all(
          texts.map(async ([path, text]) => ({ path, text, hash: await kit.hashOf(text) })),
        );
        const before = this.marks.get(kitId) ?? [];
        this.marks.set(kitId, [...before, { id: `m${before.length}`, name, at: this.next(), files }]);
        this.tell(kitId);
        return ok({ left: 0 });
      },
      'history.removeMilestone': ({ kitId, id }) => {
        this.marks.set(
          kitId,
          (this.marks.get(kitId) ?? []).filter((one) => one.id !== id),
        );
        this.tell(kitId);
        return ok({});
      },
      'history.bringBack': async ({ kitId, path, hash }) => {
        const kit = this.kitOf(kitId);
        const text = this.text(kitId, path, hash);
        if (!kit || text === null) return gone(path);
        const made = await kit.create(path, text);
        return made.ok ? ok({}) : made;
      },
      'history.discarded': async ({ kitId, path, text }) => {
        const kit = this.kitOf(kitId);
        if (kit) await this.keep(kit, path, text, 'discarded');
        return ok({});
      },
      'history.moved': ({ kitId, from, to }) => {
        const kept = this.files.get(keyOf(kitId, from));
        if (kept) this.files.set(keyOf(kitId, to), kept);
        this.files.delete(keyOf(kitId, from));
        return ok({});
      },
    };
  }

  private versions(kitId: string, path: string): Version[] {
    const kept = this.files.get(keyOf(kitId, path)) ?? [];
    const versions = kept.map(({ hash, at, text, origin }, index): Omit<Version, 'milestones'> => {
      const before = kept[index - 1];
      const version = { hash, at, size: text.length, origin };
      return before ? { ...version, change: { ...wordChange(before.text, text) } } : version;
    });
    const marks = (this.marks.get(kitId) ?? []).flatMap(({ name, at, files }) => {
      const file = files.find((one) => one.path === path);
      return file ? [{ name, at, hash: file.hash, size: file.text.length }] : [];
    });
    return [
      ...timeline(versions, marks, ({ hash, at, size }) => ({
        hash,
        at,
        size,
        origin: 'milestone' as const,
      })),
    ];
  }

  private text(kitId: string, path: string, hash: string): string | null {
    const kept = this.files.get(keyOf(kitId, path))?.find((version) => version.hash === hash);
    const marked = (this.marks.get(kitId) ?? [])
      .flatMap(({ files }) => files)
      .find((file) => file.path === path && file.hash === hash);
    return kept?.text ?? marked?.text ?? null;
  }

  private next(): number {
    this.time += MINUTE;
    return this.time;
  }
}

function keyOf(kitId: string, path: string): string {
  return `${kitId}\0${path}`;
}

function ok<T>(value: T): Answer<T> {
  return { ok: true, value };
}

function gone(what: string): Answer<never> {
  return { ok: false, error: { code: 'not-found', message: `"${what}" is not kept any more.` } };
}
