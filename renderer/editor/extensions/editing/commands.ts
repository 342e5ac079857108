import {
  addCursorAbove,
  addCursorBelow,
  copyLineDown,
  copyLineUp,
  deleteLine,
  moveLineDown,
  moveLineUp,
  selectLine,
  selectParentSyntax,
} from '@codemirror/commands';
import { unfoldAll, unfoldCode } from '@codemirror/language';
import { selectNextOccurrence, selectSelectionMatches } from '@codemirror/search';
import type { Command, EditorView } from '@codemirror/view';
import type { EditingCommandId } from '../../../../shared/editing-commands';
import { foldEverything, foldHere } from '../fold-marks';
import { showAllRests, showRestHere } from '../long-lines';
import { openSnippets } from '../slash';
import { toggleHeading, toggleList, toggleQuote, toggleTask } from './blocks';
import { toggleLink } from './links';
import { toggleMark } from './marks';
import { TABLE_COMMANDS, tableHere } from './tables';

/** What a command of the editor does, and what is said when it does nothing here. */
interface EditingCommand {
  readonly run: Command;
  /** Empty for commands that may find nothing to do without a word. */
  readonly otherwise: string;
  /** Changes the text: refused in files that cannot be edited. */
  readonly edits: boolean;
}

const IN_MARKDOWN = 'This works in the text of a Markdown file';
const IN_TABLE = 'Put the cursor into a table first';

const format = (run: Command): EditingCommand => ({ run, otherwise: IN_MARKDOWN, edits: true });
const table = (run: Command, otherwise = IN_TABLE): EditingCommand => ({ run, otherwise, edits: true });
const lines = (run: Command): EditingCommand => ({ run, otherwise: '', edits: true });
const select = (run: Command, otherwise = ''): EditingCommand => ({ run, otherwise, edits: false });

/** In a table a line moves among its rows: above the header it would end the table. */
const moveLine =
  (inTable: Command, anywhere: Command): Command =>
  (view) => {
    if (!tableHere(view.state)) return anywhere(view);
    inTable(view);
    return true;
  };

/** Sections, and lines that are folded for their length. */
const unfoldEverything: Command = (view) => {
  const shown = showAllRests(view);
  return unfoldAll(view) || shown;
};

/** The type asks for every command of the table that the editor carries out. */
const EDITING: Readonly<Record<EditingCommandId, EditingCommand>> = {
  'format.bold': format(toggleMark('bold')),
  'format.italic': format(toggleMark('italic')),
  'format.code': format(toggleMark('code')),
  'format.strikethrough': format(toggleMark('strikethrough')),
  'format.link': format(toggleLink),
  'format.headingOne': format(toggleHeading(1)),
  'format.headingTwo': format(toggleHeading(2)),
  'format.headingThree': format(toggleHeading(3)),
  'format.headingFour': format(toggleHeading(4)),
  'format.paragraph': format(toggleHeading(0)),
  'format.bullets': format(toggleList('bullet')),
  'format.numbers': format(toggleList('number')),
  'format.task': format(toggleTask),
  'format.quote': format(toggleQuote),
  'format.insert': {
    run: openSnippets,
    otherwise: 'There is nothing to insert in this kind of file',
    edits: true,
  },
  'table.rowAbove': table(TABLE_COMMANDS.rowAbove),
  'table.rowBelow': table(TABLE_COMMANDS.rowBelow),
  'table.columnLeft': table(TABLE_COMMANDS.columnLeft),
  'table.columnRight': table(TABLE_COMMANDS.columnRight),
  'table.rowUp': table(TABLE_COMMANDS.rowUp, 'This row cannot go further up in its table'),
  'table.rowDown': table(TABLE_COMMANDS.rowDown, 'This row cannot go further down in its table'),
  'table.moveColumnLeft': table(TABLE_COMMANDS.moveColumnLeft, 'This column cannot go further left'),
  'table.moveColumnRight': table(TABLE_COMMANDS.moveColumnRight, 'This column cannot go further right'),
  'table.deleteRow': table(
    TABLE_COMMANDS.deleteRow,
    'A table keeps its header. Put the cursor into a row below it',
  ),
  'table.deleteColumn': table(TABLE_COMMANDS.deleteColumn, 'A table keeps its last column'),
  'table.alignLeft': table(TABLE_COMMANDS.alignLeft),
  'table.alignCenter': table(TABLE_COMMANDS.alignCenter),
  'table.alignRight': table(TABLE_COMMANDS.alignRight),
  'table.format': table(TABLE_COMMANDS.format),
  'text.moveUp': lines(moveLine(TABLE_COMMANDS.rowUp, moveLineUp)),
  'text.moveDown': lines(moveLine(TABLE_COMMANDS.rowDown, moveLineDown)),
  'text.copyUp': lines(copyLineUp),
  'text.copyDown': lines(copyLineDown),
  'text.deleteLine': lines(deleteLine),
  'text.nextOccurrence': select(selectNextOccurrence, 'There is no other occurrence'),
  'text.allOccurrences': select(selectSelectionMatches, 'Select some words first'),
  'text.cursorAbove': select(addCursorAbove),
  'text.cursorBelow': select(addCursorBelow),
  'text.selectLine': select(selectLine),
  'text.expand': select(selectParentSyntax),
  'text.fold': select(foldHere, 'There is nothing to fold here'),
  'text.unfold': select((view) => unfoldCode(view) || showRestHere(view), 'There is nothing folded here'),
  'text.foldAll': select(foldEverything, 'There is nothing to fold'),
  'text.unfoldAll': select(unfoldEverything, 'There is nothing folded'),
};

/** Carries out a command of the editor. Returns what to tell the user when nothing happened, empty when there is nothing to tell. */
export function runEditing(view: EditorView, id: EditingCommandId): string {
  const { run, otherwise, edits } = EDITING[id];
  view.focus();
  if (edits && view.state.readOnly) return 'This file is read-only';
  if (run(view)) return '';
  const inTable = otherwise !== IN_TABLE && id.startsWith('table.') && tableHere(view.state) === null;
  return inTable ? IN_TABLE : otherwise;
}
