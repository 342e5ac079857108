import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

/**
 * Stories in real windows. Every story starts its own Electron and mostly waits for it, so two are told at
 * once, each on a screen of its own (`e2e/fixtures/launch.ts`). Stories wait for states, never for a time.
 */
export default defineConfig({
  testDir: './e2e/specs',
  outputDir: './test-results/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: availableParallelism() > 1 ? 2 : 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
});
