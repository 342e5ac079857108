import { describe, expect, it } from 'vitest';
import { activated, changedTab, initialTabs, neighbour, tabLabels, withoutTab, withTab } from './tabs-slice';

const open = (...paths: string[]) =>
  paths.reduce((tabs, path) => activated(withTab(tabs, path), path), initialTabs);

describe('tabs', () => {
  it('opens beside the active tab', () => {
    const tabs = activated(open('a.md', 'b.md'), 'a.md');
    expect(withTab(tabs, 'c.md').order.map((tab) => tab.path)).toEqual(['a.md', 'c.md', 'b.md']);
  });

  it('goes back to the tab used before when one closes', () => {
    const tabs = activated(open('a.md', 'b.md', 'c.md'), 'a.md');
    expect(withoutTab(tabs, 'a.md').active).toBe('c.md');
    expect(withoutTab(open('a.md'), 'a.md').active).toBeNull();
  });

  it('goes round at the ends', () => {
    const tabs = open('a.md', 'b.md', 'c.md');
    expect(neighbour(tabs, 1)).toBe('a.md');
    expect(neighbour(tabs, -1)).toBe('b.md');
    expect(neighbour(initialTabs, 1)).toBeNull();
  });

  it('changes nothing by identity when nothing differs', () => {
    const tabs = open('a.md');
    expect(changedTab(tabs, 'a.md', { dirty: false })).toBe(tabs);
    expect(changedTab(tabs, 'a.md', { dirty: true })).not.toBe(tabs);
  });

  it('tells files of the same name apart by their folder', () => {
    expect([...tabLabels(open('one/rfc.md', 'two/rfc.md', 'x.md')).values()]).toEqual([
      'rfc.md (one)',
      'rfc.md (two)',
      'x.md',
    ]);
  });
});
