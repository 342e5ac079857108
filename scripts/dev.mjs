import { existsSync, watch } from 'node:fs';
import { build } from './build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { findDisplay, isChromiumNoise, launcherSwitches } from './setup/display.mjs';
import { inRepo, repoRoot } from './setup/paths.mjs';
import { main, SetupError, start, stop } from './setup/process.mjs';

/**
 * `npm run dev`: a development build (readable, with source maps), the window, and both again whenever a
 * source file changes. A restart keeps typed text: the application journals it.
 */

const WATCHED = ['shared', 'electron', 'renderer', 'resources'];
const PARTS = ['validators', 'electron', 'renderer'];
const QUIET_MS = 200;

function launch(runtime, display, args) {
  const child = start(runtime.executable, [...launcherSwitches(display), repoRoot, ...args], {
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    const lines = text.split('\n').filter((line) => !isChromiumNoise(line));
    if (lines.length > 0) process.stderr.write(`${lines.join('\n')}\n`);
  });
  return child;
}

/** Resolves with true once something below the watched folders changed and has been quiet for a moment. */
function nextChange() {
  return new Promise((resolve) => {
    const watchers = [];
    let timer;
    const changed = (_event, name) => {
      if (/generated|\.tmp-|~$/.test(name ?? '')) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        for (const watcher of watchers) watcher.close();
        resolve(true);
      }, QUIET_MS);
    };
    for (const folder of WATCHED.map((name) => inRepo(name)).filter((path) => existsSync(path))) {
      watchers.push(watch(folder, { recursive: true }, changed));
    }
  });
}

main(async () => {
  await ensureDependencies();
  const display = await findDisplay();
  if (!display) throw new SetupError('npm run dev needs a display for its window. Try npm start.', 2);
  const { resolveElectron } = await import('./setup/electron-runtime.mjs');
  const runtime = await resolveElectron();
  const args = process.argv.slice(2);
  await build({ parts: PARTS, mode: 'development' });
  let child = launch(runtime, display, args);
  for (;;) {
    const closed = new Promise((resolve) => child.once('exit', () => resolve(false)));
    if (!(await Promise.race([closed, nextChange()]))) return 0;
    try {
      const built = await build({ parts: PARTS, mode: 'development' });
      if (built.length === 0) continue;
      await stop(child);
      child = launch(runtime, display, args);
    } catch (error) {
      // The running window stays; the next save tries again.
      console.error(error.message);
    }
  }
});
