import { type Extension, Prec, StateEffect, StateField } from '@codemirror/state';
import { EditorView, hoverTooltip, keymap, showTooltip, type Tooltip } from '@codemirror/view';
import type { SymbolCard } from '../../../../shared/symbols/assist';
import { assisted } from './assist-facet';
import { cardElement, cardText } from './card-element';

const show = StateEffect.define<Tooltip | null>();

/** The card that was asked for with the keyboard; it goes when the cursor or the text moves. */
const shownCard = StateField.define<Tooltip | null>({
  create: () => null,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(show)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : value;
  },
  provide: (field) => showTooltip.from(field),
});

/** Shows what stands at the cursor beside it, and says it aloud. */
export async function showDefinition(view: EditorView): Promise<void> {
  const { state } = view;
  const scene = state.facet(assisted);
  if (!scene) return;
  const card = await scene.assist.at(scene.path, state.selection.main.head);
  // Findings may arrive meanwhile; only another text or another place makes the answer stale.
  if (view.state.doc !== state.doc || !view.state.selection.eq(state.selection)) return;
  view.dispatch({
    effects: [
      show.of(card && tooltip(card, state.selection.main.head)),
      EditorView.announce.of(card ? cardText(card) : 'Nothing that this kit defines stands here'),
    ],
  });
  view.focus();
}

function tooltip(card: SymbolCard, pos: number): Tooltip {
  return {
    pos: card.at?.from ?? pos,
    end: card.at?.to ?? pos,
    above: true,
    create: () => ({ dom: cardElement(card) }),
  };
}

const hover = hoverTooltip(
  async (view, pos) => {
    const scene = view.state.facet(assisted);
    const card = scene ? await scene.assist.at(scene.path, pos) : null;
    return card && tooltip(card, pos);
  },
  { hideOnChange: true, hoverTime: 350 },
);

/** Ctrl or Cmd and a click go to the definition; Alt and a click set another cursor instead. */
const clicks = [
  EditorView.clickAddsSelectionRange.of((event) => event.altKey),
  EditorView.domEventHandlers({
    mousedown(event, view) {
      const scene = view.state.facet(assisted);
      if (!scene || event.button !== 0 || event.altKey || !(event.ctrlKey || event.metaKey)) return false;
      const pos = view.posAtCoords({ x: event.clientX, y: event.clientY });
      if (pos === null) return false;
      event.preventDefault();
      scene.assist.goToDefinition(scene.path, pos);
      return true;
    },
  }),
];

const look = EditorView.theme({
  '.sw-card': {
    padding: '8px 12px 10px',
    maxWidth: 'min(460px, 80vw)',
    fontFamily: 'var(--font-ui)',
    fontSize: '13px',
    lineHeight: '1.45',
  },
  '.cm-completionInfo .sw-card': { padding: '0', maxWidth: 'none' },
  '.sw-card-name': { fontFamily: 'var(--font-mono)', fontSize: '12.5px' },
  '.sw-card-title': { fontWeight: '600' },
  '.sw-card-place': { color: 'var(--text-soft)', fontSize: '12px', overflowWrap: 'anywhere' },
  '.sw-card-excerpt': {
    margin: '8px 0 0',
    padding: '7px 9px',
    borderRadius: '5px',
    background: 'var(--sunken)',
    fontFamily: 'var(--font-mono)',
    fontSize: '11.5px',
    lineHeight: '1.5',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  '.cm-tooltip-hover .cm-tooltip-section + .cm-tooltip-section': { borderTop: '1px solid var(--line)' },
});

/** Definitions under the pointer and at the cursor, and the ways to them. */
export const definitions: Extension = [
  shownCard,
  hover,
  clicks,
  Prec.high(
    keymap.of([
      {
        key: 'Escape',
        run: (view) => {
          if (view.state.field(shownCard, false) == null) return false;
          view.dispatch({ effects: show.of(null) });
          return true;
        },
      },
    ]),
  ),
  look,
];
