import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/launch';
import { axe, NOTE, open, run, shot, textOf } from '../fixtures/own-kit';

test('a table is edited cell by cell, and only what is edited changes on disk', async ({
  launch,
  workDir,
}) => {
  const opened = await open(launch, workDir, 'note.md');
  const { window, studio, kit } = opened;
  await studio.select('R-01');
  await window.keyboard.press('Tab');
  await window.keyboard.type('Eve');
  await window.keyboard.press('Enter');
  await window.keyboard.type('Fay');
  await window.keyboard.press('Enter');
  await window.keyboard.type('Gus');
  await window.keyboard.press('Shift+Tab');
  await window.keyboard.type('R-03');
  await studio.save();
  expect(await readFile(join(kit, 'docs/note.md'), 'utf8')).toBe(
    NOTE.replace('Ada', 'Eve')
      .replace('| R-02 | Bob |\n', '| R-02 | Fay |\n| R-03| Gus |\n')
      .replace('| R-03| Gus |', '| R-03 | Gus |'),
  );
  await shot(window, 'table');

  await run(window, 'Insert Column Right');
  await window.keyboard.type('x');
  expect(await textOf(opened)).toContain('| R-03 | x');
  await run(window, 'Align Column Right');
  await run(window, 'Move Column Left');
  await window.keyboard.press('Alt+ArrowUp');
  await run(window, 'Format Table');
  await shot(window, 'table-formatted');
  expect(await textOf(opened)).toContain('|   x | R-03 | Gus   |\n|     | R-02 | Fay   |');
  for (let n = 0; n < 6; n++) await window.keyboard.press('ControlOrMeta+z');
  expect(await textOf(opened)).toContain('| R-03 | Gus |');

  // Enter in a last row with nothing in it leaves the table.
  await studio.select('Gus');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Enter');
  await window.keyboard.type('Below it.');
  expect(await textOf(opened)).toContain('| R-03 | Gus |\n\nBelow it.\n\nLast words.');
});

test('a slash offers what fits: sections of the kind, rows, diagrams, entries', async ({
  launch,
  workDir,
}) => {
  test.setTimeout(120_000);
  const opened = await open(launch, workDir, 'RFC-100-store.md');
  const { window, studio } = opened;
  const list = window.locator('.cm-tooltip-autocomplete');
  // The editor takes no key for the list in its first 75 ms, so that a key meant for the text is not swallowed.
  const settled = () => window.waitForTimeout(150);

  await studio.content.click();
  await window.keyboard.press('ControlOrMeta+End');
  await window.keyboard.type('/');
  await expect(list).toContainText('Missing here');
  await expect(list).toContainText('Problem, quantified');
  await shot(window, 'slash');
  // The list is scrolled by the arrow keys of the text, which keeps the focus.
  await axe(window, 'scrollable-region-focusable');
  await window.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  expect(await textOf(opened)).toMatch(/\n\/$/);

  await window.keyboard.type('risks');
  await window.keyboard.press('Control+Space');
  await expect(list.getByRole('option').first()).toContainText('Risks');
  await settled();
  await window.keyboard.press('Enter');
  await expect(studio.content).toContainText('## Risks');
  await window.keyboard.type('R-01 Skills');
  await window.keyboard.press('Tab');
  await window.keyboard.type('12');
  await expect(studio.content).toContainText('| R-01 Skills | 12 | <one full name, no team> |');
  await shot(window, 'slash-section');

  await window.keyboard.press('Escape');
  await window.keyboard.press('ControlOrMeta+End');
  await window.keyboard.press('ControlOrMeta+j');
  await window.keyboard.type('sequence');
  await expect(list.getByRole('option').first()).toContainText('Sequence diagram');
  await settled();
  await window.keyboard.press('Enter');
  await expect(studio.content).toContainText('sequenceDiagram');
  await window.keyboard.type('Shop');
  await expect(studio.content).toContainText('participant A as Shop');
  await window.keyboard.press('ControlOrMeta+z');
  await window.keyboard.press('ControlOrMeta+z');
  await expect(studio.content).not.toContainText('sequenceDiagram');

  await studio.openFile('risk-register.json');
  await studio.select('"risks"');
  await window.keyboard.press('ControlOrMeta+j');
  await window.keyboard.type('add');
  await expect(list.getByRole('option').first()).toContainText('Add to risks');
  await shot(window, 'slash-data');
  await settled();
  await window.keyboard.press('Enter');
  await expect(studio.content).toContainText('"id": "R-05"');
  await window.keyboard.type('Late data');
  await expect(studio.content).toContainText('"title": "Late data"');
  await shot(window, 'slash-entry');
});

test('words, lines and lists are formatted by keys', async ({ launch, workDir }) => {
  const opened = await open(launch, workDir, 'note.md');
  const { window, studio } = opened;
  await studio.select('the plan');
  await window.keyboard.press('ControlOrMeta+b');
  await expect(studio.content).toContainText('See **the plan** for');
  await window.keyboard.type('*');
  await expect(studio.content).toContainText('See ***the plan*** for');
  await window.keyboard.press('ControlOrMeta+z');
  await window.keyboard.press('ControlOrMeta+b');
  await expect(studio.content).toContainText('See the plan for');
  await window.keyboard.press('ControlOrMeta+k');
  await window.keyboard.type('../plans/x.md');
  await expect(studio.content).toContainText('See [the plan](../plans/x.md) for');
  await studio.select('Last words.');
  await window.keyboard.press('ControlOrMeta+2');
  await expect(studio.content).toContainText('## Last words.');
  await window.keyboard.press('ControlOrMeta+0');
  await window.keyboard.press('ControlOrMeta+Shift+9');
  await window.keyboard.press('End');
  await window.keyboard.press('Enter');
  await window.keyboard.type('more (in brackets');
  expect(await textOf(opened)).toContain('- [ ] Last words.\n- [ ] more (in brackets)');
  await window.keyboard.press('Shift+Alt+ArrowUp');
  await window.keyboard.press('Alt+ArrowUp');
  expect(await textOf(opened)).toContain(
    '- [ ] more (in brackets)\n- [ ] Last words.\n- [ ] more (in brackets)',
  );
  await studio.select('brackets');
  await window.keyboard.press('ControlOrMeta+Shift+l');
  await window.keyboard.type('pairs');
  expect((await textOf(opened)).match(/in pairs/g)).toHaveLength(2);
  await studio.select('# Note');
  await window.keyboard.press('ControlOrMeta+Shift+[');
  await expect(studio.content).not.toContainText('Last words');
  await window.keyboard.press('ControlOrMeta+Shift+]');
  await expect(studio.content).toContainText('Last words');
});

test('a code block that does not read is marked at its line', async ({ launch, workDir }) => {
  const opened = await open(launch, workDir, 'RFC-100-store.md');
  const { window, studio } = opened;
  await studio.content.click();
  await window.keyboard.press('ControlOrMeta+End');
  await window.keyboard.insertText('```yaml\nid: A\nid: B\n```\n');
  const mark = studio.content.locator('.cm-line', { hasText: 'id: B' }).locator('.cm-lintRange');
  await expect(mark.first()).toBeVisible({ timeout: 20_000 });
  await mark.first().hover();
  await expect(window.locator('.cm-tooltip-lint')).toContainText('In this yaml block');
  await shot(window, 'fence');
  expect(existsSync(join(opened.kit, 'docs/assets'))).toBe(false);
});
