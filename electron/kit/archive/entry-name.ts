import { isUtf8 } from 'node:buffer';
import type { Entry } from 'yauzl';
import { kitPath } from '../../../shared/domain/kit-path';
import { visibleName } from '../../../shared/util/visible-name';
import { crc32 } from '../../export/crc32';
import type { ArchiveLimits } from './limits';

/** Names that Windows takes for something else, beyond those that no kit may have. */
const NOT_ON_WINDOWS = /[<>"|?*]/;
/** The extra field in which programs write a name that their own letters cannot spell. */
const UNICODE_NAME = 0x7075;

export const PACK_ANEW = 'Rename it and pack the zip anew.';

/** A name from a zip as messages show it: nothing hidden, and not without end. */
export function shownName(name: string): string {
  const visible = visibleName(name);
  return visible.length > 120 ? `${visible.slice(0, 119)}…` : visible;
}

/** A name of a zip: a path below the folder it is unpacked to, and whether it names a folder. */
export interface EntryName {
  /** Without `./` before it and `/` behind it. Empty for the folder itself, which some programs list. */
  readonly path: string;
  readonly isFolder: boolean;
}

/** The name of an entry, or what is wrong with it in words. `platform`: where it is unpacked. */
export function entryName(
  entry: Pick<Entry, 'fileName' | 'extraFields'>,
  limits: ArchiveLimits,
  platform: NodeJS.Platform = process.platform,
): EntryName | string {
  const written = spelledName(entry);
  if (written === null) {
    const name = shownName(entry.fileName.toString('latin1'));
    return `The name of "${name}" in this zip is not written in UTF-8, so nobody knows how it reads. Pack the zip anew with a program that writes UTF-8 names.`;
  }
  if (written === '/' || written === './') return { path: '', isFolder: true };
  const isFolder = written.endsWith('/');
  const path = written.replace(/^\.\//, '').replace(/\/$/, '');
  const problem = pathProblem(path, limits, platform);
  return problem === null
    ? { path, isFolder }
    : `"${shownName(written)}" in this zip cannot be unpacked: ${problem}. ${PACK_ANEW}`;
}

/** The letters of a name; null when they cannot be known. */
function spelledName({ fileName, extraFields }: Pick<Entry, 'fileName' | 'extraFields'>): string | null {
  const extra = extraFields.find(({ id }) => id === UNICODE_NAME)?.data;
  // It stands for the name it was made for, and no other.
  const stands =
    extra !== undefined &&
    extra.length > 5 &&
    extra[0] === 1 &&
    extra.readUInt32LE(1) === crc32(fileName) &&
    isUtf8(extra.subarray(5));
  if (stands) return extra.subarray(5).toString('utf8');
  return isUtf8(fileName) ? fileName.toString('utf8') : null;
}

/** What no file below the kit's folder may be called, on any system it may come to. */
function pathProblem(path: string, limits: ArchiveLimits, platform: NodeJS.Platform): string | null {
  if (/^[a-z]:/i.test(path)) return 'its path names a drive';
  const checked = kitPath(path);
  if (!checked.ok) return inSentence(checked.error);
  const names = path.split('/');
  if (names.length > limits.depth) {
    return `its path is ${names.length} names deep, and ${limits.depth} are the limit`;
  }
  const long = names.map((name) => Buffer.byteLength(name)).find((bytes) => bytes > limits.name);
  if (long !== undefined) return `a name in its path has ${long} bytes, and ${limits.name} are the limit`;
  if (platform === 'win32' && NOT_ON_WINDOWS.test(path)) return 'Windows has no such names';
  return null;
}

function inSentence(problem: string): string {
  return problem.charAt(0).toLowerCase() + problem.slice(1);
}
