import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { deflateRaw, inflateRawSync } from 'node:zlib';

/** What every kept file begins with; another number whenever its form changes. */
const MAGIC = Buffer.from('staffwright kept 1\n');
const DIGEST = 32;
const HEAD = MAGIC.length + 2 * DIGEST;

/** The fastest there is: a report shrinks to a tenth all the same. */
const LEVEL = 1;

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** A key from what something depends on. */
export function keyOf(parts: readonly unknown[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

/**
 * What was kept in a file under a key. Null when there is nothing, it has another key, or is not what was written: cut off, damaged, of another
 * program. Nothing of that is anybody's error; it is made anew.
 */
export function readKept(path: string, key: Buffer): unknown {
  try {
    const bytes = readFileSync(path);
    const head = bytes.subarray(0, HEAD);
    if (head.length < HEAD || !head.subarray(0, MAGIC.length).equals(MAGIC)) return null;
    if (!head.subarray(MAGIC.length + DIGEST).equals(key)) return null;
    const payload = bytes.subarray(HEAD);
    if (!sha256(key, payload).equals(head.subarray(MAGIC.length, MAGIC.length + DIGEST))) return null;
    return deserialize(inflateRawSync(payload));
  } catch {
    return null;
  }
}

/**
 * Keeps plain data in a file under a key, for this user alone. Through a neighbour and a rename, so that a reader sees the old or the new, whoever
 * writes beside us. Answers whether it is kept: it may be no plain data, or the folder cannot be written; both leave everything as it was.
 */
export async function writeKept(path: string, key: Buffer, data: unknown): Promise<boolean> {
  const temporary = `${path}.${process.pid}-${threadMark()}.tmp`;
  try {
    const payload = await deflated(serialize(data));
    const bytes = Buffer.concat([MAGIC, sha256(key, payload), key, payload]);
    writeFileSync(temporary, bytes, { mode: 0o600, flag: 'wx' });
    renameSync(temporary, path);
    return true;
  } catch {
    removeQuietly(temporary);
    return false;
  }
}

/** Beside the main thread, so that a report can be written meanwhile. */
function deflated(bytes: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    deflateRaw(bytes, { level: LEVEL }, (error, result) => (error ? reject(error) : resolve(result)));
  });
}

let written = 0;

/** Tells two writings of one process apart; threads count for themselves, so the time is in it too. */
function threadMark(): string {
  return `${process.hrtime.bigint().toString(36)}-${written++}`;
}

export function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It may stay: what is not sound is not read.
  }
}
