import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRepo } from '../setup/paths.mjs';
import { builtins, bundleTo, commonInputs } from './esbuild.mjs';
import { isFresh, recordInputs, writeIfChanged } from './fingerprint.mjs';
import { licenseNotices } from './licenses.mjs';

const ENTRY = inRepo('scripts/studio/cli.ts');
const LAUNCHER = inRepo('scripts/studio/launch.ts');
const FOLDER = inRepo('dist/cli');
const OUTPUT = inRepo('dist/cli/studio.mjs');

/** A check runs in plain Node; an import of electron would only fail there, on a user's machine. */
const withoutElectron = {
  name: 'without-electron',
  setup(build) {
    build.onResolve({ filter: /^electron$/ }, ({ importer }) => ({
      errors: [{ text: `The command line runs without Electron, but ${importer} imports it.` }],
    }));
  },
};

/**
 * The command line: a check starts in milliseconds and needs neither Electron nor node_modules. The launcher (`scripts/studio/launch.ts`)
 * holds what a check needs that an earlier one already made. The program is one script, which it starts with the code that an earlier
 * run compiled; its name tells its content, so that the two always belong together.
 */
export async function buildCli(mode) {
  if (!existsSync(ENTRY) || isFresh('cli', mode)) return false;
  const startedAt = Date.now();
  const { name, own, all } = await bundleCli(FOLDER, mode);
  writeIfChanged(join(FOLDER, 'third-party-licenses.md'), licenseNotices(all));
  for (const old of readdirSync(FOLDER))
    if (old.startsWith('program-') && !old.startsWith(name.replace(/\.cjs$/, '')))
      rmSync(join(FOLDER, old), { force: true });
  if (mode === 'production') await warmUp();
  const outputs = [OUTPUT, join(FOLDER, name)];
  recordInputs('cli', mode, [...own, ...commonInputs(), inRepo('scripts/build/cli.mjs')], outputs, startedAt);
  return true;
}

/** Writes program and launcher (`studio.mjs`) into a folder; answers the program's name and what both were made of, as {@link bundleTo} does. */
export async function bundleCli(folder, mode) {
  const draft = join(folder, `draft-${process.pid}.cjs`);
  const program = await bundleTo(draft, {
    entryPoints: [ENTRY],
    format: 'cjs',
    target: 'node20.19',
    external: builtins,
    plugins: [withoutElectron],
    // Less to read at each start. Names are not kept: each function would pay for its own at run time.
    minify: mode === 'production',
    // One byte for each character, in the file and in memory.
    charset: 'ascii',
    sourcemap: mode === 'development' ? 'inline' : false,
    // The launcher's, in whose folder it lies.
    define: { 'process.env.NODE_ENV': JSON.stringify(mode), 'import.meta.url': 'programUrl' },
  });
  // What the bundler leaves as it is are the signs in patterns, where an escape means the same.
  const text = readFileSync(draft, 'utf8').replace(
    /[^\0-\x7f]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  rmSync(draft);
  const name = `program-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.cjs`;
  writeIfChanged(join(folder, name), text);
  const launcher = await bundleTo(join(folder, 'studio.mjs'), {
    entryPoints: [LAUNCHER],
    format: 'esm',
    target: 'node20.19',
    external: builtins,
    plugins: [withoutElectron],
    minify: mode === 'production',
    define: { PROGRAM: JSON.stringify(name), 'process.env.NODE_ENV': JSON.stringify(mode) },
  });
  return {
    name,
    own: [...program.own, ...launcher.own],
    all: [...new Set([...program.all, ...launcher.all])],
  };
}

/** Checks the worked examples once: the launcher then keeps what was compiled. The first check of a user would do the same. */
async function warmUp() {
  const examples = inRepo('examples');
  if (!existsSync(examples)) return;
  const args = [OUTPUT, 'check', examples, '--format', 'json', '--no-cache'];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  await new Promise((resolve) => child.once('close', resolve).once('error', resolve));
}
