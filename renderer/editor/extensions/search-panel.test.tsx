import { getSearchQuery, openSearchPanel, replaceAll } from '@codemirror/search';
import { EditorSelection, EditorState } from '@codemirror/state';
import { EditorView, runScopeHandlers } from '@codemirror/view';
import { describe, expect, it } from 'vitest';
import { editorExtensions } from '.';
import { openReplace } from './search-panel';
import { searchRangeOf } from './search-range';

// jsdom lays nothing out.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;

const OPTIONS = { readOnly: false, plain: false, cursor: 0, scroll: 0 };

function open(text: string, from = 0, to = 0) {
  const view = new EditorView({
    state: EditorState.create({
      doc: text,
      selection: EditorSelection.single(from, to),
      extensions: editorExtensions('a.md', OPTIONS, { wrap: false, tabWidth: 2, font: 'mono' }),
    }),
    parent: document.body,
  });
  openSearchPanel(view);
  const panel = view.dom.querySelector('.cm-search') as HTMLElement;
  const field = (name: string) => panel.querySelector<HTMLInputElement>(`[name=${name}]`) as HTMLInputElement;
  const write = (name: string, value: string) => {
    field(name).value = value;
    field(name).dispatchEvent(new Event('input'));
  };
  const press = (label: string) =>
    (panel.querySelector(`[aria-label="${label}"]`) as HTMLButtonElement).click();
  const count = () => panel.querySelector('[role=status]')?.textContent;
  return { view, field, write, press, count, panel };
}

describe('find and replace', () => {
  it('counts matches, and replaces by what groups found', () => {
    const { view, write, press, count } = open('R-01 and R-02, not RX');
    write('search', 'R-(\\d+)');
    expect(count()).toBe('None');
    press('Regular expression');
    expect(count()).toMatch(/2$/);
    write('replace', 'Risk $1');
    replaceAll(view);
    expect(view.state.doc.toString()).toBe('Risk 01 and Risk 02, not RX');
    view.destroy();
  });

  it('says that an expression is not valid, instead of finding nothing', () => {
    const { view, field, write, press, count } = open('a(b');
    write('search', 'a(');
    expect(count()).toMatch(/1$/);
    press('Regular expression');
    expect([count(), field('search').getAttribute('aria-invalid')]).toEqual(['Not valid', 'true']);
    write('search', 'a\\(');
    expect(field('search').getAttribute('aria-invalid')).toBe('false');
    view.destroy();
  });

  it('goes to the replacement where there is something to look for', () => {
    const { view, field } = open('one two one', 0, 3);
    openReplace(view);
    expect(document.activeElement).toBe(field('replace'));
    expect(field('search').value).toBe('one');
    view.destroy();
    const { view: empty, field: empties } = open('one');
    openReplace(empty);
    expect(document.activeElement).toBe(empties('search'));
    empty.destroy();
  });

  it('stays in what was selected when asked to, while it grows and shrinks', () => {
    const text = 'ab ab\nab ab\nab ab';
    const { view, write, press, count, panel } = open(text, 6, 11);
    write('search', 'ab');
    press('In the selection only');
    expect(panel.querySelector('[name=selection]')?.getAttribute('aria-pressed')).toBe('true');
    expect(count()).toMatch(/2$/);
    write('replace', 'abab');
    replaceAll(view);
    expect(view.state.doc.toString()).toBe('ab ab\nabab abab\nab ab');
    expect(searchRangeOf(view.state)).toEqual({ from: 6, to: 15 });
    expect(getSearchQuery(view.state).replace).toBe('abab');
    runScopeHandlers(view, new KeyboardEvent('keydown', { key: 'Escape' }), 'search-panel');
    expect(searchRangeOf(view.state)).toBeNull();
    view.destroy();
  });
});
