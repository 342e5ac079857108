import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { openExample, openRecent } from '../commands/kits';
import { saveFile } from '../commands/saving';
import { testStudio, typeAtEnd } from '../commands/studio.test-support';
import { StudioProvider } from '../commands/studio-context';
import { byRole, click, type Rendered, render, settle } from '../ui/render.test-support';
import { History } from './History';

const A = 'RFC-007-a.md';
let shown: Rendered | null = null;
afterEach(async () => {
  await shown?.unmount();
  shown = null;
});

async function panel(open: 'kit' | 'example' = 'kit') {
  const made = testStudio({ [A]: '# RFC-007: A\n' });
  await (open === 'kit' ? openRecent(made.studio, 'kit') : openExample(made.studio));
  shown = await render(
    <StudioProvider value={made.studio}>
      <History />
    </StudioProvider>,
  );
  const { container } = shown;
  const options = () => [...container.querySelectorAll<HTMLElement>('[role=option]')];
  return { ...made, container, options };
}

async function press(element: HTMLElement | null, key: string, ctrlKey = false): Promise<void> {
  await act(async () => {
    element?.focus();
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true }));
  });
}

describe('the history pane', () => {
  it('says that there is nothing yet, then lists what is saved', async () => {
    const { studio, container, options } = await panel();
    await settle(() => expect(container.textContent).toContain('No older versions yet'));
    await act(async () => {
      typeAtEnd(studio, A, 'More words here.\n');
      await saveFile(studio, A);
    });
    await settle(() => expect(options()).toHaveLength(2));
    expect(options()[0]?.textContent).toContain('+3words');
    expect(options()[0]?.textContent).toContain('on disk now');
    expect(options()[1]?.textContent).toContain('first version');
    expect(container.textContent).toContain('Choose a version');
    // The keyboard goes through them; what it is at can be compared and restored.
    await press(container.querySelector('[role=listbox]'), 'End');
    await settle(() => expect(options()[1]?.getAttribute('aria-selected')).toBe('true'));
    await click(byRole(container, 'button', 'Restore File'));
    await settle(() => expect(studio.buffers.text(A)).toBe('# RFC-007: A\n'));
  });

  it('compares two versions with each other, the older one first', async () => {
    const { studio, container, options } = await panel();
    for (const [count, words] of [
      [2, 'One.\n'],
      [3, 'Two.\n'],
    ] as const) {
      await act(async () => {
        typeAtEnd(studio, A, words);
        await saveFile(studio, A);
      });
      await settle(() => expect(options()).toHaveLength(count));
    }
    const list = container.querySelector<HTMLElement>('[role=listbox]');
    await press(list, 'a', true);
    await settle(() => expect(container.textContent).toContain('Two versions can be compared'));
    await press(list, 'Home');
    expect(byRole(container, 'button', 'Restore File')).not.toBeNull();
    await press(options()[0] ?? null, 'ArrowDown', true);
    await press(options()[1] ?? null, ' ', true);
    await click(byRole(container, 'button', 'Compare the Two'));
    await settle(() => expect(studio.store.getState().overlay?.kind).toBe('comparison'));
    const { overlay } = studio.store.getState();
    if (
      overlay?.kind !== 'comparison' ||
      overlay.other.kind !== 'version' ||
      overlay.mine?.kind !== 'version'
    )
      throw new Error('Nothing is compared');
    const text = async (hash: string) => {
      const read = await studio.host.call('history.read', { kitId: 'kit', path: A, hash });
      return read.ok ? read.value.text : '';
    };
    expect(await text(overlay.other.hash)).toBe('# RFC-007: A\nOne.\n');
    expect(await text(overlay.mine.hash)).toBe('# RFC-007: A\nOne.\nTwo.\n');
  });

  it('keeps milestones and brings deleted files back', async () => {
    const { studio, host, kit, container } = await panel();
    await host.call('history.addMilestone', { kitId: 'kit', name: 'Sent' });
    await host.call('artifact.create', { kitId: 'kit', path: 'b.md', text: '# B\n' });
    kit.files.delete('b.md');
    const whole = [...container.querySelectorAll<HTMLInputElement>('input[type=radio]')][1];
    await click(whole);
    await settle(() => expect(container.textContent).toContain('Sent'));
    await click(byRole(container, 'button', 'Restore the kit as of Sent'));
    expect(studio.store.getState().overlay).toMatchObject({ kind: 'restore-kit', name: 'Sent' });
    await click(byRole(container, 'button', 'Bring b.md back'));
    await settle(() => expect(kit.files.get('b.md')).toBe('# B\n'));
    await click(byRole(container, 'button', 'Remove the milestone Sent'));
    expect(container.textContent).toContain('Keep It');
    await click(byRole(container, 'button', 'Remove the milestone Sent for good'));
    await settle(() => expect(container.textContent).toContain('A milestone keeps every text'));
  });

  it('has none for what is read-only', async () => {
    const { container } = await panel('example');
    expect(container.textContent).toContain('This kit is read-only');
  });
});
