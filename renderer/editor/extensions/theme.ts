import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours come from the tokens of the window, so that light and dark need no second theme and no reconfiguration. */
const highlight = HighlightStyle.define([
  { tag: tags.heading1, fontWeight: '600', fontSize: '1.3em', color: 'var(--text)' },
  { tag: tags.heading2, fontWeight: '600', fontSize: '1.12em', color: 'var(--text)' },
  { tag: tags.heading, fontWeight: '600', color: 'var(--text)' },
  { tag: tags.strong, fontWeight: '600' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: [tags.link, tags.url], color: 'var(--accent)' },
  { tag: tags.quote, color: 'var(--text-soft)' },
  {
    tag: tags.monospace,
    color: 'var(--code)',
    fontFamily: 'var(--font-mono)',
    fontSize: 'calc(1em * var(--mono-scale))',
  },
  {
    tag: [tags.processingInstruction, tags.contentSeparator, tags.meta, tags.labelName],
    color: 'var(--text-quiet)',
  },
  {
    tag: [tags.comment, tags.lineComment, tags.blockComment],
    color: 'var(--text-quiet)',
    fontStyle: 'italic',
  },
  {
    tag: [tags.propertyName, tags.definition(tags.propertyName), tags.attributeName],
    color: 'var(--code-key)',
  },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--code-number)' },
  { tag: [tags.keyword, tags.typeName, tags.operatorKeyword], color: 'var(--code-keyword)' },
  { tag: [tags.punctuation, tags.separator, tags.bracket], color: 'var(--text-soft)' },
  { tag: tags.invalid, color: 'var(--must)' },
]);

const look = EditorView.theme({
  '&': {
    height: '100%',
    backgroundColor: 'var(--surface)',
    color: 'var(--text)',
    fontSize: 'calc(var(--text-size) - 1px)',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--font-mono)',
    lineHeight: 'var(--text-leading)',
    overflowAnchor: 'none',
  },
  '.cm-content': { caretColor: 'var(--accent)', paddingBlock: '20px 40vh' },
  '.cm-line': { paddingInline: '2px' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    background: 'var(--editor-selection)',
  },
  // The selection lies below the line and has to show through.
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--editor-line) 55%, transparent)' },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--text-quiet)', border: 'none' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--text)' },
  '.cm-lineNumbers .cm-gutterElement': { paddingInline: '12px 6px', fontSize: '0.86em' },
  '.cm-foldGutter .cm-gutterElement': { color: 'var(--text-quiet)', paddingInline: '2px' },
  '.cm-foldPlaceholder': {
    background: 'var(--sunken)',
    border: 'none',
    color: 'var(--text-soft)',
    padding: '0 6px',
  },
  '.cm-matchingBracket': { backgroundColor: 'var(--accent-wash)', outline: '1px solid var(--line-strong)' },
  // The same words elsewhere: the editor's own green has too little contrast in the dark.
  '.cm-selectionMatch': { backgroundColor: 'var(--selected)' },
  '.cm-searchMatch': { backgroundColor: 'var(--should-wash)', outline: '1px solid var(--should)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--selected)', outline: '2px solid var(--accent)' },
  '.cm-specialChar': { color: 'var(--must)' },
});

/** Room for prose: lines of a readable length, in the middle of the pane, in the face of the settings. */
const proseLook = EditorView.theme({
  '.cm-scroller': { fontFamily: 'var(--font-write)' },
  '.cm-content': { paddingInline: 'max(20px, calc((100% - var(--measure)) / 2))' },
  '.cm-gutters': { paddingInlineStart: '4px' },
});

export const theme = [look, syntaxHighlighting(highlight)];
export const proseTheme = proseLook;
