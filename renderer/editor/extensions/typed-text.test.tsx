import { EditorSelection, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { afterEach, expect, it } from 'vitest';
import { typedText } from './typed-text';

let view: EditorView;
afterEach(() => view.destroy());

/** Types as Chromium does: it says what it will type, and the library then reads what came out. */
function type(data: string, ...read: readonly string[]): void {
  view.contentDOM.dispatchEvent(new InputEvent('beforeinput', { inputType: 'insertText', data }));
  for (const text of read) take(text);
}

function take(read: string): void {
  const { from, to } = view.state.selection.main;
  const insert = () => view.state.replaceSelection(read);
  const handled = view.state
    .facet(EditorView.inputHandler)
    .some((handler) => handler(view, from, to, read, insert as never));
  if (!handled) view.dispatch(insert());
}

function open(doc: string, anchor: number, head: number = anchor): void {
  view = new EditorView({
    state: EditorState.create({
      doc,
      selection: EditorSelection.single(anchor, head),
      extensions: typedText,
    }),
  });
}

it('keeps a space that is typed at a wrap on its line', () => {
  open('on Amazon', 3);
  type(' ', '\n ');
  expect(view.state.doc.toString()).toBe('on  Amazon');
  expect(view.state.selection.main.head).toBe(4);
});

it('does so when the line end comes by itself before it', () => {
  open('on Amazon', 3);
  type(' ', '\n', ' ');
  expect(view.state.doc.toString()).toBe('on  Amazon');
});

it('puts it over what is selected', () => {
  open('on Amazon', 3, 9);
  type(' ', '\n ');
  expect(view.state.doc.toString()).toBe('on  ');
});

it('leaves everything else to the library', () => {
  open('on Amazon', 3);
  type('x', 'x');
  expect(view.state.doc.toString()).toBe('on xAmazon');
  view.contentDOM.dispatchEvent(new InputEvent('beforeinput', { inputType: 'insertParagraph' }));
  const handlers = view.state.facet(EditorView.inputHandler);
  expect(handlers.some((handler) => handler(view, 3, 3, '\n', (() => null) as never))).toBe(false);
});
