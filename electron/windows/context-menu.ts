import type { MenuItemConstructorOptions } from 'electron';
import { type Command, type CommandId, commandById } from '../../shared/commands';
import type { MenuRequest } from '../../shared/ipc/payloads';
import type { Keymap } from '../../shared/shortcuts/keymap';

/** Roles that act on the field in focus; no other role belongs to a place. */
const ROLES: readonly Command['role'][] = [
  'undo',
  'redo',
  'cut',
  'copy',
  'paste',
  'pasteAndMatchStyle',
  'selectAll',
];

export interface ContextMenuOptions {
  readonly keymap: Keymap;
  /** Called with the command that was chosen, unless the system carries it out. */
  readonly choose: (id: CommandId) => void;
}

/**
 * A menu at a place, made from the command table: the page names commands, it cannot write labels. Ids the table does not have, and commands of
 * the program as a whole, are left out.
 */
export function contextMenuTemplate(
  groups: MenuRequest['groups'],
  { keymap, choose }: ContextMenuOptions,
): MenuItemConstructorOptions[] {
  const made = groups
    .map((group) =>
      group.flatMap(({ id, enabled }): MenuItemConstructorOptions[] => {
        const command = commandById(id);
        if (!command || (command.role !== undefined && !ROLES.includes(command.role))) return [];
        const known = command.id as CommandId;
        const keys = keymap.get(known);
        // Shown only: the keys themselves are the window's and the menu bar's.
        const accelerator = keys === undefined ? {} : { accelerator: keys, registerAccelerator: false };
        const base = { id: known, label: command.label, enabled, ...accelerator };
        return [
          command.role === undefined
            ? { ...base, click: () => choose(known) }
            : { ...base, role: command.role },
        ];
      }),
    )
    .filter((group) => group.length > 0);
  return made.flatMap((group, index) => (index === 0 ? group : [{ type: 'separator' as const }, ...group]));
}
