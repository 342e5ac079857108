import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openRecent } from '../commands/kits';
import { testStudio } from '../commands/studio.test-support';
import { StudioProvider } from '../commands/studio-context';
import { byRole, click, type Rendered, render, settle } from '../ui/render.test-support';
import { Navigator } from './Navigator';

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
  [NOTE]: '# A\n\nR-01 and R-09.\n',
};

let shown: Rendered | null = null;
afterEach(async () => {
  await shown?.unmount();
  shown = null;
});

async function symbols(files: Readonly<Record<string, string>> = FILES) {
  const made = testStudio(files);
  shown = await render(
    <StudioProvider value={made.studio}>
      <Navigator />
    </StudioProvider>,
  );
  await act(async () => {
    await openRecent(made.studio, 'kit');
  });
  const { container } = shown;
  await click(byRole(container, 'tab', 'Symbols'));
  await act(async () => {
    const { store } = made.studio;
    store.setState({ layout: { ...store.getState().layout, navigator: 'symbols' } });
  });
  return { ...made, container };
}

const option = (container: HTMLElement, text: string) =>
  [...container.querySelectorAll<HTMLElement>('[role=option]')].find((row) =>
    row.textContent?.includes(text),
  );

async function enter(element: HTMLElement | undefined) {
  if (!element) throw new Error('There is no such row');
  await act(async () => element.focus());
  for (const type of ['keydown', 'keyup'])
    await act(async () => {
      element.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', bubbles: true, cancelable: true }));
    });
}

describe('the symbols of a kit', () => {
  it('stand by family with title, uses and place, those without a definition first', async () => {
    const { container } = await symbols();
    await settle(() => expect(option(container, 'R-01')).toBeDefined());
    const groups = [...container.querySelectorAll('[role=group]')].map((group) => group.textContent);
    expect(groups[0]).toBe('Not defined anywhere 1R-09notes/a.md:3');
    expect(groups[1]).toContain('R-011 useSkills gaprisk-register.json:1');
    expect(groups[1]).toContain('R-020 uses');
  });

  it('show the places of one, and go there', async () => {
    const { container, studio } = await symbols();
    await settle(() => expect(option(container, 'R-01')).toBeDefined());
    await enter(option(container, 'Skills gap'));
    await settle(() => expect(option(container, 'R-01 and R-09.')).toBeDefined());
    await settle(() => expect(document.activeElement?.textContent).toContain('definition'));
    expect(container.querySelector('h2')?.textContent).toContain('Skills gap');
    expect(container.querySelector('mark')?.textContent).toBe('R-01');
    await enter(option(container, 'R-01 and R-09.'));
    await settle(() => expect(studio.store.getState().tabs.active).toBe(NOTE));
    const at = studio.buffers.state(NOTE)?.selection.main;
    expect(FILES[NOTE].slice(at?.from, at?.to)).toBe('R-01');
    await click(byRole(container, 'button', 'All symbols'));
    await settle(() => expect(option(container, 'R-02')).toBeDefined());
  });

  it('go to an id that nothing defines', async () => {
    const { container, studio } = await symbols();
    await settle(() => expect(option(container, 'R-09')).toBeDefined());
    await enter(option(container, 'R-09'));
    await settle(() => {
      const at = studio.buffers.state(NOTE)?.selection.main;
      expect(FILES[NOTE].slice(at?.from, at?.to)).toBe('R-09');
    });
  });

  it('follow what is typed', async () => {
    const { container, studio } = await symbols();
    await settle(() => expect(option(container, 'R-01')).toBeDefined());
    await act(async () => {
      const { openFile } = await import('../commands/files');
      await openFile(studio, NOTE);
      studio.buffers.dispatch(NOTE, { changes: { from: 0, insert: 'R-02 ' } });
    });
    await settle(() => expect(option(container, 'Cost')?.textContent).toContain('1 use'));
  });

  it('say so when there are none', async () => {
    const { container } = await symbols({ 'notes/a.md': '# Nothing\n' });
    await settle(() => expect(container.textContent).toContain('No symbols yet'));
  });
});
