import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

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

/** What of a line of the journal is read here. */
interface Line {
  readonly path?: string;
  readonly edits?: readonly { readonly from: number; readonly to: number; readonly insert: string }[];
}

/** Unsaved texts that the studio keeps outside the kit, by path: what it would bring back after a crash. Read here by hand, so that two agree. */
export async function journalIn(userData: string): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  const names = await readdir(join(userData, 'journal'), { recursive: true }).catch(() => []);
  for (const name of names) {
    if (!name.endsWith('.journal')) continue;
    // Gone in the meantime: it was saved.
    const file = await readFile(join(userData, 'journal', name), 'utf8').catch(() => '');
    const [path, text] = keptText(file) ?? [`${name} cannot be read yet`, ''];
    kept.set(path, text);
  }
  return kept;
}

/** The path and text of a journal file; null for one that is just being written. */
function keptText(file: string): readonly [string, string] | null {
  const [, header, whole, ...steps] = file.split('\n');
  try {
    const { path = '' } = JSON.parse(header ?? '') as Line;
    let text = JSON.parse(whole ?? '') as string;
    // What was typed since: a mark and a change, again and again.
    for (let at = 1; at < steps.length; at += 2)
      for (const { from, to, insert } of [...((JSON.parse(steps[at] ?? '') as Line).edits ?? [])].reverse())
        text = text.slice(0, from) + insert + text.slice(to);
    return [path, text];
  } catch {
    return null;
  }
}
