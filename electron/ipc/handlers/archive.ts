import { basename, dirname, join } from 'node:path';
import { app, dialog } from 'electron';
import { folderNameProblem } from '../../../shared/domain/folder-name';
import type { ArchiveTarget } from '../../../shared/ipc/archive-payloads';
import { ok } from '../../../shared/util/result';
import { errorCode } from '../../kit/file-system';
import { explain, fail } from '../../kit/host-failure';
import type { AreaHandlers } from '../handlers';
import { Remembered } from '../remembered';
import type { Services } from '../services';
import { chooseFolder, openKit } from './kit';

const CHOOSE_AGAIN = 'Choose the zip again.';

/** Kits that come as a zip. The page names zips and folders by ids that were given out here; paths come from a dialog or a start. */
export function archiveHandlers(services: Services): AreaHandlers<'archive'> {
  const { fs, archives } = services;
  const targets = new Remembered<string>();
  // Loaded when first wanted: few people unpack anything.
  const unpacking = () => import('../../kit/archive');
  const targetIn = async (folder: string, zip: string): Promise<ArchiveTarget> => {
    const { freeName, nameFromZip } = await unpacking();
    const name = await freeName(fs, folder, nameFromZip(basename(zip)));
    return { targetId: targets.add(folder), location: folder, name };
  };
  /** Where documents are; beside the zip where that is nowhere. */
  const suggested = async (zip: string): Promise<ArchiveTarget> => {
    try {
      return await targetIn(app.getPath('documents'), zip);
    } catch (error) {
      if (errorCode(error) === null) throw error;
      return targetIn(dirname(zip), zip);
    }
  };
  return {
    'archive.choose': async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(services.window().window, {
        title: 'Open Kit Zip',
        properties: ['openFile'],
        filters: [{ name: 'Zip', extensions: ['zip'] }],
      });
      const [path] = canceled ? [] : filePaths;
      return ok(path === undefined ? null : { archiveId: archives.add(path), name: basename(path) });
    },
    'archive.fromStart': async () => {
      const path = services.takeStartArchive();
      return ok(path === null ? null : { archiveId: archives.add(path), name: basename(path) });
    },
    'archive.inspect': async ({ archiveId }) => {
      const path = archives.get(archiveId);
      if (path === undefined) return fail('not-found', CHOOSE_AGAIN);
      const { withArchive } = await unpacking();
      return withArchive(path, { fs }, async ({ kit: { files, leftOut } }) =>
        ok({
          files: files.size,
          bytes: [...files.values()].reduce((sum, { size }) => sum + size, 0),
          leftOut: leftOut.slice(0, 5),
          leftOutCount: leftOut.length,
          target: await suggested(path),
        }),
      );
    },
    'archive.chooseFolder': async ({ archiveId }) => {
      const path = archives.get(archiveId);
      if (path === undefined) return fail('not-found', CHOOSE_AGAIN);
      const folder = await chooseFolder(services, {
        title: 'Choose Where to Put the Kit',
        buttonLabel: 'Choose',
        properties: ['openDirectory', 'createDirectory'],
      });
      if (folder === null) return ok(null);
      try {
        return ok(await targetIn(folder, path));
      } catch (error) {
        return explain(error, 'The folder could not be looked at');
      }
    },
    'archive.unpack': async ({ archiveId, targetId, name }, { onProgress, signal }) => {
      const [archive, parent] = [archives.get(archiveId), targets.get(targetId)];
      if (archive === undefined || parent === undefined) return fail('not-found', CHOOSE_AGAIN);
      const problem = folderNameProblem(name);
      if (problem !== null) return fail('bad-request', `The folder cannot be called "${name}": ${problem}.`);
      const { unpackArchive } = await unpacking();
      const target = join(parent, name);
      const unpacked = await unpackArchive({ fs, archive, target, onProgress, signal });
      return unpacked.ok ? openKit(services, target, false) : unpacked;
    },
  };
}
