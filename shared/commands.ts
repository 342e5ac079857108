import { EDITING_COMMANDS } from './editing-commands';
import { FILE_COMMANDS } from './file-commands';
import { HISTORY_COMMANDS } from './history-commands';
import { LOOK_COMMANDS } from './look-commands';
import { PACKET_COMMANDS } from './packet-commands';
import { PANE_COMMANDS } from './pane-commands';
import { PLACE_COMMANDS } from './place-commands';
import { PREVIEW_COMMANDS } from './preview-commands';

/** Where a command shows beside the palette, which holds all of them. */
export type MenuName = 'file' | 'edit' | 'format' | 'table' | 'selection' | 'view' | 'go' | 'packet' | 'help';

export interface Command {
  readonly id: string;
  readonly label: string;
  readonly menu: MenuName;
  /** Commands of one group stand together, separated from the next group. */
  readonly group: number;
  /** Electron accelerator; `CmdOrCtrl` is Command on macOS. */
  readonly accelerator?: string;
  /** Other words that people look for it by in the palette. */
  readonly words?: string;
  /** Needs an open kit, an open file, or nothing. */
  readonly needs: 'nothing' | 'kit' | 'file';
  /** Native role of the menu item: the system does it, for text fields too. */
  readonly role?:
    | 'undo'
    | 'redo'
    | 'cut'
    | 'copy'
    | 'paste'
    | 'pasteAndMatchStyle'
    | 'selectAll'
    | 'quit'
    | 'minimize'
    | 'togglefullscreen';
}

/** The one table that menu, palette, shortcuts and buttons are made from; it holds no behaviour. */
export const COMMANDS = [
  {
    id: 'kit.openFolder',
    label: 'Open Kit Folder…',
    menu: 'file',
    group: 1,
    accelerator: 'CmdOrCtrl+O',
    needs: 'nothing',
  },
  { id: 'kit.openZip', label: 'Open Kit Zip…', menu: 'file', group: 1, needs: 'nothing' },
  {
    id: 'kit.newPacket',
    label: 'New Packet from the Kit…',
    menu: 'file',
    group: 1,
    accelerator: 'CmdOrCtrl+Shift+N',
    needs: 'nothing',
  },
  {
    id: 'kit.openExample',
    label: 'Look Around the Worked Example',
    menu: 'file',
    group: 1,
    needs: 'nothing',
  },
  { id: 'kit.close', label: 'Close Kit', menu: 'file', group: 1, needs: 'kit' },
  { id: 'file.save', label: 'Save', menu: 'file', group: 2, accelerator: 'CmdOrCtrl+S', needs: 'file' },
  {
    id: 'file.saveAll',
    label: 'Save All',
    menu: 'file',
    group: 2,
    accelerator: 'CmdOrCtrl+Alt+S',
    needs: 'kit',
  },
  { id: 'file.close', label: 'Close Tab', menu: 'file', group: 2, accelerator: 'CmdOrCtrl+W', needs: 'file' },
  {
    id: 'file.reopenClosed',
    label: 'Reopen Closed Tab',
    menu: 'file',
    group: 2,
    accelerator: 'CmdOrCtrl+Shift+T',
    needs: 'kit',
  },
  ...PLACE_COMMANDS,
  ...FILE_COMMANDS,
  {
    id: 'packet.export',
    label: 'Export Portfolio…',
    words: 'pdf print html zip slides',
    menu: 'file',
    group: 4,
    accelerator: 'CmdOrCtrl+E',
    needs: 'kit',
  },
  {
    id: 'app.settings',
    label: 'Settings…',
    words: 'preferences options font',
    menu: 'file',
    group: 5,
    accelerator: 'CmdOrCtrl+,',
    needs: 'nothing',
  },
  {
    id: 'app.quit',
    label: 'Quit',
    menu: 'file',
    group: 6,
    accelerator: 'CmdOrCtrl+Q',
    needs: 'nothing',
    role: 'quit',
  },
  { id: 'edit.undo', label: 'Undo', menu: 'edit', group: 1, needs: 'nothing', role: 'undo' },
  { id: 'edit.redo', label: 'Redo', menu: 'edit', group: 1, needs: 'nothing', role: 'redo' },
  { id: 'edit.cut', label: 'Cut', menu: 'edit', group: 2, needs: 'nothing', role: 'cut' },
  { id: 'edit.copy', label: 'Copy', menu: 'edit', group: 2, needs: 'nothing', role: 'copy' },
  { id: 'edit.paste', label: 'Paste', menu: 'edit', group: 2, needs: 'nothing', role: 'paste' },
  {
    id: 'edit.pastePlain',
    label: 'Paste as Plain Text',
    menu: 'edit',
    group: 2,
    accelerator: 'CmdOrCtrl+Shift+V',
    needs: 'nothing',
    role: 'pasteAndMatchStyle',
  },
  { id: 'edit.selectAll', label: 'Select All', menu: 'edit', group: 2, needs: 'nothing', role: 'selectAll' },
  {
    id: 'edit.find',
    label: 'Find and Replace',
    menu: 'edit',
    group: 3,
    accelerator: 'CmdOrCtrl+F',
    needs: 'file',
  },
  {
    id: 'edit.replace',
    label: 'Replace',
    menu: 'edit',
    group: 3,
    accelerator: 'Ctrl+H',
    needs: 'file',
  },
  {
    id: 'edit.findInKit',
    label: 'Find in Kit',
    menu: 'edit',
    group: 3,
    accelerator: 'CmdOrCtrl+Shift+F',
    needs: 'kit',
  },
  {
    id: 'edit.replaceInKit',
    label: 'Replace in Kit',
    menu: 'edit',
    group: 3,
    accelerator: 'CmdOrCtrl+Shift+H',
    needs: 'kit',
  },
  { id: 'edit.undoReplace', label: 'Undo Replace in Kit', menu: 'edit', group: 3, needs: 'kit' },
  {
    id: 'edit.complete',
    label: 'Suggest What Fits Here',
    menu: 'edit',
    group: 4,
    accelerator: 'Ctrl+Space',
    needs: 'file',
  },
  {
    id: 'edit.rename',
    label: 'Rename Symbol…',
    menu: 'edit',
    group: 4,
    accelerator: 'F2',
    needs: 'file',
  },
  { id: 'edit.undoRename', label: 'Undo Rename', menu: 'edit', group: 4, needs: 'kit' },
  {
    id: 'edit.spelling',
    label: 'Spelling Suggestions',
    menu: 'edit',
    group: 5,
    accelerator: 'CmdOrCtrl+.',
    needs: 'file',
  },
  {
    id: 'edit.addToKitWords',
    label: 'Add Word to the Kit’s Dictionary',
    menu: 'edit',
    group: 5,
    needs: 'file',
  },
  { id: 'edit.addToMyWords', label: 'Add Word to My Dictionary', menu: 'edit', group: 5, needs: 'file' },
  {
    id: 'edit.spellAmerican',
    label: 'Check Spelling as American English',
    menu: 'edit',
    group: 6,
    needs: 'nothing',
  },
  {
    id: 'edit.spellBritish',
    label: 'Check Spelling as British English',
    menu: 'edit',
    group: 6,
    needs: 'nothing',
  },
  { id: 'edit.spellOff', label: 'Do Not Check Spelling', menu: 'edit', group: 6, needs: 'nothing' },
  { id: 'edit.remarks', label: 'Show Remarks on Prose', menu: 'edit', group: 6, needs: 'nothing' },
  ...EDITING_COMMANDS,
  {
    id: 'view.palette',
    label: 'Command Palette…',
    menu: 'view',
    group: 1,
    accelerator: 'CmdOrCtrl+Shift+P',
    needs: 'nothing',
  },
  {
    id: 'view.path',
    label: 'Show Path',
    menu: 'view',
    group: 2,
    accelerator: 'CmdOrCtrl+Alt+1',
    needs: 'kit',
  },
  {
    id: 'view.files',
    label: 'Show Files',
    menu: 'view',
    group: 2,
    accelerator: 'CmdOrCtrl+Alt+2',
    needs: 'kit',
  },
  {
    id: 'view.problems',
    label: 'Show Problems',
    menu: 'view',
    group: 2,
    accelerator: 'CmdOrCtrl+Alt+3',
    needs: 'kit',
  },
  {
    id: 'view.symbols',
    label: 'Show Symbols',
    menu: 'view',
    group: 2,
    accelerator: 'CmdOrCtrl+Alt+4',
    needs: 'kit',
  },
  {
    id: 'view.outline',
    label: 'Show Outline',
    menu: 'view',
    group: 2,
    accelerator: 'CmdOrCtrl+Alt+5',
    needs: 'kit',
  },
  {
    id: 'view.preview',
    label: 'Preview',
    menu: 'view',
    group: 3,
    accelerator: 'CmdOrCtrl+Alt+V',
    needs: 'kit',
  },
  {
    id: 'view.example',
    label: 'Worked Example',
    menu: 'view',
    group: 3,
    accelerator: 'CmdOrCtrl+Shift+X',
    needs: 'kit',
  },
  {
    id: 'view.rubric',
    label: 'Rubric',
    menu: 'view',
    group: 3,
    accelerator: 'CmdOrCtrl+Shift+R',
    needs: 'kit',
  },
  ...HISTORY_COMMANDS,
  ...PREVIEW_COMMANDS,
  ...PANE_COMMANDS,
  { id: 'view.syncScroll', label: 'Scroll Preview with Editor', menu: 'view', group: 6, needs: 'kit' },
  ...LOOK_COMMANDS,
  { id: 'go.file', label: 'Go to File…', menu: 'go', group: 1, accelerator: 'CmdOrCtrl+P', needs: 'kit' },
  {
    id: 'go.heading',
    label: 'Go to Heading…',
    words: 'section outline',
    menu: 'go',
    group: 1,
    accelerator: 'CmdOrCtrl+Shift+O',
    needs: 'file',
  },
  {
    id: 'go.line',
    label: 'Go to Line…',
    menu: 'go',
    group: 1,
    accelerator: 'Ctrl+G',
    needs: 'file',
  },
  { id: 'go.nextTab', label: 'Next Tab', menu: 'go', group: 2, accelerator: 'Ctrl+Tab', needs: 'kit' },
  {
    id: 'go.previousTab',
    label: 'Previous Tab',
    menu: 'go',
    group: 2,
    accelerator: 'Ctrl+Shift+Tab',
    needs: 'kit',
  },
  { id: 'go.nextFinding', label: 'Next Finding', menu: 'go', group: 3, accelerator: 'F8', needs: 'file' },
  {
    id: 'go.previousFinding',
    label: 'Previous Finding',
    menu: 'go',
    group: 3,
    accelerator: 'Shift+F8',
    needs: 'file',
  },
  {
    id: 'go.definition',
    label: 'Go to Definition',
    menu: 'go',
    group: 4,
    accelerator: 'F12',
    needs: 'file',
  },
  {
    id: 'go.showDefinition',
    label: 'Show Definition Here',
    menu: 'go',
    group: 4,
    accelerator: 'Alt+F12',
    needs: 'file',
  },
  {
    id: 'go.uses',
    label: 'Find References',
    menu: 'go',
    group: 4,
    accelerator: 'Shift+F12',
    needs: 'file',
  },
  { id: 'go.nextRegion', label: 'Next Region', menu: 'go', group: 5, accelerator: 'F6', needs: 'nothing' },
  {
    id: 'go.previousRegion',
    label: 'Previous Region',
    menu: 'go',
    group: 5,
    accelerator: 'Shift+F6',
    needs: 'nothing',
  },
  {
    id: 'packet.recheck',
    label: 'Check the Whole Packet Again',
    menu: 'packet',
    group: 1,
    accelerator: 'CmdOrCtrl+Shift+K',
    needs: 'kit',
  },
  { id: 'kit.standard', label: 'The Kit’s Own Standard…', menu: 'packet', group: 1, needs: 'kit' },
  {
    id: 'packet.copyToPacket',
    label: 'Copy This Example into My Packet',
    menu: 'packet',
    group: 1,
    needs: 'file',
  },
  ...PACKET_COMMANDS,
  {
    id: 'help.shortcuts',
    label: 'Keyboard Shortcuts',
    words: 'keys keybindings hotkeys',
    menu: 'help',
    group: 1,
    accelerator: 'CmdOrCtrl+/',
    needs: 'nothing',
  },
  { id: 'help.showLog', label: 'Show Log Folder', menu: 'help', group: 2, needs: 'nothing' },
  { id: 'help.saveReport', label: 'Save a Crash Report…', menu: 'help', group: 2, needs: 'nothing' },
  { id: 'help.about', label: 'About Staffwright', menu: 'help', group: 3, needs: 'nothing' },
] as const satisfies readonly Command[];

export type CommandId = (typeof COMMANDS)[number]['id'];

export function commandById(id: string): Command | null {
  return COMMANDS.find((command) => command.id === id) ?? null;
}
