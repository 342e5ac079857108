import type { HostError } from '../../shared/ipc/contract';
import { OWN_FILES } from '../../shared/rubric/own-files';
import { ok, type Result } from '../../shared/util/result';
import { decodeText } from '../kit/decode-text';
import { explain, fail } from '../kit/host-failure';
import type { OpenKit, Written } from '../kit/open-kit';
import type { FileBytes, History } from './history';

/** Told when something was kept, or could not be: then why, in words for the user. */
export type OnKept = (kitId: string, problem: string | null) => void;

/** Of a folder that is deleted, so many files at most are kept in the history; the trash has all of them. */
const MOST_DELETED = 500;

/** What saving and deleting leave in the history. A disk that refuses a version never keeps a text from being saved. */
export class KitVersions {
  private readonly pending = new Set<Promise<void>>();

  constructor(
    private readonly history: History,
    private readonly onKept: OnKept,
  ) {}

  /** Saves through the history: what the file held before, if nobody has that yet, and what it holds now. */
  async save(
    kit: OpenKit,
    path: string,
    text: string,
    baseHash: string,
  ): Promise<Result<Written, HostError>> {
    const before = await this.unknownBytes(kit, path, baseHash);
    const saved = await kit.save(path, text, baseHash);
    if (saved.ok) this.keepSaved(kit, path, saved.value.hash, before);
    return saved;
  }

  async create(kit: OpenKit, path: string, text: string): Promise<Result<Written, HostError>> {
    const made = await kit.create(path, text);
    if (made.ok) this.keepSaved(kit, path, made.value.hash, null);
    return made;
  }

  /** Keeps what is about to be deleted. */
  async beforeDelete(kit: OpenKit, path: string): Promise<void> {
    if (kit.readOnly) return;
    await this.tolerant(kit.id, async () => {
      const { files } = await kit.list();
      const within = files.filter(
        (file) => file.state === 'text' && (file.path === path || file.path.startsWith(`${path}/`)),
      );
      for (const file of within.slice(0, MOST_DELETED)) {
        const read = await kit.readBytes(file.path);
        if (read.ok) await this.history.keep(kit.id, file.path, read.value.bytes, 'found');
      }
    });
  }

  async moved(kit: OpenKit, from: string, to: string): Promise<void> {
    await this.tolerant(kit.id, () => this.history.moved(kit.id, from, to));
  }

  /** Keeps a text that was written here, never saved, and is given up. */
  async discarded(kitId: string, path: string, text: string): Promise<void> {
    await this.tolerant(kitId, () => this.history.keep(kitId, path, Buffer.from(text, 'utf8'), 'discarded'));
  }

  /** The text of a version, as an editor holds it. */
  async text(kitId: string, path: string, hash: string): Promise<Result<string, HostError>> {
    const bytes = await this.bytes(kitId, path, hash);
    if (!bytes.ok) return bytes;
    const decoded = decodeText(bytes.value);
    return decoded.ok ? ok(decoded.value.text) : gone(path);
  }

  /** Writes a version of a file that is not there any more, byte by byte. */
  async bringBack(
    kit: OpenKit,
    path: string,
    hash: string,
  ): Promise<Result<Record<never, never>, HostError>> {
    const bytes = await this.bytes(kit.id, path, hash);
    if (!bytes.ok) return bytes;
    const decoded = decodeText(bytes.value);
    // The studio's own files are made as texts only.
    if (decoded.ok && ((decoded.value.lineEnd === 'lf' && !decoded.value.bom) || OWN_FILES.includes(path))) {
      const made = await this.create(kit, path, decoded.value.text);
      return made.ok ? ok({}) : made;
    }
    return kit.writeNew(path, bytes.value);
  }

  /** Keeps every text of the kit under a name. */
  async milestone(kit: OpenKit, name: string): Promise<Result<{ readonly left: number }, HostError>> {
    const { files } = await kit.list();
    const texts = files.filter(({ state }) => state === 'text');
    let left = 0;
    async function* bytes(): AsyncIterable<FileBytes> {
      for (const { path } of texts) {
        const read = await kit.readBytes(path);
        if (read.ok) yield { path, bytes: read.value.bytes };
        else left++;
      }
    }
    try {
      await this.history.addMilestone(kit.id, name, bytes());
      this.onKept(kit.id, null);
      return ok({ left });
    } catch (error) {
      return explain(error, 'The milestone could not be kept');
    }
  }

  private async bytes(kitId: string, path: string, hash: string): Promise<Result<Uint8Array, HostError>> {
    try {
      const bytes = await this.history.read(kitId, path, hash);
      return bytes ? ok(bytes) : gone(path);
    } catch (error) {
      return explain(error, `The version of "${path}" could not be read`, path);
    }
  }

  /** What the file holds now, where the history does not know that yet; null also when it cannot be told. */
  private async unknownBytes(kit: OpenKit, path: string, hash: string): Promise<Uint8Array | null> {
    if (kit.readOnly || this.history.lastOnDisk(kit.id, path) === hash) return null;
    const read = await kit.readBytes(path);
    return read.ok && read.value.hash === hash ? read.value.bytes : null;
  }

  /** Behind the answer: whoever saves does not wait for the history. */
  private keepSaved(kit: OpenKit, path: string, hash: string, before: Uint8Array | null): void {
    const work = this.tolerant(kit.id, async () => {
      const read = await kit.readBytes(path);
      if (before) await this.history.keep(kit.id, path, before, 'found');
      // Unless somebody else wrote meanwhile.
      if (read.ok && read.value.hash === hash)
        await this.history.keep(kit.id, path, read.value.bytes, 'saved');
    });
    this.pending.add(work);
    void work.finally(() => this.pending.delete(work));
  }

  /** Resolves when everything that was saved is kept. */
  async idle(): Promise<void> {
    await Promise.allSettled([...this.pending]);
    await this.history.idle();
  }

  private async tolerant(kitId: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.onKept(kitId, null);
    } catch (error) {
      const told = explain(error, 'An older version could not be kept in the history');
      if (!told.ok) this.onKept(kitId, told.error.message);
    }
  }
}

function gone(path: string): Result<never, HostError> {
  return fail(
    'not-found',
    `This version of "${path}" is not kept any more, or its copy was damaged. The other versions are not concerned.`,
    { file: path },
  );
}
