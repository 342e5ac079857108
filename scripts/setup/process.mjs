import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Child processes that never outlive us: Ctrl+C or a polite kill reaches every child we started (and only
 * those), then this process ends with the conventional exit code.
 */

const children = new Set();
let handlersInstalled = false;
let stopping = false;

/** How long a child may take to end by itself. */
const GRACE_MS = 4_000;

/** Signals one child with its whole process group where it has one of its own. */
function signalChild(child, signal) {
  try {
    if (child.ownGroup && child.pid !== undefined) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // Already gone.
  }
}

function installHandlers() {
  if (handlersInstalled) return;
  handlersInstalled = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      stopping = true;
      for (const child of children) signalChild(child, 'SIGTERM');
      // Children get a moment to finish a save; what is left then is ended for good.
      const deadline = Date.now() + GRACE_MS;
      const timer = setInterval(() => {
        if (children.size > 0 && Date.now() < deadline) return;
        clearInterval(timer);
        for (const child of children) signalChild(child, 'SIGKILL');
        process.exit(128 + constants.signals[signal]);
      }, 50);
    });
  }
  process.on('exit', () => {
    for (const child of children) signalChild(child, 'SIGKILL');
  });
}

/**
 * `spawn` with the child remembered until it ends. `ownGroup` puts it at the head of its own process group
 * (POSIX), so that its own children are stopped with it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & {ownGroup?: boolean}} options
 */
export function start(command, args, { ownGroup = false, ...options } = {}) {
  installHandlers();
  if (stopping) throw new SetupError('Interrupted.', 130);
  const group = ownGroup && process.platform !== 'win32';
  const child = spawn(command, args, { ...options, detached: group });
  child.ownGroup = group;
  children.add(child);
  child.once('exit', () => children.delete(child));
  child.once('error', () => children.delete(child));
  return child;
}

/** Stops one child politely, then for good. Resolves when it is gone. */
export function stop(child, graceMs = GRACE_MS + 1_000) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => signalChild(child, 'SIGKILL'), graceMs);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    signalChild(child, 'SIGTERM');
  });
}

/**
 * Runs a command to its end. Output is passed through, unless `onLine` is given: then it gets every line
 * of both streams as `(line, 'out' | 'err')`. Resolves with the exit code (128 + n after a signal); a
 * command that cannot be started gives 127, with the reason in `output`.
 */
export function run(command, args, { onLine, timeoutMs, ...options } = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, {
      stdio: onLine ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      ...options,
    });
    const lines = [];
    const take = (stream, name) => {
      let rest = '';
      stream?.setEncoding('utf8');
      stream?.on('data', (text) => {
        const parts = (rest + text).split(/\r?\n/);
        rest = parts.pop() ?? '';
        for (const line of parts) accept(line, name);
      });
      stream?.on('end', () => {
        if (rest !== '') accept(rest, name);
      });
    };
    const accept = (line, name) => {
      lines.push(line);
      onLine?.(line, name);
    };
    if (onLine) {
      take(child.stdout, 'out');
      take(child.stderr, 'err');
    }
    let timedOut = false;
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            void stop(child);
          }, timeoutMs);
    child.once('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output: error.message, timedOut });
    });
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code: code ?? 128 + (constants.signals[signal] ?? 0), output: lines.join('\n'), timedOut });
    });
  });
}

/** A failure that needs no stack: its message says what to do. `exitCode` is what the script ends with. */
export class SetupError extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Runs a script's main function and turns its result or error into the exit code. */
export function main(work) {
  work().then(
    (code) => {
      process.exitCode = code ?? 0;
    },
    (error) => {
      console.error(error instanceof SetupError ? error.message : (error?.stack ?? error));
      process.exitCode = error?.exitCode ?? 1;
    },
  );
}

/** How to call npm: the one that runs this script, or the one on the path. */
export function npmCommand() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return { command: process.execPath, args: [script] };
  return process.platform === 'win32'
    ? { command: process.env.ComSpec ?? 'cmd.exe', args: ['/d', '/s', '/c', 'npm'] }
    : { command: 'npm', args: [] };
}
