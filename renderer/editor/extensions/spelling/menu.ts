import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { closeHoverTooltips, EditorView, hoverTooltip, showTooltip, type Tooltip } from '@codemirror/view';
import type { Span } from '../../../../shared/text/span';
import { look } from './look';
import { misspelt, misspeltAt } from './marks';
import { menuElement } from './menu-element';
import { spelled } from './spelled-facet';

const show = StateEffect.define<Tooltip | null>();

/** The menu that was asked for; it goes when the cursor or the text moves. */
const shownMenu = StateField.define<Tooltip | null>({
  create: () => null,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(show)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : value;
  },
  provide: (field) => showTooltip.from(field),
});

/** Offers what could be meant by the misspelt word at the cursor, or the next on its line; false when there is none. */
export function openSpellingMenu(view: EditorView): boolean {
  const word = misspeltAt(view.state, view.state.selection.main.head, true);
  if (!word) return false;
  void openAt(view, word);
  return true;
}

async function openAt(view: EditorView, word: Span): Promise<void> {
  view.dispatch({ selection: { anchor: word.from, head: word.to }, scrollIntoView: true });
  const { state } = view;
  const made = await tooltip(view, state, word, true);
  if (made && view.state.doc === state.doc && view.state.selection.eq(state.selection))
    view.dispatch({ effects: show.of(made) });
}

async function tooltip(
  view: EditorView,
  state: EditorState,
  word: Span,
  focused: boolean,
): Promise<Tooltip | null> {
  const spelling = state.facet(spelled);
  const text = state.sliceDoc(word.from, word.to);
  if (!spelling) return null;
  const suggestions = await spelling.suggest(text.replaceAll('’', "'"));
  const close = () => {
    view.dispatch({ effects: [show.of(null), closeHoverTooltips] });
    view.focus();
  };
  const act = (work: () => void) => () => {
    close();
    // A hovered menu may stand at a text that moved on.
    if (view.state.sliceDoc(word.from, word.to) === text) work();
  };
  return {
    pos: word.from,
    end: word.to,
    above: false,
    create: () => {
      const dom = menuElement({
        word: text,
        suggestions: suggestions.map((suggestion) => ({
          label: suggestion,
          choose: act(() =>
            view.dispatch({
              changes: { ...word, insert: suggestion },
              selection: { anchor: word.from + suggestion.length },
              userEvent: 'input.spelling',
              scrollIntoView: true,
            }),
          ),
        })),
        dictionaries: [
          {
            label: 'Add to the kit’s dictionary',
            choose: act(() => spelling.addToKit(dictionaryWord(text))),
          },
          { label: 'Add to my dictionary', choose: act(() => spelling.addToMine(dictionaryWord(text))) },
        ],
        // Whoever meant to cut or paste clicked a word that happens to be marked.
        more: {
          label: 'More…',
          choose: act(() => {
            const at = view.coordsAtPos(word.from);
            if (at) spelling.openTextMenu(at.left, at.bottom + 2);
          }),
        },
        close,
      });
      return {
        dom,
        mount: () => {
          if (focused) dom.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
        },
      };
    },
  };
}

function dictionaryWord(text: string): string {
  return text.replaceAll('’', "'");
}

const hover = hoverTooltip(
  (view, pos) => {
    const word = view.state.field(shownMenu, false) ? null : misspeltAt(view.state, pos);
    return word && tooltip(view, view.state, word, false);
  },
  { hideOnChange: true, hoverTime: 500 },
);

/** A right click on a marked word, or the menu key, opens the menu there. */
const contextMenu = EditorView.domEventHandlers({
  contextmenu(event, view) {
    // On a Mac, Control and a click is a right click too.
    const byKey = event.button !== 2 && !event.ctrlKey;
    const pos = byKey
      ? view.state.selection.main.head
      : view.posAtCoords({ x: event.clientX, y: event.clientY });
    const word = pos === null ? null : misspeltAt(view.state, pos);
    if (!word) return false;
    event.preventDefault();
    void openAt(view, word);
    return true;
  },
});

/** Marks of misspelt words with their menu. */
export const spellingMenu: Extension = [misspelt, shownMenu, hover, contextMenu, look];
