import { describe, expect, it, vi } from 'vitest';
import { openRecent } from './kits';
import { keepPreferences } from './preferences';
import { changeSettings } from './settings';
import { testStudio, typeAtEnd } from './studio.test-support';

vi.setConfig({ testTimeout: 60_000 });

const PATH = 'RFC-007-streams.md';
const REMARKED =
  '# RFC-007: Move\n\n## 1. Summary and ask\n\nWe move the the streams, and then we look at what is left.\n';

async function opened() {
  const made = testStudio({ [PATH]: REMARKED, 'notes/plan.md': '# Plan\n' });
  await openRecent(made.studio, 'kit');
  const { openFile } = await import('./files');
  await openFile(made.studio, PATH);
  await vi.waitFor(() => expect(made.studio.store.getState().checks.reports.size).toBe(2), {
    timeout: 20_000,
  });
  return made;
}

describe('remarks on prose', () => {
  it('go and come back with the setting; what else was found stays', async () => {
    const { studio } = await opened();
    const ids = () =>
      studio.store
        .getState()
        .checks.reports.get(PATH)
        ?.findings.map(({ id }) => id) ?? [];
    await vi.waitFor(() => expect(ids().some((id) => id.startsWith('PROSE-'))).toBe(true));
    const others = ids().filter((id) => !id.startsWith('PROSE-'));
    await changeSettings(studio, { remarks: false });
    await vi.waitFor(() => expect(ids()).toEqual(others));
    await changeSettings(studio, { remarks: true });
    await vi.waitFor(() => expect(ids().some((id) => id.startsWith('PROSE-'))).toBe(true));
  });
});

describe('autosave', () => {
  it('saves when typing pauses, and not without the setting', async () => {
    const { studio, kit } = await opened();
    typeAtEnd(studio, PATH, 'More.\n');
    await new Promise((resolve) => setTimeout(resolve, 1700));
    expect(kit.files.get(PATH)).toBe(REMARKED);
    await changeSettings(studio, { autosave: true });
    await vi.waitFor(() => expect(kit.files.get(PATH)).toBe(`${REMARKED}More.\n`), { timeout: 20_000 });
    typeAtEnd(studio, PATH, 'And more.\n');
    await vi.waitFor(() => expect(kit.files.get(PATH)).toBe(`${REMARKED}More.\nAnd more.\n`), {
      timeout: 20_000,
    });
  });

  it('saves at once when another window is used, and never what the user has to decide', async () => {
    const { studio, kit, host } = await opened();
    const page = new EventTarget();
    keepPreferences(studio, page);
    await changeSettings(studio, { autosave: true });
    const tab = () => studio.store.getState().tabs.order.find((one) => one.path === PATH);
    const start = performance.now();
    typeAtEnd(studio, PATH, 'More.\n');
    page.dispatchEvent(new Event('blur'));
    await vi.waitFor(() => expect(kit.files.get(PATH)).toBe(`${REMARKED}More.\n`));
    expect(performance.now() - start).toBeLessThan(1400);
    typeAtEnd(studio, PATH, 'Mine.\n');
    await host.touch('kit', PATH, 'Theirs.\n');
    await vi.waitFor(() => expect(tab()?.conflict).not.toBeNull());
    page.dispatchEvent(new Event('blur'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(kit.files.get(PATH)).toBe('Theirs.\n');
  });

  it('decides nothing: a file that changed on disk too is left alone', async () => {
    const { studio, host, kit } = await opened();
    await changeSettings(studio, { autosave: true });
    typeAtEnd(studio, PATH, 'Mine.\n');
    await host.touch('kit', PATH, 'Theirs.\n');
    await vi.waitFor(() =>
      expect(studio.store.getState().tabs.order.find((tab) => tab.path === PATH)?.conflict?.kind).toBe(
        'changed',
      ),
    );
    typeAtEnd(studio, PATH, 'More of mine.\n');
    await new Promise((resolve) => setTimeout(resolve, 1700));
    expect(kit.files.get(PATH)).toBe('Theirs.\n');
    expect(studio.store.getState().notices.list.filter(({ tone }) => tone === 'problem')).toEqual([]);
  });
});
