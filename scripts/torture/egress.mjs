import { build } from '../build.mjs';
import { prepareElectron } from '../setup/electron.mjs';
import { inRepo, repoRoot } from '../setup/paths.mjs';
import { run } from '../setup/process.mjs';

/**
 * All stories, or those of the named files, with every connection of every process watched (`e2e/fixtures/network-watch.ts`): a story fails when
 * the studio connected to anything. Slower than the stories alone, since each call is traced.
 */
export async function watchAllStories(specs) {
  await build({ parts: ['validators', 'electron', 'renderer', 'cli'] });
  const { runtime, env, close } = await prepareElectron({ headless: true, log: console.log });
  try {
    const { code } = await run(
      process.execPath,
      [inRepo('node_modules/@playwright/test/cli.js'), 'test', '--reporter=list', ...specs],
      {
        cwd: repoRoot,
        env: { ...env, STAFFWRIGHT_ELECTRON: runtime.executable, STAFFWRIGHT_WATCH_NETWORK: '1' },
        onLine: (line) => console.log(line),
      },
    );
    return code;
  } finally {
    await close();
  }
}
