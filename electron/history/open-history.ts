import type { FileSystem } from '../kit/file-system';
import type { SettingsStore } from '../settings/settings-store';
import { History } from './history';

/** As many versions are kept at most, of the files of all kits together. */
const MOST_VERSIONS = 20_000;

/** The history of this user, as large as the settings allow. `folder` is absolute. */
export function openHistory(fs: FileSystem, folder: string, settings: SettingsStore): History {
  return new History({
    fs,
    folder,
    now: Date.now,
    zone: () => -new Date().getTimezoneOffset() * 60_000,
    bounds: async () => ({
      bytes: (await settings.readPreferences()).historySize * 1024 * 1024,
      entries: MOST_VERSIONS,
    }),
    onDamage: () =>
      settings.addProblem(
        'A list of older versions could not be read; it starts anew. The file is kept beside it in the history folder.',
      ),
  });
}
