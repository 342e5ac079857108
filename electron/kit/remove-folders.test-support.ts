import { afterEach } from 'vitest';
import { removeFolders } from './temporary-folder.test-support';

/*
 * Runs before each test file (`vitest.config.ts`). Modules are loaded once for many files, so that a hook which one of them sets while it is
 * loaded would hold for the first of these files only.
 */
afterEach(removeFolders);
