import {
  acceptCompletion,
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { type Extension, Prec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import type { Suggestion } from '../../../../shared/symbols/assist';
import { slashMenu } from '../slash';
import { applySuggestion } from './apply';
import { type Assist, assisted } from './assist-facet';
import { cardElement } from './card-element';
import { type Spot, spotAt } from './wanted';

/** What fits at the cursor, asked of the checker; nothing when the text moved on before the answer came. */
export async function complete(context: CompletionContext): Promise<CompletionResult | null> {
  const { state, pos, explicit } = context;
  const scene = state.facet(assisted);
  if (!scene || state.readOnly) return null;
  const spot = spotAt(scene.path, state, pos, explicit);
  if (!spot) return null;
  const suggestions = await scene.assist.suggest(scene.path, spot.wanted);
  if (context.aborted || suggestions.length === 0) return null;
  const typed = state.sliceDoc(spot.from, pos);
  // Nothing is offered for what stands there in full.
  if (!explicit && suggestions.some(({ label }) => label === typed)) return null;
  return {
    from: spot.from,
    to: spot.to,
    options: suggestions.map((suggestion) => option(suggestion, spot, scene.assist)),
    validFor: spot.validFor,
  };
}

function option(suggestion: Suggestion, spot: Spot, assist: Assist): Completion {
  const { label, detail, kind, boost = 0, symbol, info } = suggestion;
  const made: Completion = {
    label,
    detail,
    type: kind,
    boost,
    apply: applySuggestion(suggestion, spot),
  };
  if (symbol !== undefined) {
    return {
      ...made,
      info: async () => {
        const card = await assist.card(symbol);
        return card ? cardElement(card) : null;
      },
    };
  }
  return info === undefined ? made : { ...made, info };
}

const look = EditorView.theme({
  '.cm-tooltip.cm-tooltip-autocomplete': { padding: '4px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--font-ui)',
    fontSize: '13px',
    maxHeight: '15em',
    minWidth: '220px',
    maxWidth: 'min(560px, 80vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    alignItems: 'baseline',
    gap: '10px',
    padding: '3px 8px',
    borderRadius: '5px',
    lineHeight: '1.5',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--selected)', color: 'var(--text)' },
  '.cm-completionLabel': { fontFamily: 'var(--font-mono)', fontSize: '12.5px', whiteSpace: 'nowrap' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-snippetField': { backgroundColor: 'var(--accent-wash)', borderRadius: '2px' },
  '.sw-snippet .cm-completionLabel': { fontFamily: 'var(--font-ui)', fontSize: '13px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > completion-section': {
    display: 'block',
    border: 'none',
    padding: '8px 8px 2px',
    color: 'var(--text-soft)',
    fontSize: '11.5px',
    fontWeight: '600',
    opacity: '1',
  },
  '.cm-completionDetail': {
    margin: '0',
    marginInlineStart: 'auto',
    fontStyle: 'normal',
    color: 'var(--text-soft)',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '.cm-tooltip.cm-completionInfo': {
    padding: '8px 10px',
    maxWidth: '380px',
    fontFamily: 'var(--font-ui)',
    fontSize: '12.5px',
    lineHeight: '1.45',
  },
});

/** Suggestions while typing, and when asked for. Enter or Tab takes one, Escape closes. */
export const completion: Extension = [
  autocompletion({
    override: [complete, slashMenu],
    // The editor's own keys hold those that no command of the studio has.
    defaultKeymap: false,
    icons: false,
    closeOnBlur: true,
    maxRenderedOptions: 60,
    tooltipClass: () => 'sw-completion',
    // Snippets are called by words, symbols by what is written.
    optionClass: ({ type }) => (type === 'snippet' ? 'sw-snippet' : ''),
  }),
  Prec.highest(keymap.of([{ key: 'Tab', run: acceptCompletion }])),
  look,
];
