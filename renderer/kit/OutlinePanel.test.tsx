import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openFile } from '../commands/files';
import { openRecent } from '../commands/kits';
import { showOutline } from '../commands/outline';
import { testStudio } from '../commands/studio.test-support';
import { StudioProvider } from '../commands/studio-context';
import { byRole, click, type Rendered, render, settle } from '../ui/render.test-support';
import { Navigator } from './Navigator';

// The first test loads all kinds.
vi.setConfig({ testTimeout: 60_000 });

const RFC = 'RFC-007-streams.md';
const DATA = 'notes/list.yaml';
const FILES = {
  [RFC]:
    '---\nid: RFC-007\n---\n# RFC-007: Streams\n\n## 1. Summary and ask\n\nTODO: numbers.\n\n## 2. Context\n\n### 2.1 Batch\n\nWords.\n',
  [DATA]: 'title: Things\nitems:\n  - id: T-01\n    name: First\n  - id: T-02\n',
};

let shown: Rendered | null = null;
afterEach(async () => {
  await shown?.unmount();
  shown = null;
});

async function outline(path: string) {
  const made = testStudio(FILES);
  shown = await render(
    <StudioProvider value={made.studio}>
      <Navigator />
    </StudioProvider>,
  );
  await act(async () => {
    await openRecent(made.studio, 'kit');
    await openFile(made.studio, path);
  });
  const { container } = shown;
  await click(byRole(container, 'button', 'Outline'));
  await settle(() => expect(rows(container).length).toBeGreaterThan(0));
  return { ...made, container };
}

const rows = (container: HTMLElement) => [
  ...container.querySelectorAll<HTMLElement>('[data-outline] [role=row]'),
];
const titles = (container: HTMLElement) => rows(container).map((row) => row.getAttribute('aria-label'));
const row = (container: HTMLElement, name: RegExp) =>
  rows(container).find((one) => name.test(one.getAttribute('aria-label') ?? ''));

async function press(element: HTMLElement | null | undefined, key: string) {
  if (!element) throw new Error('There is nothing to press a key on');
  await act(async () => element.focus());
  for (const type of ['keydown', 'keyup'])
    await act(async () => {
      element.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
    });
}

describe('the outline', () => {
  it('lists headings as they are numbered, with the findings that stand in them', async () => {
    const { container } = await outline(RFC);
    await settle(() => expect(row(container, /^1\. Summary/)?.getAttribute('aria-label')).toMatch(/finding/));
    expect(titles(container).map((title) => title?.split(',')[0])).toEqual([
      'Header',
      'RFC-007: Streams',
      '1. Summary and ask',
      '2. Context',
      '2.1 Batch',
    ]);
    expect(row(container, /^1\. Summary/)?.querySelector('svg[data-tone="must"]')).not.toBeNull();
  });

  it('goes where one wants, and shows where one is', async () => {
    const { container, studio } = await outline(RFC);
    await press(row(container, /^2\.1/), 'Enter');
    const at = studio.buffers.state(RFC)?.selection.main;
    expect(FILES[RFC].slice(at?.from, at?.to)).toBe('### 2.1 Batch');
    await settle(() =>
      expect(row(container, /^2\.1/)?.querySelector('[aria-current=location]')).not.toBeNull(),
    );
  });

  it('follows what is typed, and keeps what is folded', async () => {
    const { container, studio } = await outline(RFC);
    await press(row(container, /^2\. Context/), 'ArrowLeft');
    expect(row(container, /^2\.1/)).toBeUndefined();
    await act(async () => {
      const at = FILES[RFC].indexOf('## 2.');
      studio.buffers.dispatch(RFC, { changes: { from: at, insert: '## 1b. More\n\n' } });
    });
    await settle(() => expect(row(container, /^1b/)).toBeDefined());
    expect(row(container, /^2\. Context/)).toBeDefined();
    expect(row(container, /^2\.1/)).toBeUndefined();
    await press(row(container, /^2\. Context/), 'ArrowRight');
    expect(row(container, /^2\.1/)).toBeDefined();
  });

  it('is filtered, all that is left unfolded', async () => {
    const { container } = await outline(DATA);
    const field = container.querySelector<HTMLInputElement>('[data-outline] input');
    await act(async () => {
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      set?.call(field, 'first');
      field?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(titles(container)).toEqual(['items', 'T-01, First', 'name, First']);
  });

  it('keeps the parts of a data file while it is half written', async () => {
    const { container, studio } = await outline(DATA);
    await act(async () => {
      studio.buffers.dispatch(DATA, { changes: { from: 0, insert: '"' } });
    });
    await act(async () => new Promise((resolve) => setTimeout(resolve, 400)));
    expect(titles(container)[0]).toBe('title, Things');
  });

  it('is shown by its command, and folded from within', async () => {
    const { container, studio } = await outline(RFC);
    await click(byRole(container, 'button', 'Outline'));
    expect(container.querySelector('[data-outline]')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Outline');
    await act(async () => showOutline(studio));
    await settle(() => expect(container.querySelector('[data-outline]')).not.toBeNull());
    await act(async () => rows(container)[0]?.focus());
    await settle(() => expect(rows(container).length).toBeGreaterThan(0));
    await act(async () => rows(container)[0]?.focus());
    await act(async () => showOutline(studio));
    expect(container.querySelector('[data-outline]')).toBeNull();
  });
});
