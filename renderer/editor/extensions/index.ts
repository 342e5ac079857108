import { closeBrackets } from '@codemirror/autocomplete';
import { bracketMatching, codeFolding, foldGutter, indentOnInput } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  lineNumbers,
  rectangularSelection,
} from '@codemirror/view';
import { fileName } from '../../../shared/domain/kit-path';
import { OWN_FILES } from '../../../shared/rubric/own-files';
import { isProse, languageOf } from '../../languages/language-of';
import type { BufferOptions } from '../../state/buffers';
import { historyOf } from '../shared-history';
import { proseEditing } from './editing';
import { findingMarks } from './findings';
import { proseFoldMarks } from './fold-marks';
import { foldLongLines } from './long-lines';
import { type Measures, measures, measuresOf } from './measures';
import { type Pasting, smartPaste } from './paste';
import { searchPanel } from './search-panel';
import { type Spelling, spellingOf } from './spelling';
import { type Assist, symbols } from './symbols';
import { textKeys } from './text-keys';
import { proseTheme, theme } from './theme';
import { typedText } from './typed-text';
import { writingModes } from './writing-modes';

/** All extensions of an editor. Tab indents; Escape then Tab leaves, as the editor's own key handling provides. */
export function editorExtensions(
  path: string,
  options: BufferOptions,
  settings: Measures,
  assist: Assist | null = null,
  spelling: Spelling | null = null,
  pasting: Pasting | null = null,
): Extension {
  const prose = isProse(path);
  const language = options.plain ? null : languageOf(path);
  return [
    historyOf(options.follows === true),
    drawSelection(),
    dropCursor(),
    highlightSpecialChars(),
    rectangularSelection(),
    EditorState.allowMultipleSelections.of(true),
    measures.of(measuresOf(path, settings)),
    prose ? [proseTheme, proseFoldMarks] : [lineNumbers(), foldGutter(), highlightActiveLineGutter()],
    // Without a syntax tree it reads whole lines at each key, however long.
    prose || options.plain ? [] : bracketMatching(),
    highlightActiveLine(),
    codeFolding(),
    foldLongLines,
    indentOnInput(),
    prose ? proseEditing : closeBrackets(),
    language ?? [],
    theme,
    searchPanel,
    findingMarks,
    assist && !options.plain ? symbols(path, assist) : [],
    // Nobody mends what cannot be edited, and the studio's own files hold no prose.
    spelling && !options.plain && !options.readOnly && !OWN_FILES.includes(path)
      ? spellingOf(path, spelling)
      : [],
    pasting && prose ? smartPaste(path, pasting) : [],
    EditorState.readOnly.of(options.readOnly),
    EditorView.contentAttributes.of({
      'aria-label': `Text of ${fileName(path)}`,
      ...(options.readOnly ? { 'aria-readonly': 'true' } : {}),
      spellcheck: 'false',
      // Says what is true anyway; tools that do not count editable text as focusable would call the scroller unreachable.
      tabindex: '0',
    }),
    writingModes.of([]),
    typedText,
    textKeys,
  ];
}
