import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures/launch';
import { axe, pictures } from '../pages/looking';
import { StudioPage } from '../pages/studio-page';

/** What of the kit the story needs no part of: a small kit is checked in a moment. */
const AWAY = ['templates', 'scenarios', 'examples/senior-grade', 'examples/part2-adr-catalog'];

/** The lines that differ between two texts of as many lines. */
function changed(before: string, after: string): readonly string[] {
  const old = before.split('\n');
  return after.split('\n').filter((line, at) => line !== old[at]);
}

test('tables are forms on their text: a value is changed where it is seen, and nothing else is', async ({
  launch,
  kitDir,
}) => {
  test.slow();
  await Promise.all(AWAY.map((folder) => rm(join(kitDir, folder), { recursive: true })));
  for (const folder of ['templates', 'scenarios']) await mkdir(join(kitDir, folder));
  const running = await launch({ args: ['--open', kitDir] });
  const { window } = running;
  const studio = new StudioPage(window);
  await studio.ready();
  const press = (key: string) => window.keyboard.press(key);
  const cell = (name: string): Locator =>
    studio.preview.getByRole('button', { name: new RegExp(`^${name}\\b.*: `) });
  const field = (name: string): Locator =>
    studio.preview
      .getByRole('spinbutton', { name })
      .or(studio.preview.getByRole('textbox', { name }))
      .or(studio.preview.getByRole('combobox', { name }));
  const onDisk = (path: string) => readFile(join(kitDir, 'examples', path), 'utf8');
  /** Saved, and what differs from how it was. */
  const saved = async (path: string, before: string) => {
    await studio.save();
    const after = await onDisk(path);
    expect(after.split('\n')).toHaveLength(before.split('\n').length);
    return changed(before, after);
  };

  // A score: the number alone differs; the total says that it no longer fits, and undo takes all of it back.
  const matrix = 'part1-design-doc/tradeoff-matrix.yaml';
  const matrixBefore = await onDisk(matrix);
  await studio.openFile('tradeoff-matrix.yaml');
  const scores = studio.preview.getByRole('grid', { name: /^Scores/ });
  await cell('Score of Kafka on Amazon MSK for C1').dblclick();
  await expect(field('Score of Kafka on Amazon MSK for C1')).toBeFocused();
  await window.keyboard.type('9');
  await press('Enter');
  await expect(scores.getByRole('alert')).toHaveText('It has to be between 1 and 5.');
  await pictures(running, 'form-invalid');
  await field('Score of Kafka on Amazon MSK for C1').fill('2');
  await press('Enter');
  await expect(cell('Score of Kafka on Amazon MSK for C2')).toBeFocused();
  await expect(scores.getByRole('row', { name: /^Weighted total/ })).toContainText(/4\.40 \(is 3\.\d\d\)/);
  expect(await saved(matrix, matrixBefore)).toEqual(['        score: 2']);
  await pictures(running, 'form-matrix');
  await axe(window);
  await press('ControlOrMeta+z');
  await expect(scores.getByRole('row', { name: /^Weighted total/ })).not.toContainText('(is');
  expect(await saved(matrix, matrixBefore)).toEqual([]);
  // A weight: arrows lead to it, Tab writes and goes on.
  await press('ArrowLeft');
  await press('Enter');
  await window.keyboard.type('12.5');
  await press('Tab');
  await expect(cell('Score of Kafka on Amazon MSK for C2')).toBeFocused();
  expect(await saved(matrix, matrixBefore)).toEqual([expect.stringMatching(/^ +weight: 12\.5$/)]);

  // Likelihood of a risk: the piece of the cell; the stated product is marked.
  const register = 'part1-design-doc/risk-register.json';
  const registerBefore = await onDisk(register);
  await studio.openFile('risk-register.json');
  await cell('Likelihood of R-03').first().focus();
  await press('1');
  await press('Enter');
  await expect(studio.preview.getByRole('row', { name: /^R-03 / }).first()).toContainText(
    '1 × 5 = 15 (is 5)',
  );
  expect(await saved(register, registerBefore)).toEqual([expect.stringMatching(/^ +"likelihood": 1,$/)]);
  await pictures(running, 'form-register');
  await press('ControlOrMeta+z');
  // A risk more: the next id, blanks to fill in, its title under the keys; one undo takes it back, and it can be removed as well.
  const risks = studio.preview.getByRole('grid', { name: 'Score is likelihood × impact' });
  await studio.preview.getByRole('button', { name: 'Add risk' }).click();
  await expect(cell('Title of R-13')).toBeFocused();
  await window.keyboard.type('Nobody reads the dashboards');
  await press('Tab');
  await expect(cell('Likelihood of R-13').first()).toBeFocused();
  await press('2');
  await press('Tab');
  await expect(cell('Impact of R-13').first()).toBeFocused();
  await studio.save();
  expect(await onDisk(register)).toContain('      "title": "Nobody reads the dashboards",\n');
  await pictures(running, 'form-new-row');
  await axe(window);
  await press('ControlOrMeta+Delete');
  await expect(risks.getByRole('row', { name: /^R-13/ })).toHaveCount(0);
  await expect(cell('Title of R-12')).toBeFocused();
  expect(await saved(register, registerBefore)).toEqual([]);

  // Letters: another one, and none, on the grid itself; the row is marked when nobody answers for it.
  const raci = 'part3-architecture-review/raci-matrix.yaml';
  const raciBefore = await onDisk(raci);
  await studio.openFile('raci-matrix.yaml');
  const mark = (name: RegExp) => studio.preview.getByRole('button', { name });
  await mark(/^RA-01, Dmitri Castellane: A/).dblclick();
  await expect(field('DC in RA-01')).toBeFocused();
  await press('Escape');
  await press('c');
  await pictures(running, 'form-raci-mark');
  await press('Enter');
  await expect(mark(/^RA-01, Dmitri Castellane: C/)).toBeVisible();
  await mark(/^RA-04, Marisol Hartwell: nothing/).focus();
  await press('i');
  await press('Tab');
  await expect(mark(/^RA-04, Marisol Hartwell: I/)).toBeVisible();
  await pictures(running, 'form-raci-grid');
  await axe(window);
  await press('ControlOrMeta+z');
  await press('ControlOrMeta+z');
  await expect(mark(/^RA-01, Dmitri Castellane: A/)).toBeVisible();
  expect(await saved(raci, raciBefore)).toEqual([]);
  await studio.preview.getByRole('button', { name: 'Edit as Table' }).click();
  const letters = studio.preview.getByRole('grid', { name: 'Activities by person' });
  const accountable = letters.getByRole('button', { name: / in RA-01: A$/ });
  await accountable.focus();
  await press('F2');
  await letters.getByRole('combobox').selectOption('C');
  await press('Enter');
  await expect(letters.getByRole('row', { name: /^RA-01 / })).toContainText('no A');
  expect(await saved(raci, raciBefore)).toHaveLength(1);
  await pictures(running, 'form-raci');
  await press('ControlOrMeta+z');
  await expect(letters.getByRole('row', { name: /^RA-01 / })).not.toContainText('no A');

  // Minutes and lead of a slot, in the table of a document.
  const agenda = 'part3-architecture-review/review-agenda.md';
  const agendaBefore = await onDisk(agenda);
  await studio.openFile('review-agenda.md');
  await window.getByRole('button', { name: 'Slots over Time' }).click();
  await mark(/^14:05 Silent read/).focus();
  await press('2');
  await window.keyboard.type('0');
  await pictures(running, 'form-agenda-mark');
  await press('Enter');
  await expect(mark(/^14:05 Silent read, 20 min/)).toBeVisible();
  await studio.preview.getByRole('button', { name: 'Edit as Table' }).click();
  await cell('Lead of Silent read').focus();
  await press('Enter');
  await field('Lead of Silent read').fill('Jo | Ann');
  await press('Enter');
  await expect(cell('Lead of Silent read')).toHaveText('Jo | Ann');
  expect(await saved(agenda, agendaBefore)).toEqual([
    '| 14:05 | 20 | Silent read | Jo \\| Ann | silent read of the pre-read, comments in the margin | list of margin comments |',
  ]);
  await expect(studio.preview.getByRole('alert')).toHaveCount(0);
  await studio.preview.getByRole('button', { name: 'Add slot' }).click();
  await expect(mark(/^Minutes of <item, in a few words>: /)).toBeFocused();
  await pictures(running, 'form-agenda');
  await studio.save();
  expect(await onDisk(agenda)).toMatch(
    /\n\| 15:30 \| <minutes, a whole number> \| <item, in a few words> \| <lead, in a few words> \|.*\|\n/,
  );
  await studio.preview.getByRole('button', { name: 'Remove <item, in a few words>' }).click();
  await expect(cell('Minutes of Actions and close')).toBeFocused();
  expect(await saved(agenda, agendaBefore)).toHaveLength(1);

  // Owner, day and state of an action: what cannot be is said, Escape leaves it.
  const actions = 'part4-postmortem/action-items.yaml';
  const actionsBefore = await onDisk(actions);
  await studio.navigator.getByRole('button', { name: /^action-items\.yaml/ }).click();
  await cell('Due of AI-02').dblclick();
  await field('Due of AI-02').fill('2024-02-30');
  await press('Enter');
  await expect(studio.preview.getByRole('alert')).toContainText('a day such as');
  await press('Escape');
  await cell('Due of AI-02').press('Enter');
  await field('Due of AI-02').press('ArrowUp');
  await press('Enter');
  await cell('Type of AI-02').press('Enter');
  await field('Type of AI-02').selectOption('prevent');
  await pictures(running, 'form-choice');
  await press('Tab');
  await expect(cell('Type of AI-02')).toHaveText('prevent');
  expect(await saved(actions, actionsBefore)).toEqual(['    type: prevent', '    due: "2024-03-23"']);
  await pictures(running, 'form-actions');
  await axe(window);
});
