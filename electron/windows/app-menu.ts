import { Menu } from 'electron';
import { COMMANDS } from '../../shared/commands';
import { type MenuOptions, menuTemplate } from './menu-template';

/** Builds and installs the menu. The returned function enables what needs an open kit. */
export function installMenu(options: MenuOptions): (kitIsOpen: boolean) => void {
  const menu = Menu.buildFromTemplate(menuTemplate(options));
  Menu.setApplicationMenu(menu);
  return (kitIsOpen) => {
    for (const { id, needs } of COMMANDS) {
      if (needs === 'nothing') continue;
      const item = menu.getMenuItemById(id);
      // Which file is open only the page knows; it tells when a command cannot be carried out.
      if (item) item.enabled = kitIsOpen;
    }
  };
}
