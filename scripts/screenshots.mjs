import { build } from './build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { inRepo, repoRoot } from './setup/paths.mjs';
import { main, run } from './setup/process.mjs';

/** `npm run screenshots`: takes the pictures in `docs/screenshots` from real windows, light and dark, small and large. */
main(async () => {
  await ensureDependencies();
  await build({ parts: ['validators', 'electron', 'renderer'] });
  const { prepareElectron } = await import('./setup/electron.mjs');
  const { runtime, env, close } = await prepareElectron({ headless: true, log: console.error });
  try {
    const { code } = await run(
      process.execPath,
      [
        inRepo('node_modules/@playwright/test/cli.js'),
        'test',
        '--config=e2e/screenshots.config.ts',
        ...process.argv.slice(2),
      ],
      {
        cwd: repoRoot,
        env: { ...env, STAFFWRIGHT_ELECTRON: runtime.executable },
        onLine: (line) => console.log(line),
      },
    );
    return code;
  } finally {
    await close();
  }
});
