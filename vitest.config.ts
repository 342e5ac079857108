import { defineConfig } from 'vitest/config';

/**
 * Two projects: everything pure or on Node runs without a DOM; React components run in jsdom. What needs
 * real layout (CodeMirror geometry, Mermaid, printing) belongs to `e2e/`, where a real window runs it.
 */
export default defineConfig({
  test: {
    // Two cores are common on CI; more workers only add start-up cost.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
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
