/// <reference path="./yauzl.d.ts" />
import yauzl from 'yauzl';
import type { OpenFile } from '../file-system';

/** Reads exactly so many bytes of a file, or fewer where it ends before. */
export async function readAt(file: OpenFile, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  return bytes.subarray(0, await readInto(file, bytes, 0, length, position));
}

async function readInto(
  file: OpenFile,
  into: Uint8Array,
  offset: number,
  length: number,
  position: number,
): Promise<number> {
  let done = 0;
  while (done < length) {
    const count = await file.read(into, offset + done, length - done, position + done);
    if (count <= 0) break;
    done += count;
  }
  return done;
}

/** The bytes of a zip as the library asks for them, through the same seam as every other file. */
export class ArchiveReader extends yauzl.RandomAccessReader {
  constructor(private readonly file: OpenFile) {
    super();
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    done: (error: Error | null, count?: number) => void,
  ): void {
    readInto(this.file, buffer, offset, length, position).then(
      // Outside of the promise, which would swallow what the library throws.
      (count) => setImmediate(done, null, count),
      (error) => setImmediate(done, error as Error),
    );
  }
}
