import { expect, test } from '../fixtures/launch';
import { StudioPage } from '../pages/studio-page';
import { selectIn, shownTexts } from '../writer/shown-texts';

test('what is typed where a wrapped line begins stays on its line', async ({ launch, kitDir }) => {
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile('RFC-042-streaming-migration.md');
  const textNow = async () => (await shownTexts(window))[0]?.text ?? '';
  const text = await textNow();
  await selectIn(window, text.indexOf('We propose to replace'));
  await window.keyboard.press('End');
  // The first End stops where the line is wrapped; a step further begins the next row of the screen.
  const end = (await shownTexts(window))[0]?.from ?? 0;
  expect(text.slice(end - 1, end + 1)).not.toContain('\n');
  for (const place of [end - 1, end, end + 1])
    for (const typed of [' ', ' a', 'b c']) {
      await selectIn(window, place);
      await window.keyboard.type(typed);
      expect(await textNow()).toBe(text.slice(0, place) + typed + text.slice(place));
      await window.keyboard.press('ControlOrMeta+z');
      await expect.poll(textNow).toBe(text);
    }
});
