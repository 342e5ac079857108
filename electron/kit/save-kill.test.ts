import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem as fs } from './file-system';
import { openKitFolder } from './folder-kit';
import { folderWith } from './temporary-folder.test-support';

/** With those of `electron/torture/kill-cycles.test.ts` 300. */
const KILLS = 150;
/** Two kits side by side, for machines with two cores. */
const LANES = 2;
/** 300 KB a save: a write takes several system calls, and a kill often falls in between. */
const LINES = 30_000;

/** Numbers from 0 to 1 that are the same on every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

describe('saving while being killed', () => {
  it(`leaves the old or the new text, whole, in ${KILLS} of ${KILLS} kills`, async () => {
    const script = join(folderWith(), 'saving-child.cjs');
    await build({
      entryPoints: [join(import.meta.dirname, 'saving-child.test-support.ts')],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: script,
      logLevel: 'silent',
    });
    const lanes = Array.from({ length: LANES }, async (_, lane) => {
      const root = folderWith({ 'a.md': textOf(0) });
      const next = random(20_240_312 + lane);
      let leftovers = 0;
      for (let kill = 0; kill < KILLS / LANES; kill++) {
        const acknowledged = await killWhileSaving(script, root, next);
        const text = readFileSync(join(root, 'a.md'), 'utf8');
        const number = Number(text.slice(0, 9));
        expect(text).toBe(textOf(number));
        // An acknowledged save is there, or already the one after it, whose answer was lost with the process.
        expect([acknowledged, acknowledged + 1]).toContain(number);
        const beside = readdirSync(root).length - 1;
        // A temporary and a lock at most: each start removed what the one before had left.
        expect(beside).toBeLessThanOrEqual(2);
        leftovers += beside;
      }
      expect((await openKitFolder(root, { fs })).ok).toBe(true);
      expect(readdirSync(root)).toEqual(['a.md']);
      return leftovers;
    });
    const leftovers = (await Promise.all(lanes)).reduce((sum, count) => sum + count, 0);
    // The kills really fell into the middle of saves.
    expect(leftovers).toBeGreaterThan(KILLS / 20);
  }, 180_000);
});

function textOf(number: number): string {
  return `${String(number).padStart(9, '0')}\n`.repeat(LINES);
}

/** Lets a child save until a save was acknowledged, then kills it at some moment of the next ones. Resolves to the last acknowledged number. */
async function killWhileSaving(script: string, root: string, next: () => number): Promise<number> {
  const child = spawn(process.execPath, [script, root, String(LINES)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    // `close` comes after the last output was read.
    child.once('close', (_code, signal) => resolve(signal)),
  );
  await new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      resolve();
    });
    void ended.then(() => resolve());
  });
  await new Promise((resolve) => setTimeout(resolve, next() * 20));
  child.kill('SIGKILL');
  const signal = await ended;
  if (signal !== 'SIGKILL') throw new Error(`The saving process ended by itself: ${complaint}`);
  return Number(printed.trim().split('\n').at(-1));
}
