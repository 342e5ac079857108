import { CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState, type Transaction } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { describe, expect, it } from 'vitest';
import type { Suggestion, Wanted } from '../../../../shared/symbols/assist';
import { languageOf } from '../../../languages/language-of';
import { type Assist, assisted } from './assist-facet';
import { complete } from './completion';

function stateOf(path: string, text: string, assist: Partial<Assist>, readOnly = false): EditorState {
  const full: Assist = {
    suggest: async () => [],
    snippets: async () => [],
    at: async () => null,
    card: async () => null,
    goToDefinition: () => undefined,
    ...assist,
  };
  const state = EditorState.create({
    doc: text,
    extensions: [
      languageOf(path) ?? [],
      assisted.of({ path, assist: full }),
      EditorState.readOnly.of(readOnly),
    ],
  });
  ensureSyntaxTree(state, text.length, 5000);
  return state;
}

const answering = (suggestions: readonly Suggestion[], asked: Wanted[] = []): Partial<Assist> => ({
  suggest: async (_path, wanted) => {
    asked.push(wanted);
    return suggestions;
  },
});

const ADR: Suggestion = { label: 'ADR-001', detail: 'Kafka as backbone', kind: 'id', symbol: 'id ADR-001' };

/** Takes the first suggestion at `|` and returns the text and the place of the cursor. */
async function picked(path: string, marked: string, suggestion: Suggestion): Promise<string> {
  const pos = marked.indexOf('|');
  const state = stateOf(path, marked.replace('|', ''), answering([suggestion]));
  const result = (await complete(new CompletionContext(state, pos, false))) as CompletionResult;
  const [option] = result.options;
  let after = state;
  const view = {
    state,
    dispatch: (spec: Parameters<EditorState['update']>[0]) => {
      const transaction: Transaction = state.update(spec);
      after = transaction.state;
    },
  } as unknown as EditorView;
  const { apply } = option ?? {};
  if (typeof apply !== 'function' || !option) throw new Error('The suggestion cannot be applied');
  apply(view, option, result.from, result.to ?? pos);
  const { head } = after.selection.main;
  return `${after.sliceDoc(0, head)}|${after.sliceDoc(head)}`;
}

describe('the completion source', () => {
  it('asks for what fits and shows titles beside', async () => {
    const asked: Wanted[] = [];
    const state = stateOf('a.md', 'as ADR-0', answering([ADR], asked));
    const result = await complete(new CompletionContext(state, 8, false));
    expect(asked).toEqual([{ kind: 'id', family: 'ADR' }]);
    expect(result).toMatchObject({ from: 3, options: [{ label: 'ADR-001', detail: 'Kafka as backbone' }] });
    expect('ADR-00').toMatch(result?.validFor as RegExp);
    expect('ADR-00 ').not.toMatch(result?.validFor as RegExp);
  });

  it('drops an answer that comes after the text moved on', async () => {
    let answer: (suggestions: readonly Suggestion[]) => void = () => undefined;
    const late = new Promise<readonly Suggestion[]>((resolve) => {
      answer = resolve;
    });
    const context = new CompletionContext(stateOf('a.md', 'ADR-', { suggest: () => late }), 4, false);
    const result = complete(context);
    // As the editor marks a question it no longer waits for.
    (context as unknown as { abortListeners: null }).abortListeners = null;
    expect(context.aborted).toBe(true);
    answer([ADR]);
    expect(await result).toBeNull();
  });

  it('asks nothing in the middle of a sentence, and nothing of read-only texts', async () => {
    const asked: Wanted[] = [];
    const quiet = stateOf('a.md', 'just words', answering([ADR], asked));
    expect(await complete(new CompletionContext(quiet, 10, false))).toBeNull();
    const locked = stateOf('a.md', 'ADR-', answering([ADR], asked), true);
    expect(await complete(new CompletionContext(locked, 4, true))).toBeNull();
    expect(asked).toEqual([]);
  });

  it('offers nothing for an id that stands there in full, unless asked', async () => {
    const state = stateOf('a.md', 'ADR-001', answering([ADR]));
    expect(await complete(new CompletionContext(state, 7, false))).toBeNull();
    expect(await complete(new CompletionContext(state, 7, true))).not.toBeNull();
  });
});

describe('taking a suggestion', () => {
  const key = (label: string, opens: Suggestion['opens'], detail = 'text'): Suggestion => ({
    label,
    detail,
    kind: 'key',
    ...(opens ? { opens } : {}),
  });

  it.each<[string, string, Suggestion, string]>([
    ['a.md', 'as ADR-0| says', ADR, 'as ADR-001| says'],
    ['a.md', 'Ada Qu|', { label: 'Ada Quist', detail: '', kind: 'person' }, 'Ada Quist|'],
    ['a.md', 'and Qu|', { label: 'Ada Quist', detail: '', kind: 'person' }, 'and Ada Quist|'],
    ['a.md', '[x](ad|)', { label: 'adr-001.md', detail: '', kind: 'file' }, '[x](adr-001.md|)'],
    ['a.yaml', 'ti|', key('title', 'value'), 'title: |'],
    ['a.yaml', 'ri|', key('risks', 'list'), 'risks:|'],
    ['a.yaml', 'ti|: x', key('title', 'value'), 'title|: x'],
    ['a.yaml', 'status: ac|', { label: 'accepted', detail: '', kind: 'value' }, 'status: accepted|'],
    ['a.json', '{"ti|"}', key('title', 'value'), '{"title": "|"}'],
    ['a.json', '{"ti|": 1}', key('title', 'value'), '{"title|": 1}'],
    ['a.json', '{"ri|"}', key('risks', 'list'), '{"risks": [|]}'],
    ['a.json', '{"sc|"}', key('score', 'value', 'whole number 1–25'), '{"score": |}'],
    ['a.json', '{ti|}', key('title', 'value'), '{"title": "|"}'],
    ['a.json', '{"a": "hi|"}', { label: 'high', detail: '', kind: 'value' }, '{"a": "high|"}'],
    ['a.json', '{"a": hi|}', { label: 'high', detail: '', kind: 'value' }, '{"a": "high"|}'],
    ['a.json', '{"a": tr|}', { label: 'true', detail: '', kind: 'value', bare: true }, '{"a": true|}'],
    ['a.json', '{"a": "ADR-0|"}', ADR, '{"a": "ADR-001|"}'],
  ])('in %s: %s', async (path, text, suggestion, expected) => {
    expect(await picked(path, text, suggestion)).toBe(expected);
  });
});
