import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { comparePaths } from '../../shared/domain/kit-path';

/** Folders of the repository that stand in the kit under the same name. */
const FOLDERS = ['examples', 'scenarios', 'templates'] as const;

/** Files that stand at the root of the kit and are written for it, not for the repository. */
const ROOT_FILES = ['GLOSSARY.md', 'README.md', 'kit.yaml'] as const;

/** What a kit is made of. Anything else in the folders is a slip that would be shipped to everybody. */
const TEXT = /\.(?:md|mmd|ya?ml|json)$/;

/** Left behind by editors, file managers and saves that were interrupted; no part of anybody's kit. */
const LITTER = /^\.|^Thumbs\.db$|~$|\.tmp-/;

/** Everything the kit holds by its path in it, sorted: the three folders, and README, glossary and manifest at the root. */
export async function kitFiles(root: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const sources = new Map<string, string>();
  for (const name of ROOT_FILES) sources.set(name, join(root, 'resources', 'kit', name));
  for (const folder of FOLDERS) {
    for (const path of await filesBelow(root, folder)) sources.set(path, join(root, ...path.split('/')));
  }
  const files = new Map<string, Uint8Array>();
  for (const path of [...sources.keys()].sort(comparePaths)) {
    files.set(path, portableText(path, await readFile(sources.get(path) as string)));
  }
  return files;
}

async function filesBelow(root: string, folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(join(root, ...folder.split('/')), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (LITTER.test(entry.name)) continue;
    if (entry.isDirectory()) found.push(...(await filesBelow(root, path)));
    else found.push(checkedFile(path, entry));
  }
  return found;
}

function checkedFile(path: string, entry: Dirent): string {
  // A link would carry whatever it points to on this machine into a file that strangers open.
  if (!entry.isFile()) throw new Error(`${path} is not a plain file; the kit holds plain files only`);
  if (!TEXT.test(entry.name)) {
    throw new Error(
      `${path} is none of the formats of a kit (Markdown, YAML, JSON, Mermaid); move it elsewhere`,
    );
  }
  return path;
}

/** The bytes, once they are sure to be the same on every checkout: UTF-8 with LF. */
function portableText(path: string, bytes: Uint8Array): Uint8Array {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error(`${path} is not UTF-8`);
  }
  if (text.startsWith('\uFEFF')) throw new Error(`${path} starts with a byte order mark; save it without`);
  if (text.includes('\r')) {
    throw new Error(`${path} has line ends of another system; check it out with LF, as .gitattributes asks`);
  }
  return bytes;
}
