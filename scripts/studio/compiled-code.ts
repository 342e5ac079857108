import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Script } from 'node:vm';

/**
 * Flags of V8 for a process that lives about a second: patterns are compiled once, for the processor, instead of twice; and what is
 * hot is optimised only when it stays so, which halves the work of the threads beside ours.
 */
export const SHORT_RUN = ['--no-regexp-tier-up', '--interrupt-budget=540000'];

/** The name of the file with the compiled code of a program: another version of Node compiles otherwise. */
export function cacheName(program: string): string {
  return `${program.replace(/\.cjs$/, '')}-${process.version}-${process.arch}.compiled`;
}

/** The compiler believes what it is given, and a damaged file would end the process: a digest stands before the code. */
const DIGEST_LENGTH = 32;

const digest = (code: Uint8Array): Buffer => createHash('sha256').update(code).digest();

/** What an earlier run kept; undefined when there is nothing, or nothing sound. */
export function readCompiled(path: string): Buffer | undefined {
  try {
    const kept = readFileSync(path);
    const code = kept.subarray(DIGEST_LENGTH);
    return digest(code).equals(kept.subarray(0, DIGEST_LENGTH)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps what was compiled while a script ran, for the next run. Through a neighbour and a rename, so that nobody reads half of it;
 * where the folder cannot be written, every run compiles for itself.
 */
export function keepCompiled(path: string, script: Script): void {
  const temporary = `${path}.tmp-${process.pid}`;
  try {
    const code = script.createCachedData();
    writeFileSync(temporary, Buffer.concat([digest(code), code]));
    renameSync(temporary, path);
  } catch {
    removeQuietly(temporary);
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It was never written.
  }
}
