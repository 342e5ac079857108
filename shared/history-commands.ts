/** Older versions of files, milestones of the kit, and merging. Part of the one table of commands. */
export const HISTORY_COMMANDS = [
  {
    id: 'view.history',
    label: 'History',
    menu: 'view',
    group: 3,
    accelerator: 'CmdOrCtrl+Shift+Y',
    needs: 'kit',
  },
  { id: 'file.merge', label: 'Merge with the File on Disk…', menu: 'file', group: 2, needs: 'file' },
  { id: 'kit.milestone', label: 'Name a Milestone…', menu: 'packet', group: 1, needs: 'kit' },
  { id: 'kit.undoRestore', label: 'Undo Restore of the Kit', menu: 'packet', group: 1, needs: 'kit' },
] as const;

export type HistoryCommandId = (typeof HISTORY_COMMANDS)[number]['id'];
