import { findDisplay, isChromiumNoise, launcherSwitches, startVirtualDisplay } from './display.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { repoRoot } from './paths.mjs';
import { run } from './process.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

/** Runs the built application: in a window, or without one on a display in memory. */

/**
 * Starts the application with `args`. With `headless` it gets a display of its own; its standard output
 * is passed through, its errors without Chromium's chatter. Resolves with the exit code.
 */
export async function runApp(args, { headless, log = console.error } = {}) {
  const runtime = await resolveElectron({ log });
  await ensureSystemLibraries(runtime.executable, { headless, log });
  const virtual = headless && process.platform === 'linux' ? await startVirtualDisplay() : undefined;
  const display = virtual ? 'x11' : await findDisplay();
  try {
    const { code } = await run(runtime.executable, [...launcherSwitches(display), repoRoot, ...args], {
      cwd: process.cwd(),
      env: virtual?.env ?? process.env,
      onLine: (line, stream) => {
        if (stream === 'out') process.stdout.write(`${line}\n`);
        else if (!isChromiumNoise(line)) process.stderr.write(`${line}\n`);
      },
    });
    return code;
  } finally {
    await virtual?.close();
  }
}
