import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { inRepo, repoRoot } from './setup/paths.mjs';
import { main } from './setup/process.mjs';

/**
 * `npm run studio -- <command>`: the command line from a checkout. What reads and checks text runs right
 * here; `export` and `open` need the application. Exit codes are the commands' own.
 */

const WITHOUT_ELECTRON = new Set([
  'check',
  'explain',
  'new',
  'kit',
  'cache',
  'help',
  '--help',
  '-h',
  '--version',
]);

/** npm changes to the repository before a script; the user's relative paths mean where they were. */
function userFolder() {
  const viaNpm = process.env.npm_lifecycle_event === 'studio' && process.cwd() === repoRoot;
  return viaNpm ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd();
}

/** `export [kit] [switches]`: a leading folder is the kit; paths become absolute for the other process. */
function exportArguments(args) {
  const absolute = new Set(['--kit', '--out']);
  const given = [...args];
  if (given[0] !== undefined && !given[0].startsWith('-')) given.unshift('--kit');
  if (!given.includes('--kit')) given.unshift('--kit', '.');
  return given.map((value, index) => (absolute.has(given[index - 1]) ? resolve(value) : value));
}

main(async () => {
  const [command = 'help', ...args] = process.argv.slice(2);
  process.chdir(userFolder());
  await ensureDependencies();
  if (command === 'export' || command === 'open') {
    await build({ parts: ['validators', 'electron', 'renderer'] });
    const { runApp } = await import('./setup/electron.mjs');
    if (command === 'open')
      return runApp(
        args.map((arg) => (arg.startsWith('-') ? arg : resolve(arg))),
        {},
      );
    return runApp(['--headless-export', ...exportArguments(args)], { headless: true });
  }
  if (!WITHOUT_ELECTRON.has(command)) {
    console.error(`Unknown command "${command}". Commands: check, explain, new, kit, cache, export, open.`);
    return 2;
  }
  await build({ parts: ['validators', 'cli'] });
  const program = inRepo('dist', 'cli', 'studio.mjs');
  process.argv = [process.argv[0], program, command, ...args];
  await import(pathToFileURL(program).href);
  // The program reports through process.exitCode; keep whatever it set.
  return process.exitCode;
});
