import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures/launch';
import { StudioPage } from '../pages/studio-page';

const RFC = 'RFC-042-streaming-migration.md';
const PASSAGE = 'We propose to replace the hourly batch pipeline';

test('a question is answered, the answer is kept, counts, and is open again when its passage changes', async ({
  launch,
  kitDir,
}) => {
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile(RFC);
  const { rubric } = studio;
  await expect(rubric).toContainText(/\d+ of \d+ criteria met/);
  const judged = async () => {
    const [, met, all] = /(\d+) of (\d+) criteria met/.exec(await rubric.innerText()) ?? [];
    return [Number(met), Number(all)] as const;
  };
  const [met, all] = await judged();

  await studio.select(PASSAGE);
  // With the keyboard alone: to the answers, along them, and through the form.
  const answers = rubric.getByRole('radiogroup', { name: /Could a director/ });
  await answers.getByRole('radio', { name: 'Yes' }).focus();
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Space');
  await expect(rubric.getByRole('textbox', { name: 'What is missing' })).toBeFocused();
  await expect(rubric.getByRole('textbox', { name: 'Passage it rests on' })).toHaveValue(PASSAGE);
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([]);

  await window.keyboard.insertText('She asked by when');
  await rubric.getByRole('textbox', { name: 'Who answers' }).fill('Ada Example');
  await window.keyboard.press('Enter');
  await expect(rubric).toContainText('No, by you');
  await expect(rubric).toContainText('She asked by when');
  expect(await judged()).toEqual([met, all + 1]);
  await expect(rubric).toContainText('1 judged by you');

  const kept = await readFile(join(kitDir, '.staffwright', 'self-assessments.yaml'), 'utf8');
  expect(kept).toContain('- criterion: RFC-14\n');
  expect(kept).toContain('  answer: "no"\n  note: "She asked by when"\n');
  expect(kept).toContain(`  quote: "${PASSAGE}"\n`);
  expect(kept).toContain('  by: "Ada Example"\n');

  await studio.replace(PASSAGE, 'We ask to replace the hourly batch pipeline');
  await expect(rubric).toContainText('Answered, text changed');
  await expect(rubric).not.toContainText('judged by you');
  expect(await judged()).toEqual([met, all]);
  await expect(answers).toBeVisible();
});
