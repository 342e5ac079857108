import { pathToFileURL } from 'node:url';
import { forget } from './build/fingerprint.mjs';
import { main, SetupError } from './setup/process.mjs';

/**
 * Builds what is out of date: `node scripts/build.mjs [validators|electron|renderer|cli …] [--dev]`.
 * Without names, everything. The validators come first, because the other parts import them.
 */

const PARTS = {
  electron: async (mode) => (await import('./build/electron.mjs')).buildElectron(mode),
  renderer: async (mode) => (await import('./build/renderer.mjs')).buildRenderer(mode),
  cli: async (mode) => (await import('./build/cli.mjs')).buildCli(mode),
};

export const partNames = ['validators', ...Object.keys(PARTS)];

async function timed(name, work) {
  const started = performance.now();
  try {
    const built = await work();
    return { name, built, seconds: (performance.now() - started) / 1000 };
  } catch (error) {
    forget(name);
    throw new SetupError(`Building "${name}" failed.\n${error instanceof Error ? error.message : error}`);
  }
}

/**
 * Brings the named parts up to date and returns the names of those that were built.
 * Needs the dependencies to be installed (see `setup/dependencies.mjs`).
 */
export async function build({ parts = partNames, mode = 'production', log = console.error } = {}) {
  const { buildValidators } = await import('./build/validators.mjs');
  const results = [await timed('validators', buildValidators)];
  const wanted = Object.keys(PARTS).filter((name) => parts.includes(name));
  // All parts finish before a failure is reported: a rejected sibling must not leave half a swap behind.
  const settled = await Promise.allSettled(wanted.map((name) => timed(name, () => PARTS[name](mode))));
  const failures = settled
    .filter((result) => result.status === 'rejected')
    .map(({ reason }) => reason.message);
  results.push(...settled.filter((result) => result.status === 'fulfilled').map(({ value }) => value));
  const built = results.filter((result) => result.built);
  if (built.length > 0) {
    log(`Built ${built.map(({ name, seconds }) => `${name} (${seconds.toFixed(1)} s)`).join(', ')}`);
  }
  if (failures.length > 0) throw new SetupError(failures.join('\n'));
  return built.map(({ name }) => name);
}

async function run(args) {
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = names.filter((name) => !partNames.includes(name));
  if (unknown.length > 0) {
    console.error(`Unknown part: ${unknown.join(', ')}. Parts are ${partNames.join(', ')}.`);
    return 2;
  }
  const mode = args.includes('--dev') ? 'development' : 'production';
  const built = await build({ parts: names.length > 0 ? names : partNames, mode });
  if (built.length === 0) console.error('Everything is up to date.');
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(() => run(process.argv.slice(2)));
