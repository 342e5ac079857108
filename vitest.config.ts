import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { lettersForVite } from './scripts/build/letters.mjs';

/** Importing the real package from a test would start a download of the runtime. */
const electron = fileURLToPath(new URL('./scripts/testing/no-electron.mjs', import.meta.url));

const PATIENCE_MS = Number(process.env['STAFFWRIGHT_TORTURE'] ?? 0) > 0 ? 24 * 3_600_000 : 60_000;

/**
 * Two projects: everything pure or on Node runs without a DOM; React components run in jsdom. What needs
 * real layout (CodeMirror geometry, Mermaid, printing) belongs to `e2e/`, where a real window runs it.
 */
export default defineConfig({
  // The patterns that are tested are those that are shipped.
  plugins: [lettersForVite()],
  resolve: { alias: { electron } },
  test: {
    // Two cores are common on CI; more workers only add start-up cost.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // Loading the engine anew for each of some 300 files took longer than the tests; nothing here mocks a module.
          isolate: false,
          setupFiles: [
            'electron/kit/remove-folders.test-support.ts',
            'shared/kinds/write-mutation-rows.test-support.ts',
            'shared/util/chance.test-support.ts',
          ],
          // Many of these tests wait for a real disk: on a busy machine that takes long, which is no failure.
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          include: [
            'shared/**/*.test.ts',
            'electron/**/*.test.ts',
            'renderer/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          include: ['renderer/**/*.test.tsx'],
        },
      },
    ],
  },
});
