import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileSystem, nodeFileSystem } from '../file-system';
import type { ArchiveLimits } from './limits';
import { unpackArchive } from './unpack';
import type { UnpackProgress } from './write-kit';
import type { ZipEntry } from './zip-bytes.test-support';

export const MANIFEST = 'version: 1\nname: Small\n';
/** A small kit as a zip lists it. */
export const KIT: readonly ZipEntry[] = [
  { name: 'kit.yaml', content: MANIFEST },
  { name: 'notes/' },
  { name: 'notes/a.md', content: '# A\n' },
  { name: 'notes/deep/b.md', content: Buffer.from('b\r\n\0') },
  { name: 'empty/' },
];
/** The paths of it when it is unpacked. */
export const UNPACKED = ['empty/', 'kit.yaml', 'notes/', 'notes/a.md', 'notes/deep/', 'notes/deep/b.md'];

/** All that is in a folder; names of folders end with a slash. */
export function tree(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      return entry.isDirectory() ? [`${path}/`, ...tree(folder, path)] : [path];
    })
    .sort();
}

interface Tried {
  readonly fs?: FileSystem;
  readonly limits?: ArchiveLimits;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: UnpackProgress) => void;
}

/** Unpacks a zip beside its target. */
export function unpack(bytes: Uint8Array, target: string, tried: Tried = {}, archive = `${target}.zip`) {
  writeFileSync(archive, bytes);
  return unpackArchive({
    fs: nodeFileSystem,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...tried,
    archive,
    target,
  });
}
