import type { AppInfo, RecentKit, Settings } from '../../shared/ipc/payloads';
import { DEFAULT_SETTINGS } from '../../shared/settings/defaults';

/** The studio itself: version, settings, system appearance, known kits. */
export interface AppState {
  readonly info: AppInfo | null;
  readonly settings: Settings;
  /** What the system prefers; `settings.theme` may overrule it. */
  readonly systemDark: boolean;
  /** Null until they were read. */
  readonly recents: readonly RecentKit[] | null;
}

export const initialApp: AppState = {
  info: null,
  settings: DEFAULT_SETTINGS,
  systemDark: false,
  recents: null,
};

export type ThemeName = 'light' | 'dark';

/** The theme to draw now. */
export function themeOf(app: AppState): ThemeName {
  if (app.settings.theme !== 'system') return app.settings.theme;
  return app.systemDark ? 'dark' : 'light';
}

/** The setting that shows the other theme: back to the system's choice when that is the other one. */
export function switchedTheme(app: AppState): Settings['theme'] {
  const other: ThemeName = themeOf(app) === 'dark' ? 'light' : 'dark';
  return (app.systemDark ? 'dark' : 'light') === other ? 'system' : other;
}

const SMALLEST_TEXT = 10;
const LARGEST_TEXT = 32;

/** Font size in pixels after a step up or down, kept within what settings allow. */
export function steppedFontSize(current: number, step: 1 | -1): number {
  return Math.min(LARGEST_TEXT, Math.max(SMALLEST_TEXT, current + step));
}
