import { type BrowserWindow, Menu } from 'electron';
import { COMMANDS } from '../../shared/commands';
import type { MenuRequest } from '../../shared/ipc/payloads';
import { type ChangedShortcuts, keymapFor } from '../../shared/shortcuts/keymap';
import { contextMenuTemplate } from './context-menu';
import { keysPlatform, type MenuOptions, menuTemplate } from './menu-template';

/** A choice may be told after the menu said that it closed; this long is waited for it, in milliseconds. */
const CHOICE_AFTER_CLOSE = 100;

/** The installed menu. It is made anew when shortcuts change: an item's keys cannot be changed afterwards. */
export class AppMenu {
  private kitIsOpen = false;
  private shown: string | null = null;
  private shortcuts: ChangedShortcuts = {};

  constructor(private readonly options: Omit<MenuOptions, 'shortcuts'>) {}

  /** Shows the keys in force; the same ones again cost nothing. */
  show(shortcuts: ChangedShortcuts): void {
    const key = JSON.stringify(Object.entries(shortcuts).sort());
    if (key === this.shown) return;
    this.shown = key;
    this.shortcuts = shortcuts;
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ ...this.options, shortcuts })));
    this.enable(this.kitIsOpen);
  }

  /** Enables what needs an open kit, or not. */
  enable(kitIsOpen: boolean): void {
    this.kitIsOpen = kitIsOpen;
    const menu = Menu.getApplicationMenu();
    for (const { id, needs } of COMMANDS) {
      if (needs === 'nothing') continue;
      const item = menu?.getMenuItemById(id);
      // Which file is open only the page knows; it tells when a command cannot be carried out.
      if (item) item.enabled = kitIsOpen;
    }
  }

  /** Shows a menu of commands at a place of the window. Resolves when it is closed: to what was chosen, or null. */
  popUp(window: BrowserWindow, { x, y, groups }: MenuRequest): Promise<string | null> {
    return new Promise((resolve) => {
      const keymap = keymapFor(keysPlatform(this.options.platform), this.shortcuts);
      const template = contextMenuTemplate(groups, { keymap, choose: resolve });
      if (template.length === 0) {
        resolve(null);
        return;
      }
      Menu.buildFromTemplate(template).popup({
        window,
        x,
        y,
        callback: () => setTimeout(() => resolve(null), CHOICE_AFTER_CLOSE),
      });
    });
  }
}
