import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '../../shared/commands';
import { DEFAULT_SETTINGS } from '../../shared/settings/defaults';
import { commandForKey } from '../commands/accelerators';
import type { Studio } from '../commands/studio';
import { testStudio } from '../commands/studio.test-support';
import { StudioProvider } from '../commands/studio-context';
import { byRole, click, type Rendered, render, settle } from '../ui/render.test-support';
import { SettingsDialog } from './SettingsDialog';
import { ShortcutsDialog } from './ShortcutsDialog';
import { SETTING_SECTIONS, settingsWith } from './setting-list';

vi.setConfig({ testTimeout: 30_000 });

let shown: Rendered | null = null;
afterEach(async () => {
  await shown?.unmount();
  shown = null;
});

async function open(dialog: React.ReactNode): Promise<Studio> {
  const { studio } = testStudio();
  shown = await render(<StudioProvider value={studio}>{dialog}</StudioProvider>);
  return studio;
}

const settingsOf = (studio: Studio) => studio.store.getState().app.settings;

async function press(element: Element | null, init: KeyboardEventInit): Promise<void> {
  await act(async () => {
    element?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
  });
}

describe('the list of settings', () => {
  it('has every setting once, with choices that the schema knows', () => {
    const keys = SETTING_SECTIONS.flatMap(({ settings }) => settings.map(({ key }) => key));
    expect([...keys, 'words', 'shortcuts'].sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
  });

  it.each([
    ['night', ['theme']],
    ['font', ['font', 'fontSize']],
    ['british', ['spelling']],
    ['soft wrap', ['wrap']],
    ['no such thing', []],
  ])('finds %j', (query, expected) => {
    expect(settingsWith(query).flatMap(({ settings }) => settings.map(({ key }) => key))).toEqual(expected);
  });
});

describe('the settings dialog', () => {
  it('changes a setting at once, offers its default back, and names each control', async () => {
    const studio = await open(<SettingsDialog />);
    const serif = document.querySelector<HTMLInputElement>('input[type=radio][value=serif]');
    await click(serif);
    await settle(() => expect(settingsOf(studio).font).toBe('serif'));
    await click(byRole(document, 'button', 'Reset: Face of prose'));
    await settle(() => expect(settingsOf(studio).font).toBe('mono'));
    expect(byRole(document, 'button', 'Reset: Face of prose')).toBeNull();
    for (const { settings } of SETTING_SECTIONS)
      for (const { label } of settings)
        expect(document.querySelector(`[aria-label="${label}"]`), label).not.toBeNull();
  });

  it('takes words out of the own dictionary', async () => {
    const { studio } = testStudio();
    const { changeSettings } = await import('../commands/settings');
    await changeSettings(studio, { words: ['Kafka', 'Vexmoor'] });
    shown = await render(
      <StudioProvider value={studio}>
        <SettingsDialog />
      </StudioProvider>,
    );
    await click(document.querySelector('[aria-label^="Remove Kafka"]'));
    await settle(() => expect(settingsOf(studio).words).toEqual(['Vexmoor']));
  });
});

describe('the shortcuts dialog', () => {
  const button = (label: string) => document.querySelector(`[aria-label^="Shortcut of ${label}:"]`);
  const recorder = () => document.querySelector('[data-records-keys]');
  const record = async (label: string, init: KeyboardEventInit) => {
    await click(button(label));
    await press(recorder(), init);
  };
  const free = { key: 'F4', code: 'F4' };

  it('lists every command that the page carries out with a way to change it', async () => {
    await open(<ShortcutsDialog />);
    const commands = COMMANDS.filter((command) => !('role' in command));
    expect(document.querySelectorAll('[data-shortcut-button]')).toHaveLength(commands.length);
  });

  it('takes free keys at once, and gives the usual ones back', async () => {
    const studio = await open(<ShortcutsDialog />);
    await record('Save', free);
    await settle(() => expect(settingsOf(studio).shortcuts).toEqual({ 'file.save': 'F4' }));
    expect(button('Save')?.getAttribute('aria-label')).toBe('Shortcut of Save: F4');
    expect(document.activeElement).toBe(button('Save'));
    await click(byRole(document, 'button', 'Reset the shortcut of Save'));
    await settle(() => expect(settingsOf(studio).shortcuts).toEqual({}));
  });

  it('waits for a key while only modifiers are down, and Escape leaves it as it was', async () => {
    const studio = await open(<ShortcutsDialog />);
    await click(button('Save'));
    await press(recorder(), { key: 'Control', code: 'ControlLeft', ctrlKey: true });
    expect(recorder()).not.toBeNull();
    await press(recorder(), { key: 'Escape', code: 'Escape' });
    expect(recorder()).toBeNull();
    expect(settingsOf(studio).shortcuts).toEqual({});
    expect(byRole(document, 'dialog', 'Keyboard shortcuts')).not.toBeNull();
  });

  it('refuses reserved keys with the reason', async () => {
    const studio = await open(<ShortcutsDialog />);
    await record('Save', { key: 'c', code: 'KeyC', ctrlKey: true });
    expect(document.body.textContent).toContain('Ctrl+C: These keys are not free: everywhere, this copies.');
    await record('Save', { key: 'q', code: 'KeyQ', ctrlKey: true });
    expect(document.body.textContent).toContain('Ctrl+Q is for “Quit”');
    expect(settingsOf(studio).shortcuts).toEqual({});
  });

  it('names who has the keys, and swaps when that is wanted', async () => {
    const studio = await open(<ShortcutsDialog />);
    await record('Save', { key: 'w', code: 'KeyW', ctrlKey: true });
    expect(document.body.textContent).toContain('Ctrl+W belongs to “Close Tab”.');
    expect(settingsOf(studio).shortcuts).toEqual({});
    await click(byRole(document, 'button', 'Swap: Close Tab Gets Ctrl+S'));
    await settle(() =>
      expect(settingsOf(studio).shortcuts).toEqual({
        'file.save': 'CmdOrCtrl+W',
        'file.close': 'CmdOrCtrl+S',
      }),
    );
    const w = { key: 'w', code: 'KeyW', ctrlKey: true, metaKey: false, altKey: false, shiftKey: false };
    expect(commandForKey(w, 'linux', settingsOf(studio).shortcuts)).toBe('file.save');
    await click(byRole(document, 'button', 'Reset All'));
    await settle(() => expect(settingsOf(studio).shortcuts).toEqual({}));
  });

  it('takes a shortcut away with Delete, and finds commands by name and by keys', async () => {
    const studio = await open(<ShortcutsDialog />);
    await record('Save', { key: 'Delete', code: 'Delete' });
    await settle(() => expect(settingsOf(studio).shortcuts).toEqual({ 'file.save': '' }));
    expect(button('Save')?.getAttribute('aria-label')).toBe('Shortcut of Save: none');
    const search = document.querySelector<HTMLInputElement>('input[type=search]') as HTMLInputElement;
    const type = (text: string) =>
      act(async () => {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(search, text);
        search.dispatchEvent(new Event('input', { bubbles: true }));
      });
    await type('ctrl+shift+p');
    const labels = () =>
      [...document.querySelectorAll('[data-shortcut-button]')].map((one) => one.getAttribute('aria-label'));
    expect(labels()).toEqual(['Shortcut of Command Palette: Ctrl+Shift+P']);
    await type('ctrl shift p');
    expect(labels()).toEqual(['Shortcut of Command Palette: Ctrl+Shift+P']);
    await type('light dark');
    expect(labels()).toEqual(['Shortcut of Switch Light and Dark: none']);
  });
});
