import { isFunctionKey, type Keys, type Platform, parseAccelerator, sameKeys } from './accelerator';

/** What keys do that no command may take, by the words for it. The first group is everywhere, the others belong to one system. */
const TAKEN: Readonly<Record<'all' | Platform, readonly (readonly [string, string])[]>> = {
  all: [
    ['CmdOrCtrl+C', 'copies'],
    ['CmdOrCtrl+X', 'cuts'],
    ['CmdOrCtrl+V', 'pastes'],
    ['CmdOrCtrl+A', 'selects all'],
    ['CmdOrCtrl+Z', 'undoes'],
    ['CmdOrCtrl+Shift+Z', 'redoes'],
    ['Shift+F10', 'opens the menu of what is in focus'],
  ],
  darwin: [
    ['CmdOrCtrl+H', 'hides the program'],
    ['CmdOrCtrl+Alt+H', 'hides the other programs'],
    ['CmdOrCtrl+M', 'minimizes the window'],
    ['CmdOrCtrl+Q', 'quits'],
    ['CmdOrCtrl+`', 'goes to the next window'],
    ['CmdOrCtrl+Tab', 'goes to the next program'],
    ['CmdOrCtrl+Space', 'searches the Mac'],
    ['CmdOrCtrl+Ctrl+F', 'fills the screen'],
    ['CmdOrCtrl+Ctrl+Q', 'locks the screen'],
    ['CmdOrCtrl+Ctrl+Space', 'shows characters'],
    ['CmdOrCtrl+Alt+Escape', 'ends programs'],
    ['CmdOrCtrl+Shift+3', 'takes a picture of the screen'],
    ['CmdOrCtrl+Shift+4', 'takes a picture of the screen'],
    ['CmdOrCtrl+Shift+5', 'takes a picture of the screen'],
    ['CmdOrCtrl+Shift+Q', 'logs out'],
  ],
  win32: [
    ['CmdOrCtrl+Y', 'redoes'],
    ['Alt+F4', 'closes the window'],
    ['Alt+Tab', 'goes to the next program'],
    ['Alt+Space', 'opens the menu of the window'],
    ['CmdOrCtrl+Alt+Delete', 'belongs to the system'],
    ['F10', 'goes to the menu bar'],
    ['F11', 'fills the screen'],
  ],
  linux: [
    ['CmdOrCtrl+Y', 'redoes'],
    ['Alt+F4', 'closes the window'],
    ['Alt+Tab', 'goes to the next program'],
    ['Alt+Space', 'opens the menu of the window'],
    ['CmdOrCtrl+Alt+Delete', 'belongs to the system'],
    ['F10', 'goes to the menu bar'],
    ['F11', 'fills the screen'],
  ],
};

const LINES = ['Up', 'Down', 'PageUp', 'PageDown'];
const WITHIN_LINE = ['Left', 'Right', 'Home', 'End', 'Backspace', 'Delete'];

/** True for keys that go through text, select or delete in it. */
function movesCursor({ key, ctrl, meta, alt }: Keys, platform: Platform): boolean {
  if (LINES.includes(key)) return !alt;
  // On a Mac, these with Alt alone go by words.
  return WITHIN_LINE.includes(key) && (!alt || (platform === 'darwin' && !ctrl && !meta));
}

/** Why keys cannot be the shortcut of a command, in words; null when they can. */
export function refusal(keys: Keys, platform: Platform): string | null {
  const { key, ctrl, meta, alt } = keys;
  const command = platform === 'darwin' ? '⌘' : 'Ctrl';
  if (key === 'Escape') return 'Escape closes and leaves things; it stays free for that.';
  const taken = [...TAKEN.all, ...TAKEN[platform]].find(([text]) => {
    const other = parseAccelerator(text, platform);
    return other !== null && sameKeys(other, keys);
  });
  if (taken) return `These keys are not free: everywhere, this ${taken[1]}.`;
  if (!ctrl && !meta && !alt && !isFunctionKey(key))
    return `That types, or moves. Hold ${command} with it, or take a function key.`;
  if (key === 'Tab' && !ctrl) return 'Tab goes to the next control; it stays free for that.';
  if (movesCursor(keys, platform))
    return 'These keys move the cursor or delete. Hold one more key with them.';
  if (alt && !ctrl && !meta && key.length === 1)
    return platform === 'darwin'
      ? 'With ⌥ alone this key types a character. Hold ⌘ with it.'
      : 'Alt with a character opens the menus. Hold Ctrl with it.';
  if (platform === 'linux' && ctrl && alt && isFunctionKey(key))
    return 'These keys are not free: everywhere, this goes to another console.';
  return null;
}
