import { closeBrackets } from '@codemirror/autocomplete';
import { insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { nestItems, unnestItems } from './list-levels';
import { prose } from './places';
import { tableKeys } from './tables';
import { wrapInput } from './wrap-input';

export { runEditing } from './commands';

/** The next item of a list or quotation; Enter in an empty item ends the list at once. */
export const newListItem = insertNewlineContinueMarkupCommand({ nonTightLists: false });

/** What makes prose quick to write: brackets that close, signs around selected words, and keys that mean cells in a table. */
export const proseEditing: Extension = [
  prose.of(true),
  closeBrackets(),
  // Quotes are not closed: in prose they stand for inches, and apostrophes for letters.
  Prec.high(EditorState.languageData.of(() => [{ closeBrackets: { brackets: ['(', '[', '{'] } }])),
  wrapInput,
  // Before the lists of Markdown, whose Enter would otherwise take a row for a paragraph.
  Prec.high(
    keymap.of([
      ...tableKeys,
      { key: 'Enter', run: newListItem },
      { key: 'Tab', run: nestItems, shift: unnestItems },
    ]),
  ),
];
