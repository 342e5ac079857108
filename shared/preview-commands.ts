/** What the preview does. Part of the one table of commands. */
export const PREVIEW_COMMANDS = [
  {
    id: 'edit.copyRich',
    label: 'Copy as Rich Text',
    menu: 'edit',
    group: 2,
    accelerator: 'CmdOrCtrl+Alt+C',
    needs: 'file',
  },
  { id: 'edit.copyLink', label: 'Copy Link to This Section', menu: 'edit', group: 2, needs: 'file' },
  {
    id: 'view.findInPreview',
    label: 'Find in Preview',
    menu: 'edit',
    group: 3,
    accelerator: 'CmdOrCtrl+Alt+F',
    needs: 'file',
  },
  {
    id: 'view.pages',
    label: 'Preview as Pages',
    words: 'print pdf paper',
    menu: 'view',
    group: 3,
    accelerator: 'CmdOrCtrl+Alt+P',
    needs: 'file',
  },
  {
    id: 'go.source',
    label: 'Go from Preview to Source',
    menu: 'go',
    group: 4,
    accelerator: 'Alt+Enter',
    needs: 'file',
  },
] as const;

export type PreviewCommandId = (typeof PREVIEW_COMMANDS)[number]['id'];
