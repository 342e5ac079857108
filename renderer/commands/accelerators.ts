import { COMMANDS, type Command, type CommandId } from '../../shared/commands';

/** A key press as a table entry writes it. */
export interface Accelerator {
  readonly key: string;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

export type Platform = 'darwin' | 'win32' | 'linux';

/** Reads an Electron accelerator such as `CmdOrCtrl+Shift+P`. Throws on a modifier it does not know: the table is ours. */
export function parseAccelerator(text: string, platform: Platform): Accelerator {
  // The key itself may be `+`, which then stands last.
  const parts = text.endsWith('++') ? [...text.slice(0, -2).split('+'), '+'] : text.split('+');
  const key = parts.pop() ?? '';
  const has = (name: string) => parts.includes(name);
  const unknown = parts.find((part) => !['CmdOrCtrl', 'Ctrl', 'Shift', 'Alt'].includes(part));
  if (unknown !== undefined || key === '') throw new Error(`Unknown accelerator ${text}`);
  const command = has('CmdOrCtrl');
  return {
    key: key.length === 1 ? key.toLowerCase() : key,
    ctrl: has('Ctrl') || (command && platform !== 'darwin'),
    meta: command && platform === 'darwin',
    alt: has('Alt'),
    shift: has('Shift'),
  };
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** True when a key press is this accelerator, on layouts where Shift or Alt changes the character too. */
export function pressed(event: KeyPress, accelerator: Accelerator): boolean {
  if (
    event.ctrlKey !== accelerator.ctrl ||
    event.metaKey !== accelerator.meta ||
    event.altKey !== accelerator.alt
  )
    return false;
  const typed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // `=` and `+` share a key: zooming in works with and without Shift.
  if (accelerator.key === '=' && (typed === '=' || typed === '+')) return true;
  if (event.shiftKey !== accelerator.shift) return false;
  if (typed === accelerator.key) return true;
  return event.code === codeOf(accelerator.key);
}

function codeOf(key: string): string {
  if (/^[a-z]$/.test(key)) return `Key${key.toUpperCase()}`;
  return /^[0-9]$/.test(key) ? `Digit${key}` : key;
}

/** The shortcut as a person reads it on their machine: `Ctrl+Shift+P`, on a Mac `⇧⌘P`. */
export function acceleratorLabel(text: string, platform: Platform): string {
  const { key, ctrl, meta, alt, shift } = parseAccelerator(text, platform);
  const name = key.length === 1 ? key.toUpperCase() : key;
  if (platform === 'darwin') {
    return `${ctrl ? '⌃' : ''}${alt ? '⌥' : ''}${shift ? '⇧' : ''}${meta ? '⌘' : ''}${name}`;
  }
  return [ctrl ? 'Ctrl' : '', alt ? 'Alt' : '', shift ? 'Shift' : '', name].filter(Boolean).join('+');
}

/** The shortcut of a command as a person reads it; empty when it has none. */
export function shortcutOf(id: CommandId, platform: Platform): string {
  const command: Command | undefined = COMMANDS.find((entry) => entry.id === id);
  return command?.accelerator === undefined ? '' : acceleratorLabel(command.accelerator, platform);
}

/** Finds the command of a key press. Commands that the system does itself are left to it, but for quitting. */
export function commandForKey(event: KeyPress, platform: Platform): CommandId | null {
  for (const command of COMMANDS as readonly (Command & { id: CommandId })[]) {
    if (command.accelerator === undefined || command.role !== undefined) continue;
    if (pressed(event, parseAccelerator(command.accelerator, platform))) return command.id;
  }
  return null;
}
