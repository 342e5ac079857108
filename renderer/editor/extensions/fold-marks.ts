import {
  foldAll,
  foldable,
  foldEffect,
  foldedRanges,
  foldState,
  syntaxTree,
  unfoldEffect,
} from '@codemirror/language';
import type { EditorState, Extension, Line } from '@codemirror/state';
import { type BlockInfo, type Command, EditorView, GutterMarker, gutter } from '@codemirror/view';
import type { Span } from '../../../shared/text/span';
import { prose } from './editing/places';

/** How a part of prose begins that is worth folding: a heading, a block of code, the header of the file. */
const BEGINS = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|```|~~~)|^---\s*$/;
const PARTS = /^(?:ATXHeading[1-6]|FencedCode|Frontmatter)$/;
/** Lines that are gone up at most to find the part that holds the cursor. */
const MOST_LINES = 5_000;

class FoldMark extends GutterMarker {
  constructor(private readonly folded: boolean) {
    super();
  }

  override eq(other: FoldMark): boolean {
    return other.folded === this.folded;
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('span');
    mark.className = this.folded ? 'sw-fold sw-folded' : 'sw-fold';
    mark.title = this.folded ? 'Unfold' : 'Fold';
    return mark;
  }
}

const OPEN = new FoldMark(false);
const FOLDED = new FoldMark(true);

/** The fold that begins in a line. */
function foldedAt(state: EditorState, { from, to }: Span): Span | null {
  let found: Span | null = null;
  foldedRanges(state).between(from, to, (start, end) => {
    if (start < from || start > to) return undefined;
    found = { from: start, to: end };
    return false;
  });
  return found;
}

/** True where a part begins. Where it ends is looked for when it is folded only: a section may be the whole file. */
function isBeginning(state: EditorState, { from, to }: Span): boolean {
  if (!BEGINS.test(state.doc.sliceString(from, Math.min(to, from + 12)))) return false;
  let node = syntaxTree(state).resolveInner(Math.min(from + 1, to), -1);
  for (; node.parent; node = node.parent) if (PARTS.test(node.name)) return node.from >= from;
  return false;
}

/** What can be folded from the end of a line on. The library knows nothing of headers. */
function foldableAt(state: EditorState, { from, to }: Span): Span | null {
  const header = from === 0 ? syntaxTree(state).topNode.firstChild : null;
  if (header?.name !== 'Frontmatter') return foldable(state, from, to);
  const end = state.doc.lineAt(Math.max(0, header.to - 1)).to;
  return end > to ? { from: to, to: end } : null;
}

function click(view: EditorView, line: BlockInfo): boolean {
  const { state } = view;
  const folded = foldedAt(state, line);
  const range = folded ?? foldableAt(state, line);
  if (!range) return false;
  view.dispatch({ effects: (folded ? unfoldEffect : foldEffect).of(range) });
  return true;
}

/** Marks beside headings and blocks of prose that fold them by pointer. They show under the pointer; what is folded always has its mark. */
export const proseFoldMarks: Extension = [
  gutter({
    class: 'sw-fold-gutter',
    lineMarker: (view, line) =>
      foldedAt(view.state, line) ? FOLDED : isBeginning(view.state, line) ? OPEN : null,
    lineMarkerChange: ({ docChanged, startState, state }) =>
      docChanged ||
      startState.field(foldState, false) !== state.field(foldState, false) ||
      syntaxTree(startState) !== syntaxTree(state),
    initialSpacer: () => FOLDED,
    domEventHandlers: { click },
  }),
  EditorView.theme({
    '.sw-fold-gutter .cm-gutterElement': { width: '16px', cursor: 'pointer' },
    '.sw-fold': {
      display: 'block',
      width: '7px',
      height: '7px',
      margin: '0.55em 4px 0',
      borderRight: '1.5px solid var(--text-quiet)',
      borderBottom: '1.5px solid var(--text-quiet)',
      transform: 'rotate(45deg)',
      opacity: '0',
    },
    '.cm-gutters:hover .sw-fold': { opacity: '1' },
    '.sw-folded, .cm-gutters:hover .sw-folded': { opacity: '1', transform: 'rotate(-45deg)' },
  }),
];

/** Lists, quotations and tables: folded by key, without a mark. In prose a paragraph is no part. */
const BLOCK = /^\s*(?:[-*+>|]|\d{1,9}[.)])/;

/** What can be folded in a line. */
function partAt(state: EditorState, line: Line): Span | null {
  if (state.facet(prose) && !BLOCK.test(line.text) && !isBeginning(state, line)) return null;
  return foldableAt(state, line);
}

/** Folds what begins in the line of the cursor, else the innermost part that holds the cursor, which then stands where that begins. */
export const foldHere: Command = (view) => {
  const { state } = view;
  const { head } = state.selection.main;
  const own = state.doc.lineAt(head);
  for (let number = own.number; number > 0 && own.number - number < MOST_LINES; number--) {
    const line = state.doc.line(number);
    const range = foldedAt(state, line) ? null : partAt(state, line);
    if (!range || range.to < own.to) continue;
    view.dispatch({
      effects: foldEffect.of(range),
      ...(head > range.from ? { selection: { anchor: range.from } } : {}),
      scrollIntoView: true,
    });
    return true;
  }
  return false;
};

/** Folds all sections and blocks of prose, but for the one section that is the whole file; elsewhere what the library folds. */
export const foldEverything: Command = (view) => {
  const { state } = view;
  if (!state.facet(prose)) return foldAll(view);
  const titles: Line[] = [];
  const parts: Line[] = [];
  for (let number = 1; number <= state.doc.lines; number++) {
    const line = state.doc.line(number);
    if (!isBeginning(state, line)) continue;
    parts.push(line);
    if (/^ {0,3}#[ \t]/.test(line.text)) titles.push(line);
  }
  const effects = parts
    .filter((line) => titles.length !== 1 || line !== titles[0])
    .flatMap((line) => partAt(state, line) ?? [])
    .map((range) => foldEffect.of(range));
  if (effects.length === 0) return false;
  const { head } = state.selection.main;
  const around = effects.map(({ value }) => value).find(({ from, to }) => from < head && head < to);
  view.dispatch({ effects, ...(around ? { selection: { anchor: around.from } } : {}) });
  return true;
};
