/** The systems the studio runs on, as Node names them. */
export type Platform = 'darwin' | 'win32' | 'linux';

/** A key with what is held down together with it. */
export interface Keys {
  /** One lower-case character, or a name of {@link NAMED_KEYS} or `F1` to `F24`. */
  readonly key: string;
  readonly ctrl: boolean;
  /** Command on a Mac; never set elsewhere. */
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** Keys that are written by name, each with the name that a page's key events have for it. */
export const NAMED_KEYS: Readonly<Record<string, string>> = {
  Space: ' ',
  Tab: 'Tab',
  Enter: 'Enter',
  Escape: 'Escape',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
};

const CHARACTER = /^[a-z0-9`\-=[\]\\;',./]$/;
const FUNCTION_KEY = /^F(?:[1-9]|1\d|2[0-4])$/;
const MODIFIERS: readonly string[] = ['CmdOrCtrl', 'Ctrl', 'Alt', 'Shift'];

export function isFunctionKey(key: string): boolean {
  return FUNCTION_KEY.test(key);
}

/** Reads an accelerator such as `CmdOrCtrl+Shift+P`; null for anything the menu could not show. */
export function parseAccelerator(text: string, platform: Platform): Keys | null {
  const parts = text.split('+');
  const last = parts.pop() ?? '';
  const key = last.length === 1 ? last.toLowerCase() : last;
  if (!CHARACTER.test(key) && !FUNCTION_KEY.test(key) && !Object.hasOwn(NAMED_KEYS, key)) return null;
  if (parts.some((part, index) => !MODIFIERS.includes(part) || parts.indexOf(part) !== index)) return null;
  const has = (name: string) => parts.includes(name);
  const command = has('CmdOrCtrl');
  return {
    key,
    ctrl: has('Ctrl') || (command && platform !== 'darwin'),
    meta: command && platform === 'darwin',
    alt: has('Alt'),
    shift: has('Shift'),
  };
}

/** The accelerator of keys as the table and the settings write it. */
export function writeAccelerator({ key, ctrl, meta, alt, shift }: Keys, platform: Platform): string {
  const command = platform === 'darwin' ? meta : ctrl;
  return [
    command ? 'CmdOrCtrl' : '',
    platform === 'darwin' && ctrl ? 'Ctrl' : '',
    alt ? 'Alt' : '',
    shift ? 'Shift' : '',
    key.length === 1 ? key.toUpperCase() : key,
  ]
    .filter(Boolean)
    .join('+');
}

export function sameKeys(a: Keys, b: Keys): boolean {
  return a.key === b.key && a.ctrl === b.ctrl && a.meta === b.meta && a.alt === b.alt && a.shift === b.shift;
}

const MAC_SIGNS: Readonly<Record<string, string>> = {
  Enter: '↩',
  Escape: '⎋',
  Backspace: '⌫',
  Delete: '⌦',
  Tab: '⇥',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
};

/** Keys as a person reads them on their machine: `Ctrl+Shift+P`, on a Mac `⇧⌘P`. */
export function keysLabel({ key, ctrl, meta, alt, shift }: Keys, platform: Platform): string {
  const name = key.length === 1 ? key.toUpperCase() : key;
  if (platform === 'darwin')
    return `${ctrl ? '⌃' : ''}${alt ? '⌥' : ''}${shift ? '⇧' : ''}${meta ? '⌘' : ''}${MAC_SIGNS[name] ?? name}`;
  return [ctrl ? 'Ctrl' : '', alt ? 'Alt' : '', shift ? 'Shift' : '', name].filter(Boolean).join('+');
}
