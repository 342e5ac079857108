import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  startCompletion,
} from '@codemirror/autocomplete';
import type { Command } from '@codemirror/view';
import type { Snippet, SnippetGroup } from '../../../../shared/symbols/snippets';
import { isMarkdownAt, prose } from '../editing/places';
import { assisted } from '../symbols/assist-facet';
import { inHeader } from '../symbols/wanted';
import { insertSnippet } from './insert-snippet';

const GROUPS: Readonly<Record<SnippetGroup, { readonly name: string; readonly rank: number }>> = {
  missing: { name: 'Missing here', rank: 1 },
  kind: { name: 'For this file', rank: 2 },
  text: { name: 'Text', rank: 3 },
  diagram: { name: 'Diagrams', rank: 4 },
};

/** A slash where a line begins, and what was typed behind it. */
const SLASH = /^([ \t]*(?:>[ \t]?)*)\/([\p{L}\p{N}][\p{L}\p{N} :×*-]{0,40})?$/u;

/** What is typed behind a slash, with the indentation before it, is no longer than this. */
const LONGEST = 120;

/** What could be inserted where a slash begins a line. Escape leaves the slash as text; in code and headers it is nothing else. */
export const slashMenu: CompletionSource = async (
  context: CompletionContext,
): Promise<CompletionResult | null> => {
  const { state, pos } = context;
  const scene = state.facet(assisted);
  const line = state.doc.lineAt(pos);
  if (pos - line.from > LONGEST) return null;
  const typed = SLASH.exec(line.text.slice(0, pos - line.from));
  if (!scene || !typed || state.readOnly || line.text.slice(pos - line.from).trim() !== '') return null;
  if (inHeader(state, line.number) || !takesSnippets(context)) return null;
  const from = line.from + (typed[1] ?? '').length;
  const words = typed[2] ?? '';
  const snippets = await scene.assist.snippets(scene.path, from, pos - from, words);
  if (context.aborted || snippets.length === 0) return null;
  return {
    from: from + 1,
    to: pos,
    options: snippets.map((one, index) => option(one, index)),
    // A size is told by its digits, so that these ask anew.
    validFor: /^[\p{L} :-]*$/u,
  };
};

/** In Markdown, not in its code; in data and diagrams everywhere. */
function takesSnippets({ state, pos }: CompletionContext): boolean {
  return !state.facet(prose) || isMarkdownAt(state, pos);
}

/** Where nothing else tells which is meant, the order in which they were given stays. */
function option(snippet: Snippet, index: number): Completion {
  const { label, detail, group, boost = 0 } = snippet;
  return {
    label,
    detail,
    section: GROUPS[group],
    boost: boost / 20 - index / 100,
    type: 'snippet',
    apply: (view, _completion, from, to) => insertSnippet(view, snippet, { from: from - 1, to }),
  };
}

/** Opens the list without a slash typed by hand: at the cursor where its line is empty, else on a new line below. */
export const openSnippets: Command = (view) => {
  const { state } = view;
  if (state.readOnly || !state.facet(assisted)) return false;
  const line = state.doc.lineAt(state.selection.main.head);
  const empty = line.text.trim() === '';
  const lead = empty ? '' : `\n${/^[ \t]*/.exec(line.text)?.[0] ?? ''}`;
  const insert = `${lead}/`;
  view.dispatch({
    changes: { from: line.to, insert },
    selection: { anchor: line.to + insert.length },
    userEvent: 'input',
    scrollIntoView: true,
  });
  view.focus();
  return startCompletion(view);
};
