import { basename } from 'node:path';
import { errorCode, type FileSystem } from './kit/file-system';
import { kitIdOf } from './kit/kit-id';
import type { SettingsStore } from './settings/settings-store';

/** Which kit the page opens when it comes up: the one it was asked for, or the one that was open last. */
export class StartKit {
  private welcome: boolean;

  /** `welcome`: show the welcome screen until a kit is opened. */
  constructor(
    private readonly fs: FileSystem,
    private readonly settings: SettingsStore,
    welcome: boolean,
  ) {
    this.welcome = welcome;
  }

  /** The id for `kit.openRecent`; null for the welcome screen. A folder that is gone is not tried. */
  async id(): Promise<string | null> {
    if (this.welcome) return null;
    const { last, folders } = await this.settings.readRecent();
    const root = folders.find((kit) => kit.id === last)?.root;
    return root !== undefined && (await this.realFolder(root)) !== null ? last : null;
  }

  /** A kit was opened: from now on a page that comes up again shows it. */
  opened(): void {
    this.welcome = false;
  }

  /**
   * Takes a folder from the command line of this or a second start, which is untrusted: anything but an existing folder is null. Otherwise it
   * is put among the recent kits, where the page may open it by the returned id.
   */
  async request(folder: unknown): Promise<string | null> {
    if (typeof folder !== 'string' || folder.length > 4096 || folder.includes('\0')) return null;
    const root = await this.realFolder(folder);
    if (root === null) return null;
    const id = kitIdOf(root, false);
    const known = (await this.settings.readRecent()).folders.find((kit) => kit.id === id);
    const name = known?.name ?? (basename(root) || root);
    await this.settings.rememberKit({ id, name, root, openedAt: new Date().toISOString() });
    this.welcome = false;
    return id;
  }

  private async realFolder(path: string): Promise<string | null> {
    try {
      const real = await this.fs.realPath(path);
      return (await this.fs.entry(real)).kind === 'folder' ? real : null;
    } catch (error) {
      if (errorCode(error) === null) throw error;
      return null;
    }
  }
}
