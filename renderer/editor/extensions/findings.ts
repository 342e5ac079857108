import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import type { EditorState, Extension, TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { FindingSeverity } from '../../../shared/domain/verdict';
import type { Finding, Fix } from '../../../shared/rubric/finding';
import { codeParts } from '../../ui/code-parts';

const LEVEL: Readonly<Record<FindingSeverity, Diagnostic['severity']>> = {
  must: 'error',
  should: 'warning',
  could: 'info',
  info: 'hint',
};

const WORD: Readonly<Record<FindingSeverity, string>> = {
  must: 'Must',
  should: 'Should',
  could: 'Could',
  info: 'Note',
};

/** Severities differ in the line under the text and in the shape of the gutter mark, not in colour alone. */
const look = EditorView.theme({
  '.cm-lintRange': {
    backgroundImage: 'none !important',
    paddingBottom: '0',
    textUnderlineOffset: '3px',
    textDecorationSkipInk: 'none',
  },
  '.cm-lintRange-error': { textDecoration: 'underline wavy 1.5px var(--must)' },
  '.cm-lintRange-warning': { textDecoration: 'underline dashed 1.5px var(--should)' },
  '.cm-lintRange-info': { textDecoration: 'underline dotted 2px var(--could)' },
  '.cm-lintRange-hint': { textDecoration: 'underline dotted 1px var(--text-quiet)' },
  '.cm-lintRange-active': { backgroundColor: 'var(--selected)' },
  '.cm-gutter-lint': { width: '18px' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0 4px', display: 'flex', alignItems: 'flex-start' },
  '.cm-lint-marker': {
    content: '""',
    display: 'block',
    width: '9px',
    height: '9px',
    marginTop: '0.55em',
    cursor: 'pointer',
  },
  '.cm-lint-marker-error': { content: '""', background: 'var(--must)', borderRadius: '50%' },
  '.cm-lint-marker-warning': {
    content: '""',
    background: 'var(--should)',
    clipPath: 'polygon(50% 4%, 100% 96%, 0 96%)',
  },
  '.cm-lint-marker-info': {
    content: '""',
    background: 'var(--could)',
    clipPath: 'polygon(50% 0, 100% 50%, 50% 100%, 0 50%)',
  },
  '.cm-lint-marker-hint': { content: '""', border: '1.5px solid var(--text-quiet)', borderRadius: '50%' },
  '.cm-tooltip': {
    background: 'var(--raised)',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius)',
    boxShadow: 'var(--shadow)',
  },
  '.cm-tooltip-lint': {
    margin: '0',
    padding: '4px',
    listStyle: 'none',
    maxWidth: '460px',
    fontFamily: 'var(--font-ui)',
    fontSize: '13px',
  },
  '.cm-diagnostic': {
    borderLeft: 'none',
    padding: '6px 8px',
    margin: '0',
    lineHeight: '1.45',
    whiteSpace: 'normal',
  },
  '.cm-diagnostic + .cm-diagnostic': { borderTop: '1px solid var(--line)' },
  '.cm-diagnosticAction': {
    margin: '6px 0 0',
    padding: '3px 10px',
    borderRadius: '5px',
    background: 'var(--accent-fill)',
    color: 'var(--on-accent)',
    display: 'inline-block',
  },
  '.sw-finding-head': { fontWeight: '600', marginRight: '6px' },
  '.sw-finding-hint': { display: 'block', color: 'var(--text-soft)', marginTop: '2px' },
});

/** The gutter, marks and tooltips of findings; the findings themselves come through {@link findingsOf}. */
export const findingMarks: Extension = [lintGutter({ hoverTime: 200 }), look];

/** Puts findings into an editor. They must belong to exactly the text that the state holds; later edits move them along. */
export function findingsOf(
  state: EditorState,
  findings: readonly Finding[],
  applyFix: (fix: Fix) => void,
): TransactionSpec {
  const length = state.doc.length;
  return setDiagnostics(
    state,
    findings.map((finding) => {
      const from = Math.min(finding.span.from, length);
      // A finding about a whole section marks its first line, not the screen.
      const to = Math.min(Math.max(finding.span.to, from), state.doc.lineAt(from).to);
      const diagnostic: Diagnostic = {
        from,
        to,
        severity: LEVEL[finding.severity],
        message: `${WORD[finding.severity]}: ${finding.message}`,
        renderMessage: () => message(finding),
      };
      const { fix } = finding;
      return fix ? { ...diagnostic, actions: [{ name: fix.title, apply: () => applyFix(fix) }] } : diagnostic;
    }),
  );
}

/** The message as the rubric panel shows it: code looks like code. */
function words(text: string): readonly Node[] {
  return codeParts(text).map((part) => {
    const node = part.code ? document.createElement('code') : document.createTextNode(part.text);
    if (part.code) node.textContent = part.text;
    return node;
  });
}

function message(finding: Finding): Node {
  const holder = document.createElement('span');
  const head = document.createElement('span');
  head.className = 'sw-finding-head';
  head.style.color = finding.severity === 'info' ? 'var(--text-soft)' : `var(--${finding.severity})`;
  head.textContent = `${WORD[finding.severity]} · ${finding.id}`;
  holder.append(head, ...words(finding.message));
  if (finding.hint !== undefined) {
    const hint = document.createElement('span');
    hint.className = 'sw-finding-hint';
    hint.append(...words(finding.hint));
    holder.append(hint);
  }
  return holder;
}
