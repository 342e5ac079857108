import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../temporary-folder.test-support';
import { ARCHIVE_LIMITS, type ArchiveLimits } from './limits';
import { unpack } from './unpack.test-support';
import { type ZipEntry, zipBytes } from './zip-bytes.test-support';

describe('limits', () => {
  const limits: ArchiveLimits = {
    ...ARCHIVE_LIMITS,
    entries: 5,
    entry: 200_000,
    total: 400_000,
    ratio: 10,
    depth: 3,
    name: 8,
  };
  const noise = (size: number): Buffer => {
    const bytes = Buffer.alloc(size);
    for (let i = 0, seed = 1; i < size; i++) {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      bytes[i] = seed >>> 24;
    }
    return bytes;
  };
  const file = (name: string, size: number): ZipEntry => ({ name, content: noise(size) });

  it('are those of the requirements', () => {
    const MB = 1024 * 1024;
    expect(ARCHIVE_LIMITS).toEqual({
      entries: 2000,
      total: 100 * MB,
      entry: 20 * MB,
      ratio: 100,
      depth: 16,
      name: 200,
    });
  });

  it.each<readonly [string, (more: number) => readonly ZipEntry[]]>([
    ['files', (more) => Array.from({ length: 5 + more }, (_, i) => file(`${i}.md`, 9))],
    ['bytes of a file', (more) => [file('a.md', 200_000 + more)]],
    ['bytes in all', (more) => [file('a.md', 200_000), file('b.md', 200_000 - 9 + more), file('c.md', 9)]],
    ['times the packed size', (more) => [tenfold(more)]],
    ['names in a path', (more) => [file(`${'a/'.repeat(2 + more)}a.md`, 9)]],
    ['bytes of a name', (more) => [file(`${'a'.repeat(5 + more)}.md`, 9)]],
  ])('%s: one less, as many, one more', async (_what, entries) => {
    const answers = await Promise.all(
      [-1, 0, 1].map((more) => unpack(zipBytes(entries(more)), join(folderWith(), 'packet'), { limits })),
    );
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, false]);
  });
});

/** Zeros, deflated to a tenth of what they are, less so many bytes: the block that packs them, after as many empty ones as that takes. */
function tenfold(more: number): ZipEntry {
  const empty = Buffer.from([0, 0, 0, 255, 255]);
  for (let packed = 10_000; ; packed++) {
    const content = Buffer.alloc(packed * 10 + more);
    const last = deflateRawSync(content);
    const missing = packed - last.length;
    if (missing % empty.length !== 0) continue;
    const raw = Buffer.concat([...Array.from({ length: missing / empty.length }, () => empty), last]);
    return { name: 'a.md', content, raw };
  }
}
