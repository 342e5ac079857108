import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { unpackJournal } from '../../electron/journal/frame';

/** All texts of a folder by their paths in it, with `/`. Files of the studio's own that start with a dot are left out. */
export async function textsIn(folder: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const name = relative(folder, path).replaceAll('\\', '/');
    if (/\.(?:md|ya?ml|json|mmd)$/.test(name) && !name.split('/').some((part) => part.startsWith('.')))
      texts.set(name, await readFile(path, 'utf8'));
  }
  return texts;
}

/** Unsaved texts that the studio keeps outside the kit, by path: what it would bring back after a crash. */
export async function journalIn(userData: string): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  const names = await readdir(join(userData, 'journal'), { recursive: true }).catch(() => []);
  for (const name of names) {
    if (!name.endsWith('.journal')) continue;
    // The text, and behind it what was typed since.
    const frame = unpackJournal(await readFile(join(userData, 'journal', name)));
    if (frame) kept.set(frame.header.path, frame.text);
  }
  return kept;
}
