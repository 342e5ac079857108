import type { Launch } from '../fixtures/launch';
import { StudioPage } from '../pages/studio-page';
import { journalIsRight } from './checkpoint';
import { open } from './filing';
import { focusText } from './shown-texts';
import { Writer } from './writer';

/** Ends the program in the middle of the work, as a power cut would: the next start has every word that was a second old. */
export async function cutOff(writer: Writer, launch: Launch): Promise<void> {
  for (const path of [...writer.texts.keys()].filter((name) =>
    /part1-.*(?:brief|plan|register)/.test(name),
  )) {
    await open(writer, path);
    await focusText(writer.page);
    await writer.press('ControlOrMeta+End');
    await writer.type(' Not saved.');
    await writer.changed();
  }
  await journalIsRight(writer);
  writer.desk.app.process().kill('SIGKILL');
  const { app, window: page } = await launch({ args: ['--open', writer.desk.kit] });
  await new StudioPage(page).ready();
  const again = new Writer({ ...writer.desk, app, page }, writer.chance, new Map(writer.disk));
  for (const [path, text] of writer.texts) again.texts.set(path, text);
  for (const path of again.texts.keys()) if (again.isDirty(path)) await open(again, path);
  await journalIsRight(again);
}
