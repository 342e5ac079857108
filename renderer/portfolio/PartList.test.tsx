import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import type { OutlineEntry } from '../../shared/portfolio/outline';
import { type Rendered, render } from '../ui/render.test-support';
import { PartList } from './PartList';

const entry = (path: string, place: OutlineEntry['place'] = 'part'): OutlineEntry => ({
  path,
  title: `Title ${path}`,
  kindTitle: 'ADR',
  grade: null,
  place,
});

let shown: Rendered | null = null;
afterEach(async () => {
  await shown?.unmount();
  shown = null;
});

async function list() {
  const heard = { onPrint: vi.fn(), onMove: vi.fn(), onOrder: vi.fn(), onPlace: vi.fn(), onSay: vi.fn() };
  const entries = [entry('a.md'), entry('b.md', 'appendix'), entry('c.md', 'nowhere')];
  shown = await render(
    <PartList
      part={{ part: 2, title: 'ADR catalog', printed: true, entries }}
      isFirst={false}
      isLast={false}
      {...heard}
    />,
  );
  const row = (path: string) => shown?.container.querySelector<HTMLElement>(`[data-key="${path}"]`);
  const press = async (path: string, init: KeyboardEventInit) => {
    const element = row(path);
    await act(async () => element?.focus());
    for (const type of ['keydown', 'keyup'])
      await act(async () => {
        element?.dispatchEvent(new KeyboardEvent(type, { bubbles: true, cancelable: true, ...init }));
      });
  };
  return { heard, row, press };
}

it('moves an artifact by Alt and an arrow, and says where it is now', async () => {
  const { heard, press } = await list();
  await press('a.md', { key: 'ArrowDown', altKey: true });
  expect(heard.onOrder).toHaveBeenCalledExactlyOnceWith(['b.md', 'a.md', 'c.md']);
  expect(heard.onSay).toHaveBeenCalledExactlyOnceWith('Title a.md: 2 of 3');
  await press('a.md', { key: 'ArrowUp', altKey: true });
  await press('c.md', { key: 'ArrowDown', altKey: true });
  expect(heard.onOrder).toHaveBeenCalledOnce();
  await press('c.md', { key: 'ArrowUp', altKey: true });
  expect(heard.onOrder).toHaveBeenLastCalledWith(['a.md', 'c.md', 'b.md']);
});

it('takes an artifact out and in by Enter', async () => {
  const { heard, press } = await list();
  await press('a.md', { key: 'Enter' });
  await press('c.md', { key: 'Enter' });
  expect(heard.onPlace.mock.calls).toEqual([
    ['a.md', 'nowhere'],
    ['c.md', 'part'],
  ]);
});
