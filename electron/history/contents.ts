import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import { sha256 } from '../kit/content-hash';
import { MAX_TEXT_BYTES } from '../kit/file-classes';
import { errorCode, type FileSystem } from '../kit/file-system';
import { readOwnFile, removeOwnFile, setAside, writeOwnFile } from '../kit/own-file';
import { removeStaleTemporaries } from '../kit/temporary-name';

const deflated = promisify(deflate);
const inflated = promisify(inflate);

const ENDING = '.z';
const NAME = /^[0-9a-f]{64}\.z$/;

/**
 * Contents of files by their SHA-256, compressed, each once. What is read is held against its name, so that a damaged one is never taken for
 * what somebody wrote; it is kept aside.
 */
export class Contents {
  constructor(
    private readonly fs: FileSystem,
    private readonly folder: string,
  ) {}

  /** Keeps bytes and says what they take on the disk. Those that are there already are not written again. */
  async put(hash: string, bytes: Uint8Array): Promise<number> {
    const packed = await deflated(bytes, { level: 6 });
    if (!(await this.isThere(hash, packed.length))) await writeOwnFile(this.fs, this.file(hash), packed);
    return packed.length;
  }

  /** Null when it is not there, or not what it was. Throws the file system's error. */
  async read(hash: string): Promise<Uint8Array | null> {
    const packed = await readOwnFile(this.fs, this.file(hash));
    if (packed === null) return null;
    const bytes = await unpacked(packed);
    if (bytes && sha256(bytes) === hash) return bytes;
    await setAside(this.fs, this.file(hash));
    return null;
  }

  async remove(hash: string): Promise<void> {
    await removeOwnFile(this.fs, this.file(hash));
  }

  /** The hashes of all that is kept. What a killed process was writing goes. */
  async list(): Promise<readonly string[]> {
    try {
      const names = await this.fs.names(this.folder);
      await removeStaleTemporaries(this.fs, names, (name) => join(this.folder, name));
      return names.filter((name) => NAME.test(name)).map((name) => name.slice(0, -ENDING.length));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  /** A file of another length is a damaged one, and written anew. */
  private async isThere(hash: string, length: number): Promise<boolean> {
    try {
      return (await this.fs.entry(this.file(hash))).size === length;
    } catch (error) {
      if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return false;
      throw error;
    }
  }

  private file(hash: string): string {
    return join(this.folder, `${hash}${ENDING}`);
  }
}

async function unpacked(packed: Uint8Array): Promise<Uint8Array | null> {
  try {
    return await inflated(packed, { maxOutputLength: MAX_TEXT_BYTES + 1 });
  } catch {
    return null;
  }
}
