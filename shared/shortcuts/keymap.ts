import { COMMANDS, type Command, type CommandId } from '../commands';
import { type Keys, keysLabel, type Platform, parseAccelerator, sameKeys } from './accelerator';
import { refusal } from './refusal';

/** Shortcuts a user changed, by command; an empty one takes the shortcut away. */
export type ChangedShortcuts = Readonly<Record<string, string>>;

/** The accelerator in force of every command that has one. */
export type Keymap = ReadonlyMap<CommandId, string>;

type TableCommand = Command & { readonly id: CommandId };

/** What the system gives the commands it carries out itself, for showing. */
const OF_ROLES: Readonly<Partial<Record<NonNullable<Command['role']>, Readonly<Record<Platform, string>>>>> =
  {
    undo: all('CmdOrCtrl+Z'),
    redo: { darwin: 'CmdOrCtrl+Shift+Z', win32: 'CmdOrCtrl+Y', linux: 'CmdOrCtrl+Shift+Z' },
    cut: all('CmdOrCtrl+X'),
    copy: all('CmdOrCtrl+C'),
    paste: all('CmdOrCtrl+V'),
    selectAll: all('CmdOrCtrl+A'),
    togglefullscreen: { darwin: 'CmdOrCtrl+Ctrl+F', win32: 'F11', linux: 'F11' },
  };

/** The shortcuts of all commands: what the user chose first, then what the table gives and nobody took. */
export function keymapFor(platform: Platform, changed: ChangedShortcuts): Keymap {
  const made = new Map<CommandId, string>();
  const taken: Keys[] = [];
  const put = (id: CommandId, accelerator: string, keys: Keys): void => {
    if (taken.some((other) => sameKeys(other, keys))) return;
    taken.push(keys);
    made.set(id, accelerator);
  };
  const commands: readonly TableCommand[] = COMMANDS;
  for (const { id, role, accelerator } of commands) {
    const keys =
      role === undefined || accelerator === undefined ? null : parseAccelerator(accelerator, platform);
    if (keys && accelerator !== undefined) put(id, accelerator, keys);
  }
  for (const command of commands) {
    const chosen = chosenFor(command, platform, changed);
    if (chosen?.keys) put(command.id, chosen.accelerator, chosen.keys);
  }
  for (const command of commands) {
    const { id, role, accelerator } = command;
    if (role !== undefined || accelerator === undefined || chosenFor(command, platform, changed)) continue;
    const keys = parseAccelerator(accelerator, platform);
    if (keys) put(id, accelerator, keys);
  }
  return made;
}

/** What the user chose for a command; null when nothing, or nothing that holds on this system. */
function chosenFor(
  { id, role }: TableCommand,
  platform: Platform,
  changed: ChangedShortcuts,
): { readonly accelerator: string; readonly keys: Keys | null } | null {
  const accelerator = Object.hasOwn(changed, id) ? changed[id] : undefined;
  if (role !== undefined || accelerator === undefined) return null;
  if (accelerator === '') return { accelerator, keys: null };
  const keys = parseAccelerator(accelerator, platform);
  return keys && refusal(keys, platform) === null ? { accelerator, keys } : null;
}

/** The command that has these keys; null when they are free. */
export function commandWith(keys: Keys, keymap: Keymap, platform: Platform): CommandId | null {
  for (const [id, accelerator] of keymap) {
    const other = parseAccelerator(accelerator, platform);
    if (other && sameKeys(other, keys)) return id;
  }
  return null;
}

/** The shortcut of a command as a person reads it, the system's own included; empty when it has none. */
export function shortcutLabel(id: CommandId, keymap: Keymap, platform: Platform): string {
  const command: Command | undefined = COMMANDS.find((entry) => entry.id === id);
  const role = command?.role;
  const accelerator = keymap.get(id) ?? (role && OF_ROLES[role]?.[platform]);
  const keys = accelerator === undefined ? null : parseAccelerator(accelerator, platform);
  return keys ? keysLabel(keys, platform) : '';
}

function all(accelerator: string): Readonly<Record<Platform, string>> {
  return { darwin: accelerator, win32: accelerator, linux: accelerator };
}
