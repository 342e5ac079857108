import { findDisplay, isChromiumNoise, launcherSwitches, startVirtualDisplay } from './display.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { repoRoot } from './paths.mjs';
import { run } from './process.mjs';
import { ensureSystemLibraries, findCommand } from './system-libraries.mjs';

/** A runtime that can be started, and a display for it: in a window, or on a display in memory. */

/**
 * Everything needed to start Electron here: `{runtime, switches, env, close}`. With `headless` the windows
 * go to a display in memory; without Xvfb, and without the right to install it, to the real one.
 */
export async function prepareElectron({ headless, log = console.error }) {
  const runtime = await resolveElectron({ log });
  const real = await findDisplay();
  const mayInstall = process.getuid?.() === 0;
  const virtual = headless && process.platform === 'linux' && !(real && !mayInstall && !findCommand('Xvfb'));
  await ensureSystemLibraries(runtime.executable, { headless: virtual, log });
  if (!virtual) {
    return { runtime, switches: launcherSwitches(real), env: { ...process.env }, close: async () => {} };
  }
  const display = await startVirtualDisplay();
  return { runtime, switches: launcherSwitches('x11'), env: display.env, close: display.close };
}

/**
 * Starts the application with `args`. Its standard output is passed through, its errors without Chromium's
 * chatter. Resolves with the exit code.
 */
export async function runApp(args, { headless = false, log = console.error } = {}) {
  const { runtime, switches, env, close } = await prepareElectron({ headless, log });
  try {
    const { code } = await run(runtime.executable, [...switches, repoRoot, ...args], {
      env,
      onLine: (line, stream) => {
        if (stream === 'out') process.stdout.write(`${line}\n`);
        else if (!isChromiumNoise(line)) process.stderr.write(`${line}\n`);
      },
    });
    return code;
  } finally {
    await close();
  }
}
