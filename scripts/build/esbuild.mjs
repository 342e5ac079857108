import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { inRepo, repoRoot } from '../setup/paths.mjs';
import { lettersForEsbuild } from './letters.mjs';

/** Node's own modules, with and without `node:`; never bundled. */
export const builtins = builtinModules.flatMap((name) => [name, `node:${name}`]);

/** Options every bundle for Node has in common. */
export const nodeBundle = {
  absWorkingDir: repoRoot,
  bundle: true,
  platform: 'node',
  // jsonc-parser's `main` is a UMD file whose inner `require` calls no bundler can follow.
  mainFields: ['module', 'main'],
  conditions: ['import', 'node'],
  // Else each pattern with `\p{…}` becomes a call that compiles it anew wherever it is met: the bundler waits for the newest Unicode.
  supported: { 'regexp-unicode-property-escapes': true },
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'silent',
  metafile: true,
  tsconfigRaw: { compilerOptions: { target: 'ES2022', verbatimModuleSyntax: true, jsx: 'react-jsx' } },
};

/**
 * Bundles one entry into `outfile` through a neighbour and a rename. Returns `own`, the input files that
 * lie in the repository outside node_modules (those are covered by the lockfile), and `all`, the names of
 * all inputs relative to the repository.
 */
export async function bundleTo(outfile, options) {
  const { build, formatMessages } = await import('esbuild');
  mkdirSync(dirname(outfile), { recursive: true });
  const temporary = `${outfile}.tmp-${process.pid}.${options.format === 'esm' ? 'mjs' : 'cjs'}`;
  try {
    const plugins = [...(options.plugins ?? []), lettersForEsbuild];
    const result = await build({ ...nodeBundle, ...options, plugins, outfile: temporary });
    if (result.warnings.length > 0) {
      process.stderr.write((await formatMessages(result.warnings, { kind: 'warning' })).join(''));
    }
    renameSync(temporary, outfile);
    return { own: ownInputs(result.metafile), all: Object.keys(result.metafile.inputs) };
  } catch (error) {
    if (error?.errors) {
      throw new Error((await formatMessages(error.errors, { kind: 'error' })).join('').trim());
    }
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** The project's own files among the inputs of a bundle, absolute. */
function ownInputs(metafile) {
  return Object.keys(metafile.inputs)
    .filter((name) => !name.startsWith('<') && !name.includes('node_modules/') && !/^[a-z-]{2,}:/.test(name))
    .map((name) => join(repoRoot, name));
}

/** What every part depends on besides its own sources. */
export function commonInputs() {
  const own = ['esbuild.mjs', 'letters.mjs'].map((name) => inRepo('scripts/build', name));
  return [inRepo('package.json'), inRepo('package-lock.json'), ...own];
}
