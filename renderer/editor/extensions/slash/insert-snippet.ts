import { type Completion, snippet as libraryFields } from '@codemirror/autocomplete';
import { isolateHistory } from '@codemirror/commands';
import { EditorState, StateEffect, type Text, type Transaction } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Snippet } from '../../../../shared/symbols/snippets';
import type { Span } from '../../../../shared/text/span';
import { prose } from '../editing/places';

/**
 * Inserts a snippet at its place and takes away what was typed to find it, as one undoable step. Its first field is selected; Tab goes to the
 * next, Escape leaves them.
 */
export function insertSnippet(view: EditorView, made: Snippet, typed: Span): void {
  const { state } = view;
  const cut = state.changes({ from: typed.from, to: typed.to });
  const { edit, more, fields } = made;
  const middle = cut.apply(state.doc);
  const place = state.update({ changes: cut }).state;
  const insert = place.changes({ from: edit.from, to: edit.to, insert: place.toText(edit.insert) });
  let changes = cut.compose(insert);
  if (more) {
    const shift = edit.insert.length - (edit.to - edit.from);
    const at = { from: more.from + shift, to: more.to + shift };
    changes = changes.compose(
      EditorState.create({ doc: insert.apply(middle) }).changes({ ...at, insert: place.toText(more.insert) }),
    );
  }
  const ready = fields.length > 0 ? fieldsAt(edit.from, edit.insert, fields) : null;
  const end = edit.from + edit.insert.length;
  const doc = changes.apply(state.doc);
  const left =
    edit.from === typed.from ? null : emptyLine(doc, insert.mapPos(typed.from, -1), state.facet(prose));
  const tidy = EditorState.create({ doc }).changes(left ?? []);
  const { anchor, head } = ready?.selection ?? { anchor: end, head: end };
  view.dispatch({
    changes: changes.compose(tidy),
    selection: { anchor: tidy.mapPos(anchor), head: tidy.mapPos(head) },
    effects: StateEffect.mapEffects(ready?.effects ?? [], tidy),
    annotations: isolateHistory.of('full'),
    userEvent: 'input.complete',
    scrollIntoView: true,
  });
  view.focus();
}

/** The line that is left empty where the slash was, to be taken away; in prose only beside another empty one, which paragraphs need. */
function emptyLine(doc: Text, at: number, inProse: boolean): Span | null {
  const line = doc.lineAt(at);
  if (line.number < 2 || line.text.trim() !== '') return null;
  const isEmpty = (number: number) => number > doc.lines || doc.line(number).text.trim() === '';
  return inProse && !isEmpty(line.number - 1) && !isEmpty(line.number + 1)
    ? null
    : { from: line.from - 1, to: line.to };
}

/**
 * The library's fields for a text that is put at an offset. It indents what it inserts like the line it goes to, which these texts are already;
 * so it inserts into a text without indentation, and only what it says of the fields is taken.
 */
function fieldsAt(
  at: number,
  text: string,
  fields: readonly Span[],
): {
  readonly selection: { anchor: number; head: number };
  readonly effects: readonly StateEffect<unknown>[];
} | null {
  let template = '';
  let from = 0;
  fields.forEach((field, n) => {
    template += escaped(text.slice(from, field.from));
    template += `\${${n + 1}:${text.slice(field.from, field.to)}}`;
    from = field.to;
  });
  template += escaped(text.slice(from));
  const blank = EditorState.create({ doc: 'x'.repeat(at) });
  let done: Transaction | null = null;
  const completion: Completion = { label: '' };
  libraryFields(template)(
    { state: blank, dispatch: (transaction) => (done = transaction) },
    completion,
    at,
    at,
  );
  const made = done as Transaction | null;
  if (!made || made.state.doc.length !== at + text.length) return null;
  const { anchor, head } = made.newSelection.main;
  return { selection: { anchor, head }, effects: made.effects };
}

/** Braces mean fields to the library; a tab at the start of a line would become its idea of indentation, so there is none. */
function escaped(text: string): string {
  return text.replace(/[{}]/g, '\\$&');
}
