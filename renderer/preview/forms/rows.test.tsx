import { act, useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import type { CellValue, ChartBlock, TableBlock } from '../../../shared/preview/block';
import { unmoved } from '../../../shared/preview/block-changes';
import type { CellEdit } from '../../../shared/preview/cell-edit';
import type { RowEdit, RowPlace } from '../../../shared/preview/row-edit';
import { testStudio } from '../../commands/studio.test-support';
import { StudioProvider } from '../../commands/studio-context';
import { type Rendered, render, settle } from '../../ui/render.test-support';
import { DataPreview } from '../DataPreview';
import { type CellForms, CellFormsContext, type Refusal } from './cell-forms';

const title = (id: string): CellValue => ({
  text: `Title ${id}`,
  span: { from: 0, to: 1 },
  edit: { type: 'text', name: `Title of ${id}`, path: [id], value: `Title ${id}` },
});

const tableOf = (ids: readonly string[]): TableBlock => ({
  kind: 'table',
  caption: 'Risks',
  columns: [
    { label: 'Risk', align: 'start' },
    { label: 'Owner', align: 'start' },
  ],
  grows: { noun: 'risk', path: ['risks'], count: ids.length },
  forWriting: true,
  rows: ids.map((id, index) => ({
    place: { index, name: id, was: id },
    cells: [title(id), { ...title(id), edit: { ...(title(id).edit as CellEdit), name: `Owner of ${id}` } }],
  })),
});

const { studio } = testStudio();
let shown: Rendered | null = null;
afterEach(async () => {
  await shown?.unmount();
  shown = null;
});

/** A view whose rows come and go as the answers say. */
async function open(first: readonly string[], refusal: Refusal | null = null) {
  let set: (ids: readonly string[]) => void = () => undefined;
  const rows = vi.fn(async (edit: RowEdit, out: RowPlace | null) => {
    if (!refusal) act(() => set(out ? ids.filter((id) => id !== out.name) : [...ids, `N${edit.count}`]));
    return refusal;
  });
  let ids = first;
  const forms: CellForms = {
    ask: async () => null,
    write: async () => null,
    rows,
    reveal: vi.fn(),
    undo: vi.fn(),
    goTo: vi.fn(),
  };
  function View() {
    const [now, setNow] = useState(ids);
    ids = now;
    set = setNow;
    return <DataPreview blocks={unmoved([tableOf(now)])} label="Preview" onJump={() => undefined} />;
  }
  shown = await render(
    <StudioProvider value={studio}>
      <CellFormsContext value={forms}>
        <View />
      </CellFormsContext>
    </StudioProvider>,
  );
  const { container } = shown;
  const button = (name: string) =>
    [...container.querySelectorAll('button')].find(
      (each) => each.getAttribute('aria-label') === name || each.textContent === name,
    );
  const focus = () =>
    document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;
  return { container, forms, rows, button, focus };
}

async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  await act(async () => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    document.activeElement?.dispatchEvent(event);
  });
}

it('adds a row by its button, and goes to its first value', async () => {
  const { container, rows, button, focus } = await open(['A', 'B']);
  await act(async () => button('+ Add risk')?.click());
  expect(rows).toHaveBeenCalledWith({ noun: 'risk', path: ['risks'], count: 2 }, null);
  expect(focus()).toBe('Title of N2: Title N2');
  expect(container.querySelector('[role="status"]')?.textContent).toContain('fill in the risk');
});

it('takes a row out where it stands, and goes on with the one that takes its place', async () => {
  const { container, rows, button, focus } = await open(['A', 'B', 'C']);
  await act(async () => button('Remove B')?.click());
  expect(rows).toHaveBeenCalledWith(expect.anything(), { index: 1, name: 'B', was: 'B' });
  expect(focus()).toBe('Title of C: Title C');
  expect(container.querySelector('[role="status"]')?.textContent).toBe('B was removed.');
});

it('has keys for both, within the table alone', async () => {
  const { rows, button, focus } = await open(['A', 'B']);
  button('Title of A: Title A')?.focus();
  await press('Enter', { ctrlKey: true });
  expect(focus()).toBe('Title of N2: Title N2');
  await press('Delete', { metaKey: true });
  expect(focus()).toBe('Title of B: Title B');
  await press('Delete', { ctrlKey: true, shiftKey: true });
  expect(rows).toHaveBeenCalledTimes(2);
});

it('is reached by arrows behind the values, which End and Tab leave out', async () => {
  const { button, focus } = await open(['A', 'B']);
  button('Title of A: Title A')?.focus();
  await press('End');
  expect(focus()).toBe('Owner of A: Title A');
  await press('ArrowRight');
  expect(focus()).toBe('Remove A');
  await press('ArrowDown');
  expect(focus()).toBe('Remove B');
  await press('Home');
  expect(focus()).toBe('Title of B: Title B');
  button('Owner of A: Title A')?.focus();
  await press('F2');
  await press('Tab');
  expect(focus()).toBe('Title of B: Title B');
});

it('goes to the button when the last row went, and offers it where there is none', async () => {
  const { container, button, focus } = await open(['A']);
  await act(async () => button('Remove A')?.click());
  await act(async () => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(focus()).toBe('+ Add risk');
  expect(container.querySelectorAll('tbody tr')).toHaveLength(0);
});

it('says why it cannot be, with the line, and takes the last change back at its buttons', async () => {
  const refusal = { message: 'B cannot be removed here. Line 7: why.', span: { from: 1, to: 2 }, line: 7 };
  const { container, forms, button } = await open(['A', 'B'], refusal);
  await act(async () => button('Remove B')?.click());
  const alert = container.querySelector('[role="alert"]');
  expect(alert?.textContent).toContain('Line 7: why.');
  await act(async () => alert?.querySelector('button')?.click());
  expect(forms.goTo).toHaveBeenCalledWith({ from: 1, to: 2 });
  button('+ Add risk')?.focus();
  await press('z', { ctrlKey: true });
  expect(forms.undo).toHaveBeenCalledWith(false);
});

it('is nothing to those who only read', async () => {
  shown = await render(
    <StudioProvider value={studio}>
      <DataPreview blocks={unmoved([tableOf(['A'])])} label="Preview" onJump={() => undefined} />
    </StudioProvider>,
  );
  expect(shown.container.querySelector('table')).toBeNull();
});

const LETTERS: ChartBlock = {
  kind: 'chart',
  title: 'Who does what',
  alt: 'A grid.',
  tabled: true,
  span: null,
  table: tableOf(['A']),
  chart: {
    form: 'grid',
    columns: ['P', 'Q'].map((label) => ({ label, span: null })),
    rows: [
      {
        label: 'Build',
        span: null,
        cells: ['A', ''].map((text, i) => ({
          text,
          paint: null,
          name: `Build, ${'PQ'[i]}: ${text || 'nothing'}`,
          span: { from: 4, to: 5 },
          ...(text === '' ? { silent: true as const } : {}),
          edit: {
            type: 'choice',
            choices: ['R', 'A'].map((value) => ({ value })),
            name: `${'PQ'[i]} in Build`,
            path: [i],
            value: text,
            optional: true,
          },
        })),
      },
    ],
  },
};

it('writes on a chart where its marks can be: letters typed on a field, empty ones too', async () => {
  const write = vi.fn(async () => null);
  const forms = {
    ask: async () => null,
    write,
    rows: vi.fn(),
    reveal: vi.fn(),
    undo: vi.fn(),
    goTo: vi.fn(),
  };
  shown = await render(
    <StudioProvider value={studio}>
      <CellFormsContext value={forms as unknown as CellForms}>
        <DataPreview blocks={unmoved([LETTERS])} label="Preview" onJump={() => undefined} />
      </CellFormsContext>
    </StudioProvider>,
  );
  const { container } = shown;
  await settle(() => expect(container.querySelectorAll('[data-mark]')).toHaveLength(2));
  const mark = (at: number) => container.querySelector<HTMLElement>(`[data-mark="${at}"]`);
  await act(async () => mark(0)?.click());
  expect(forms.reveal).toHaveBeenCalledWith({ from: 4, to: 5 });
  await act(async () => mark(0)?.focus());
  await press('r');
  expect((document.activeElement as HTMLSelectElement).value).toBe('R');
  await press('Tab');
  expect(write).toHaveBeenLastCalledWith(expect.objectContaining({ span: { from: 4, to: 5 } }), 'R');
  expect(document.activeElement).toBe(mark(1));
  await press('F2');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Q in Build');
  await press('Escape');
  expect(document.activeElement).toBe(mark(1));
  await act(async () => mark(0)?.focus());
  await press('Delete');
  expect(write).toHaveBeenLastCalledWith(expect.anything(), '');
});
