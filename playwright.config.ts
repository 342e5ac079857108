import { defineConfig } from '@playwright/test';

/**
 * Stories in real windows. One worker: every story starts its own Electron, and two at once on two cores
 * make timings, not findings.
 */
export default defineConfig({
  testDir: './e2e/specs',
  outputDir: './test-results/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
});
