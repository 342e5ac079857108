import { type Keys, type Platform, parseAccelerator, sameKeys } from './accelerator';

/** What the editor does with keys of its own while the cursor is in the text, by keys. A command that takes such keys goes first. */
export const EDITOR_KEYS: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: 'F3', does: 'Find the next match' },
  { keys: 'Shift+F3', does: 'Find the match before' },
  { keys: 'CmdOrCtrl+Enter', does: 'Start a line below' },
  { keys: 'CmdOrCtrl+]', does: 'Indent' },
  { keys: 'CmdOrCtrl+[', does: 'Indent less' },
  { keys: 'CmdOrCtrl+U', does: 'Undo the last move of the cursor' },
];

/** What the editor does with these keys; null when nothing. */
export function editorUse(keys: Keys, platform: Platform): string | null {
  const found = EDITOR_KEYS.find((entry) => {
    const own = parseAccelerator(entry.keys, platform);
    return own !== null && sameKeys(own, keys);
  });
  return found?.does ?? null;
}
