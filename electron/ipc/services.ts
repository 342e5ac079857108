import type { AppInfo, MenuRequest, Settings } from '../../shared/ipc/payloads';
import type { DiagnosticsHelp } from '../diagnostics/help';
import type { DiagramService } from '../diagrams/service';
import type { History } from '../history/history';
import type { KitVersions } from '../history/kit-versions';
import type { Journal } from '../journal/journal';
import type { Trash } from '../kit/deleted-entries';
import type { FileSystem } from '../kit/file-system';
import type { KitRegistry } from '../kit/kit-registry';
import type { SettingsStore } from '../settings/settings-store';
import type { StudioWindow } from '../windows/studio-window';
import type { Registered } from './register';
import type { Remembered } from './remembered';

/** What handlers may use. Made once in `main.ts`. */
export interface Services {
  readonly fs: FileSystem;
  readonly kits: KitRegistry;
  readonly settings: SettingsStore;
  readonly journal: Journal;
  readonly history: History;
  /** What saving and deleting leave in the history. */
  readonly versions: KitVersions;
  readonly diagrams: DiagramService;
  /** The log, and what the Help menu does with it. */
  readonly help: DiagnosticsHelp;
  readonly trash: Trash;
  /** The window whose page is asking; handlers only run while it is there. */
  readonly window: () => StudioWindow;
  readonly tell: Registered['tell'];
  /** Zips that were chosen or named at a start, absolute: pages name them by these ids. */
  readonly archives: Remembered<string>;
  /** The zip that this start named, absolute; null from the second time on, and without one. */
  readonly takeStartArchive: () => string | null;
  /** Folder of the kit that ships with the studio. */
  readonly exampleFolder: string;
  /** What this start is about; `startKit` and `dark` are asked anew each time. */
  readonly appInfo: () => Promise<AppInfo>;
  /** Told when a kit was opened or the last one closed. */
  readonly onKitsChanged: (anyOpen: boolean) => void;
  /** Shows a menu at a place of the window; resolves to the command that was chosen when it is closed. */
  readonly popUpMenu: (request: MenuRequest) => Promise<string | null>;
  /** Told when preferences were changed. */
  readonly onPreferences: (preferences: Settings) => void;
}
