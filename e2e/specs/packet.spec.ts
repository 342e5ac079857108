import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/launch';
import { axeInBoth, command, pictures } from '../pages/looking';
import { StudioPage } from '../pages/studio-page';

const RFC = 'RFC-042-streaming-migration.md';

test('the packet is seen as one thing: what is next, what disagrees, where figures come from', async ({
  launch,
  kitDir,
}) => {
  test.setTimeout(180_000);
  const rfc = join(kitDir, 'examples/part1-design-doc', RFC);
  const text = await readFile(rfc, 'utf8');
  // A score that is not the matrix's, and a phase whose way back has no number.
  await writeFile(
    rfc,
    text
      .replace('| 4.05 |', '| 4.06 |')
      .replace(/\| P2 \| freshness p95 [^\n]*\n\| P2 \| completeness [^\n]*\n/, '')
      .replace('freshness p95 > 15 min for 60 min, or completeness < 99.9 % for 30 min', 'if it goes wrong'),
  );
  const running = await launch({ args: ['--open', kitDir] });
  const { window } = running;
  const studio = new StudioPage(window);
  await studio.ready();

  // The way there stands above the path, with the time that is left.
  await studio.navigator.getByRole('button', { name: /^Packet/ }).click();
  const page = window.getByRole('region', { name: 'Packet' });
  await expect(page.getByText('3 of the four deliverables are staff-ready.')).toBeVisible({
    timeout: 60_000,
  });
  const next = page.getByRole('region', { name: 'Next' });
  await expect(next).toContainText(/RFC: .*\d+ minutes?/);
  const cards = page.getByRole('region', { name: 'Deliverables' });
  await expect(cards.getByRole('listitem').first()).toContainText(/RFC.*(Senior-grade|Draft).*criteria met/s);
  await expect(page.getByRole('region', { name: 'Sprints and checkpoints' })).toContainText(
    'Checkpoint reached',
  );
  await pictures(running, 'packet');
  await axeInBoth(running);

  // A cell of the matrix opens both places; each leads to its line, and the packet comes back by its key.
  const consistency = page.getByRole('region', { name: 'Consistency' });
  const cell = consistency.getByRole('button', { name: /^RFC and Tradeoff matrix: \d+ disagreement/ });
  await cell.focus();
  await window.keyboard.press('Enter');
  await expect(consistency.locator('mark', { hasText: '4.06' })).toBeVisible();
  await expect(consistency.locator('mark', { hasText: '4.05' })).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await expect(cell).not.toBeFocused();
  await pictures(running, 'packet-consistency');
  await consistency.getByRole('button', { name: 'tradeoff-matrix.yaml' }).first().click();
  await expect(studio.tab('tradeoff-matrix.yaml')).toHaveAttribute('aria-selected', 'true');
  await expect(studio.content).toBeFocused();
  await window.keyboard.press('ControlOrMeta+Alt+6');

  // The ledger has the figure with both values.
  const numbers = page.getByRole('region', { name: 'Numbers and where they come from' });
  const row = numbers.getByRole('row', { name: /4\.06/ });
  await expect(row).toContainText(/weighted total of.*4\.05.*Stale/s);
  await page.getByRole('button', { name: 'Numbers', exact: true }).click();
  await pictures(running, 'packet-ledger');
  await expect(page.getByRole('region', { name: 'Progress' })).toContainText('The record begins today');

  // The best action leads to its place, and what is mended is gone from the page.
  await next.getByRole('button', { name: 'Go There' }).click();
  await expect(studio.content).toBeFocused();
  await writeFile(rfc, text);
  await window.keyboard.press('ControlOrMeta+Alt+6');
  await expect(page.getByText('All four deliverables are staff-ready.')).toBeVisible({ timeout: 60_000 });
  await expect(consistency).toContainText('Nothing disagrees.');
});

test('senior-grade, staff-grade and one’s own stand beside each other, and the example can wait for an attempt', async ({
  launch,
  kitDir,
}) => {
  test.setTimeout(180_000);
  const file = 'RFC-077-own.md';
  const own = join(kitDir, 'examples/part1-design-doc', file);
  await writeFile(
    own,
    '---\nid: RFC-077\ntitle: "Own"\nstatus: draft\n---\n# RFC-077: Own\n\n## Summary and ask\n\nWe propose to pay invoices once, from 2026-03-01, at $40,000 a year less.\n\n## Problem\n\nLater.\n',
  );
  const running = await launch({ args: ['--open', kitDir] });
  const { app, window } = running;
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile(file);
  await expect(studio.rubric).toContainText(/not met/, { timeout: 60_000 });

  await window.keyboard.press('ControlOrMeta+Alt+7');
  const page = window.getByRole('region', { name: 'Senior against staff' });
  const parts = page.getByRole('navigation', { name: 'Parts of the files' });
  await parts.getByRole('button', { name: /^3\. Problem/ }).click();
  const differences = page.getByRole('region', { name: 'What is different' });
  await expect(differences).toContainText('a director cannot weigh this against other work');
  await expect(differences).toContainText('RFC-04');
  await expect(page.getByRole('document', { name: 'Senior-grade' })).toContainText('52 min');
  await expect(page.getByRole('document', { name: 'Worked example' })).toContainText('Doing nothing costs');
  await expect(page.getByRole('document', { name: 'Yours' })).toContainText('Later.');
  await pictures(running, 'contrast');
  await axeInBoth(running);

  // In a narrow window one version at a time.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(820, 700));
  await page
    .getByRole('toolbar', { name: 'Which version to show' })
    .getByRole('button', { name: 'Yours' })
    .click();
  await expect(page.getByRole('document', { name: 'Worked example' })).toBeHidden();
  await expect(page.getByRole('document', { name: 'Yours' })).toBeVisible();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));

  // Writing first: what was not tried stays closed, with a way round.
  await command(window, 'Write First, Then See the Example');
  await expect(page.getByText('Write a sentence or two of your own first')).toBeVisible();
  expect(await readFile(join(kitDir, '.staffwright/settings.yaml'), 'utf8')).toContain('write_first: true');
  await parts.getByRole('button', { name: /^1\. Summary and ask/ }).click();
  await expect(page.getByRole('document', { name: 'Worked example' })).toContainText('We propose');
  await parts.getByRole('button', { name: /^3\. Problem/ }).click();
  await page.getByRole('button', { name: 'Show Anyway' }).click();
  await expect(page.getByRole('document', { name: 'Worked example' })).toContainText('Doing nothing costs');

  // A criterion leads to one's own text.
  await differences
    .getByRole('button', { name: /In yours: not met/ })
    .first()
    .click();
  await expect(studio.content).toBeFocused();
  await expect(studio.tab(file)).toHaveAttribute('aria-selected', 'true');
});
