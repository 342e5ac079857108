import { afterEach, describe, expect, it } from 'vitest';
import type { Standing } from '../../shared/ipc/payloads';
import { openExample, openFolder } from '../commands/kits';
import { runCommand } from '../commands/run-command';
import type { Studio } from '../commands/studio';
import { RFC_TEXT, testStudio } from '../commands/studio.test-support';
import { StudioProvider } from '../commands/studio-context';
import { byRole, click, type Rendered, render, settle } from '../ui/render.test-support';
import { PacketScreen } from './PacketScreen';
import { ProgressSection } from './ProgressSection';

let shown: Rendered | null = null;
afterEach(async () => {
  await shown?.unmount();
  shown = null;
});

async function dashboard(studio: Studio): Promise<HTMLElement> {
  shown = await render(
    <StudioProvider value={studio}>
      <PacketScreen />
    </StudioProvider>,
  );
  return shown.container;
}

describe('the dashboard', () => {
  it('says what to do next in a kit of one half-written RFC, and goes there', async () => {
    const { studio, host } = testStudio();
    await openFolder(studio);
    await runCommand(studio, 'packet.dashboard');
    expect(studio.store.getState().screen).toEqual({ kind: 'packet' });
    const page = await dashboard(studio);
    await settle(() =>
      expect(page.textContent).toContain('None of the four deliverables is staff-ready yet'),
    );
    expect(page.textContent).toMatch(/RFC: .*minutes/);
    expect(page.textContent).toContain('Not begun');
    await settle(() => expect(page.textContent).toContain('The record begins today'));
    const [row] = host.progress.get('kit') ?? [];
    expect(row).toMatchObject({ grades: ['draft', null, null, null] });
    expect(row?.must).toBeGreaterThan(3);
    await click(byRole(page, 'button', 'Go There'));
    await settle(() => expect(studio.store.getState().screen).toBeNull());
    expect(studio.store.getState().tabs.active).toBe('RFC-007-streams.md');
  });

  it('says so where nothing is an artifact', async () => {
    const { studio, host } = testStudio({ 'notes.txt': 'Words.\n' });
    await openFolder(studio);
    const page = await dashboard(studio);
    await settle(() => expect(page.textContent).toContain('Nothing to look over yet'));
    expect(host.progress.size).toBe(0);
  });

  it('follows what is mended elsewhere', async () => {
    const { studio, host } = testStudio({ 'RFC-007-streams.md': RFC_TEXT });
    await openFolder(studio);
    const page = await dashboard(studio);
    await settle(() => expect(page.textContent).toMatch(/placeholder/));
    await host.touch('kit', 'RFC-007-streams.md', RFC_TEXT.replace('TODO: numbers.', 'Now with 3 numbers.'));
    await settle(() => expect(page.textContent).not.toMatch(/placeholder/));
  });

  it('keeps no record of a kit that cannot be written', async () => {
    const { studio, host } = testStudio();
    await openExample(studio);
    const page = await dashboard(studio);
    await settle(() => expect(page.textContent).toContain('A packet of your own keeps a record'));
    expect(host.progress.size).toBe(0);
  });
});

describe('progress', () => {
  const day = (name: string, must: number, points: number | null): Standing => ({
    day: name,
    must,
    should: 4,
    could: 0,
    points,
    minutes: 60,
    grades: ['draft', null, null, 'staff-ready'],
  });

  it('is drawn from the second day on, with all of it in words and in a table', async () => {
    const progress = [day('2026-01-05', 9, 0.5), day('2026-01-06', 9, null), day('2026-02-01', 3, 0.8125)];
    shown = await render(<ProgressSection progress={progress} />);
    const page = shown.container;
    const chart = page.querySelector('svg');
    expect(chart?.getAttribute('aria-label')).toBe(
      'From 50 % of the points on 2026-01-05 to 81.2 % on 2026-02-01; open musts went from 9 to 3.',
    );
    const names = [...(chart?.querySelectorAll('g > title') ?? [])].map((title) => title.textContent);
    expect(names).toEqual([
      '2026-01-05: 9 must and 4 should open',
      '2026-01-06: 9 must and 4 should open',
      '2026-02-01: 3 must and 4 should open',
      '2026-01-05: 50 % of the points',
      // A day without points is no point of the line.
      '2026-02-01: 81.2 % of the points',
    ]);
    expect([...page.querySelectorAll('tbody th')].map((cell) => cell.textContent)).toEqual([
      '2026-02-01',
      '2026-01-06',
      '2026-01-05',
    ]);
  });
});
