import { afterAll } from 'vitest';
import { afterThisFile } from './after-this-file.test-support';
import { writeMutationRows } from './mutation-rows.test-support';

/* Runs before each test file (`vitest.config.ts`): a hook set by a module that is loaded once would hold for the first file only. */
afterAll(() => {
  writeMutationRows();
  for (const task of afterThisFile.splice(0)) task();
});
