import { forceParsing } from '@codemirror/language';
import { EditorSelection, EditorState, type StateCommand } from '@codemirror/state';
import { EditorView, runScopeHandlers } from '@codemirror/view';
import { describe, expect, it } from 'vitest';
import { editorExtensions } from '..';
import { newListItem } from '.';
import { toggleHeading, toggleList, toggleQuote, toggleTask } from './blocks';
import { runEditing } from './commands';
import { toggleLink } from './links';
import { nestItems, unnestItems } from './list-levels';
import { toggleMark } from './marks';
import { TABLE_COMMANDS } from './tables';

// jsdom lays nothing out.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;

const OPTIONS = { readOnly: false, plain: false, cursor: 0, scroll: 0 };
const MEASURES = { wrap: false, tabWidth: 2, font: 'mono' } as const;

/** An editor whose text marks what is selected: `a «b» c`, or `a | c` spelled `a «» c` for a cursor. */
function editor(marked: string, path = 'a.md', readOnly = false): EditorView {
  const from = marked.indexOf('«');
  const to = marked.indexOf('»') - 1;
  const state = EditorState.create({
    doc: marked.replace(/[«»]/g, ''),
    selection: from < 0 ? EditorSelection.single(0) : EditorSelection.single(from, to),
    extensions: editorExtensions(path, { ...OPTIONS, readOnly }, MEASURES),
  });
  const view = new EditorView({ state, parent: document.body });
  forceParsing(view, view.state.doc.length, 5000);
  return view;
}

function shown({ state }: EditorView): string {
  const { from, to } = state.selection.main;
  return `${state.sliceDoc(0, from)}«${state.sliceDoc(from, to)}»${state.sliceDoc(to)}`;
}

function apply(marked: string, command: StateCommand): string | null {
  const view = editor(marked);
  const ran = command(view);
  const result = shown(view);
  view.destroy();
  return ran ? result : null;
}

function press(view: EditorView, key: string, more: KeyboardEventInit = {}): boolean {
  return runScopeHandlers(view, new KeyboardEvent('keydown', { key, ...more }), 'editor');
}

function type(view: EditorView, text: string): void {
  const { from, to } = view.state.selection.main;
  const insert = () =>
    view.state.update({ changes: { from, to, insert: text }, selection: { anchor: from + text.length } });
  const handled = view.state
    .facet(EditorView.inputHandler)
    .some((handler) => handler(view, from, to, text, insert));
  if (!handled) view.dispatch(insert());
}

describe('marks', () => {
  it.each([
    ['bold', 'say «this» now', 'say **«this»** now'],
    ['bold', 'say **«this»** now', 'say «this» now'],
    ['bold', 'say **th«»is** now', 'say th«»is now'],
    ['bold', 'say th«»is now', 'say **th«»is** now'],
    ['italic', 'so «»', 'so *«»*'],
    ['code', '«x.y»', '`«x.y»`'],
    ['strikethrough', '~~«gone»~~', '«gone»'],
  ] as const)('%s of %s', (name, before, expected) => expect(apply(before, toggleMark(name))).toBe(expected));

  it('go next to the words, not to the blanks beside them', () => {
    expect(apply('say « this » now', toggleMark('bold'))?.replace(/[«»]/g, '')).toBe('say  **this**  now');
  });

  it('change nothing in a header, in code, or in a file that cannot be edited', () => {
    expect(apply('---\ntitle: «a»\n---\n', toggleMark('bold'))).toBeNull();
    expect(apply('```yaml\na: «b»\n```\n', toggleMark('bold'))).toBeNull();
    const view = editor('«a»', 'a.md', true);
    expect(runEditing(view, 'format.bold')).toBe('This file is read-only');
    expect(shown(view)).toBe('«a»');
    view.destroy();
  });

  it('are undone as one step, with several cursors too', () => {
    const view = editor('one two');
    view.dispatch({
      selection: EditorSelection.create([EditorSelection.range(0, 3), EditorSelection.range(4, 7)]),
    });
    expect(runEditing(view, 'format.bold')).toBe('');
    expect(view.state.doc.toString()).toBe('**one** **two**');
    press(view, 'z', { ctrlKey: true });
    expect(view.state.doc.toString()).toBe('one two');
    view.destroy();
  });
});

describe('links', () => {
  it.each([
    ['see «the plan» now', 'see [the plan](«») now'],
    ['see «https://a.example/(x)»', 'see [«»](https://a.example/%28x%29)'],
    ['see [the «»plan](x.md) now', 'see «the plan» now'],
    ['«»', '[«»]()'],
    ['«a] b»', '[a\\] b](«»)'],
  ])('%s', (before, expected) => expect(apply(before, toggleLink)).toBe(expected));
});

describe('blocks', () => {
  it.each([
    [toggleHeading(2), 'Ti«»tle', '## Ti«»tle'],
    [toggleHeading(2), '# Ti«»tle', '## Ti«»tle'],
    [toggleHeading(2), '## Ti«»tle', 'Ti«»tle'],
    [toggleHeading(0), '### «»T', '«»T'],
    [toggleHeading(1), '> «»T', '> # «»T'],
    [toggleList('bullet'), '«a\n\nb»', '- «a\n\n- b»'],
    [toggleList('bullet'), '«- a\n- b»', '«a\nb»'],
    [toggleList('number'), '1. x\n«a\nb»', '1. x\n2. «a\n3. b»'],
    [toggleList('task'), '- «a»', '- [ ] «a»'],
    [toggleTask, '- [ ] «»a', '- [x] «»a'],
    [toggleTask, '- [x] «»a', '- [ ] «»a'],
    [toggleTask, '«»a', '- [ ] «»a'],
    [toggleQuote, '«a\n\nb»', '> «a\n>\n> b»'],
    [toggleQuote, '«> a\n>\n> b»', '«a\n\nb»'],
  ])('%#', (command, before, expected) => expect(apply(before, command)).toBe(expected));

  it('a list goes on by Enter, numbers counted on, tasks open, and ends at an empty item', () => {
    expect(apply('- [x] a«»', newListItem)).toBe('- [x] a\n- [ ] «»');
    expect(apply('1. a\n2. b«»\n3. c', newListItem)).toBe('1. a\n2. b\n3. «»\n4. c');
    expect(apply('> - a«»', newListItem)).toBe('> - a\n> - «»');
    expect(apply('- a\n- «»', newListItem)).toBe('- a\n«»');
  });

  it.each<[string, string]>([
    ['- a\n- «»b\n- c', '- a\n  - «»b\n- c'],
    // As deep as the words above it, else it would be no part of that item.
    ['1. a\n2. «»b\n3. c\n4. d', '1. a\n   1. «»b\n2. c\n3. d'],
    ['1. a\n   1. x\n2. b«»', '1. a\n   1. x\n   2. b«»'],
    ['10. a\n11. «»b', '10. a\n    1. «»b'],
    ['- [ ] a\n- [x] «»b\n  more\n  - c\n- d', '- [ ] a\n  - [x] «»b\n    more\n    - c\n- d'],
    ['- a\n«- b\n- c\n»- d', '- a\n  «- b\n  - c\n»- d'],
    ['- a\n\n- «»b', '- a\n\n  - «»b'],
    // Lists that are all ones stay so but for what moves.
    ['1. a\n1. «»b\n1. c', '1. a\n   1. «»b\n1. c'],
    ['3. a\n4. «»b\n7. c', '3. a\n   1. «»b\n7. c'],
  ])('Tab makes an item part of the one above: %#', (before, after) => {
    expect(apply(before, nestItems)).toBe(after);
  });

  it.each<[string, string]>([
    ['- a\n  - «»b\n- c', '- a\n- «»b\n- c'],
    ['1. a\n   1. «»b\n   2. x\n2. c', '1. a\n2. «»b\n   1. x\n3. c'],
    ['- a\n    - «»b\n      - c', '- a\n- «»b\n  - c'],
    ['  - «»a', '- «»a'],
  ])('Shift and Tab take it out again: %#', (before, after) => {
    expect(apply(before, unnestItems)).toBe(after);
  });

  it.each(['- «»a', 'words «»', '```\n- a\n- «»b\n```'])(
    'leave to the usual keys what is no such item: %s',
    (text) => {
      expect(apply(text, nestItems)).toBeNull();
      expect(apply(text, unnestItems)).toBeNull();
    },
  );
});

describe('typing over selected words', () => {
  it('puts signs around them, and a second one makes them bold', () => {
    const view = editor('say «this» now');
    type(view, '*');
    type(view, '*');
    expect(shown(view)).toBe('say **«this»** now');
    view.destroy();
  });

  it('closes brackets, but not the apostrophe and the quote', () => {
    const view = editor('«»');
    for (const sign of ['(', '"', "'"]) type(view, sign);
    expect(shown(view)).toBe(`("'«»)`);
    type(view, ')');
    expect(shown(view)).toBe(`("')«»`);
    view.destroy();
  });
});

const TABLE = '| Risk | Owner |\n| --- | --- |\n| R-01 | Ada |\n| R-02 | Bob |\n';

describe('keys in a table', () => {
  it('move from cell to cell and add a row at the end', () => {
    const view = editor(`${TABLE.replace('Risk', 'Ri«»sk')}\nafter`);
    press(view, 'Tab');
    expect(shown(view)).toContain('| Risk | «Owner» |');
    press(view, 'Tab');
    expect(shown(view)).toContain('| «R-01» | Ada |');
    press(view, 'Tab', { shiftKey: true });
    expect(shown(view)).toContain('| Risk | «Owner» |');
    press(view, 'Enter');
    press(view, 'Enter');
    expect(shown(view)).toContain('| R-02 | «Bob» |');
    press(view, 'Enter');
    expect(shown(view)).toContain('| R-02 | Bob |\n|  | «» |\n\nafter');
    // An empty last row is not meant.
    press(view, 'Enter');
    expect(shown(view)).toBe(`${TABLE}\n«»\n\nafter`);
    view.destroy();
  });

  it('do what they do everywhere outside of one, and in a fence', () => {
    const view = editor('a | b«»');
    press(view, 'Tab');
    expect(view.state.doc.toString()).toBe('  a | b');
    view.destroy();
    const fenced = editor(`\`\`\`\n${TABLE.replace('Risk', 'Ri«»sk')}\`\`\`\n`);
    expect(runEditing(fenced, 'table.rowBelow')).toBe('Put the cursor into a table first');
    fenced.destroy();
  });

  it('are undone in one step, and lines move as rows', () => {
    const view = editor(TABLE.replace('R-02', 'R-«»02'));
    expect(runEditing(view, 'text.moveUp')).toBe('');
    expect(shown(view)).toContain('| --- | --- |\n| R-«»02 | Bob |\n| R-01');
    runEditing(view, 'text.moveUp');
    expect(view.state.doc.line(2).text).toBe('| --- | --- |');
    runEditing(view, 'table.moveColumnRight');
    expect(view.state.doc.line(1).text).toBe('| Owner | Risk |');
    press(view, 'z', { ctrlKey: true });
    press(view, 'z', { ctrlKey: true });
    expect(view.state.doc.toString()).toBe(TABLE);
    view.destroy();
  });

  it('keep the cursor in its word when the table is formatted', () => {
    const view = editor(TABLE.replace('Ada', 'A«»da'));
    TABLE_COMMANDS.format(view);
    expect(shown(view)).toContain('| R-01 | A«»da   |');
    view.destroy();
  });

  it('say what is not possible', () => {
    const view = editor(TABLE.replace('Risk', 'Ri«»sk'));
    expect(runEditing(view, 'table.deleteRow')).toMatch(/keeps its header/);
    expect(runEditing(view, 'table.rowUp')).toMatch(/further up/);
    view.destroy();
  });
});

describe('several cursors', () => {
  it('take the next occurrence, and all of them', () => {
    const view = editor('«ab» x ab y ab');
    runEditing(view, 'text.nextOccurrence');
    expect(view.state.selection.ranges).toHaveLength(2);
    runEditing(view, 'text.allOccurrences');
    view.dispatch(view.state.replaceSelection('c'));
    expect(view.state.doc.toString()).toMatch(/^c x c y/);
    view.destroy();
  });
});
