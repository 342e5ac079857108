import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import { lettersForVite } from './scripts/build/letters.mjs';
import { licenseNotices } from './scripts/build/licenses.mjs';

const root = fileURLToPath(new URL('./renderer/', import.meta.url));
const outDir = fileURLToPath(new URL('./dist/renderer/', import.meta.url));

/** The notices of what is inside a worker: Vite's own (`build.license`) tell of the pages only. */
function workerLicenses(): Plugin {
  return {
    name: 'staffwright-worker-licenses',
    generateBundle(_, bundle) {
      const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry);
      const modules = [...this.getModuleIds()].flatMap((id) => /node_modules\/[^?]*/.exec(id)?.[0] ?? []);
      this.emitFile({
        type: 'asset',
        fileName: `third-party-licenses-${entry?.name ?? 'worker'}.md`,
        source: licenseNotices(modules),
      });
    },
  };
}

/**
 * Pages of the window. Targets are written out and never derived from the installed `electron` package:
 * development may run an older engine (see `scripts/setup/electron-runtime.mjs`).
 */
export default defineConfig(({ mode }) => ({
  root,
  // Relative addresses: the pages are served from our own scheme, whatever host part it has.
  base: './',
  plugins: [lettersForVite(), react()],
  resolve: {
    // Packages used inside workers (decode-named-character-reference under unified) offer a `browser` export
    // that needs `document`. The `worker` export works in both places.
    conditions: ['worker', ...defaultClientConditions],
  },
  css: {
    transformer: 'lightningcss',
    lightningcss: { targets: { chrome: 114 << 16 } },
    modules: { localsConvention: 'camelCaseOnly' },
  },
  worker: { format: 'es', plugins: () => [lettersForVite(), react(), workerLicenses()] },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'chrome114',
    cssTarget: 'chrome114',
    cssMinify: 'lightningcss',
    minify: mode === 'development' ? false : 'oxc',
    sourcemap: mode === 'development',
    // The page policy has no reason to allow `data:` scripts or styles; fonts and pictures stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2_000,
    license: { fileName: 'third-party-licenses.md' },
    rolldownOptions: {
      input: {
        index: `${root}index.html`,
        draw: `${root}draw.html`,
      },
    },
  },
}));
