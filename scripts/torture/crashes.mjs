import { build } from '../build.mjs';
import { prepareElectron } from '../setup/electron.mjs';
import { inRepo, repoRoot } from '../setup/paths.mjs';
import { run } from '../setup/process.mjs';

/** A hundred crashes and twenty hangs of one window, and the ways of quitting: the long version of two stories. */
export async function crash() {
  await build({ parts: ['validators', 'electron', 'renderer'] });
  const { runtime, env, close } = await prepareElectron({ headless: true, log: console.log });
  const stories = ['e2e/specs/coming-back.spec.ts', 'e2e/specs/quitting.spec.ts'];
  try {
    const { code } = await run(
      process.execPath,
      [inRepo('node_modules/@playwright/test/cli.js'), 'test', '--reporter=list', ...stories],
      {
        cwd: repoRoot,
        env: { ...env, STAFFWRIGHT_ELECTRON: runtime.executable, STAFFWRIGHT_TORTURE: '1' },
        onLine: (line) => console.log(line),
      },
    );
    return code;
  } finally {
    await close();
  }
}
