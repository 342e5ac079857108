import type { CommandId } from '../../shared/commands';
import { type Keys, NAMED_KEYS, type Platform, parseAccelerator } from '../../shared/shortcuts/accelerator';
import { type ChangedShortcuts, type Keymap, keymapFor, shortcutLabel } from '../../shared/shortcuts/keymap';

export type { Platform } from '../../shared/shortcuts/accelerator';

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMED_KEYS).map(([name, pageName]) => [pageName, name]),
);

/** Characters by the place of their key on an American keyboard, for layouts where Shift or Alt changes what it types. */
const BY_PLACE: Readonly<Record<string, string>> = {
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
};

/** The key of a press by what it types; null when that is no key of an accelerator. */
function typedKey({ key }: KeyPress): string | null {
  const name = NAMES.get(key);
  if (name !== undefined) return name;
  if (/^F\d{1,2}$/.test(key)) return key;
  // `=` and `+` share a key: zooming in works with and without Shift.
  if (key === '+') return '=';
  return key.length === 1 ? key.toLowerCase() : null;
}

/** The key of a press by where it is, where what it types is no plain letter: `²` with Alt, `!` with Shift, Cyrillic. */
function placedKey({ key, code }: KeyPress): string | null {
  if (/^[a-z]$/i.test(key)) return null;
  const letter = /^(?:Key([A-Z])|Digit(\d))$/.exec(code);
  return (letter?.[1]?.toLowerCase() ?? letter?.[2] ?? BY_PLACE[code]) || null;
}

function keysWith(event: KeyPress, key: string): Keys {
  return { key, ctrl: event.ctrlKey, meta: event.metaKey, alt: event.altKey, shift: event.shiftKey };
}

/** The keys of a press as a shortcut to record; null while only Ctrl, Shift and the like are down. */
export function keysOf(event: KeyPress): Keys | null {
  const typed = typedKey(event);
  const plain =
    typed !== null && (typed.length > 1 || /^[a-z]$/.test(typed) || !(event.shiftKey || event.altKey));
  const key = plain ? typed : (placedKey(event) ?? typed);
  return key === null ? null : keysWith(event, key);
}

/** True when these keys were pressed, on layouts where Shift or Alt changes the character too. */
export function pressed(event: KeyPress, keys: Keys): boolean {
  if (event.ctrlKey !== keys.ctrl || event.metaKey !== keys.meta || event.altKey !== keys.alt) return false;
  const typed = typedKey(event);
  if (keys.key === '=' && typed === '=') return true;
  return event.shiftKey === keys.shift && (typed === keys.key || placedKey(event) === keys.key);
}

const keymaps = new WeakMap<ChangedShortcuts, Map<Platform, Keymap>>();

/** The keymap in force; made once for each set of changes. */
export function keymapOf(platform: Platform, changed: ChangedShortcuts): Keymap {
  const known = keymaps.get(changed) ?? new Map<Platform, Keymap>();
  keymaps.set(changed, known);
  const keymap = known.get(platform) ?? keymapFor(platform, changed);
  known.set(platform, keymap);
  return keymap;
}

const UNCHANGED: ChangedShortcuts = {};

/** The shortcut of a command as a person reads it; empty when it has none. */
export function shortcutOf(id: CommandId, platform: Platform, changed: ChangedShortcuts = UNCHANGED): string {
  return shortcutLabel(id, keymapOf(platform, changed), platform);
}

/** Finds the command of a key press. What the system does by itself is left to it, but for quitting. */
export function commandForKey(
  event: KeyPress,
  platform: Platform,
  changed: ChangedShortcuts = UNCHANGED,
): CommandId | null {
  for (const [id, accelerator] of keymapOf(platform, changed)) {
    if (id === 'app.quit') continue;
    const keys = parseAccelerator(accelerator, platform);
    if (keys && pressed(event, keys)) return id;
  }
  return null;
}
