import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import type { CellValue, TableBlock } from '../../../shared/preview/block';
import { unmoved } from '../../../shared/preview/block-changes';
import type { CellEdit } from '../../../shared/preview/cell-edit';
import { testStudio } from '../../commands/studio.test-support';
import { StudioProvider } from '../../commands/studio-context';
import { type Rendered, render } from '../../ui/render.test-support';
import { DataPreview } from '../DataPreview';
import { type CellForms, CellFormsContext, type Refusal } from './cell-forms';

const rating = (name: string, value: string): CellValue => {
  const edit: CellEdit = { type: 'number', min: 1, max: 5, whole: true, name, path: [name], value };
  return { text: value, span: { from: 10, to: 11 }, edit };
};
const owner = (name: string, value: string): CellValue => ({
  text: value,
  span: { from: 20, to: 22 },
  edit: { type: 'text', name, path: [name], value },
});

const TABLE: TableBlock = {
  kind: 'table',
  caption: 'Risks',
  columns: ['Risk', 'L × I', 'Score', 'Owner'].map((label) => ({ label, align: 'start' })),
  rows: ['A', 'B'].map((id) => ({
    cells: [
      { text: id, span: { from: 0, to: 1 } },
      {
        text: '3 × 4',
        span: null,
        parts: [rating(`L of ${id}`, '3'), { text: ' × ', span: null }, rating(`I of ${id}`, '4')],
      },
      { text: '12', span: null },
      owner(`Owner of ${id}`, 'Jo'),
    ],
  })),
};

const { studio } = testStudio();
const BLOCKS = unmoved([TABLE]);

function View() {
  return (
    <StudioProvider value={studio}>
      <DataPreview blocks={BLOCKS} label="Preview" onJump={() => undefined} />
    </StudioProvider>
  );
}

let shown: Rendered | null = null;
afterEach(async () => {
  await shown?.unmount();
  shown = null;
});

async function open(answers: { ask?: Refusal | Promise<Refusal>; write?: Refusal } = {}) {
  const write = vi.fn(async () => answers.write ?? null);
  const forms: CellForms = {
    ask: async () => answers.ask ?? null,
    write,
    rows: vi.fn(async () => null),
    reveal: vi.fn(),
    undo: vi.fn(),
    goTo: vi.fn(),
  };
  shown = await render(
    <CellFormsContext value={forms}>
      <View />
    </CellFormsContext>,
  );
  const { container } = shown;
  const value = (name: string) => container.querySelector<HTMLElement>(`button[aria-label^="${name}:"]`);
  const focus = () => document.activeElement?.getAttribute('aria-label') ?? null;
  return { container, forms, write, value, focus };
}

async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  await act(async () => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    document.activeElement?.dispatchEvent(event);
  });
}

async function type(text: string): Promise<void> {
  const field = document.activeElement as HTMLInputElement;
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

it('is a grid with one tab stop, in which arrows go from value to value, pieces of a cell included', async () => {
  const { container, value, focus } = await open();
  expect(container.querySelector('table')?.getAttribute('role')).toBe('grid');
  expect([...container.querySelectorAll('table [tabindex="0"]')]).toEqual([value('L of A')]);
  value('L of A')?.focus();
  const seen: (string | null)[] = [];
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'End', 'ArrowUp', 'ArrowRight', 'Home']) {
    await press(key);
    seen.push(focus());
  }
  expect(seen).toEqual([
    'I of A: 4',
    'I of B: 4',
    'L of B: 3',
    'Owner of B: Jo',
    'Owner of A: Jo',
    'Owner of A: Jo',
    'L of A: 3',
  ]);
  await press('End', { ctrlKey: true });
  expect(focus()).toBe('Owner of B: Jo');
  expect([...container.querySelectorAll('table [tabindex="0"]')]).toEqual([value('Owner of B')]);
});

it('opens by Enter, writes by Enter and goes down, by Tab and goes on', async () => {
  const { write, value, focus } = await open();
  value('L of A')?.focus();
  await press('Enter');
  expect(focus()).toBe('L of A');
  await type('5');
  await press('Enter');
  expect(write).toHaveBeenLastCalledWith(
    { edit: expect.objectContaining({ name: 'L of A' }), span: { from: 10, to: 11 } },
    '5',
  );
  expect(focus()).toBe('L of B: 3');
  await press('7');
  await press('Tab');
  expect(write).toHaveBeenCalledTimes(1);
  expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true');
  expect(document.querySelector('[role="alert"]')?.textContent).toBe('It has to be between 1 and 5.');
  await type('1');
  await press('Tab');
  expect(write).toHaveBeenLastCalledWith(expect.anything(), '1');
  expect(focus()).toBe('I of B: 4');
});

it('leaves the text as it is on Escape, and where nothing differs', async () => {
  const { write, value, focus } = await open();
  value('Owner of A')?.focus();
  await press('F2');
  await type('Somebody else');
  await press('Escape');
  expect(focus()).toBe('Owner of A: Jo');
  await press('Enter');
  await press('Tab', { shiftKey: true });
  expect(focus()).toBe('I of A: 4');
  expect(write).not.toHaveBeenCalled();
});

it('says why a value cannot be changed, and leads to the line', async () => {
  const refusal = {
    message: 'L of A cannot be changed here. Line 7: why.',
    span: { from: 1, to: 2 },
    line: 7,
  };
  const { container, forms, value, focus } = await open({ ask: refusal });
  value('L of A')?.focus();
  await press('Enter');
  expect(container.querySelector('input')).toBeNull();
  expect(focus()).toBe('L of A: 3');
  const alert = container.querySelector('[role="alert"]');
  expect(alert?.textContent).toContain('Line 7: why.');
  await act(async () => alert?.querySelector('button')?.click());
  expect(forms.goTo).toHaveBeenCalledWith({ from: 1, to: 2 });
});

it('takes no notice of an answer that comes when the field is closed', async () => {
  let answer: (refusal: Refusal) => void = () => undefined;
  const late = new Promise<Refusal>((resolve) => {
    answer = resolve;
  });
  const { container, write, value } = await open({ ask: late });
  value('L of A')?.focus();
  await press('5');
  await press('Enter');
  await act(async () => answer({ message: 'It moved.', span: { from: 1, to: 2 }, line: 7 }));
  expect(write).toHaveBeenCalledWith(expect.anything(), '5');
  expect(container.querySelector('[role="alert"]')).toBeNull();
});

it('takes the last change back where the focus is, and makes it again', async () => {
  const { forms, value } = await open();
  value('L of A')?.focus();
  await press('z', { ctrlKey: true });
  await press('Z', { metaKey: true, shiftKey: true });
  await press('z');
  expect(forms.undo).toHaveBeenCalledTimes(2);
  expect(forms.undo).toHaveBeenNthCalledWith(1, false);
  expect(forms.undo).toHaveBeenNthCalledWith(2, true);
});

it('shows no fields where the text is only shown', async () => {
  shown = await render(<View />);
  expect(shown.container.querySelector('table')?.getAttribute('role')).toBeNull();
  expect(shown.container.querySelector('[data-cell]')).toBeNull();
  expect(shown.container.textContent).toContain('3 × 4');
});
