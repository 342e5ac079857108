import { fileName } from '../../shared/domain/kit-path';
import type { KitListing, ListedFile } from '../../shared/ipc/payloads';

/** A folder or file of the tree. `path` is its key; the root folder is not part of it. */
export interface TreeNode {
  readonly path: string;
  readonly name: string;
  /** Null for folders. */
  readonly file: ListedFile | null;
  readonly children: readonly TreeNode[];
}

interface Folder {
  readonly path: string;
  readonly folders: Map<string, Folder>;
  readonly files: ListedFile[];
}

/** The folders and files of a kit, folders first, each level by name with numbers in their order. */
export function fileTree(listing: KitListing): readonly TreeNode[] {
  const root: Folder = { path: '', folders: new Map(), files: [] };
  const folderAt = (path: string): Folder => {
    let folder = root;
    let at = '';
    for (const part of path.split('/')) {
      if (part === '') continue;
      at = at === '' ? part : `${at}/${part}`;
      const known = folder.folders.get(part) ?? { path: at, folders: new Map(), files: [] };
      folder.folders.set(part, known);
      folder = known;
    }
    return folder;
  };
  for (const path of listing.folders) folderAt(path);
  for (const file of listing.files)
    folderAt(file.path.slice(0, Math.max(0, file.path.lastIndexOf('/')))).files.push(file);
  return nodes(root);
}

const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function nodes(folder: Folder): readonly TreeNode[] {
  const folders = [...folder.folders.values()]
    .map(
      (child): TreeNode => ({
        path: child.path,
        name: fileName(child.path),
        file: null,
        children: nodes(child),
      }),
    )
    .sort((a, b) => order.compare(a.name, b.name));
  const files = folder.files
    .map((file): TreeNode => ({ path: file.path, name: fileName(file.path), file, children: [] }))
    .sort((a, b) => order.compare(a.name, b.name));
  return [...folders, ...files];
}

/** Paths of the folders that hold a path, outermost first. */
export function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
