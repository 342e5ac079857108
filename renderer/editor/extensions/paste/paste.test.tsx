import { undo } from '@codemirror/commands';
import { forceParsing } from '@codemirror/language';
import { EditorSelection, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { describe, expect, it } from 'vitest';
import { KIT_FILE_TYPE } from '../../../clipboard/kit-file-type';
import { editorExtensions } from '..';
import { type Pasting, pastePlainNext } from '.';

// jsdom lays nothing out.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();

const MEASURES = { wrap: false, tabWidth: 2, font: 'mono' } as const;

interface Scene {
  readonly view: EditorView;
  readonly told: string[];
  readonly kept: string[];
  answerHtml(markdown: string | null): Promise<void>;
}

/** An editor in which `«…»` marks what is selected. */
function scene(marked: string, readOnly = false, path = 'docs/a.md'): Scene {
  const told: string[] = [];
  const kept: string[] = [];
  let answer: (markdown: string | null) => void = () => undefined;
  const pasting: Pasting = {
    toMarkdown: () => new Promise((resolve) => (answer = resolve)),
    keepPicture: async (beside, _file, name) => {
      kept.push(`${beside}: ${name}`);
      return name === 'bad.png' ? null : `assets/${name}`;
    },
    tell: (message) => told.push(message),
    state: (asked) => (asked === path ? view.state : null),
    dispatch: (_path, spec) => view.dispatch(spec),
  };
  const from = marked.indexOf('«');
  const to = marked.indexOf('»') - 1;
  const options = { readOnly, plain: false, cursor: 0, scroll: 0 };
  const view: EditorView = new EditorView({
    state: EditorState.create({
      doc: marked.replace(/[«»]/g, ''),
      selection: EditorSelection.single(from, to),
      extensions: editorExtensions(path, options, MEASURES, null, null, pasting),
    }),
    parent: document.body,
  });
  forceParsing(view, view.state.doc.length, 5000);
  const answerHtml = async (markdown: string | null) => {
    answer(markdown);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { view, told, kept, answerHtml };
}

function data(texts: Readonly<Record<string, string>>, files: readonly File[] = []): DataTransfer {
  return {
    getData: (type: string) => texts[type] ?? '',
    files,
    items: [],
    types: Object.keys(texts),
  } as never;
}

function give(view: EditorView, type: 'paste' | 'drop', given: DataTransfer): void {
  const event = new MouseEvent(type, { bubbles: true, cancelable: true });
  Object.defineProperty(event, type === 'paste' ? 'clipboardData' : 'dataTransfer', { value: given });
  view.contentDOM.dispatchEvent(event);
}

const paste = (view: EditorView, text: string, html = '') =>
  give(view, 'paste', data({ 'text/plain': text, ...(html === '' ? {} : { 'text/html': html }) }));

const shown = ({ state }: EditorView) => {
  const { from, to } = state.selection.main;
  return `${state.sliceDoc(0, from)}«${state.sliceDoc(from, to)}»${state.sliceDoc(to)}`;
};
const picture = (name: string) => new File(['x'], name, { type: 'image/png' });

describe('a pasted address', () => {
  it('makes a link of selected words; the first undo leaves plain text, the next the words', () => {
    const { view } = scene('see «the plan» now');
    paste(view, ' https://a.example/x ');
    expect(shown(view)).toBe('see [the plan](https://a.example/x)«» now');
    undo(view);
    expect(view.state.doc.toString()).toBe('see  https://a.example/x  now');
    undo(view);
    expect(view.state.doc.toString()).toBe('see the plan now');
  });

  it.each([
    ['without selected words', 'see «» now', 'see https://a.example now'],
    ['over another address', 'see «https://b.example» now', 'see https://a.example now'],
    ['over a link', '[«x»](b.md)', '[https://a.example](b.md)'],
    ['in code', '`«x»`', '`https://a.example`'],
    ['in a header', '---\ntitle: «x»\n---\n', '---\ntitle: https://a.example\n---\n'],
    ['in a fence', '```\n«x»\n```\n', '```\nhttps://a.example\n```\n'],
  ])('%s is written as it is', (_, before, expected) => {
    const { view } = scene(before);
    paste(view, 'https://a.example');
    expect(view.state.doc.toString()).toBe(expected);
  });

  it('is written as it is when plain text was asked for', () => {
    const { view } = scene('see «the plan» now');
    pastePlainNext(view);
    paste(view, 'https://a.example');
    expect(view.state.doc.toString()).toBe('see https://a.example now');
    const keyed = scene('«words»');
    keyed.view.contentDOM.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'V', ctrlKey: true, shiftKey: true, bubbles: true }),
    );
    paste(keyed.view, 'https://a.example');
    expect(keyed.view.state.doc.toString()).toBe('https://a.example');
  });
});

describe('pasted cells', () => {
  it('make a table with blank lines around it', () => {
    const { view } = scene('before\n«»\nafter');
    paste(view, 'Risk\tOwner\nR|1\tAda\n');
    expect(shown(view)).toBe('before\n\n| Risk | Owner |\n| --- | --- |\n| R\\|1 | Ada |\n«»\nafter');
    undo(view);
    expect(view.state.doc.toString()).toBe('before\nRisk\tOwner\nR|1\tAda\n\nafter');
  });

  it('go into the cells of a table from the cursor on, with rows added where they are wanted', () => {
    const { view } = scene('| a | b |\n| - | - |\n| 1 | «» |\n| 3 | 4 |\n');
    paste(view, 'x\ty\nz\tw');
    // Two columns do not fit behind the second one.
    expect(view.state.doc.line(3).text).toBe('| 1 | x y z w |');
    const fits = scene('| a | b |\n| - | - |\n| 1 | 2 |\n| «» | 4 |\n');
    paste(fits.view, 'x\ty\nz\tw|');
    expect(fits.view.state.doc.toString()).toBe('| a | b |\n| - | - |\n| 1 | 2 |\n| x | y |\n| z | w\\| |\n');
  });

  it('or lines in a cell stay in it', () => {
    const { view } = scene('| a | «» |\n| - | - |\n');
    paste(view, 'one\ntwo | three');
    expect(view.state.doc.line(1).text).toBe('| a | one two \\| three |');
  });
});

describe('formatted text', () => {
  it('is there as plain text at once, and as Markdown when it is known', async () => {
    const { view, answerHtml } = scene('before\n«»\nafter');
    paste(view, 'Title\nwords', '<h2>Title</h2><p>words</p>');
    expect(view.state.doc.toString()).toBe('before\nTitle\nwords\nafter');
    await answerHtml('## Title\n\nwords');
    expect(shown(view)).toBe('before\n\n## Title\n\nwords\n«»\nafter');
    undo(view);
    expect(view.state.doc.toString()).toBe('before\nTitle\nwords\nafter');
  });

  it('stays in its line when it is of one line', async () => {
    const { view, answerHtml } = scene('so «» it is');
    paste(view, 'bold', '<b>bold</b>');
    await answerHtml('**bold**');
    expect(shown(view)).toBe('so **bold**«» it is');
  });

  it('stays plain when somebody wrote in it meanwhile, or it says no more', async () => {
    const { view, answerHtml } = scene('«»');
    paste(view, 'Title', '<h2>Title</h2>');
    view.dispatch({ changes: { from: 2, insert: '!' } });
    await answerHtml('## Title');
    expect(view.state.doc.toString()).toBe('Ti!tle');
    const other = scene('«»');
    paste(other.view, 'Title', '<span>Title</span>');
    await other.answerHtml(null);
    expect(other.view.state.doc.toString()).toBe('Title');
  });

  it('follows its place when text is written before it', async () => {
    const { view, answerHtml } = scene('x «»');
    paste(view, 'a', '<b>a</b>');
    view.dispatch({ changes: { from: 0, insert: 'more ' } });
    await answerHtml('**a**');
    expect(view.state.doc.toString()).toBe('more x **a**');
  });
});

describe('pictures and files', () => {
  it('are kept beside the file and written as one step, with the words for them selected', async () => {
    const { view, kept } = scene('see: «»');
    give(view, 'paste', data({}, [picture('chart (1).png'), picture('bad.png')]));
    await new Promise((resolve) => setTimeout(resolve));
    expect(kept).toEqual(['docs/a.md: chart (1).png', 'docs/a.md: bad.png']);
    expect(shown(view)).toBe('see: ![«What the picture shows»](assets/chart%20%281%29.png)');
    undo(view);
    expect(view.state.doc.toString()).toBe('see: ');
  });

  it('of the kit become links to them when they are dropped', () => {
    const { view } = scene('«»');
    give(view, 'drop', data({ [KIT_FILE_TYPE]: 'plans/my plan.yaml' }));
    expect(view.state.doc.toString()).toBe('[my plan.yaml](../plans/my%20plan.yaml)');
    const other = scene('«»');
    give(other.view, 'drop', data({ [KIT_FILE_TYPE]: 'docs/assets/x.png' }));
    expect(other.view.state.doc.toString()).toBe('![What the picture shows](assets/x.png)');
  });

  it('are refused with a word where nothing can be kept', () => {
    const { view, told, kept } = scene('«»', true);
    give(view, 'paste', data({}, [picture('a.png')]));
    expect(told[0]).toMatch(/read-only/);
    const text = scene('«»');
    give(text.view, 'drop', data({}, [new File(['x'], 'a.zip', { type: 'application/zip' })]));
    expect(text.told[0]).toMatch(/Only pictures/);
    expect([kept, text.kept, view.state.doc.length]).toEqual([[], [], 0]);
  });
});
