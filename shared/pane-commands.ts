/** What shows, hides and arranges the panes of the window. Part of the one table of commands. */
export const PANE_COMMANDS = [
  {
    id: 'view.navigator',
    label: 'Navigator',
    menu: 'view',
    group: 4,
    accelerator: 'CmdOrCtrl+Shift+B',
    needs: 'kit',
  },
  {
    id: 'view.editor',
    label: 'Editor',
    menu: 'view',
    group: 4,
    accelerator: 'CmdOrCtrl+Shift+E',
    needs: 'kit',
  },
  {
    id: 'view.companion',
    label: 'Companion',
    menu: 'view',
    group: 4,
    accelerator: 'CmdOrCtrl+Shift+C',
    needs: 'kit',
  },
  { id: 'view.companionBelow', label: 'Companion below the Text', menu: 'view', group: 4, needs: 'kit' },
  { id: 'view.panesBeside', label: 'Companion Panes Side by Side', menu: 'view', group: 4, needs: 'kit' },
  {
    id: 'view.openBeside',
    label: 'Open to the Side',
    menu: 'view',
    group: 5,
    accelerator: 'CmdOrCtrl+\\',
    needs: 'file',
  },
  {
    id: 'view.moveTab',
    label: 'Move Tab to the Other Pane',
    menu: 'view',
    group: 5,
    accelerator: 'Shift+F7',
    needs: 'file',
  },
  { id: 'view.editorsStacked', label: 'Second Pane below the First', menu: 'view', group: 5, needs: 'kit' },
  { id: 'view.joinPanes', label: 'Close the Second Pane', menu: 'view', group: 5, needs: 'kit' },
  {
    id: 'go.otherPane',
    label: 'Go to the Other Pane',
    menu: 'go',
    group: 2,
    accelerator: 'F7',
    needs: 'file',
  },
] as const;

export type PaneCommandId = (typeof PANE_COMMANDS)[number]['id'];
