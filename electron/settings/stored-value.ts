import type { ValidateFunction, ValidationError } from '../../shared/generated/settings-validators';
import { STORED_VERSION } from '../../shared/settings/stored';
import { errorCode, type FileSystem } from '../kit/file-system';
import { readOwnFile, setAside, writeOwnFile } from '../kit/own-file';
import { Turns } from '../kit/turns';

export interface StoredOptions<T> {
  readonly fs: FileSystem;
  /** Absolute path of its JSON file. */
  readonly path: string;
  /** Of the whole file: `{ version, value }`. */
  readonly validate: ValidateFunction;
  /** Version that is written; {@link STORED_VERSION} by default. */
  readonly version?: number;
  /** Turns what an earlier version wrote into what this one reads; what it does not know it returns as it is. */
  readonly migrate?: (stored: unknown) => unknown;
  /** Makes the best of a file that does not fit: what of it holds, and the names of what does not. Null when nothing of it can be used. */
  readonly mend?: (
    stored: unknown,
    wrong: readonly ValidationError[],
  ) => { readonly value: unknown; readonly broken: readonly string[] } | null;
  /** Called after a file was set aside, with what of it is not in use: names, or null for all of it. */
  readonly onSetAside?: (broken: readonly string[] | null) => void;
  /** What a first start has, and what takes the place of a file that cannot be understood. */
  readonly fallback: T;
}

/**
 * A value the studio keeps in a JSON file of its own. The version and shape are checked on every read; a file that does not pass is kept
 * aside and the fallback is used, because settings must never be why the studio does not start.
 */
export class StoredValue<T> {
  private readonly turns = new Turns();

  constructor(private readonly options: StoredOptions<T>) {}

  async read(): Promise<T> {
    return this.turns.take('', () => this.readNow());
  }

  /** Returns when the value is on the disk. Throws the file system's error; the old value then still stands. */
  async write(value: T): Promise<void> {
    await this.turns.take('', () => this.writeNow(value));
  }

  /** Reads, changes and writes without another write in between; resolves to what was written. */
  async update(change: (value: T) => T): Promise<T> {
    return this.turns.take('', async () => {
      const value = change(await this.readNow());
      await this.writeNow(value);
      return value;
    });
  }

  /** Resolves when nothing is being written. */
  idle(): Promise<void> {
    return this.turns.idle();
  }

  private async readNow(): Promise<T> {
    const { fs, path, validate, fallback, migrate } = this.options;
    let bytes: Uint8Array | null;
    try {
      bytes = await readOwnFile(fs, path);
    } catch (error) {
      if (errorCode(error) === null) throw error;
      return fallback;
    }
    if (bytes === null) return fallback;
    const parsed = parse(bytes);
    const stored = migrate ? migrate(parsed) : parsed;
    if (validate(stored)) return (stored as { readonly value: T }).value;
    const mended = this.options.mend?.(stored, validate.errors ?? []) ?? null;
    await setAside(fs, path);
    if (mended && validate(mended.value)) {
      const { value } = mended.value as { readonly value: T };
      await this.writeNow(value);
      this.options.onSetAside?.(mended.broken);
      return value;
    }
    this.options.onSetAside?.(null);
    return fallback;
  }

  private async writeNow(value: T): Promise<void> {
    const { fs, path, validate, version = STORED_VERSION } = this.options;
    const stored = { version, value };
    // A value that would be refused on the next start is a bug now, not a corrupt file then.
    if (!validate(stored)) throw new Error(`Not written, it does not fit its schema: ${path}`);
    await writeOwnFile(fs, path, Buffer.from(`${JSON.stringify(stored, null, 2)}\n`, 'utf8'));
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}
