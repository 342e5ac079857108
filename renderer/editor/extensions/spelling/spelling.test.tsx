import { history, undo } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { languageOf } from '../../../languages/language-of';
import { openSpellingMenu, type Spelling, spellingOf } from '.';
import { misspelt } from './marks';

interface Handle {
  on: boolean;
  readonly asked: string[][];
  readonly added: string[];
  readonly right: Set<string>;
  renew(): void;
}

/** Wrong is what holds "zz". */
function speller(): Spelling & Handle {
  const known = new Map<string, boolean>();
  const listeners = new Set<() => void>();
  const asked: string[][] = [];
  return {
    on: true,
    asked,
    added: [],
    right: new Set(),
    verdict: (word: string) => known.get(word) ?? null,
    async learn(words: readonly string[]) {
      const fresh = [...new Set(words)].filter((word) => !known.has(word));
      asked.push(fresh);
      await Promise.resolve();
      for (const word of fresh) known.set(word, !word.includes('zz') || this.right.has(word));
      return true;
    },
    suggest: async (word: string) => [word.replaceAll('zz', 's'), word.replaceAll('zz', 't')],
    addToKit(word: string) {
      this.added.push(`kit ${word}`);
    },
    addToMine(word: string) {
      this.added.push(`mine ${word}`);
    },
    openTextMenu() {
      this.added.push('menu');
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    renew() {
      known.clear();
      for (const listener of listeners) listener();
    },
  };
}

// jsdom has no layout; CodeMirror measures text with this.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;

let view: EditorView | null = null;
afterEach(() => {
  view?.destroy();
  view = null;
  document.body.replaceChildren();
});

function editor(path: string, doc: string, spelling = speller()) {
  const made = new EditorView({
    parent: document.body,
    state: EditorState.create({
      doc,
      extensions: [history(), languageOf(path) ?? [], spellingOf(path, spelling)],
    }),
  });
  view = made;
  return { view: made, spelling };
}

function marked({ state }: EditorView): string[] {
  const words: string[] = [];
  state.field(misspelt).between(0, state.doc.length, (from, to) => {
    words.push(state.sliceDoc(from, to));
  });
  return words;
}

const settled = (check: () => void) => vi.waitFor(check, { timeout: 5000, interval: 20 });

const MARKDOWN = `---
id: RFC-zz1
titzzle: "A titzzle of three words"
owner: Ines Duazzrte
---
# Heazzding

Prozze with \`cozzde\`, a [linzzk](./pazzth.md "tizztle"), <https://exazzmple.org>, and <b>bozzld</b>.

\`\`\`yaml
fenzzced: a value of many wozzrds
\`\`\`

> Quozzted *emphazzsis*. See [label][ref-zz].

[ref-zz]: ./defizzned.md

| Cezzll |
| --- |
| Vazzlue |

    indezznted code
`;

describe('the marks of misspelt words', () => {
  it('stand in the prose of Markdown, never in code, addresses, keys and names', async () => {
    const { view } = editor('note.md', MARKDOWN);
    await settled(() =>
      expect(marked(view)).toEqual([
        ...['titzzle', 'Heazzding', 'Prozze', 'linzzk', 'tizztle', 'bozzld', 'Quozzted', 'emphazzsis'],
        ...['Cezzll', 'Vazzlue'],
      ]),
    );
  });

  it('stand in the sentences of YAML and JSON, never in keys and short values', async () => {
    const yaml = editor(
      'matrix.yaml',
      'kezzy: shozzrt value\nnote: A sentezznce of words\nlist:\n  - "Quozzted with more words"\ntext: |\n  Blozzck of some words\n',
    );
    await settled(() => expect(marked(yaml.view)).toEqual(['sentezznce', 'Quozzted', 'Blozzck']));
    yaml.view.destroy();
    const json = editor(
      'risks.json',
      '{"kezzy of many words": "A valuzze of words", "n": ["Ozzne", "Listezzd words here"]}',
    );
    await settled(() => expect(marked(json.view)).toEqual(['valuzze', 'Listezzd']));
  });

  it('come after a pause, not while a word is being typed', async () => {
    const { view, spelling } = editor('note.md', 'Fine words. ');
    await settled(() => expect(spelling.asked.length).toBe(1));
    view.dispatch({ selection: { anchor: view.state.doc.length } });
    for (const letter of 'fizzne') {
      const at = view.state.selection.main.head;
      view.dispatch({
        changes: { from: at, insert: letter },
        selection: { anchor: at + 1 },
        userEvent: 'input.type',
      });
    }
    const asked = spelling.asked.length;
    await settled(() => expect(spelling.asked.length).toBeGreaterThan(asked));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(spelling.asked.flat().filter((word) => word.startsWith('fi'))).toEqual(['fizzne']);
    expect(marked(view)).toEqual([]);
    view.dispatch({ selection: { anchor: 0 } });
    await settled(() => expect(marked(view)).toEqual(['fizzne']));
  });

  it('move with edits before them and go with edits in them', async () => {
    const { view } = editor('note.md', 'One ozzne two twzzo.');
    await settled(() => expect(marked(view)).toEqual(['ozzne', 'twzzo']));
    view.dispatch({ changes: { from: 0, insert: 'Here: ' } });
    expect(marked(view)).toEqual(['ozzne', 'twzzo']);
    view.dispatch({ changes: { from: view.state.doc.toString().indexOf('ozzne') + 1, insert: 'k' } });
    expect(marked(view)).toEqual(['twzzo']);
    await settled(() => expect(marked(view)).toEqual(['okzzne', 'twzzo']));
  });

  it('ask only about words that are new', async () => {
    const { view, spelling } = editor('note.md', 'Words stand here. Words stay.');
    await settled(() => expect(spelling.asked).toEqual([['Words', 'stand', 'here', 'stay']]));
    view.dispatch({ changes: { from: 0, insert: 'More. ' } });
    await settled(() => expect(spelling.asked.at(-1)).toEqual(['More']));
  });

  it('are made anew when words become right, and go when spelling is switched off', async () => {
    const { view, spelling } = editor('note.md', 'An ozzne and a twzzo.');
    await settled(() => expect(marked(view)).toEqual(['ozzne', 'twzzo']));
    spelling.right.add('ozzne');
    spelling.renew();
    await settled(() => expect(marked(view)).toEqual(['twzzo']));
    spelling.on = false;
    spelling.renew();
    await settled(() => expect(marked(view)).toEqual([]));
  });
});

describe('the menu of a misspelt word', () => {
  async function opened() {
    const made = editor('note.md', 'See the pozzt here.');
    await settled(() => expect(marked(made.view)).toEqual(['pozzt']));
    expect(openSpellingMenu(made.view)).toBe(true);
    const menu = await vi.waitFor(() => {
      const found = document.querySelector<HTMLElement>('[role="menu"]');
      if (!found) throw new Error('There is no menu');
      return found;
    });
    return { ...made, menu };
  }
  const press = (key: string) =>
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  const focused = () => document.activeElement?.textContent;

  it('names the word, takes the focus and moves it with the keys', async () => {
    const { menu } = await opened();
    expect(menu.getAttribute('aria-label')).toBe('Spelling of pozzt');
    await settled(() => expect(focused()).toBe('post'));
    press('ArrowDown');
    expect(focused()).toBe('pott');
    press('End');
    expect(focused()).toBe('More…');
    press('ArrowUp');
    expect(focused()).toBe('Add to my dictionary');
    press('End');
    press('ArrowDown');
    expect(focused()).toBe('post');
    press('a');
    expect(focused()).toBe('Add to the kit’s dictionary');
  });

  it('writes what was chosen as one step to undo', async () => {
    const { view } = await opened();
    await settled(() => expect(focused()).toBe('post'));
    (document.activeElement as HTMLElement).click();
    expect(view.state.doc.toString()).toBe('See the post here.');
    expect(view.state.selection.main.head).toBe('See the post'.length);
    expect(document.querySelector('[role="menu"]')).toBeNull();
    undo(view);
    expect(view.state.doc.toString()).toBe('See the pozzt here.');
  });

  it('adds to either dictionary, and closes with Escape', async () => {
    const { view, spelling, menu } = await opened();
    menu.querySelectorAll<HTMLElement>('.sw-spelling-add')[0]?.click();
    expect(spelling.added).toEqual(['kit pozzt']);
    view.dispatch({ selection: { anchor: 9 } });
    expect(openSpellingMenu(view)).toBe(true);
    await settled(() => expect(focused()).toBe('post'));
    press('Escape');
    expect(document.querySelector('[role="menu"]')).toBeNull();
    expect(view.state.doc.toString()).toBe('See the pozzt here.');
  });

  it('does not open where nothing is marked', async () => {
    const { view } = await opened();
    view.dispatch({ selection: { anchor: view.state.doc.length } });
    expect(openSpellingMenu(view)).toBe(false);
  });
});
