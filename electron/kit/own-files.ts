import { join } from 'node:path';
import { folderOf } from '../../shared/domain/kit-path';
import { OWN_FILES } from '../../shared/rubric/own-files';
import type { KitScope } from './containment';
import { errorCode, type FileSystem } from './file-system';

/**
 * The studio's own files that a kit may hold, for a listing. A folder that is a link is left out: what it leads to may be anything, and these
 * files are listed without looking at their folder.
 */
export async function ownFilesOf(fs: FileSystem, scope: KitScope): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of OWN_FILES) {
    try {
      const folder = await fs.entry(join(scope.root, ...folderOf(path).split('/')));
      if (folder.kind === 'folder') found.push(path);
    } catch (error) {
      if (errorCode(error) === null) throw error;
    }
  }
  return found;
}
