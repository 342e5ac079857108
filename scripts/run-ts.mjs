import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtins, bundleTo } from './build/esbuild.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { inRepo } from './setup/paths.mjs';
import { main, run, SetupError } from './setup/process.mjs';

/**
 * `node scripts/run-ts.mjs <entry.ts> [arguments]`: runs a TypeScript script by bundling it to a temporary
 * file. Inside it `import.meta.url` is the address of the entry, not of the temporary file, and the working
 * directory stays the caller's.
 */
main(async () => {
  const [entry, ...args] = process.argv.slice(2);
  if (entry === undefined || !existsSync(entry)) {
    throw new SetupError(
      `Usage: node scripts/run-ts.mjs <entry.ts> [arguments]; "${entry}" is not there.`,
      2,
    );
  }
  await ensureDependencies();
  // Inside node_modules, so that packages left out of the bundle still resolve.
  const folder = mkdtempSync(inRepo('node_modules', '.run-ts-'));
  try {
    const program = join(folder, 'program.mjs');
    await bundleTo(program, {
      entryPoints: [resolve(entry)],
      format: 'esm',
      target: 'node20',
      packages: 'external',
      external: builtins,
      sourcemap: 'inline',
      // Scripts locate files of the repository relative to themselves.
      define: { 'import.meta.url': JSON.stringify(pathToFileURL(resolve(entry)).href) },
    });
    const { code } = await run(process.execPath, ['--enable-source-maps', program, ...args]);
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
