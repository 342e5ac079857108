import { syntaxTree } from '@codemirror/language';
import { type Extension, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

const line = Decoration.line({ class: 'sw-mono-line' });

/** Parts of prose that only read well when every character is as wide as the next. */
const MONO: ReadonlySet<string> = new Set(['Frontmatter', 'FencedCode', 'CodeBlock', 'Table']);

class MonoLines {
  decorations: DecorationSet;

  constructor(view: EditorView) {
    this.decorations = linesIn(view);
  }

  update({ view, startState, state, docChanged, viewportChanged }: ViewUpdate): void {
    if (docChanged || viewportChanged || syntaxTree(startState) !== syntaxTree(state))
      this.decorations = linesIn(view);
  }
}

/** The lines in sight that belong to code, tables and front matter. */
function linesIn({ state, visibleRanges }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let done = -1;
  for (const { from, to } of visibleRanges)
    syntaxTree(state).iterate({
      from,
      to,
      enter: (node) => {
        if (!MONO.has(node.name)) return true;
        const first = state.doc.lineAt(Math.max(node.from, from)).number;
        // Front matter ends where the line after it begins.
        const last = state.doc.lineAt(Math.max(node.from, Math.min(node.to, to) - 1)).number;
        for (let number = first; number <= last; number++) {
          const at = state.doc.line(number).from;
          if (at > done) builder.add(at, at, line);
          done = Math.max(done, at);
        }
        return false;
      },
    });
  return builder.finish();
}

/** Keeps code, tables and front matter in mono where prose is written in another face. */
export const monoLines: Extension = [
  ViewPlugin.fromClass(MonoLines, { decorations: (value) => value.decorations }),
  EditorView.theme({
    '.sw-mono-line': { fontFamily: 'var(--font-mono)', fontSize: '0.93em' },
    // What is marked as code within such a line is of its size already.
    '.sw-mono-line > *': { '--mono-scale': '1' },
  }),
];
