import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, expect, it } from 'vitest';
import { Journal } from '../../../electron/journal/journal';
import { nodeFileSystem } from '../../../electron/kit/file-system';

/*
 * Somebody types ten keys a second and the process is killed at any moment: at most the last second is gone (requirement E7). Several documents are
 * typed in each process, out of step; `STAFFWRIGHT_TORTURE` kills ten times as many.
 */

const LONG = Number(process.env['STAFFWRIGHT_TORTURE'] ?? 0) > 0;
const KILLS = LONG ? 100 : 10;
const DOCUMENTS = 5;
/** Processes side by side: they mostly wait. */
const AT_ONCE = 5;
const MOST_LOST_MS = 1000;
const KEY_MS = 100;
/** What the journal leaves a disk for a flush. One that takes longer loses that too. */
const FLUSH_MS = 250;

const folders = mkdtempSync(join(tmpdir(), 'staffwright-typing-'));
afterAll(() => rmSync(folders, { recursive: true, force: true }));

interface Typed {
  keys: number;
  late: number;
  slowest: number;
}

async function typeUntilKilled(script: string, folder: string, seed: number): Promise<Typed[]> {
  const child = spawn(process.execPath, [script, folder, `${DOCUMENTS}`, `${seed}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const typed: Typed[] = Array.from({ length: DOCUMENTS }, () => ({ keys: 0, late: 0, slowest: 0 }));
  let rest = '';
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const begun = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [number = 0, keys = 0, late = 0, slowest = 0] = line.split(' ').map(Number);
        typed[number] = { keys, late, slowest };
      }
      resolve();
    });
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('close', (_, signal) => resolve(signal)),
  );
  await Promise.race([begun, ended]);
  await wait(1100 + ((seed * 379) % 1900));
  child.kill('SIGKILL');
  expect(await ended, complaint).toBe('SIGKILL');
  return typed;
}

it(`at most a second is lost in ${KILLS * DOCUMENTS} of ${KILLS * DOCUMENTS} documents when ${KILLS} processes are killed`, async () => {
  const script = join(folders, 'typing-program.cjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'typing-program.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: script,
    logLevel: 'silent',
  });
  const lane = async (first: number): Promise<void> => {
    for (let kill = first; kill < KILLS; kill += AT_ONCE) {
      const folder = join(folders, `${kill}`);
      const typed = await typeUntilKilled(script, folder, kill);
      const entries = await new Journal(nodeFileSystem, folder, () => 0).list('kit');
      for (const [number, { keys, late, slowest }] of typed.entries()) {
        const text = entries.find(({ path }) => path === `document ${number}.md`)?.text ?? '';
        const allowed = MOST_LOST_MS + late + Math.max(0, slowest - FLUSH_MS);
        // A key is lost that was typed longer ago than allowed; the last one is as old as its interval at most.
        expect(
          (keys - text.length - 1) * KEY_MS,
          `document ${number} of process ${kill}`,
        ).toBeLessThanOrEqual(allowed);
        expect(text).toBe('The rollback is triggered by the error budget. '.repeat(9).slice(0, text.length));
        expect(keys).toBeGreaterThan(5);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, first) => lane(first)));
}, 3_600_000);
