import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures/launch';
import { axe, axeInBoth, pictures, shot } from '../pages/looking';
import { StudioPage } from '../pages/studio-page';

/** What of the kit the story needs no part of: a small kit is checked in a moment. */
const AWAY = [
  'templates',
  'examples/senior-grade',
  'examples/part1-design-doc',
  'examples/part3-architecture-review',
];

test('what an incident left is seen as what it means, and leads to its lines', async ({ launch, kitDir }) => {
  test.slow();
  await Promise.all(AWAY.map((folder) => rm(join(kitDir, folder), { recursive: true })));
  await mkdir(join(kitDir, 'templates'));
  const running = await launch({ args: ['--open', kitDir] });
  const { window } = running;
  const studio = new StudioPage(window);
  await studio.ready();
  const screens = () =>
    running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some((each) => each.isVisible() && each.isFullScreen()),
    );
  const selected = () => window.evaluate(() => getSelection()?.toString() ?? '');
  const figure = (name: RegExp) => studio.preview.getByRole('figure', { name });
  /** Opens a file, goes to the line of a mark, and takes pictures of the view. */
  const follow = async (file: string, chart: RegExp, mark: RegExp, line: string | RegExp, view?: string) => {
    await studio.openFile(file);
    if (view !== undefined) await studio.companion.getByRole('button', { name: view }).click();
    const button: Locator = figure(chart).getByRole('button', { name: mark });
    await button.first().click();
    if (typeof line === 'string') await expect.poll(selected).toBe(line);
    else await expect.poll(selected).toMatch(line);
    await pictures(running, `view-${file.split('.')[0]}`);
  };

  await follow('timeline.yaml', /^What happened, what was seen/, /^14:20, detection/, '2024-03-12T14:20Z');
  // A text that does not parse right now keeps its view, and says so over it.
  await studio.replace('entries:', 'entries: [');
  const broken = studio.preview.getByRole('status');
  await expect(broken).toContainText('Shown is what the file said before.');
  await expect(figure(/^What happened, what was seen/)).toBeVisible();
  await shot(window, 'view-timeline-broken');
  await window.keyboard.press('ControlOrMeta+z');
  await expect(broken).toHaveCount(0);
  await follow('contributing-factors.yaml', /^Contributing factors by/, /^CF-05/, 'CF-05');
  await follow(
    'slo-definitions.yaml',
    /^Budget that is gone/,
    /^ALR-completeness-orderline-6h/,
    'ALR-completeness-orderline-6h',
  );
  await follow('action-items.yaml', /^When each action/, /^AI-07/, '2024-05-17');
  await follow('incident_scenario.json', /^What was recorded/, /AL-01/, '"AL-01"');
  await axeInBoth(running);

  // Documents and diagrams are read first; a switch shows what they mean.
  await follow('five-whys.md', /^Chain A/, /^Why 1/, /^because the filter/, 'Chains as Trees');
  await follow('fishbone.mmd', /^What may have led/, /broker patch/, /broker patch/, 'Bones and Evidence');
  await follow(
    'objection-playbook.md',
    /^What each answer has/,
    /Tripwire: \d+ words$/,
    /./,
    'Questions as Cards',
  );
  await axe(window);

  await studio.openFile('executive-summary.md');
  await studio.companion.getByRole('button', { name: 'Slides and Notes' }).click();
  const first = studio.preview.getByRole('article', { name: /^Slide 1 of 5/ });
  await first.getByText('No alert fired for it').click();
  await expect.poll(selected).toContain('No alert fired for it');
  await expect(studio.preview.getByText('does not fit')).toHaveCount(0);
  await pictures(running, 'view-slides');
  await axe(window);
  // More than a slide can hold is told while it is written.
  await studio.content.click();
  await studio.select('No alert fired for it');
  await window.keyboard.insertText(`${'Far too many words for one slide. '.repeat(60)}`);
  await expect(studio.preview.getByText('Slide 1 does not fit')).toBeVisible();
  await shot(window, 'view-slides-overflow');
  await window.keyboard.press('ControlOrMeta+z');
  await expect(studio.preview.getByText('does not fit')).toHaveCount(0);
  // Tables, code and drawings are set as the briefing sets them, and take their room.
  await studio.select('No alert fired for it');
  await window.keyboard.insertText(
    'None.\n\n| Cause | Cost |\n| --- | --- |\n| Filter | $5 |\n\n```mermaid\nflowchart LR\n  A --> B\n```\n',
  );
  await expect(first.getByRole('cell', { name: '$5' })).toBeVisible();
  await expect(first.getByRole('img', { name: 'A diagram' })).toBeVisible({ timeout: 60_000 });
  await pictures(running, 'view-slides-table');
  await window.keyboard.press('ControlOrMeta+z');

  await studio.preview.getByRole('button', { name: 'Show Full Screen' }).click();
  const show = window.getByRole('dialog', { name: /, as slides$/ });
  await expect(show.getByRole('article', { name: /^Slide 1 of 5/ })).toBeVisible();
  await window.keyboard.press('ArrowRight');
  await expect(show.getByRole('article', { name: /^Slide 2 of 5/ })).toBeVisible();
  await window.keyboard.press('n');
  await expect(show.getByRole('complementary', { name: 'Notes' })).toContainText(
    'The direct cost is the sum',
  );
  await shot(window, 'view-slides-show');
  await window.keyboard.press('End');
  await expect(show.getByRole('article', { name: /^Slide 5 of 5/ })).toBeVisible();
  // The window has the whole screen meanwhile, and the page no permission to take it by itself.
  await expect.poll(screens).toBe(true);
  await window.keyboard.press('Escape');
  await expect(show).toHaveCount(0);
  await expect.poll(screens).toBe(false);
});
