import { existsSync, renameSync, rmSync } from 'node:fs';
import { inRepo } from '../setup/paths.mjs';
import { isFresh, listFiles, recordInputs } from './fingerprint.mjs';

const OUTPUT = inRepo('dist/renderer');

/** Vite reads whole folders (CSS, HTML, fonts, workers), so the set of files is part of the fingerprint. */
function inputs() {
  return [
    ...listFiles(inRepo('renderer')),
    ...listFiles(inRepo('shared')),
    ...listFiles(inRepo('resources')),
    inRepo('vite.renderer.config.ts'),
    inRepo('package.json'),
    inRepo('package-lock.json'),
    inRepo('scripts/build/renderer.mjs'),
    inRepo('scripts/build/letters.mjs'),
  ];
}

/** Returns true when it did any work. */
export async function buildRenderer(mode) {
  if (!existsSync(inRepo('renderer/index.html'))) return false;
  const listing = inputs();
  if (isFresh('renderer', mode, listing)) return false;
  const startedAt = Date.now();
  const { build } = await import('vite');
  // Built beside the target and swapped in, so that a running window never loads a half-written page.
  const fresh = `${OUTPUT}.tmp-${process.pid}`;
  const old = `${OUTPUT}.old-${process.pid}`;
  try {
    await build({
      configFile: inRepo('vite.renderer.config.ts'),
      mode,
      logLevel: 'warn',
      build: { outDir: fresh, emptyOutDir: true },
    });
    if (existsSync(OUTPUT)) renameSync(OUTPUT, old);
    renameSync(fresh, OUTPUT);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
  recordInputs('renderer', mode, listing, [`${OUTPUT}/index.html`], startedAt);
  return true;
}
