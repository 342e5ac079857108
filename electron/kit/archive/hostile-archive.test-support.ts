import { type ZipEntry, zipBytes } from './zip-bytes.test-support';

/** A zip that must not be unpacked, and what is said of it. */
export type HostileArchive = readonly [what: string, bytes: Uint8Array, said: RegExp];

/** What makes the rest a kit, so that nothing else is what stands against it. */
export const KIT: ZipEntry = { name: 'kit.yaml', content: 'version: 1\n' };
export const GOOD: ZipEntry = { name: 'notes/a.md', content: '# A\n' };

/** A kit with more entries. */
export const zip = (...entries: readonly ZipEntry[]): Buffer => zipBytes([KIT, ...entries]);

export const zeros = (size: number): Buffer => Buffer.alloc(size);
