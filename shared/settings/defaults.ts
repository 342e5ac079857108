import type { Settings } from '../ipc/payloads';
import type { RecentFolders } from './stored';

/** What a first start has, and what takes the place of a settings file that cannot be read. */
export const DEFAULT_SETTINGS: Readonly<Settings> = {
  theme: 'system',
  font: 'mono',
  fontSize: 15,
  lineWidth: 88,
  lineHeight: 1.65,
  tabWidth: 2,
  wrap: true,
  autosave: false,
  syncScroll: true,
  math: false,
  paper: 'A4',
  spelling: 'en-US',
  words: [],
  remarks: true,
  historySize: 500,
  shortcuts: {},
};

export const NO_RECENT: Readonly<RecentFolders> = { folders: [], last: null };
