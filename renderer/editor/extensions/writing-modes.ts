import {
  Compartment,
  EditorState,
  type Extension,
  Prec,
  type Range,
  type Text,
  type Transaction,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/** How one writes: what steps back, and whether the line of the cursor stays where it is. */
export interface WritingModes {
  /** All but the paragraph, or but the sentence, of the cursor steps back; null leaves all as it is. */
  readonly dim: 'paragraph' | 'sentence' | null;
  readonly typewriter: boolean;
}

/** Holds {@link writingModesOf}; reconfigured when a mode is switched. */
export const writingModes = new Compartment();

export function writingModesOf({ dim, typewriter }: WritingModes): Extension {
  return [
    dim ? [dimmed(dim === 'sentence'), dimLook] : [],
    typewriter ? [keptAtOneHeight, typewriterLook] : [],
  ];
}

/** Paragraphs are looked for within this many lines, sentences within this many characters. */
const LINES = 300;
const LONGEST = 20_000;

/** The lines without a blank one between them that hold an offset. On a blank line, that line. */
export function paragraphAt(doc: Text, offset: number): { readonly from: number; readonly to: number } {
  const line = doc.lineAt(offset);
  const blank = (number: number) => doc.line(number).text.trim() === '';
  if (line.text.trim() === '') return { from: line.from, to: line.to };
  let [first, last] = [line.number, line.number];
  while (first > 1 && line.number - first < LINES && !blank(first - 1)) first--;
  while (last < doc.lines && last - line.number < LINES && !blank(last + 1)) last++;
  return { from: doc.line(first).from, to: doc.line(last).to };
}

/** The sentence of a paragraph that holds an offset. */
export function sentenceAt(
  doc: Text,
  paragraph: { readonly from: number; readonly to: number },
  offset: number,
): { readonly from: number; readonly to: number } {
  if (paragraph.to - paragraph.from > LONGEST) return paragraph;
  const text = doc.sliceString(paragraph.from, paragraph.to);
  const at = offset - paragraph.from;
  let from = 0;
  for (const { index, 0: end } of text.matchAll(/[.!?]["'”’)\]*_]*\s+/g)) {
    const next = index + end.length;
    // The blank behind a sentence still belongs to it.
    if (next > at) return { from: paragraph.from + from, to: paragraph.from + index + end.trimEnd().length };
    from = next;
  }
  return { from: paragraph.from + from, to: paragraph.to };
}

const backLine = Decoration.line({ class: 'cm-stepped-back' });
const backText = Decoration.mark({ class: 'cm-stepped-back' });

function dimmed(bySentence: boolean): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = around(view, bySentence);
      }

      update(update: ViewUpdate): void {
        if (update.docChanged || update.selectionSet || update.viewportChanged)
          this.decorations = around(update.view, bySentence);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

/** Marks what is in sight but for the place of the cursor. */
function around({ state, visibleRanges }: EditorView, bySentence: boolean): DecorationSet {
  const { doc } = state;
  const { main } = state.selection;
  // A selection is all of it what one is at.
  const [first, last] = [paragraphAt(doc, main.from), paragraphAt(doc, main.to)];
  const kept = bySentence
    ? { from: sentenceAt(doc, first, main.from).from, to: sentenceAt(doc, last, main.to).to }
    : { from: first.from, to: last.to };
  const marks: Range<Decoration>[] = [];
  for (const { from, to } of visibleRanges)
    for (let at = from; at <= to; ) {
      const line = doc.lineAt(at);
      if (line.to < kept.from || line.from > kept.to) marks.push(backLine.range(line.from));
      else {
        if (line.from < kept.from) marks.push(backText.range(line.from, Math.min(line.to, kept.from)));
        if (line.to > kept.to) marks.push(backText.range(Math.max(line.from, kept.to), line.to));
      }
      at = line.to + 1;
    }
  return Decoration.set(marks, true);
}

/** What the user does with keys brings the line of the cursor to the middle; a click leaves the text where it is. */
const keptAtOneHeight = EditorState.transactionExtender.of((transaction) =>
  byKeys(transaction)
    ? { effects: EditorView.scrollIntoView(transaction.newSelection.main.head, { y: 'center' }) }
    : null,
);

function byKeys(transaction: Transaction): boolean {
  if (!transaction.docChanged && !transaction.selection) return false;
  if (transaction.isUserEvent('select.pointer')) return false;
  return ['input', 'delete', 'move', 'select', 'undo', 'redo'].some((event) =>
    transaction.isUserEvent(event),
  );
}

/** Quiet, and still readable. */
const dimLook = EditorView.theme({
  '.cm-stepped-back, .cm-stepped-back *': { color: 'var(--text-quiet) !important', fontWeight: 'inherit' },
});

/** Room for the first and the last line to stand in the middle. */
const typewriterLook = Prec.high(EditorView.theme({ '.cm-content': { paddingBlock: '42vh 56vh' } }));
