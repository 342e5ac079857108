import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const made: string[] = [];

/** Removes all that {@link folderWith} made; `remove-folders.test-support.ts` calls it after each test. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A real folder with the given files, links resolved; gone after the test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  return folderIn(tmpdir(), files);
}

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';

/** The same in memory where the system has that: for tests that need no real disk but write thousands of files that are flushed one by one. */
export function memoryFolderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  return folderIn(process.platform === 'linux' && existsSync(MEMORY) ? MEMORY : tmpdir(), files);
}

function folderIn(place: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(place, 'staffwright-test-')));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
