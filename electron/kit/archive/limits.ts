const MB = 1024 * 1024;

/** What a kit zip may hold at most. */
export interface ArchiveLimits {
  /** Files and folders. */
  readonly entries: number;
  /** Bytes of all files that are unpacked. */
  readonly total: number;
  /** Bytes of one file that is unpacked. */
  readonly entry: number;
  /** How many times its packed size a file may be, once it is larger than {@link SMALL}. */
  readonly ratio: number;
  /** Names in a path. */
  readonly depth: number;
  /** Bytes of one name in a path. */
  readonly name: number;
}

/** The limits of requirement D4. */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  entries: 2000,
  total: 100 * MB,
  entry: 20 * MB,
  ratio: 100,
  depth: 16,
  name: 200,
};

/** Of a file up to this size, in bytes, the ratio tells nothing: a few blank lines pack a hundredfold, and the total is limited anyway. */
export const SMALL = 64 * 1024;
