import { CompletionContext, type CompletionResult, nextSnippetField } from '@codemirror/autocomplete';
import { undo } from '@codemirror/commands';
import { forceParsing } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { describe, expect, it } from 'vitest';
import type { Snippet } from '../../../../shared/symbols/snippets';
import { editorExtensions } from '..';
import type { Assist } from '../symbols';
import { openSnippets, slashMenu } from '.';

// jsdom lays nothing out.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;

const MEASURES = { wrap: false, tabWidth: 2, font: 'mono' } as const;

function snippet(from: number, insert: string, more?: Snippet['more']): Snippet {
  const fields = [...insert.matchAll(/<[^>]*>/g)].map((m) => ({ from: m.index, to: m.index + m[0].length }));
  const made: Snippet = {
    label: 'Risk',
    detail: '',
    group: 'kind',
    edit: { from, to: from, insert },
    fields,
  };
  return more ? { ...made, more } : made;
}

interface Scene {
  readonly view: EditorView;
  readonly asked: (readonly [number, number, string])[];
  menu(): Promise<CompletionResult | null>;
}

/** An editor with the cursor at `‸`, in which these are offered. */
function scene(marked: string, snippets: readonly Snippet[], path = 'a.md', readOnly = false): Scene {
  const asked: (readonly [number, number, string])[] = [];
  const assist = {
    suggest: async () => [],
    snippets: async (_path: string, at: number, cut: number, typed: string) => {
      asked.push([at, cut, typed]);
      return snippets;
    },
    at: async () => null,
    card: async () => null,
    goToDefinition: () => undefined,
  } satisfies Assist;
  const options = { readOnly, plain: false, cursor: 0, scroll: 0 };
  const view = new EditorView({
    state: EditorState.create({
      doc: marked.replace('‸', ''),
      selection: { anchor: marked.indexOf('‸') },
      extensions: editorExtensions(path, options, MEASURES, assist),
    }),
    parent: document.body,
  });
  forceParsing(view, view.state.doc.length, 5000);
  const menu = async () =>
    slashMenu(new CompletionContext(view.state, view.state.selection.main.head, false, view));
  return { view, asked, menu };
}

function take({ view }: Scene, result: CompletionResult | null): void {
  const option = result?.options[0];
  if (!result || typeof option?.apply !== 'function') throw new Error('nothing to take');
  option.apply(view, option, result.from, result.to ?? result.from);
}

const shown = ({ state }: EditorView) => {
  const { from, to } = state.selection.main;
  return `${state.sliceDoc(0, from)}«${state.sliceDoc(from, to)}»${state.sliceDoc(to)}`;
};

describe('a slash at the start of a line', () => {
  it('offers what fits; the words behind it filter', async () => {
    const made = scene('one\n\n  /ris‸', [snippet(7, 'x')]);
    const result = await made.menu();
    expect(made.asked).toEqual([[7, 4, 'ris']]);
    expect([result?.from, result?.to]).toEqual([8, 11]);
  });

  it.each([
    ['behind words', 'a /ris‸'],
    ['before words', '/ris‸k it'],
    ['as a path', '/etc/pass‸'],
    ['in a header', '---\n/ris‸\n---\n'],
    ['in a fence', '```\n/ris‸\n```\n'],
    ['twice', '//‸'],
  ])('is only a slash %s', async (_, text) => {
    expect(await scene(text, [snippet(0, 'x')]).menu()).toBeNull();
  });

  it('is only a slash in a file that cannot be edited', async () => {
    expect(await scene('/‸', [snippet(0, 'x')], 'a.md', true).menu()).toBeNull();
  });
});

describe('a snippet', () => {
  it('takes the place of the slash, with its fields one after the other, and is undone at once', async () => {
    const made = scene('one\n\n  /ris‸\ntwo', [snippet(7, '| <id> | {x} | <owner> |')]);
    take(made, await made.menu());
    expect(shown(made.view)).toBe('one\n\n  | «<id>» | {x} | <owner> |\ntwo');
    made.view.dispatch(made.view.state.replaceSelection('R-01'));
    nextSnippetField(made.view);
    expect(shown(made.view)).toBe('one\n\n  | R-01 | {x} | «<owner>» |\ntwo');
    undo(made.view);
    undo(made.view);
    expect(made.view.state.doc.toString()).toBe('one\n\n  /ris\ntwo');
  });

  it('goes where it belongs, indented as it says', async () => {
    const text = 'list:\n  - id: A\n    n: 1\n/ris‸\n';
    const made = scene(text, [snippet(24, '\n  - id: B\n    n: <n>')], 'a.yaml');
    take(made, await made.menu());
    expect(shown(made.view)).toBe('list:\n  - id: A\n    n: 1\n  - id: B\n    n: «<n>»\n');
  });

  it('leaves no empty line behind where it goes elsewhere, but for one that parts paragraphs', async () => {
    const here = async (text: string, at: number) => {
      const made = scene(text, [snippet(at, '# <Top>\n\n')]);
      take(made, await made.menu());
      return shown(made.view);
    };
    expect(await here('a\n/t‸\nb\n', 0)).toBe('# «<Top>»\n\na\n\nb\n');
    expect(await here('a\n\n/t‸\nb\n', 0)).toBe('# «<Top>»\n\na\n\nb\n');
  });

  it('may write in a second place', async () => {
    const made = scene('a\n/f‸\nend\n', [snippet(2, '[^1]', { from: 7, to: 7, insert: '\n[^1]: <note>\n' })]);
    take(made, await made.menu());
    expect(shown(made.view)).toBe('a\n[^1]«»\nend\n\n[^1]: <note>\n');
  });

  it('is found by a command too, on a line of its own', () => {
    const made = scene('- word‸s', []);
    expect(openSnippets(made.view)).toBe(true);
    expect(shown(made.view)).toBe('- words\n/«»');
    const empty = scene('a\n‸\nb', []);
    openSnippets(empty.view);
    expect(shown(empty.view)).toBe('a\n/«»\nb');
  });
});
