import type { MenuItemConstructorOptions } from 'electron';
import { COMMANDS, type Command, type CommandId, type MenuName } from '../../shared/commands';
import type { Platform } from '../../shared/shortcuts/accelerator';
import { type ChangedShortcuts, type Keymap, keymapFor } from '../../shared/shortcuts/keymap';

const MENUS: readonly { readonly name: MenuName; readonly label: string }[] = [
  { name: 'file', label: '&File' },
  { name: 'edit', label: '&Edit' },
  { name: 'format', label: 'F&ormat' },
  { name: 'table', label: '&Table' },
  { name: 'selection', label: '&Selection' },
  { name: 'view', label: '&View' },
  { name: 'go', label: '&Go' },
  { name: 'packet', label: '&Packet' },
  { name: 'help', label: '&Help' },
];

const MAC_SETTINGS: CommandId = 'app.settings';

type TableCommand = Command & { readonly id: CommandId };

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly appName: string;
  /** DevTools and reload for development; never in a package. */
  readonly development: boolean;
  /** Shortcuts the user changed. */
  readonly shortcuts: ChangedShortcuts;
  /** Called with the id of a command that the page carries out. */
  readonly run: (id: string) => void;
}

/** Whose keys a system has: others that Electron may run on have those of Linux. */
export function keysPlatform(platform: NodeJS.Platform): Platform {
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux';
}

/** The native menu as data, made from the command table. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { platform } = options;
  const keymap = keymapFor(keysPlatform(platform), options.shortcuts);
  const menus = MENUS.map(({ name, label }): MenuItemConstructorOptions => {
    const submenu = itemsOf(name, options, keymap);
    return name === 'help' ? { label, role: 'help', submenu } : { label, submenu };
  });
  if (options.development)
    menus.push({ label: '&Develop', submenu: [{ role: 'toggleDevTools' }, { role: 'forceReload' }] });
  if (platform !== 'darwin') return menus;
  const application: MenuItemConstructorOptions = {
    label: options.appName,
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      ...COMMANDS.filter(({ id }) => id === MAC_SETTINGS).map((command) => itemOf(command, options, keymap)),
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

function itemsOf(menu: MenuName, options: MenuOptions, keymap: Keymap): MenuItemConstructorOptions[] {
  // The table is written in several parts: what belongs together stands together here.
  const commands: readonly TableCommand[] = [...COMMANDS].sort((a, b) => a.group - b.group);
  const items: MenuItemConstructorOptions[] = [];
  let group: number | null = null;
  for (const command of commands) {
    // macOS has Settings and Quit in the application menu.
    const elsewhere = command.role === 'quit' || command.id === MAC_SETTINGS;
    if (command.menu !== menu || (elsewhere && options.platform === 'darwin')) continue;
    if (group !== null && command.group !== group) items.push({ type: 'separator' });
    group = command.group;
    items.push(itemOf(command, options, keymap));
  }
  return items;
}

function itemOf(command: TableCommand, options: MenuOptions, keymap: Keymap): MenuItemConstructorOptions {
  const base: MenuItemConstructorOptions = { id: command.id, label: command.label };
  const keys = keymap.get(command.id);
  // Without one of its own, a role keeps the accelerator the system gives it.
  const accelerator = keys === undefined ? {} : { accelerator: keys };
  if (command.role !== undefined) return { ...base, ...accelerator, role: command.role };
  return {
    ...base,
    ...accelerator,
    enabled: command.needs === 'nothing',
    click: () => options.run(command.id),
  };
}
