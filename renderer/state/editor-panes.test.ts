import { describe, expect, it } from 'vitest';
import {
  focused,
  isSplit,
  joined,
  movedAcross,
  openedBeside,
  shownIn,
  shownTab,
  tabsIn,
} from './editor-panes';
import {
  activated,
  initialTabs,
  neighbour,
  type PaneId,
  type TabsState,
  withoutTab,
  withTab,
} from './tabs-slice';

const open = (...paths: string[]) =>
  paths.reduce((tabs, path) => activated(withTab(tabs, path), path), initialTabs);
const strip = (tabs: TabsState, pane: PaneId) => tabsIn(tabs, pane).map(({ path }) => path);
const shown = (tabs: TabsState) => [shownIn(tabs, 'main'), shownIn(tabs, 'side'), tabs.focus];

describe('two editor panes', () => {
  it('show one file twice, as one open file', () => {
    const tabs = openedBeside(open('a.md', 'b.md'), 'b.md');
    expect(tabs.order).toHaveLength(2);
    expect([strip(tabs, 'main'), strip(tabs, 'side')]).toEqual([['a.md', 'b.md'], ['b.md']]);
    expect(shown(tabs)).toEqual(['b.md', 'b.md', 'side']);
  });

  it('show another file beside the one that is open', () => {
    const tabs = openedBeside(open('a.md'), 'b.md');
    expect([strip(tabs, 'main'), strip(tabs, 'side')]).toEqual([['a.md'], ['b.md']]);
    expect(shown(tabs)).toEqual(['a.md', 'b.md', 'side']);
    expect(openedBeside(initialTabs, 'a.md')).toBe(initialTabs);
  });

  it('open a file where it stands, and new ones in the pane in use', () => {
    const tabs = openedBeside(open('a.md'), 'b.md');
    expect(shown(activated(tabs, 'a.md'))).toEqual(['a.md', 'b.md', 'main']);
    const more = activated(withTab(tabs, 'c.md'), 'c.md');
    expect([strip(more, 'side'), ...shown(more)]).toEqual([['b.md', 'c.md'], 'a.md', 'c.md', 'side']);
  });

  it('each keep their own order of tabs to go through', () => {
    const tabs = openedBeside(open('a.md', 'b.md'), 'b.md');
    expect(neighbour(tabs, 1)).toBe('b.md');
    expect(neighbour(focused(tabs, 'main'), 1)).toBe('a.md');
    expect(shown(shownTab(tabs, 'a.md', 'main'))).toEqual(['a.md', 'b.md', 'main']);
    // A tab that does not stand in the pane cannot be shown there.
    expect(shownTab(tabs, 'a.md', 'side')).toBe(tabs);
  });

  it('take tabs from each other; the only one stays', () => {
    const moved = movedAcross(open('a.md', 'b.md'));
    expect([strip(moved, 'main'), strip(moved, 'side'), ...shown(moved)]).toEqual([
      ['a.md'],
      ['b.md'],
      'a.md',
      'b.md',
      'side',
    ]);
    const back = movedAcross(moved);
    expect(isSplit(back)).toBe(false);
    expect(shown(back)).toEqual(['b.md', null, 'main']);
    const one = open('a.md');
    expect(movedAcross(one)).toBe(one);
  });

  it('take a tab that is not the one in use', () => {
    const tabs = movedAcross(open('a.md', 'b.md', 'c.md'), 'a.md');
    expect([strip(tabs, 'main'), ...shown(tabs)]).toEqual([['b.md', 'c.md'], 'c.md', 'a.md', 'side']);
    const back = movedAcross(focused(tabs, 'main'), 'a.md');
    expect([isSplit(back), back.active]).toEqual([false, 'a.md']);
  });

  it('give way when their last tab closes', () => {
    const twice = openedBeside(open('a.md', 'b.md'), 'b.md');
    const once = withoutTab(twice, 'b.md', 'side');
    expect([isSplit(once), once.order.length, once.active]).toEqual([false, 2, 'b.md']);
    // From the first pane the file stays open in the second.
    const left = withoutTab(twice, 'b.md', 'main');
    expect([strip(left, 'main'), strip(left, 'side'), ...shown(left)]).toEqual([
      ['a.md'],
      ['b.md'],
      'a.md',
      'b.md',
      'side',
    ]);
    const gone = withoutTab(left, 'a.md', 'main');
    expect([isSplit(gone), gone.active, gone.focus]).toEqual([false, 'b.md', 'main']);
    // Closed everywhere.
    expect(withoutTab(twice, 'b.md').order.map(({ path }) => path)).toEqual(['a.md']);
  });

  it('become one', () => {
    const tabs = joined(openedBeside(open('a.md'), 'b.md'));
    expect([isSplit(tabs), tabs.active, tabs.other]).toEqual([false, 'b.md', null]);
  });
});
