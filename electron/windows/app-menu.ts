import { Menu } from 'electron';
import { COMMANDS } from '../../shared/commands';
import type { ChangedShortcuts } from '../../shared/shortcuts/keymap';
import { type MenuOptions, menuTemplate } from './menu-template';

/** The installed menu. It is made anew when shortcuts change: an item's keys cannot be changed afterwards. */
export class AppMenu {
  private kitIsOpen = false;
  private shown = '';

  constructor(private readonly options: Omit<MenuOptions, 'shortcuts'>) {}

  /** Shows the keys in force; the same ones again cost nothing. */
  show(shortcuts: ChangedShortcuts): void {
    const key = JSON.stringify(Object.entries(shortcuts).sort());
    if (key === this.shown) return;
    this.shown = key;
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
}
