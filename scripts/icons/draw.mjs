import { prepareElectron } from '../setup/electron.mjs';
import { inRepo } from '../setup/paths.mjs';
import { main, run, SetupError } from '../setup/process.mjs';

/** `npm run icons`: makes the PNG sizes in `resources/icons` from the drawing beside them. The results are committed: packaging needs no display. */
main(async () => {
  const { runtime, switches, env, close } = await prepareElectron({ headless: true });
  try {
    const folder = inRepo('resources', 'icons');
    const { code, output } = await run(
      runtime.executable,
      [...switches, inRepo('scripts', 'icons'), `${folder}/staffwright.svg`, folder],
      { env, onLine: () => {}, timeoutMs: 60_000 },
    );
    if (code !== 0) throw new SetupError(`The icons could not be drawn.\n${output}`);
    return 0;
  } finally {
    await close();
  }
});
