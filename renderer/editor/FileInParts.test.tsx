import { EditorView } from '@codemirror/view';
import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { openFile } from '../commands/files';
import { openRecent } from '../commands/kits';
import { sessionOf } from '../commands/session';
import { testStudio } from '../commands/studio.test-support';
import { StudioProvider } from '../commands/studio-context';
import { byRole, click, type Rendered, render, settle } from '../ui/render.test-support';
import { EditorPane } from './EditorPane';

vi.setConfig({ testTimeout: 60_000 });

// jsdom lays nothing out.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;

const PATH = 'logs/large.log';
const REASON = '60.0 MB is more than the studio opens whole';

let shown: Rendered | null = null;
afterEach(async () => {
  await shown?.unmount();
  shown = null;
});

async function pane(parts: readonly string[] | null = ['first\n', 'second\n', 'third\n']) {
  const made = testStudio();
  made.kit.odd.push({ path: PATH, size: 6, state: 'too-large', readOnly: false, reason: REASON });
  if (parts) made.kit.inParts.set(PATH, parts);
  await openRecent(made.studio, 'kit');
  await openFile(made.studio, PATH, { focus: true });
  shown = await render(
    <StudioProvider value={made.studio}>
      <EditorPane pane="main" />
    </StudioProvider>,
  );
  const { container } = shown;
  const text = () => container.querySelector('.cm-content');
  const field = () => container.querySelector('input') as HTMLInputElement;
  const shows = (words: string) => settle(() => expect(text()?.textContent).toBe(words));
  return { ...made, container, text, field, shows };
}

async function press(element: Element | null, key: string, more: KeyboardEventInit = {}) {
  await act(async () => {
    element?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  });
}

it('a text too large to edit is shown in parts, by buttons and keys', async () => {
  const { container, text, shows } = await pane();
  await shows('first');
  expect(container.textContent).toContain('large.log 0.0 MB, read-only, in parts of about 1 MB');
  expect(container.textContent).toContain('of 3');
  expect(text()?.getAttribute('aria-label')).toBe('Text of large.log, part 1 of 3');
  expect(byRole(container, 'button', 'Previous Part')?.hasAttribute('disabled')).toBe(true);
  await click(byRole(container, 'button', 'Next Part'));
  await shows('second');
  await press(text(), 'PageDown', { altKey: true });
  await shows('third');
  expect(byRole(container, 'button', 'Next Part')?.hasAttribute('disabled')).toBe(true);
  // There is no part behind the last one; without Alt the key moves in the text.
  await press(text(), 'PageDown', { altKey: true });
  await press(text(), 'PageUp');
  await shows('third');
  await press(text(), 'PageUp', { altKey: true });
  await shows('second');
});

it('a number goes to a part, and one too high to the last', async () => {
  const { field, shows } = await pane();
  await shows('first');
  const fill = async (words: string) => {
    await act(async () => field().focus());
    await act(async () => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field(), words);
      field().dispatchEvent(new Event('input', { bubbles: true }));
    });
    await press(field(), 'Enter');
  };
  await fill('2');
  await shows('second');
  await fill('99');
  await shows('third');
  expect(field().value).toBe('3');
});

it('nothing of it can be written: the view is read-only and no buffer holds it', async () => {
  const { studio, text, shows } = await pane();
  await shows('first');
  const view = EditorView.findFromDOM(text() as HTMLElement);
  expect(view?.state.readOnly).toBe(true);
  expect(text()?.getAttribute('aria-readonly')).toBe('true');
  expect(studio.buffers.has(PATH)).toBe(false);
  // The tab comes back at the next start.
  expect(sessionOf(studio).tabs.map(({ path }) => path)).toContain(PATH);
});

it('a file that became shorter is told, and its last part is shown', async () => {
  const { container, kit, shows } = await pane();
  await shows('first');
  kit.inParts.set(PATH, ['now only this\n']);
  await click(byRole(container, 'button', 'Next Part'));
  await shows('now only this');
  expect(container.textContent).toContain('ends before part 2 now: this is its last part');
  expect(container.textContent).toContain('of 1');
});

it('a file that changed is told once; one that is gone keeps what was read', async () => {
  const { container, kit, shows } = await pane();
  await shows('first');
  kit.inParts.set(PATH, ['first\n', 'another\n', 'third\n']);
  await click(byRole(container, 'button', 'Next Part'));
  await shows('another');
  expect(container.textContent).toContain('changed by another program meanwhile');
  await click(byRole(container, 'button', 'Next Part'));
  await shows('third');
  expect(container.textContent).not.toContain('changed by another program');
  kit.inParts.delete(PATH);
  await click(byRole(container, 'button', 'Previous Part'));
  await settle(() => expect(container.textContent).toContain('is not there any more'));
  await shows('third');
});

it('says why when there is nothing to show', async () => {
  const { container } = await pane(null);
  await settle(() => expect(container.textContent).toContain('large.log cannot be shown'));
  expect(byRole(container, 'button', 'Close Tab')).not.toBeNull();
});

it('a file that became small enough is opened to edit', async () => {
  const { container, kit, studio, shows } = await pane();
  await shows('first');
  kit.odd.splice(0);
  kit.files.set(PATH, 'short now\n');
  await click(byRole(container, 'button', 'Open to Edit'));
  await settle(() => expect(studio.buffers.text(PATH)).toBe('short now\n'));
});
