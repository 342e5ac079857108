import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from './build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { findDisplay } from './setup/display.mjs';
import { inRepo, repoRoot } from './setup/paths.mjs';
import { main, SetupError } from './setup/process.mjs';

/**
 * `npm start`: from a fresh checkout to the running application. Where no window can appear (a container,
 * a remote shell) it does the application's main job instead: it exports the worked example.
 */

/** Files the export left, largest meaning first. */
function outputs(folder) {
  const names = readdirSync(folder).filter((name) => /\.(pdf|zip|html)$/.test(name));
  return names.sort().map((name) => ({ path: join(folder, name), bytes: statSync(join(folder, name)).size }));
}

async function exportWithoutWindow(runApp) {
  const folder = inRepo('out', 'portfolio');
  console.log('No display here, so no window: exporting the worked example instead.');
  // The folder is this command's own, so what an earlier start left in it is replaced.
  mkdirSync(dirname(folder), { recursive: true });
  const args = ['--headless-export', '--kit', repoRoot, '--out', folder, '--overwrite'];
  const code = await runApp(args, { headless: true });
  if (code !== 0) throw new SetupError(`The export failed (exit code ${code}).`, code);
  const files = outputs(folder);
  for (const { path, bytes } of files) {
    console.log(`${relative(process.cwd(), path)}  ${(bytes / 1024).toFixed(0)} KB`);
  }
  const complete = ['.pdf', '.zip'].every((end) => files.some(({ path }) => path.endsWith(end)));
  if (!complete) throw new SetupError(`The export reported success but left no PDF and zip in ${folder}.`);
  return 0;
}

main(async () => {
  const args = process.argv.slice(2);
  await ensureDependencies();
  await build({ parts: ['validators', 'electron', 'renderer'] });
  // Imported late: preparing a stand-in runtime needs an installed package.
  const { runApp } = await import('./setup/electron.mjs');
  if (await findDisplay()) return runApp(args, { headless: false });
  return exportWithoutWindow(runApp);
});
