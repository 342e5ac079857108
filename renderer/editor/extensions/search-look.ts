import { EditorView } from '@codemirror/view';

/** The look of find and replace. */
export const searchLook = EditorView.theme({
  '.cm-panels': {
    background: 'var(--canvas)',
    color: 'var(--text)',
    fontFamily: 'var(--font-ui)',
    fontSize: '13px',
  },
  '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-search': { display: 'grid', gap: '6px', padding: '8px 10px 8px 12px' },
  '.sw-search-row': { display: 'flex', alignItems: 'center', gap: '4px' },
  '.cm-textfield': {
    flex: '1 1 120px',
    maxInlineSize: '300px',
    minInlineSize: '0',
    margin: '0',
    padding: '4px 8px',
    fontSize: '13px',
    background: 'var(--surface)',
    border: '1px solid var(--line-strong)',
    borderRadius: '5px',
  },
  '.cm-textfield:focus-visible': { outline: '2px solid var(--focus)', outlineOffset: '0' },
  '.sw-search-count': {
    minInlineSize: '58px',
    textAlign: 'end',
    color: 'var(--text-soft)',
    fontSize: '12px',
  },
  '.cm-button': {
    margin: '0',
    minInlineSize: '28px',
    minBlockSize: '28px',
    padding: '2px 7px',
    fontSize: '12px',
    background: 'none',
    backgroundImage: 'none',
    border: '1px solid transparent',
    borderRadius: '5px',
    color: 'var(--text-soft)',
  },
  '.cm-button:hover': { background: 'var(--hover)', color: 'var(--text)' },
  '.cm-button:active': { backgroundImage: 'none' },
  '.cm-button[aria-pressed=true]': { background: 'var(--selected)', color: 'var(--accent-strong)' },
  '.cm-button[name=close]': { marginInlineStart: 'auto', fontSize: '16px' },
  '.cm-button[name^=replace]': { border: '1px solid var(--line-strong)', background: 'var(--raised)' },
});
