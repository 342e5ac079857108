import { EditorView } from '@codemirror/view';

/** A double line tells spelling from findings, whose lines are wavy, dashed and dotted: not by colour alone. */
export const look = EditorView.theme({
  '.sw-misspelt': {
    textDecoration: 'underline double 1px var(--accent)',
    textUnderlineOffset: '3px',
    textDecorationSkipInk: 'none',
  },
  '.sw-spelling': {
    display: 'flex',
    flexDirection: 'column',
    minWidth: '190px',
    padding: '4px',
    fontFamily: 'var(--font-ui)',
    fontSize: '13px',
    lineHeight: '1.45',
  },
  '.sw-spelling button': {
    padding: '5px 10px',
    border: 'none',
    borderRadius: '5px',
    background: 'none',
    color: 'var(--text)',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'default',
  },
  '.sw-spelling button:hover, .sw-spelling button:focus': { background: 'var(--selected)', outline: 'none' },
  '.sw-spelling button:focus-visible': { boxShadow: 'inset 0 0 0 2px var(--focus)' },
  '.sw-spelling .sw-spelling-word': { fontWeight: '600' },
  '.sw-spelling-none': { padding: '5px 10px', color: 'var(--text-soft)' },
  '.sw-spelling-line': { height: '1px', margin: '4px 6px', background: 'var(--line)' },
});
