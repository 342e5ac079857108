/** Commands on the thing at hand: the file, tab or finding that the cursor, the focus or a menu is at. Part of the one table of commands. */
export const PLACE_COMMANDS = [
  { id: 'file.closeOthers', label: 'Close Other Tabs', menu: 'file', group: 2, needs: 'file' },
  { id: 'file.copyPath', label: 'Copy Path', menu: 'file', group: 2, needs: 'file' },
  {
    id: 'finding.fix',
    label: 'Apply the Fix of This Finding',
    menu: 'packet',
    group: 2,
    accelerator: 'CmdOrCtrl+Alt+Enter',
    needs: 'file',
  },
  {
    id: 'finding.waive',
    label: 'Waive This Finding…',
    menu: 'packet',
    group: 2,
    accelerator: 'CmdOrCtrl+Alt+W',
    needs: 'file',
  },
  { id: 'finding.copy', label: 'Copy This Finding', menu: 'packet', group: 2, needs: 'file' },
] as const;

export type PlaceCommandId = (typeof PLACE_COMMANDS)[number]['id'];
