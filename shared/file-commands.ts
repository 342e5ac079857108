/** What is done to files and folders as a whole. Part of the one table of commands. */
export const FILE_COMMANDS = [
  { id: 'file.new', label: 'New File…', menu: 'file', group: 3, accelerator: 'CmdOrCtrl+N', needs: 'kit' },
  { id: 'file.newFolder', label: 'New Folder…', menu: 'file', group: 3, needs: 'kit' },
  { id: 'file.rename', label: 'Rename or Move…', menu: 'file', group: 3, needs: 'kit' },
  { id: 'file.duplicate', label: 'Duplicate…', menu: 'file', group: 3, needs: 'kit' },
  { id: 'file.delete', label: 'Delete', menu: 'file', group: 3, needs: 'kit' },
  { id: 'file.reveal', label: 'Show in File Manager', menu: 'file', group: 3, needs: 'kit' },
  { id: 'file.undoChange', label: 'Undo Move or Delete', menu: 'file', group: 3, needs: 'kit' },
] as const;

export type FileCommandId = (typeof FILE_COMMANDS)[number]['id'];
