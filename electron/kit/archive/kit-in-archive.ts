import { comparePaths, fileName, folderOf } from '../../../shared/domain/kit-path';
import { MANIFEST_FILE } from '../../../shared/domain/manifest';
import { FILE_NAMES } from '../../../shared/portfolio/outputs';
import { isSkippedName, isSkippedPath } from '../containment';
import { isKitFormat } from '../file-classes';
import type { ArchiveEntry } from './entry-checks';
import { shownName } from './entry-name';

/** What of a zip becomes a kit: a folder in it, without what no kit shows. */
export interface KitPart<Entry extends ArchiveEntry = ArchiveEntry> {
  /** Files by their path in the kit, sorted. */
  readonly files: ReadonlyMap<string, Entry>;
  /** All folders, also those that only paths name; parents first. */
  readonly folders: readonly string[];
  /** Hidden files and other programs' own, as paths in the kit, sorted: they stay in the zip. */
  readonly leftOut: readonly string[];
}

/** What macOS puts beside the files; everybody who packs a folder there sends it along. */
const OF_SYSTEM = /^__MACOSX(?:\/|$)|(?:^|\/)\.DS_Store$/;
/** The folder of the sources in an exported portfolio, and what stands beside it. */
const SOURCES = 'kit';
const BESIDE_SOURCES = new Set<string>(['README.md', 'manifest.json', ...Object.values(FILE_NAMES)]);

/**
 * The kit in a zip: all of it, or the one folder at its top, or the sources of an exported portfolio, or the only folder that has a `kit.yaml`
 * where nothing else could be a kit. Words for what holds none.
 */
export function kitIn<Entry extends ArchiveEntry>(entries: readonly Entry[]): KitPart<Entry> | string {
  const own = entries.filter(({ path }) => !OF_SYSTEM.test(path));
  const at = below(own, onlyFolder(own));
  const inner = has(at, MANIFEST_FILE) ? at : (sourcesOf(at) ?? innerKit(at));
  if (typeof inner === 'string') return inner;
  const part = partOf(inner);
  if (has(inner, MANIFEST_FILE) || [...part.files.keys()].some(isKitFormat)) return part;
  return 'This zip holds no Markdown, YAML, JSON or Mermaid file, so there is nothing to write or check in it.';
}

function has(entries: readonly ArchiveEntry[], path: string): boolean {
  return entries.some((entry) => !entry.isFolder && entry.path === path);
}

/** The folder that everything is in; empty when there is no such one, or no kit could be in it. */
function onlyFolder(entries: readonly ArchiveEntry[]): string {
  const tops = new Set(entries.map(({ path }) => path.split('/', 1)[0] ?? ''));
  const [top = ''] = tops;
  return tops.size === 1 && !isSkippedName(top) && entries.some(({ path }) => path.startsWith(`${top}/`))
    ? top
    : '';
}

/** What is in a folder, by its path there. */
function below<Entry extends ArchiveEntry>(entries: readonly Entry[], folder: string): Entry[] {
  if (folder === '') return [...entries];
  const prefix = `${folder}/`;
  return entries
    .filter(({ path }) => path.startsWith(prefix))
    .map((entry) => ({ ...entry, path: entry.path.slice(prefix.length) }));
}

/** The sources of a portfolio that the studio exported; null for anything else. */
function sourcesOf<Entry extends ArchiveEntry>(entries: readonly Entry[]): Entry[] | null {
  const beside = entries.filter(({ path }) => path !== SOURCES && !path.startsWith(`${SOURCES}/`));
  const known = beside.every(({ path, isFolder }) => !isFolder && BESIDE_SOURCES.has(path));
  const sources = below(entries, SOURCES);
  return known && has(beside, 'manifest.json') && sources.length > 0 ? sources : null;
}

/** The one kit below, where there is nothing of a kit outside of it; all of it where there is no kit below; words for several kits. */
function innerKit<Entry extends ArchiveEntry>(entries: readonly Entry[]): Entry[] | string {
  const manifests = entries.filter(({ path, isFolder }) => !isFolder && fileName(path) === MANIFEST_FILE);
  const kits = manifests.map(({ path }) => folderOf(path)).filter((folder) => !isSkippedPath(folder));
  const tops = kits.filter((folder) => !kits.some((other) => folder.startsWith(`${other}/`)));
  const inKit = (path: string): boolean => tops.some((kit) => path.startsWith(`${kit}/`));
  const outside = entries.some(
    ({ path, isFolder }) => !isFolder && !inKit(path) && isKitFormat(path) && !isSkippedPath(path),
  );
  const [only] = tops;
  if (only === undefined || outside) return [...entries];
  if (tops.length === 1) return below(entries, only);
  const named = tops
    .sort(comparePaths)
    .slice(0, 3)
    .map((kit) => `"${shownName(kit)}"`);
  const more = tops.length > 3 ? ` and ${tops.length - 3} more` : '';
  return `This zip holds ${tops.length} kits and nothing of its own to write or check: ${named.join(', ')}${more}. Unpack it with a tool of your own and open the folder of one.`;
}

function partOf<Entry extends ArchiveEntry>(entries: readonly Entry[]): KitPart<Entry> {
  const files = new Map<string, Entry>();
  const folders = new Set<string>();
  const leftOut: string[] = [];
  for (const entry of [...entries].sort((a, b) => comparePaths(a.path, b.path))) {
    if (isSkippedPath(entry.path)) {
      if (!entry.isFolder) leftOut.push(entry.path);
      continue;
    }
    if (!entry.isFolder) files.set(entry.path, entry);
    for (let folder = entry.isFolder ? entry.path : folderOf(entry.path); folder !== ''; ) {
      folders.add(folder);
      folder = folderOf(folder);
    }
  }
  return { files, folders: [...folders].sort(comparePaths), leftOut };
}
