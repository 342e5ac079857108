import { build } from '../build.mjs';
import { prepareElectron } from '../setup/electron.mjs';
import { inRepo, repoRoot } from '../setup/paths.mjs';
import { run } from '../setup/process.mjs';

/**
 * The long version of the story of somebody who writes (`e2e/specs/long-writing.spec.ts`): in a real window, for so many minutes, from a new seed
 * or the one of an earlier run. Prints what it did and how much memory it took.
 */
export async function write(minutes, seed) {
  await build({ parts: ['validators', 'electron', 'renderer'] });
  const { runtime, env, close } = await prepareElectron({ headless: true, log: console.log });
  try {
    const { code } = await run(
      process.execPath,
      [
        inRepo('node_modules/@playwright/test/cli.js'),
        'test',
        '--reporter=list',
        'e2e/specs/long-writing.spec.ts',
      ],
      {
        cwd: repoRoot,
        env: {
          ...env,
          STAFFWRIGHT_ELECTRON: runtime.executable,
          STAFFWRIGHT_WRITER_MINUTES: minutes,
          ...(seed === undefined ? {} : { STAFFWRIGHT_WRITER_SEED: seed }),
        },
        onLine: (line) => console.log(line),
      },
    );
    return code;
  } finally {
    await close();
  }
}
