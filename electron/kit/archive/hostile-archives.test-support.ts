import type { HostileArchive } from './hostile-archive.test-support';
import { HOSTILE_HEADERS, HOSTILE_SIZES } from './hostile-contents.test-support';
import { HOSTILE_COUNTS, HOSTILE_ENDS } from './hostile-ends.test-support';
import { HOSTILE_KINDS, HOSTILE_NAMES } from './hostile-names.test-support';

/** Zips of our own making, each wrong in one way. */
export const HOSTILE_ARCHIVES: readonly HostileArchive[] = [
  ...HOSTILE_NAMES,
  ...HOSTILE_KINDS,
  ...HOSTILE_SIZES,
  ...HOSTILE_COUNTS,
  ...HOSTILE_HEADERS,
  ...HOSTILE_ENDS,
];
