import { defineConfig } from '@playwright/test';

/** Takes the pictures of the README: `npm run screenshots`. Not part of the tests: pictures differ between machines. */
export default defineConfig({
  testDir: './screenshots',
  outputDir: '../test-results/screenshots',
  timeout: 120_000,
  workers: 1,
  reporter: [['list']],
});
