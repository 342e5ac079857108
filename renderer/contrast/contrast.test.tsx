import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openFolder } from '../commands/kits';
import { runCommand } from '../commands/run-command';
import { RFC_TEXT, testStudio } from '../commands/studio.test-support';
import { StudioProvider } from '../commands/studio-context';
import { byRole, click, type Rendered, render, settle } from '../ui/render.test-support';
import { ContrastScreen } from './ContrastScreen';

// Prose is drawn in a thread that the tests' page does not have.
vi.stubGlobal(
  'Worker',
  class extends EventTarget {
    postMessage(): void {}
    terminate(): void {}
  },
);

let shown: Rendered | null = null;
afterEach(async () => {
  await shown?.unmount();
  shown = null;
});

/** The button of a part, whatever else it tells. */
function partNamed(page: HTMLElement, title: string): HTMLElement | null {
  const all = page.querySelectorAll<HTMLElement>('nav button');
  return [...all].find((button) => button.textContent?.startsWith(title)) ?? null;
}

async function contrast(files?: Readonly<Record<string, string>>) {
  const made = testStudio(files);
  const { studio } = made;
  await openFolder(studio);
  await settle(() => expect(studio.store.getState().checks.reports.size).toBeGreaterThan(0));
  await runCommand(studio, 'packet.contrast');
  const { screen } = studio.store.getState();
  if (screen?.kind !== 'contrast') throw new Error('The screen was not shown');
  shown = await render(
    <StudioProvider value={studio}>
      <ContrastScreen screen={screen} />
    </StudioProvider>,
  );
  return { ...made, page: shown.container };
}

describe('senior against staff', () => {
  it('lays the worked example beside one’s own, part by part', async () => {
    const { page } = await contrast();
    await settle(() => expect(partNamed(page, '1. Summary and ask')).not.toBeNull());
    await click(partNamed(page, '1. Summary and ask'));
    await settle(() => expect(page.textContent).toContain('Worked example'));
    expect(byRole(page, 'region', 'Yours')).not.toBeNull();
    // This kit's example has no counterpart: what usually separates the two is said instead.
    expect(page.textContent).toContain('There is no senior-grade version of this kind');
  });

  it('closes a part that was not tried, in a kit that asks for it, and opens it all the same', async () => {
    const { studio, kit, page } = await contrast({
      'RFC-007-streams.md': RFC_TEXT.replace(/We propose[^\n]*/, 'Soon.'),
    });
    await settle(() => expect(partNamed(page, '1. Summary and ask')).not.toBeNull());
    await click(partNamed(page, '1. Summary and ask'));
    await act(() => runCommand(studio, 'packet.writeFirst'));
    expect(kit.files.get('.staffwright/settings.yaml')).toContain('write_first: true');
    await settle(() => expect(page.textContent).toContain('Write a sentence or two of your own first'));
    await click(byRole(page, 'button', 'Show Anyway'));
    await settle(() => expect(page.textContent).not.toContain('Write a sentence or two of your own first'));
    await act(() => runCommand(studio, 'packet.writeFirst'));
    expect(kit.files.get('.staffwright/settings.yaml')).toContain('write_first: false');
  });

  it('needs an artifact to begin with', async () => {
    const { studio } = testStudio({ 'notes.txt': 'Words.\n' });
    await openFolder(studio);
    await runCommand(studio, 'packet.contrast');
    expect(studio.store.getState().screen).toBeNull();
    expect(studio.store.getState().notices.list.at(-1)?.text).toContain('Open an artifact first');
  });
});
