import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Overlays } from '../app/Overlays';
import { openZip } from '../commands/archives';
import { testStudio } from '../commands/studio.test-support';
import { StudioProvider } from '../commands/studio-context';
import type { MemoryZip } from '../host/memory-archive';
import { MemoryKit } from '../host/memory-kit';
import { byRole, click, type Rendered, render, settle } from '../ui/render.test-support';

// The first test loads all kinds.
vi.setConfig({ testTimeout: 60_000 });

let shown: Rendered | null = null;
afterEach(async () => {
  await shown?.unmount();
  shown = null;
});

const SUMMARY: MemoryZip['summary'] = {
  files: 12,
  bytes: 123_456,
  leftOut: ['.gitignore', '.git/config'],
  leftOutCount: 9,
  target: { targetId: 'documents', location: '/home/me/Documents', name: 'packet' },
};

async function dialog(change: Partial<MemoryZip> = {}) {
  const made = testStudio({ 'a.md': '# A\n' });
  const kit = new MemoryKit('kit', 'Unpacked', { 'a.md': '# A\n' });
  made.host.zip = { problem: null, summary: SUMMARY, taken: [], kit, ...change };
  shown = await render(
    <StudioProvider value={made.studio}>
      <Overlays />
    </StudioProvider>,
  );
  await act(async () => openZip(made.studio));
  await settle(() => expect(text()).not.toMatch(/Looking through|^$/));
  return made;
}

const text = () => document.querySelector('[role=dialog]')?.textContent ?? '';
const button = (name: string | RegExp) => byRole(document.body, 'button', name) as HTMLButtonElement | null;
const field = () => document.querySelector<HTMLInputElement>('[role=dialog] input');

async function type(value: string) {
  const input = field();
  if (!input) throw new Error('There is no field');
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

describe('a kit that comes as a zip', () => {
  it('is told before it is unpacked, and opens when it is', async () => {
    const { studio } = await dialog();
    expect(text()).toContain('Open packet.zip');
    expect(text()).toContain('12 files, 121 KB.');
    expect(text()).toContain('9 hidden files stay in the zip: .gitignore, .git/config and 7 more.');
    expect(text()).toContain('/home/me/Documents');
    expect(field()?.value).toBe('packet');
    await click(button('Unpack and Open'));
    await settle(() => expect(studio.store.getState().kit?.kitId).toBe('kit'));
    expect(studio.store.getState().overlay).toBeNull();
  });

  it('says why it cannot be, and asks for another', async () => {
    const { host, studio } = await dialog({
      problem: { code: 'not-a-kit', message: 'This file is no zip.' },
    });
    expect(document.querySelector('[role=alert]')?.textContent).toBe('This file is no zip.');
    expect(field()).toBeNull();
    host.zip = null;
    await click(button('Choose Another Zip…'));
    expect(document.querySelector('[role=alert]')).not.toBeNull();
    await click(button('Close'));
    expect(studio.store.getState().overlay).toBeNull();
  });

  it('asks for another name where that one is taken or cannot be', async () => {
    const { studio } = await dialog({ taken: ['packet'] });
    await click(button('Unpack and Open'));
    await settle(() => expect(text()).toContain('There is something called "packet" already.'));
    await type('a/b');
    expect(text()).toContain('Its name holds a slash.');
    expect(document.querySelector('[role=alert]')).toBeNull();
    expect(button('Unpack and Open')?.disabled).toBe(true);
    await type('mine');
    await click(button('Change…'));
    await settle(() => expect(text()).toContain('/elsewhere'));
    // A name of one's own stays in another place.
    expect(field()?.value).toBe('mine');
    await click(button('Unpack and Open'));
    await settle(() => expect(studio.store.getState().kit).not.toBeNull());
  });

  it('takes the name that is free in another place', async () => {
    await dialog();
    await click(button('Change…'));
    await settle(() => expect(field()?.value).toBe('packet 2'));
  });

  it('can be stopped while it is unpacked', async () => {
    let goOn: () => void = () => undefined;
    const until = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const { studio } = await dialog({ until });
    await click(button('Unpack and Open'));
    await settle(() => expect(text()).toContain('1 byte of 3 bytes'));
    expect(text()).toContain('file-1.md');
    await click(button('Cancel'));
    expect(button('Cancelling…')?.disabled).toBe(true);
    await act(async () => goOn());
    await settle(() => expect(field()).not.toBeNull());
    expect(document.querySelector('[role=alert]')).toBeNull();
    expect(studio.store.getState().kit).toBeNull();
  });
});
