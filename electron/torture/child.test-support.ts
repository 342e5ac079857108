import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { folderWith } from '../kit/temporary-folder.test-support';

/** Bundles a program of this folder for plain Node; the path of the script, gone after the test. */
export async function bundled(name: string): Promise<string> {
  const script = join(folderWith(), `${name}.cjs`);
  await build({
    entryPoints: [join(import.meta.dirname, `${name}.test-support.ts`)],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: script,
    logLevel: 'silent',
    external: ['fsevents'],
  });
  return script;
}

/** A running program and what it printed so far, line by line. */
export interface Running {
  readonly child: ChildProcess;
  readonly lines: readonly string[];
  /** Resolves when so many lines were printed, or the program ended. */
  printed(count: number): Promise<void>;
  /** Resolves when the program has ended and all it printed was read. */
  readonly ended: Promise<{
    readonly code: number | null;
    readonly signal: NodeJS.Signals | null;
    readonly complaint: string;
  }>;
}

/** Starts a bundled program. `before` is what runs it, such as a tracer with its arguments. */
export function started(script: string, args: readonly string[], before: readonly string[] = []): Running {
  const [command = process.execPath, ...rest] = [...before, process.execPath, script, ...args];
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let torn = '';
  let complaint = '';
  let wake: (() => void)[] = [];
  const woken = (): void => {
    for (const one of wake.splice(0)) one();
  };
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (torn + text).split('\n');
    torn = parts.pop() ?? '';
    lines.push(...parts);
    woken();
  });
  let over = false;
  const ended = new Promise<Awaited<Running['ended']>>((resolve) => {
    // `close` comes after the last output was read.
    child.once('close', (code, signal) => {
      over = true;
      woken();
      resolve({ code, signal, complaint });
    });
  });
  const printed = async (count: number): Promise<void> => {
    while (lines.length < count && !over)
      await new Promise<void>((resolve) => {
        wake = [...wake, resolve];
      });
  };
  return { child, lines, printed, ended };
}

/** Kills a program that goes on for ever and waits for its end; throws when it had ended by itself. */
export async function killed(running: Running): Promise<void> {
  running.child.kill('SIGKILL');
  const { signal, complaint } = await running.ended;
  if (signal !== 'SIGKILL') throw new Error(`The program ended by itself: ${complaint}`);
}
