import { COMMANDS, type Command, type CommandId, commandById } from '../../shared/commands';
import {
  type Keys,
  keysLabel,
  type Platform,
  parseAccelerator,
  writeAccelerator,
} from '../../shared/shortcuts/accelerator';
import { editorUse } from '../../shared/shortcuts/editor-keys';
import { type ChangedShortcuts, commandWith, keymapFor } from '../../shared/shortcuts/keymap';
import { refusal } from '../../shared/shortcuts/refusal';
import { changeSettings } from './settings';
import type { Studio } from './studio';

/** What comes of keys that were pressed for a command. */
export type Proposal =
  /** They cannot be used; why, in words. */
  | { readonly kind: 'refused'; readonly why: string }
  /** They belong to another command, which gives them up or trades when the user wants. */
  | { readonly kind: 'taken'; readonly by: CommandId; readonly accelerator: string }
  /** They are the command's now. `note` says what the editor no longer does with them. */
  | { readonly kind: 'free'; readonly accelerator: string; readonly note: string | null };

/** Judges keys for a command; changes nothing. */
export function propose(id: CommandId, keys: Keys, platform: Platform, changed: ChangedShortcuts): Proposal {
  const why = refusal(keys, platform);
  if (why !== null) return { kind: 'refused', why };
  const accelerator = writeAccelerator(keys, platform);
  const by = commandWith(keys, keymapFor(platform, changed), platform);
  const holder = by === null ? null : commandById(by);
  if (by !== null && by !== id && holder?.role !== undefined)
    return {
      kind: 'refused',
      why: `${keysLabel(keys, platform)} is for “${holder.label}”, which the system carries out.`,
    };
  if (by !== null && by !== id) return { kind: 'taken', by, accelerator };
  const lost = editorUse(keys, platform);
  const note = lost === null ? null : `In the text these keys did this until now: ${lost}.`;
  return { kind: 'free', accelerator, note };
}

/** Gives a command keys that are free, or with an empty text takes its keys away. */
export function setShortcut(studio: Studio, id: CommandId, accelerator: string): Promise<void> {
  return change(studio, (changed) => ({ ...changed, [id]: accelerator }));
}

/** Gives a command the keys of another, which gets what the first had; nothing when that had nothing. */
export function swapShortcuts(studio: Studio, id: CommandId, by: CommandId): Promise<void> {
  const { app } = studio.store.getState();
  const keymap = keymapFor(app.info?.platform ?? 'linux', app.settings.shortcuts);
  const theirs = keymap.get(by) ?? '';
  return change(studio, (changed) => ({ ...changed, [id]: theirs, [by]: keymap.get(id) ?? '' }));
}

export function resetAllShortcuts(studio: Studio): Promise<void> {
  return change(studio, () => ({}));
}

/** The keys a command has by default; null when it has none. */
export function defaultKeys(id: CommandId, platform: Platform): Keys | null {
  const accelerator = commandById(id)?.accelerator;
  return accelerator === undefined ? null : parseAccelerator(accelerator, platform);
}

/** True when a command no longer has the keys of the table. */
export function isChanged(id: CommandId, platform: Platform, changed: ChangedShortcuts): boolean {
  const accelerator = keymapFor(platform, changed).get(id);
  const keys = accelerator === undefined ? null : parseAccelerator(accelerator, platform);
  const usual = defaultKeys(id, platform);
  if (!keys || !usual) return keys !== usual;
  return writeAccelerator(keys, platform) !== writeAccelerator(usual, platform);
}

async function change(studio: Studio, next: (changed: ChangedShortcuts) => ChangedShortcuts): Promise<void> {
  const { app } = studio.store.getState();
  const platform = app.info?.platform ?? 'linux';
  const shortcuts = next(app.settings.shortcuts);
  await changeSettings(studio, { shortcuts: Object.fromEntries(needed(shortcuts, platform)) });
}

/** What differs from the table: keys that are a command's own again need not be kept. */
function needed(shortcuts: ChangedShortcuts, platform: Platform): [string, string][] {
  const commands: readonly (Command & { readonly id: CommandId })[] = COMMANDS;
  return Object.entries(shortcuts).filter(([id, accelerator]) => {
    const command = commands.find((entry) => entry.id === id);
    if (!command) return false;
    const keys = parseAccelerator(accelerator, platform);
    const usual = defaultKeys(command.id, platform);
    if (!keys) return usual !== null;
    return !usual || writeAccelerator(keys, platform) !== writeAccelerator(usual, platform);
  });
}
