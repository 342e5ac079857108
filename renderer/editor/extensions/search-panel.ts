import { highlightSelectionMatches, search } from '@codemirror/search';
import { EditorView } from '@codemirror/view';

const look = EditorView.theme({
  '.cm-panels': {
    background: 'var(--canvas)',
    color: 'var(--text)',
    fontFamily: 'var(--font-ui)',
    fontSize: '13px',
  },
  '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panel.cm-search': {
    padding: '8px 32px 8px 12px',
    display: 'flex',
    flexWrap: 'wrap',
    gap: '6px 8px',
    alignItems: 'center',
  },
  '.cm-panel.cm-search br': { flexBasis: '100%', content: '""' },
  '.cm-panel.cm-search label': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    fontSize: '12px',
    margin: '0',
  },
  '.cm-panel.cm-search input[type=checkbox]': { margin: '0', accentColor: 'var(--accent-fill)' },
  '.cm-textfield': {
    margin: '0',
    padding: '4px 8px',
    inlineSize: '200px',
    fontSize: '13px',
    background: 'var(--surface)',
    border: '1px solid var(--line-strong)',
    borderRadius: '5px',
  },
  '.cm-button': {
    margin: '0',
    padding: '4px 10px',
    fontSize: '12px',
    background: 'var(--raised)',
    backgroundImage: 'none',
    border: '1px solid var(--line-strong)',
    borderRadius: '5px',
    color: 'var(--text)',
  },
  '.cm-button:hover': { background: 'var(--hover)' },
  '.cm-panel.cm-search [name=close]': {
    fontSize: '18px',
    inset: '6px 10px auto auto',
    color: 'var(--text-soft)',
  },
});

/** Find and replace above the text, and quiet marks on other uses of the selected word. */
export const searchPanel = [
  search({ top: true }),
  highlightSelectionMatches({ minSelectionLength: 3 }),
  look,
];
