import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '../../shared/commands';
import { FilesView } from '../kit/FilesView';
import { ProblemsView } from '../kit/ProblemsView';
import { type Rendered, render, settle } from '../ui/render.test-support';
import { MENUS, watchContextMenus } from './context-menus';
import { openFile } from './files';
import { openExample, openRecent } from './kits';
import { findingHere } from './place-behaviours';
import { isEnabled, runCommand, whyDisabled } from './run-command';
import { type TestStudio, testStudio } from './studio.test-support';
import { StudioProvider } from './studio-context';

vi.setConfig({ testTimeout: 30_000 });
const RFC = 'RFC-007-streams.md';

let made: TestStudio;
let stop: () => void;
let shown: Rendered | null = null;
beforeEach(async () => {
  made = testStudio();
  stop = watchContextMenus(made.studio);
  await openRecent(made.studio, 'kit');
  await vi.waitFor(() => expect(made.studio.store.getState().checks.reports.size).toBe(2), {
    timeout: 20_000,
  });
});
afterEach(async () => {
  stop();
  await shown?.unmount();
  shown = null;
});

const popped = () =>
  made.host.calls.filter(({ channel }) => channel === 'menu.popup').map(({ request }) => request) as {
    x: number;
    y: number;
    groups: { id: string; enabled: boolean }[][];
  }[];
const rightClick = (
  element: Element | null,
  init: MouseEventInit = { button: 2, clientX: 30, clientY: 40 },
) =>
  act(async () => {
    element?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, ...init }));
  });
const view = async (node: React.ReactNode) => {
  shown = await render(<StudioProvider value={made.studio}>{node}</StudioProvider>);
  return shown.container;
};

describe('the menus of places', () => {
  it('name commands of the table, none twice in one menu', () => {
    const known = new Set<string>(COMMANDS.map(({ id }) => id));
    for (const [place, groups] of Object.entries(MENUS)) {
      const ids = groups.flat();
      expect(
        ids.filter((id) => !known.has(id)),
        place,
      ).toEqual([]);
      expect(new Set(ids).size, place).toBe(ids.length);
    }
  });

  it('act on the file that was clicked, not on the one that is open', async () => {
    const container = await view(<FilesView />);
    await settle(() => expect(container.querySelector('[data-key="notes/plan.md"]')).not.toBeNull());
    made.host.menuChoice = 'view.openBeside';
    await rightClick(container.querySelector('[data-key="notes/plan.md"]'));
    await settle(() =>
      expect(made.studio.store.getState().tabs.order.map(({ path }) => path)).toContain('notes/plan.md'),
    );
    expect(popped()[0]).toMatchObject({ x: 30, y: 40 });
    expect(
      popped()[0]
        ?.groups.flat()
        .map(({ id }) => id),
    ).toEqual(MENUS.file.flat());
  });

  it('waive the finding that was clicked, by mouse and by key', async () => {
    const container = await view(<ProblemsView />);
    made.host.menuChoice = 'finding.waive';
    const option = container.querySelector<HTMLElement>('[role=option]');
    await act(async () => option?.focus());
    await rightClick(option, { button: 0 });
    await settle(() => expect(made.studio.store.getState().overlay?.kind).toBe('waive'));
    const { overlay } = made.studio.store.getState();
    expect(
      overlay?.kind === 'waive' && option?.textContent?.includes(overlay.finding.message.replaceAll('`', '')),
    ).toBe(true);
    // No second menu over a dialog.
    await rightClick(option);
    expect(popped()).toHaveLength(1);
  });

  it('leave alone what another menu took, and what is no place', async () => {
    const container = await view(<p className="cm-content">text</p>);
    const text = container.querySelector('p');
    text?.addEventListener('contextmenu', (event) => event.preventDefault(), { once: true });
    await rightClick(text);
    await rightClick(container);
    expect(popped()).toHaveLength(0);
    await rightClick(text);
    expect(popped()).toHaveLength(1);
  });
});

/** Opens a file, waits until it is checked, and picks a finding that does not stand at its start. */
async function checkedFinding(studio: TestStudio['studio']) {
  await openFile(studio, RFC);
  await vi.waitFor(() =>
    expect(studio.store.getState().checks.versions.get(RFC)).toBe(studio.buffers.version(RFC)),
  );
  return studio.store
    .getState()
    .checks.reports.get(RFC)
    ?.findings.find(({ span }) => span.from > 0);
}

describe('commands on the finding at hand', () => {
  it('take the narrowest one around the cursor, else one on the line', async () => {
    const { studio } = made;
    const finding = await checkedFinding(studio);
    expect(finding).toBeDefined();
    studio.buffers.dispatch(RFC, { selection: { anchor: finding?.span.from ?? 0 } });
    expect(findingHere(studio)?.span.from).toBeLessThanOrEqual(finding?.span.from ?? 0);
    studio.buffers.dispatch(RFC, { changes: { from: 0, insert: 'x' } });
    expect(findingHere(studio)).toBeNull();
  });

  it('wait for the check of what was typed just before', async () => {
    const { studio } = made;
    const finding = await checkedFinding(studio);
    studio.buffers.dispatch(RFC, { selection: { anchor: finding?.span.from ?? 0 } });
    const end = studio.buffers.doc(RFC)?.length ?? 0;
    studio.buffers.dispatch(RFC, { changes: { from: end, insert: 'And more.\n' } });
    expect(findingHere(studio)).toBeNull();
    await runCommand(studio, 'finding.waive');
    expect(studio.store.getState().overlay?.kind).toBe('waive');
  });

  it('say why they cannot be carried out', async () => {
    const { studio } = made;
    const command = (id: string) => COMMANDS.find((entry) => entry.id === id) ?? COMMANDS[0];
    await openExample(studio);
    expect(whyDisabled(command('finding.waive'), studio.store.getState())).toBe('This kit is read-only');
    studio.store.setState({ kit: null });
    expect(whyDisabled(command('file.save'), studio.store.getState())).toBe('Open a kit first');
    expect(isEnabled(command('app.settings'), studio.store.getState())).toBe(true);
  });

  it('close the other tabs, but not what is not saved', async () => {
    const { studio } = made;
    await openFile(studio, RFC);
    await openFile(studio, 'notes/plan.md');
    studio.buffers.dispatch(RFC, { changes: { from: 0, insert: 'x' } });
    await runCommand(studio, 'file.closeOthers');
    expect(studio.store.getState().tabs.order.map(({ path }) => path)).toEqual([RFC, 'notes/plan.md']);
    await runCommand(studio, 'file.closeOthers', { path: RFC });
    expect(studio.store.getState().tabs.order.map(({ path }) => path)).toEqual([RFC]);
  });
});
