import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Overlays } from '../app/Overlays';
import { openFile } from '../commands/files';
import { openRecent } from '../commands/kits';
import { testStudio } from '../commands/studio.test-support';
import { StudioProvider } from '../commands/studio-context';
import { renameHere } from '../commands/symbols';
import { byRole, click, type Rendered, render, settle } from '../ui/render.test-support';

// The first test loads all kinds.
vi.setConfig({ testTimeout: 60_000 });

const RISKS = 'risk-register.json';
const NOTE = 'notes/a.md';
const FILES = {
  [RISKS]: JSON.stringify({
    risks: [
      { id: 'R-01', title: 'Skills gap' },
      { id: 'R-02', title: 'Cost' },
    ],
  }),
  [NOTE]: 'R-01 and R-01.\n',
};

let shown: Rendered | null = null;
afterEach(async () => {
  await shown?.unmount();
  shown = null;
});

async function dialog() {
  const made = testStudio(FILES);
  shown = await render(
    <StudioProvider value={made.studio}>
      <Overlays />
    </StudioProvider>,
  );
  await act(async () => {
    await openRecent(made.studio, 'kit');
    await openFile(made.studio, NOTE);
  });
  await settle(() => expect(made.studio.checker.knows(RISKS)).toBe(true));
  await act(async () => renameHere(made.studio));
  await settle(() => expect(document.querySelector('[role=dialog] input')).not.toBeNull());
  return { ...made, page: document.body };
}

async function type(text: string) {
  const input = document.querySelector<HTMLInputElement>('[role=dialog] input');
  if (!input) throw new Error('There is no field');
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const button = (page: HTMLElement) => byRole(page, 'button', 'Rename') as HTMLButtonElement;

describe('the dialog that renames', () => {
  it('starts with the old name, which it does not accept', async () => {
    const { page } = await dialog();
    expect(page.querySelector<HTMLInputElement>('[role=dialog] input')?.value).toBe('R-01');
    expect(page.textContent).toContain('New name of “Skills gap”');
    expect(button(page).disabled).toBe(true);
  });

  it('shows beforehand what changes, and changes it', async () => {
    const { page, kit, studio } = await dialog();
    await type('R-11');
    await settle(() => expect(page.textContent).toContain('3 places in 2 files'));
    const files = page.querySelector('[aria-label="Files that change"]');
    expect(files?.textContent).toBe(`${RISKS}1${NOTE}2 · open`);
    await click(button(page));
    await settle(() => expect(studio.store.getState().overlay).toBeNull());
    expect(studio.buffers.text(NOTE)).toBe('R-11 and R-11.\n');
    expect(kit.files.get(RISKS)).toContain('R-11');
  });

  it.each([
    ['R-02', 'R-02 is taken: Cost.'],
    ['X', 'An id looks like R-01'],
  ])('says why %s cannot be the name', async (name, reason) => {
    const { page } = await dialog();
    await type(name);
    await settle(() => expect(page.textContent).toContain(reason));
    expect(button(page).disabled).toBe(true);
    expect(page.querySelector('[role=dialog] input')?.getAttribute('aria-invalid')).toBe('true');
  });
});
