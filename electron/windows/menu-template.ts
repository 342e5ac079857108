import type { MenuItemConstructorOptions } from 'electron';
import { COMMANDS, type Command, type MenuName } from '../../shared/commands';

const MENUS: readonly { readonly name: MenuName; readonly label: string }[] = [
  { name: 'file', label: '&File' },
  { name: 'edit', label: '&Edit' },
  { name: 'view', label: '&View' },
  { name: 'go', label: '&Go' },
  { name: 'packet', label: '&Packet' },
  { name: 'help', label: '&Help' },
];

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly appName: string;
  /** DevTools and reload for development; never in a package. */
  readonly development: boolean;
  /** Called with the id of a command that the page carries out. */
  readonly run: (id: string) => void;
}

/** The native menu as data, made from the command table. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const menus = MENUS.map(({ name, label }): MenuItemConstructorOptions => {
    const submenu = itemsOf(name, options);
    return name === 'help' ? { label, role: 'help', submenu } : { label, submenu };
  });
  if (options.development)
    menus.push({ label: '&Develop', submenu: [{ role: 'toggleDevTools' }, { role: 'forceReload' }] });
  if (options.platform !== 'darwin') return menus;
  const application: MenuItemConstructorOptions = {
    label: options.appName,
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  };
  return [application, ...menus, { role: 'windowMenu' }];
}

function itemsOf(menu: MenuName, options: MenuOptions): MenuItemConstructorOptions[] {
  const commands: readonly Command[] = COMMANDS;
  const items: MenuItemConstructorOptions[] = [];
  let group: number | null = null;
  for (const command of commands) {
    // macOS has Quit in the application menu.
    if (command.menu !== menu || (command.role === 'quit' && options.platform === 'darwin')) continue;
    if (group !== null && command.group !== group) items.push({ type: 'separator' });
    group = command.group;
    items.push(itemOf(command, options));
  }
  return items;
}

function itemOf(command: Command, options: MenuOptions): MenuItemConstructorOptions {
  const base: MenuItemConstructorOptions = { id: command.id, label: command.label };
  // Without one of its own, a role keeps the accelerator the system gives it.
  const accelerator = command.accelerator === undefined ? {} : { accelerator: command.accelerator };
  if (command.role !== undefined) return { ...base, ...accelerator, role: command.role };
  return {
    ...base,
    ...accelerator,
    enabled: command.needs === 'nothing',
    click: () => options.run(command.id),
  };
}
