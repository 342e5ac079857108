import { type Extension, Prec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

interface Typed {
  readonly view: EditorView;
  readonly doc: EditorView['state']['doc'];
  readonly text: string;
}

/** What the engine said is being typed, until it was taken over. */
let typing: Typed | null = null;

/**
 * A space typed where a wrapped line begins comes out of Chromium as a line end and a space, together or one after the other, and the library
 * notices that in some places only. What is typed on one line stays on it: the engine says beforehand what it is about to type.
 */
export const typedText: Extension = Prec.highest([
  EditorView.domEventHandlers({
    beforeinput(event, view) {
      const text = event.inputType === 'insertText' && !event.isComposing ? event.data : null;
      typing = text === null || text.includes('\n') ? null : { view, doc: view.state.doc, text };
      return false;
    },
  }),
  EditorView.inputHandler.of((view, _from, _to, text) => {
    const typed = typing;
    if (typed?.view !== view || typed.doc !== view.state.doc || !text.includes('\n')) return false;
    // The line end alone is dropped: the text is drawn as it was, and what was typed comes next.
    if (text === '\n') return true;
    typing = null;
    view.dispatch(view.state.replaceSelection(typed.text), { userEvent: 'input.type', scrollIntoView: true });
    return true;
  }),
]);
