import { existsSync } from 'node:fs';
import { inRepo } from '../setup/paths.mjs';
import { builtins, bundleTo, commonInputs } from './esbuild.mjs';
import { isFresh, recordInputs, writeIfChanged } from './fingerprint.mjs';
import { licenseNotices } from './licenses.mjs';

const ENTRY = inRepo('scripts/studio/cli.ts');
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

/** The command line as one file: a check starts in milliseconds and needs neither Electron nor node_modules. */
export async function buildCli(mode) {
  if (!existsSync(ENTRY) || isFresh('cli', mode)) return false;
  const startedAt = Date.now();
  const { own: inputs, all } = await bundleTo(OUTPUT, {
    entryPoints: [ENTRY],
    format: 'esm',
    target: 'node18',
    external: builtins,
    plugins: [withoutElectron],
    // Less to read at each start. Names are not kept: each function would pay for its own at run time.
    minify: mode === 'production',
    sourcemap: mode === 'development' ? 'inline' : false,
    // CommonJS packages inside an ES module bundle still call `require` for Node's own modules.
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module";\nconst require = __createRequire(import.meta.url);',
    },
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
  });
  writeIfChanged(inRepo('dist/cli/third-party-licenses.md'), licenseNotices(all));
  const own = inRepo('scripts/build/cli.mjs');
  recordInputs('cli', mode, [...inputs, ...commonInputs(), own], [OUTPUT], startedAt);
  return true;
}
