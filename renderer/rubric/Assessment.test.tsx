import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ASSESSMENTS_FILE } from '../../shared/rubric/assessments/assessment';
import { openRecent } from '../commands/kits';
import type { Studio } from '../commands/studio';
import { RFC_TEXT, testStudio } from '../commands/studio.test-support';
import { StudioProvider } from '../commands/studio-context';
import { byRole, click, type Rendered, render, settle } from '../ui/render.test-support';
import { Rubric } from './Rubric';

// The first test loads all kinds.
vi.setConfig({ testTimeout: 60_000 });

const RFC = 'RFC-007-streams.md';

let shown: Rendered | null = null;
afterEach(async () => {
  await shown?.unmount();
  shown = null;
});

/** The panel over the small kit, with some text of the RFC selected in its editor. */
async function panel(selected = '', files: Readonly<Record<string, string>> = {}) {
  const made = testStudio({ [RFC]: RFC_TEXT, ...files });
  shown = await render(
    <StudioProvider value={made.studio}>
      <Rubric />
    </StudioProvider>,
  );
  await act(async () => {
    await openRecent(made.studio, 'kit');
  });
  const { container } = shown;
  await settle(() => expect(made.studio.store.getState().checks.versions.get(RFC)).toBe(1));
  const anchor = RFC_TEXT.indexOf(selected);
  if (selected !== '')
    made.studio.buffers.dispatch(RFC, { selection: { anchor, head: anchor + selected.length } });
  return { ...made, container };
}

const item = (container: HTMLElement) =>
  [...container.querySelectorAll<HTMLElement>('li')].find(
    (element) => element.querySelector('details') && element.textContent?.includes('RFC-14'),
  ) ?? null;

/** A field by its label, as a person finds it. */
function field(container: HTMLElement, label: string): HTMLInputElement | HTMLTextAreaElement {
  const found = [...container.querySelectorAll('label')].find((one) => one.textContent === label);
  const control = found && container.ownerDocument.getElementById(found.htmlFor);
  if (!control) throw new Error(`There is no field "${label}"`);
  return control as HTMLInputElement;
}

async function type(control: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
  await act(async () => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')?.set?.call(control, text);
    control.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function showAll(container: HTMLElement): Promise<void> {
  await click([...container.querySelectorAll('input[type=radio]')].at(-1));
}

const result = (studio: Studio) =>
  studio.store
    .getState()
    .checks.reports.get(RFC)
    ?.criteria.find(({ id }) => id === 'RFC-14');

describe('a question in the rubric', () => {
  it('shows itself with three answers to choose from, named by it', async () => {
    const { container } = await panel();
    const group = item(container)?.querySelector('[role=radiogroup]');
    expect([...(group?.children ?? [])].map((one) => one.textContent)).toEqual(['Yes', 'Partly', 'No']);
    const named = group?.getAttribute('aria-labelledby') ?? '';
    expect(container.querySelector(`[id="${named}"]`)?.textContent).toMatch(/^Could a director/);
    expect(item(container)?.textContent).toContain('For you to judge');
  });

  it('asks for a note on a no, takes the selection for the passage, and keeps the answer', async () => {
    const { container, studio, kit } = await panel('We propose to move.');
    await click(byRole(container, 'radio', 'No'));
    expect(field(container, 'Passage it rests on').value).toBe('We propose to move.');
    await type(field(container, 'Who answers'), 'Ada Quist');
    await click(byRole(container, 'button', 'Keep Answer'));
    const note = field(container, 'What is missing');
    expect(note.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(note);
    expect(item(container)?.textContent).toContain('A "no" needs a note');
    expect(kit.files.has(ASSESSMENTS_FILE)).toBe(false);

    await type(note, 'She asked what it is about');
    await click(byRole(container, 'button', 'Keep Answer'));
    await settle(() => expect(item(container)?.textContent).toContain('No, by you'));
    expect(kit.files.get(ASSESSMENTS_FILE)).toContain('note: "She asked what it is about"');
    const text = item(container)?.textContent ?? '';
    expect(text).toContain('No. She asked what it is about');
    expect(text).toMatch(/Ada Quist, \d{4}-\d{2}-\d{2}/);
    expect(container.textContent).toMatch(/criteria met, 1 judged by you/);
    expect(byRole(container, 'button', /We propose to move.*line 10/)).not.toBeNull();
    expect(byRole(container, 'button', 'Waive…')).not.toBeNull();
    expect(container.querySelector('form')).toBeNull();
    expect(result(studio)?.assessed?.quote).toBe('We propose to move.');
  });

  it('that is answered yes leaves the open ones, and can be answered again', async () => {
    const { container, kit } = await panel();
    await click(byRole(container, 'radio', 'Yes'));
    await type(field(container, 'Note'), 'Read to three directors');
    await type(field(container, 'Who answers'), 'Ada Quist');
    await click(byRole(container, 'button', 'Keep Answer'));
    await settle(() => expect(item(container)).toBeNull());
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Rubric of/);
    await showAll(container);
    await click(item(container)?.querySelector('summary'));
    await settle(() => expect(item(container)?.textContent).toContain('Read to three directors'));
    expect(byRole(container, 'radio', 'Yes')).toBeNull();
    await click(byRole(container, 'button', 'Answer Again'));
    await click(byRole(container, 'radio', 'Partly'));
    expect(field(container, 'Who answers').value).toBe('Ada Quist');
    await type(field(container, 'What is missing'), 'The date');
    await click(byRole(container, 'button', 'Keep Answer'));
    await settle(() => expect(item(container)?.textContent).toContain('Partly, by you'));
    expect(container.textContent).toContain('1 criterion is met in part.');
    expect(kit.files.get(ASSESSMENTS_FILE)?.match(/^- criterion:/gm)).toHaveLength(2);
  });

  it('refuses a passage that does not stand in the file', async () => {
    const { container, kit } = await panel();
    await click(byRole(container, 'radio', 'Yes'));
    await type(field(container, 'Passage it rests on'), 'Words of another file');
    await type(field(container, 'Who answers'), 'Ada Quist');
    await click(byRole(container, 'button', 'Keep Answer'));
    expect(document.activeElement).toBe(field(container, 'Passage it rests on'));
    expect(item(container)?.textContent).toContain('These words do not stand in the file.');
    expect(kit.files.has(ASSESSMENTS_FILE)).toBe(false);
  });

  it('keeps the words of an answer that is being written while its row is folded', async () => {
    const { container, studio } = await panel();
    await click(byRole(container, 'radio', 'Partly'));
    await type(field(container, 'What is missing'), 'The date');
    await click(byRole(container, 'button', 'Use Selection'));
    expect(studio.store.getState().notices.list.at(-1)?.text).toContain('Select the passage');
    const anchor = RFC_TEXT.indexOf('We propose');
    studio.buffers.dispatch(RFC, { selection: { anchor, head: anchor + 19 } });
    await click(byRole(container, 'button', 'Use Selection'));
    const details = item(container)?.querySelector('details');
    for (const open of [false, true])
      await act(async () => {
        if (details) details.open = open;
        details?.dispatchEvent(new Event('toggle'));
      });
    expect(field(container, 'What is missing').value).toBe('The date');
    // Whoever unfolds a row, or comes back to its file, may be typing elsewhere.
    expect(document.activeElement).not.toBe(field(container, 'What is missing'));
    expect(field(container, 'Passage it rests on').value).toBe('We propose to move.');
    await click(byRole(container, 'radio', 'No'));
    expect(field(container, 'What is missing').value).toBe('The date');
    await click(byRole(container, 'button', 'Cancel'));
    expect(container.querySelector('form')).toBeNull();
    expect(byRole(container, 'radio', 'No')?.getAttribute('aria-checked')).toBe('false');
  });

  it('is open again when the passage of its answer changed, and says so', async () => {
    const entry = (by: string, answer: string, date: string) =>
      `- {criterion: RFC-14, path: ${RFC}, answer: ${answer}, quote: Words that are gone, note: Why, by: ${by}, date: ${date}}\n`;
    const { container } = await panel('', {
      [ASSESSMENTS_FILE]: entry('Ada Quist', 'yes', '2026-03-12') + entry('Bea Lind', 'no', '2026-03-01'),
    });
    await settle(() => expect(item(container)?.textContent).toContain('Answered, text changed'));
    const text = item(container)?.textContent ?? '';
    expect(text).toContain('Words that are gone');
    expect(text).toContain('No, says Bea Lind, 2026-03-01');
    expect(byRole(container, 'radio', 'Yes')).not.toBeNull();
    expect(container.textContent).not.toContain('judged by you');
  });

  it('cannot be answered in a read-only kit', async () => {
    const { container, studio } = await panel();
    const { kit } = studio.store.getState();
    await act(async () => {
      if (kit) studio.store.setState({ kit: { ...kit, readOnly: true } });
    });
    await showAll(container);
    await settle(() => expect(byRole(container, 'radio', 'Yes')).toBeNull());
    expect(item(container)?.textContent).toContain('Could a director');
  });
});
