import type { HostError } from '../../../shared/ipc/contract';
import type { RecentKit } from '../../../shared/ipc/payloads';
import type { RecentFolders } from '../../../shared/settings/stored';
import { ok, type Result } from '../../../shared/util/result';
import { errorCode, type FileSystem } from '../../kit/file-system';
import { explain } from '../../kit/host-failure';
import type { AreaHandlers } from '../handlers';
import type { Services } from '../services';

/** What the studio remembers: preferences, recent kits, sessions; and what it is. */
export function settingsHandlers(
  services: Services,
): AreaHandlers<'settings'> &
  AreaHandlers<'recent'> &
  AreaHandlers<'session'> &
  AreaHandlers<'progress'> &
  AreaHandlers<'app'> {
  const { settings, fs } = services;
  return {
    'app.info': async () => ok(await services.appInfo()),
    'settings.read': async () => ok(await settings.readPreferences()),
    'settings.write': (patch) =>
      written('The settings could not be saved', async () => {
        const preferences = await settings.changePreferences(patch);
        services.onPreferences(preferences);
        return preferences;
      }),
    'recent.list': async () => ok({ kits: await shown(fs, await settings.readRecent()) }),
    'recent.forget': ({ id }) =>
      written('The list of recent kits could not be saved', async () => ({
        kits: await shown(fs, await settings.forgetKit(id)),
      })),
    'session.read': async ({ kitId }) => ok(await settings.readSession(kitId)),
    'session.write': ({ kitId, session }) =>
      written('Open tabs and panes could not be remembered', async () => {
        await settings.writeSession(kitId, session);
        return {};
      }),
    'progress.read': async ({ kitId }) => ok(await settings.readProgress(kitId)),
    'progress.note': ({ kitId, standing }) =>
      written('How far the packet is could not be noted', () => settings.noteProgress(kitId, standing)),
  };
}

async function written<T>(what: string, work: () => Promise<T>): Promise<Result<T, HostError>> {
  try {
    return ok(await work());
  } catch (error) {
    return explain(error, what);
  }
}

function shown(fs: FileSystem, { folders }: RecentFolders): Promise<RecentKit[]> {
  return Promise.all(
    folders.map(async ({ id, name, root, openedAt }) => ({
      id,
      name,
      location: root,
      openedAt,
      available: await isFolder(fs, root),
    })),
  );
}

async function isFolder(fs: FileSystem, path: string): Promise<boolean> {
  try {
    return (await fs.entry(path)).kind === 'folder';
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return false;
  }
}
