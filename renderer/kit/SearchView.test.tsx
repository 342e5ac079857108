import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openRecent } from '../commands/kits';
import { findInKit } from '../commands/search';
import { testStudio } from '../commands/studio.test-support';
import { StudioProvider } from '../commands/studio-context';
import { byRole, click, type Rendered, render, settle } from '../ui/render.test-support';
import { Navigator } from './Navigator';

// The first test loads all kinds.
vi.setConfig({ testTimeout: 60_000 });

const A = 'notes/a.md';
const B = 'notes/b.md';
const FILES = { [A]: '# One\n\ntwo alpha three\n', [B]: 'alpha\n\nalpha again\n' };

let shown: Rendered | null = null;
afterEach(async () => {
  await shown?.unmount();
  shown = null;
});

async function search(replacing = false) {
  const made = testStudio(FILES);
  shown = await render(
    <StudioProvider value={made.studio}>
      <section data-region="Navigator">
        <Navigator />
      </section>
    </StudioProvider>,
  );
  await act(async () => {
    await openRecent(made.studio, 'kit');
  });
  await act(async () => findInKit(made.studio, replacing));
  const { container } = shown;
  await settle(() => expect(document.activeElement).toBe(field(container, 'Find')));
  return { ...made, container };
}

const field = (container: HTMLElement, label: string) =>
  container.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);

async function type(input: HTMLInputElement | null, text: string) {
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  await act(async () => {
    set?.call(input, text);
    input?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function press(element: Element | null | undefined, key: string) {
  if (!(element instanceof HTMLElement)) throw new Error('There is nothing to press a key on');
  await act(async () => element.focus());
  for (const kind of ['keydown', 'keyup'])
    await act(async () => {
      element.dispatchEvent(new KeyboardEvent(kind, { key, bubbles: true, cancelable: true }));
    });
}

const labels = (container: HTMLElement) =>
  [...container.querySelectorAll('[data-search-results] [role=row]')].map((row) =>
    row.getAttribute('aria-label'),
  );
const summary = (container: HTMLElement) => container.querySelector('[role=status]')?.textContent;

describe('the search of a kit', () => {
  it('lists matches by file while one types, and goes to them', async () => {
    const { container, studio } = await search();
    await type(field(container, 'Find'), 'alpha');
    await settle(() => expect(summary(container)).toBe('3 matches in 2 files'));
    expect(labels(container)).toEqual([
      'a.md, 1 match',
      'Line 3: two alpha three',
      'b.md, 2 matches',
      'Line 1: alpha',
      'Line 3: alpha again',
    ]);
    expect(container.querySelector('mark')?.textContent).toBe('alpha');
    await press(field(container, 'Find'), 'Enter');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('a.md, 1 match');
    await press(container.querySelectorAll('[data-search-results] [role=row]')[4], 'Enter');
    await settle(() => expect(studio.store.getState().tabs.active).toBe(B));
    await settle(() => expect(studio.buffers.state(B)?.selection.main.from).toBe(7));
  });

  it('folds a file', async () => {
    const { container } = await search();
    await type(field(container, 'Find'), 'alpha');
    await settle(() => expect(labels(container)).toHaveLength(5));
    await press(container.querySelector('[data-search-results] [role=row]'), 'ArrowLeft');
    expect(labels(container)).toEqual(['a.md, 1 match', ...labels(container).slice(1)]);
    expect(labels(container)).toHaveLength(4);
  });

  it('says what is wrong with an expression, beside the field', async () => {
    const { container } = await search();
    await click(byRole(container, 'button', 'Regular expression'));
    await type(field(container, 'Find'), '(');
    await settle(() => expect(container.textContent).toContain('Unterminated group'));
    const input = field(container, 'Find');
    expect(input?.getAttribute('aria-invalid')).toBe('true');
    const described = document.getElementById(input?.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toBe('Unterminated group');
  });

  it('narrows to some files', async () => {
    const { container } = await search();
    await type(field(container, 'Find'), 'alpha');
    await click(byRole(container, 'button', 'Files'));
    const only = [...container.querySelectorAll('label')].find((label) => label.textContent === 'Only in');
    await type(only?.querySelector('input') ?? null, 'a.md');
    await settle(() => expect(summary(container)).toBe('1 match in 1 file'));
    await type(field(container, 'Find'), 'nowhere');
    await settle(() => expect(summary(container)).toBe('Nothing found.'));
  });

  it('previews replacements, replaces what is ticked, and takes it back', async () => {
    const { container, kit, studio } = await search(true);
    await type(field(container, 'Find'), 'alpha');
    await type(field(container, 'Replace with'), 'omega');
    await settle(() => expect(labels(container)[1]).toBe('Line 3: two alpha three, will be omega'));
    expect(container.querySelector('del')?.textContent).toBe('alpha');
    expect(container.querySelector('ins')?.textContent).toBe('omega');
    const ticks = () => [...container.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    expect(ticks().map((tick) => tick.getAttribute('aria-label'))).toEqual([
      'Replace in a.md',
      'Replace in line 3',
      'Replace in b.md',
      'Replace in line 1',
      'Replace in line 3',
    ]);
    await click(ticks()[4]);
    expect(ticks()[2]?.indeterminate).toBe(true);
    expect(labels(container)[4]).toBe('Line 3: alpha again');
    await click(byRole(container, 'button', 'Replace 2'));
    await settle(() => expect(kit.files.get(B)).toBe('omega\n\nalpha again\n'));
    // This one is open, and stays unsaved.
    await settle(() => expect(studio.buffers.text(A)).toBe('# One\n\ntwo omega three\n'));
    await settle(() => expect(summary(container)).toBe('1 match in 1 file'));
    await click(byRole(container, 'button', 'Undo replace'));
    await settle(() => expect([...kit.files]).toEqual(Object.entries(FILES)));
  });
});
