import type { HostError } from '../../shared/ipc/contract';
import type { FilePart } from '../../shared/ipc/payloads';
import { ok, type Result } from '../../shared/util/result';
import { type ContainedFile, type KitScope, openInKit } from './containment';
import { classifyByHead, classifyByName, HEAD_BYTES, stateReason } from './file-classes';
import { closeQuietly, type FileStat, type FileSystem, type OpenFile } from './file-system';
import { explain, fail } from './host-failure';

/** Where parts would begin if lines and characters did not matter. Bytes. */
export const PART_BYTES = 1024 * 1024;
/** How far behind that a line end is looked for. Bytes; small beside a part, so that every part has text. */
export const REACH_BYTES = 16 * 1024;

/** How often a file is read anew that others write to at the same time. */
const ATTEMPTS = 3;

/** How many parts a file of this size has. The last one takes up a rest that could end within the reach of its start. */
export function partCount(size: number): number {
  return Math.max(1, Math.ceil((size - REACH_BYTES) / PART_BYTES));
}

/**
 * Where a part begins that should begin at `at`: behind the next line end within reach, else at the next border between characters. `at` lies
 * within the bytes, which reach at least {@link REACH_BYTES} beyond it or to the end of the file, and hold the byte before it. The parts of any
 * bytes, decoded one by one, are together what the whole decodes to: after three bytes that continue a character comes either the start of
 * another one or a byte that belongs to none.
 */
export function cutNear(bytes: Uint8Array, at: number): number {
  if (at === 0 || bytes[at - 1] === 10) return at;
  const lineEnd = bytes.subarray(at, at + REACH_BYTES).indexOf(10);
  if (lineEnd >= 0) return at + lineEnd + 1;
  let border = at;
  while (border < at + 3 && isContinuation(bytes[border])) border++;
  return border;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/**
 * Reads one part of a file of any size, counted from 0; the last one where there are fewer. Only the part is ever in memory. Bytes that are no
 * UTF-8 are shown as U+FFFD: nothing of this text is ever written. Binary data and pictures are refused.
 */
export async function readKitPart(
  fs: FileSystem,
  scope: KitScope,
  path: string,
  wanted: number,
): Promise<Result<FilePart, HostError>> {
  const opened = await openInKit(fs, scope, path);
  if (!opened.ok) return opened;
  try {
    return (await refused(path, opened.value)) ?? (await steadyPart(path, opened.value.file, wanted));
  } catch (error) {
    return explain(error, `"${path}" could not be read`, path);
  } finally {
    await closeQuietly(opened.value.file);
  }
}

/** Why a file is not shown as a text; null for texts. */
async function refused(
  path: string,
  { file, size }: ContainedFile,
): Promise<Result<never, HostError> | null> {
  if (classifyByName(path, 0) === 'image')
    return fail('too-large', `${stateReason('too-large', size)}.`, { file: path });
  const head = await readRange(file, 0, HEAD_BYTES);
  if (classifyByHead(head, false) !== 'binary') return null;
  return fail('not-utf8', `${stateReason('binary', size)}.`, { file: path });
}

/** A part of the file as it is now. One that becomes shorter meanwhile is read anew. */
async function steadyPart(
  path: string,
  file: OpenFile,
  wanted: number,
): Promise<Result<FilePart, HostError>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const stat = await file.stat();
    const part = await partOf(file, stat.size, wanted);
    if (part) return ok({ ...part, stamp: stampOf(stat) });
  }
  return fail('busy', `"${path}" is being written by another program; try again.`, { file: path });
}

/** Two equal stamps mean, as far as the system tells, the same bytes. */
function stampOf({ size, modifiedMs, identity }: FileStat): string {
  return `${size} ${modifiedMs} ${identity}`;
}

/** Null when the file ends before it should. */
async function partOf(file: OpenFile, size: number, wanted: number): Promise<Omit<FilePart, 'stamp'> | null> {
  const parts = partCount(size);
  const part = Math.min(wanted, parts - 1);
  const start = part * PART_BYTES;
  const last = part === parts - 1;
  // The byte before the part says whether a line ends there.
  const from = Math.max(0, start - 1);
  const length = Math.min(size, start + PART_BYTES + REACH_BYTES) - from;
  const bytes = await readRange(file, from, length);
  if (bytes.length < length) return null;
  const begin = cutNear(bytes, start - from);
  const end = last ? length : cutNear(bytes, start - from + PART_BYTES);
  // A mark at the very start is none of the text; anywhere else it is a character.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: part > 0 });
  return { text: decoder.decode(bytes.subarray(begin, end)), part, parts, size };
}

/** The bytes from a place on, at most `length` of them; fewer at the end of the file. */
async function readRange(file: OpenFile, from: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < bytes.length) {
    const count = await file.read(bytes, filled, bytes.length - filled, from + filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}
