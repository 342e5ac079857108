import { forceParsing } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { afterEach, describe, expect, it } from 'vitest';
import { folds } from '../folds';
import { editorExtensions } from '.';
import { runEditing } from './editing';

// jsdom lays nothing out.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;

const TEXT = `---
id: A
---
# Title

Words of
two lines.

## One

- item
  more

### Deeper

\`\`\`yaml
# no heading
a: 1
\`\`\`

## Two

Last.
`;
const OPTIONS = { readOnly: false, plain: false, cursor: 0, scroll: 0 };

let view: EditorView;
afterEach(() => view.destroy());

function open(text = TEXT, path = 'a.md'): void {
  view = new EditorView({
    state: EditorState.create({
      doc: text,
      extensions: editorExtensions(path, OPTIONS, { wrap: false, tabWidth: 2, font: 'mono' }),
    }),
    parent: document.body,
  });
  forceParsing(view, text.length, 5000);
}

const put = (at: string) => view.dispatch({ selection: { anchor: view.state.doc.toString().indexOf(at) } });
/** The first and last words of what is folded, in the order of the text. */
const folded = () =>
  [...folds.of(view.state)]
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => {
      const [first, last] = [view.state.doc.lineAt(from), view.state.doc.lineAt(to)];
      return `${first.text} … ${last.text}`;
    });
const marks = () =>
  [...view.dom.querySelectorAll('.sw-fold-gutter .sw-fold')].filter(
    (mark) => (mark.closest('.cm-gutterElement') as HTMLElement).style.visibility !== 'hidden',
  );

describe('folding prose', () => {
  it('has a mark at the header, at headings and at blocks of code, and none at words like them', () => {
    open();
    expect(marks().map((mark) => mark.classList.contains('sw-folded'))).toEqual(Array(6).fill(false));
    runEditing(view, 'text.foldAll');
    expect(marks().some((mark) => mark.classList.contains('sw-folded'))).toBe(true);
  });

  it('folds the section, list or block that the cursor is in, and puts the cursor where it begins', () => {
    open();
    put('Last.');
    expect(runEditing(view, 'text.fold')).toBe('');
    expect(folded()).toEqual(['## Two … Last.']);
    expect(view.state.doc.lineAt(view.state.selection.main.head).text).toBe('## Two');
    put('a: 1');
    runEditing(view, 'text.fold');
    put('  more');
    runEditing(view, 'text.fold');
    expect(folded()).toEqual(['- item …   more', '```yaml … ```', '## Two … Last.']);
    runEditing(view, 'text.unfoldAll');
    // A paragraph is no part of its own.
    put('two lines');
    runEditing(view, 'text.fold');
    expect(folded()).toEqual(['# Title … Last.']);
  });

  it('folds around what is folded already', () => {
    open();
    put('### Deeper');
    runEditing(view, 'text.fold');
    runEditing(view, 'text.fold');
    expect(folded()[0]).toMatch(/^## One … /);
  });

  it('folds every section but the one that is the whole file', () => {
    open();
    put('Last.');
    runEditing(view, 'text.foldAll');
    expect(folded()).toEqual([
      '--- … ---',
      '## One … ```',
      '### Deeper … ```',
      '```yaml … ```',
      '## Two … Last.',
    ]);
    expect(view.state.doc.lineAt(view.state.selection.main.head).text).toBe('## Two');
    view.destroy();
    open('# One\n\na\n\n# Two\n\nb\n');
    runEditing(view, 'text.foldAll');
    expect(folded()).toEqual(['# One … a', '# Two … b']);
  });

  it('says so where there is nothing to fold', () => {
    open('Words.\n');
    expect(runEditing(view, 'text.fold')).toMatch(/nothing to fold/);
    expect(runEditing(view, 'text.foldAll')).toMatch(/nothing to fold/);
  });

  it('folds data by its brackets, around the cursor too', () => {
    open('{\n  "a": {\n    "b": 1\n  }\n}\n', 'a.json');
    put('"b"');
    runEditing(view, 'text.fold');
    expect(folded()).toEqual(['  "a": { …   }']);
  });
});
