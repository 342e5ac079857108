/** How the window looks: theme, size of text, wrapping, full screen. Part of the one table of commands. */
export const LOOK_COMMANDS = [
  { id: 'view.theme', label: 'Switch Light and Dark', menu: 'view', group: 8, needs: 'nothing' },
  {
    id: 'view.zoomIn',
    label: 'Larger Text',
    menu: 'view',
    group: 8,
    accelerator: 'CmdOrCtrl+=',
    needs: 'nothing',
  },
  {
    id: 'view.zoomOut',
    label: 'Smaller Text',
    menu: 'view',
    group: 8,
    accelerator: 'CmdOrCtrl+-',
    needs: 'nothing',
  },
  {
    id: 'view.zoomReset',
    label: 'Usual Size of Text',
    menu: 'view',
    group: 8,
    accelerator: 'CmdOrCtrl+0',
    needs: 'nothing',
  },
  { id: 'view.wrap', label: 'Wrap Long Lines of Data', menu: 'view', group: 8, needs: 'nothing' },
  {
    id: 'view.fullScreen',
    label: 'Full Screen',
    menu: 'view',
    group: 9,
    needs: 'nothing',
    role: 'togglefullscreen',
  },
] as const;
