/** The part of yauzl that kit zips are read with; the package brings no types of its own. */
declare module 'yauzl' {
  import { EventEmitter } from 'node:events';

  type Done = (error: Error | null) => void;

  export interface Entry {
    /** The bytes of the name: nothing is decoded (`decodeStrings: false`). */
    readonly fileName: Buffer;
    readonly extraFields: readonly { readonly id: number; readonly data: Buffer }[];
    readonly versionMadeBy: number;
    readonly generalPurposeBitFlag: number;
    readonly compressionMethod: number;
    readonly crc32: number;
    /** Of 64 bits where the entry says so. */
    readonly compressedSize: number;
    readonly uncompressedSize: number;
    readonly externalFileAttributes: number;
    readonly relativeOffsetOfLocalHeader: number;
  }
  export interface LocalFileHeader {
    readonly fileDataStart: number;
    readonly generalPurposeBitFlag: number;
    readonly compressionMethod: number;
    readonly crc32: number;
    /** Of 32 bits. */
    readonly compressedSize: number;
    readonly uncompressedSize: number;
    readonly fileName: Buffer;
    readonly extraField: Buffer;
  }
  export interface ZipFile {
    readonly entryCount: number;
    /** Where the next entry of the directory is read. */
    readonly readEntryCursor: number;
    eachEntry(): AsyncIterable<Entry>;
    readLocalFileHeaderPromise(entry: Entry): Promise<LocalFileHeader>;
  }
  export class RandomAccessReader extends EventEmitter {
    read(buffer: Buffer, offset: number, length: number, position: number, done: Done): void;
  }
  interface Options {
    readonly autoClose: boolean;
    readonly decodeStrings: boolean;
    readonly validateEntrySizes: boolean;
  }
  const yauzl: {
    readonly RandomAccessReader: typeof RandomAccessReader;
    fromRandomAccessReaderPromise(
      reader: RandomAccessReader,
      size: number,
      options: Options,
    ): Promise<ZipFile>;
    parseExtraFields(bytes: Buffer): readonly { readonly id: number; readonly data: Buffer }[];
  };
  export default yauzl;
}
