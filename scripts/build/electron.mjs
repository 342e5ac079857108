import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { inRepo } from '../setup/paths.mjs';
import { builtins, bundleTo, commonInputs } from './esbuild.mjs';
import { isFresh, listFiles, recordInputs, writeIfChanged } from './fingerprint.mjs';
import { licenseNotices } from './licenses.mjs';

/**
 * Main process and preloads, each one CommonJS file with everything bundled: a sandboxed preload cannot
 * `require` files, and a packaged app then needs no node_modules.
 */
function findEntries() {
  const isPreload = (path) => /(^|[-/\\])preload\.ts$/.test(path);
  // No banner for preloads: in the sandbox there is neither `__filename` nor most of Node's modules.
  const preloads = listFiles(inRepo('electron'), isPreload).map((path) => ({
    entry: path,
    output: inRepo('dist', 'electron', basename(path).replace(/\.ts$/, '.cjs')),
    target: ['node18', 'chrome114'],
  }));
  const main = {
    entry: inRepo('electron', 'main.ts'),
    output: inRepo('dist', 'electron', 'main.cjs'),
    target: ['node18'],
    // CommonJS has no import.meta; `new URL('x', import.meta.url)` keeps working.
    banner: 'const __moduleUrl = require("node:url").pathToFileURL(__filename).href;',
    define: { 'import.meta.url': '__moduleUrl' },
  };
  return existsSync(main.entry) ? [main, ...preloads] : [];
}

/** Returns true when it did any work. `mode` development keeps names and adds inline source maps. */
export async function buildElectron(mode) {
  const entries = findEntries();
  const key = `${mode}:${entries.map(({ output }) => basename(output)).join()}`;
  if (entries.length === 0 || isFresh('electron', key)) return false;
  const startedAt = Date.now();
  const bundles = await Promise.all(
    entries.map(({ entry, output, target, banner, define }) =>
      bundleTo(output, {
        entryPoints: [entry],
        format: 'cjs',
        target,
        external: ['electron', ...builtins],
        minify: mode === 'production',
        // Error reports name functions and classes.
        keepNames: true,
        sourcemap: mode === 'development' ? 'inline' : false,
        banner: banner ? { js: banner } : {},
        define: { ...define, 'process.env.NODE_ENV': JSON.stringify(mode) },
      }),
    ),
  );
  const notices = licenseNotices(bundles.flatMap(({ all }) => all));
  writeIfChanged(inRepo('dist/electron/third-party-licenses.md'), notices);
  const own = inRepo('scripts/build/electron.mjs');
  recordInputs(
    'electron',
    key,
    [...bundles.flatMap((bundle) => bundle.own), ...commonInputs(), own],
    entries.map(({ output }) => output),
    startedAt,
  );
  return true;
}
