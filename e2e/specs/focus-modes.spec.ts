import { expect, test } from '../fixtures/launch';
import { axe, box, command, pictures, shot } from '../pages/looking';
import { StudioPage } from '../pages/studio-page';

const RFC = 'RFC-042-streaming-migration.md';

test('one writes alone with the text, at one height, and knows how long it is', async ({
  launch,
  kitDir,
}) => {
  test.setTimeout(180_000);
  const first = await launch({ args: ['--open', kitDir] });
  const { window } = first;
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile(RFC);
  await studio.select('We propose to replace');
  await expect(studio.statusBar).toContainText(/[\d,]+ words · \d+ min/);
  await expect(studio.statusBar).toContainText(/1\. Summary and ask: \d+ words of at most 180/, {
    timeout: 30_000,
  });
  await window.keyboard.insertText(`${'More words than fit. '.repeat(40)}`);
  await expect(studio.statusBar).toContainText(/\d+ words, \d+ over 180/);
  await window.keyboard.press('ControlOrMeta+Alt+5');
  await expect(
    studio.navigator.getByRole('row', { name: /Summary and ask, \d+ words, \d+ over 180/ }),
  ).toBeVisible();
  await shot(window, 'budget');
  await window.keyboard.press('Escape');
  await studio.content.click();
  await window.keyboard.press('ControlOrMeta+z');

  // Only the text, the rest of it dimmed.
  await window.keyboard.press('F9');
  await expect(studio.navigator).toHaveCount(0);
  await expect(studio.companion).toHaveCount(0);
  await expect(studio.content).toBeFocused();
  await command(window, 'Dim Other Paragraphs');
  await expect(studio.content.locator('.cm-stepped-back').first()).toBeVisible();
  await command(window, 'Dim Other Sentences');
  await shot(window, 'focus');
  await axe(window);

  // The line of the cursor stays where it is.
  await window.keyboard.press('Shift+F9');
  const middle = async () => {
    const pane = await box(studio.editor);
    const cursor = await box(studio.content.locator('.cm-activeLine').first());
    return (cursor.y + cursor.height / 2 - pane.y) / pane.height;
  };
  await window.keyboard.press('ControlOrMeta+Home');
  for (let i = 0; i < 12; i++) await window.keyboard.press('ArrowDown');
  await expect(async () => expect(Math.abs((await middle()) - 0.5)).toBeLessThan(0.08)).toPass({
    timeout: 10_000,
  });
  for (let i = 0; i < 12; i++) await window.keyboard.press('ArrowDown');
  await expect(async () => expect(Math.abs((await middle()) - 0.5)).toBeLessThan(0.08)).toPass({
    timeout: 10_000,
  });
  await pictures(first, 'typewriter');

  // It is remembered, and left by the same key.
  await first.close();
  const again = await launch({ args: ['--open', kitDir] });
  const back = new StudioPage(again.window);
  await expect(back.content).toBeVisible({ timeout: 30_000 });
  await expect(back.navigator).toHaveCount(0);
  await expect(back.content.locator('.cm-stepped-back').first()).toBeVisible();
  await back.content.click();
  await again.window.keyboard.press('F9');
  await expect(back.navigator).toBeVisible();
  await expect(back.companion).toBeVisible();
});
