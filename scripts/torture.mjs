import { ensureDependencies } from './setup/dependencies.mjs';
import { inRepo, repoRoot } from './setup/paths.mjs';
import { main, run } from './setup/process.mjs';
import { crash } from './torture/crashes.mjs';
import { watchAllStories } from './torture/egress.mjs';
import { write } from './torture/writer.mjs';

/**
 * `npm run torture [-- factor] [-- file …]`: the long version of the tests in `scripts/torture` and `electron/torture`, each property `factor` times as often (4 unless told
 * otherwise) and from a new seed, growth up to a million characters and for every kind. The seed is printed first; `STAFFWRIGHT_SEED=<seed>` begins
 * with the same again. It takes hours; `docs/performance.md` says how long where, `docs/security.md` how it went last.
 *
 * `npm run torture -- writer [minutes] [seed]`: half an hour of somebody who writes, in a real window.
 * `npm run torture -- crashes`: a hundred crashes and twenty hangs of one window, and the ways of quitting.
 * `npm run torture -- egress [spec …]`: every story in a real window, or those named, with all connections watched.
 */
main(async () => {
  await ensureDependencies();
  const given = process.argv.slice(2);
  if (given[0] === 'writer') return write(given[1] ?? '30', given[2]);
  if (given[0] === 'crashes') return crash();
  if (given[0] === 'egress') return watchAllStories(given.slice(1));
  const factor = /^\d+$/.test(given[0] ?? '') ? given.shift() : '4';
  const seed = process.env.STAFFWRIGHT_SEED ?? String(Math.floor(Date.now() / 1000));
  console.log(`seed ${seed}`);
  const { code } = await run(
    process.execPath,
    [
      inRepo('node_modules/vitest/vitest.mjs'),
      'run',
      '--project',
      'node',
      ...(given.length > 0
        ? given
        : ['scripts/torture', 'electron/torture', 'shared/merge', 'shared/history', 'electron/history']),
    ],
    {
      cwd: repoRoot,
      env: { ...process.env, STAFFWRIGHT_TORTURE: factor, STAFFWRIGHT_SEED: seed },
    },
  );
  return code;
});
