import { expect } from '../fixtures/launch';
import { textsIn } from './disk';
import { openTabs, selectIn } from './shown-texts';
import type { Action, Writer } from './writer';

const ID = /(?<![\w-])(?:R|CF|AI|D)-\d{2}(?![\w-])/g;

/** Reads all texts anew after they changed in many files: those in tabs by looking at each, the others from disk. */
async function lookAtAll(writer: Writer): Promise<Map<string, string>> {
  const found = await textsIn(writer.desk.kit);
  const tabs = await openTabs(writer.page);
  const shown = tabs.filter(({ selected }) => selected);
  for (const { pane, path } of [...tabs, ...shown]) {
    await writer.page.locator(`[role=tab][data-menu-pane="${pane}"][data-menu-path="${path}"]`).click();
    await expect
      .poll(async () =>
        (await openTabs(writer.page)).some((tab) => tab.path === path && tab.pane === pane && tab.selected),
      )
      .toBe(true);
    found.set(path, await writer.changed());
  }
  return found;
}

/** Renames an id in the whole kit: nothing but the id is another one. Mostly takes it back: nothing is another one. */
async function rename(writer: Writer): Promise<void> {
  const { text } = await writer.here();
  const ids = [...text.matchAll(ID)];
  if (ids.length === 0) return;
  const id = writer.chance.pick(ids);
  const name = `${id[0].split('-')[0]}-${writer.chance.between(500, 999)}`;
  if ([...writer.texts.values()].some((other) => other.includes(name))) return;
  await selectIn(writer.page, id.index + 1);
  await writer.press('F2');
  const dialog = writer.page.getByRole('dialog', { name: /^Rename / });
  const nothing = writer.page.getByText('Nothing that this kit defines stands at the cursor');
  await expect(dialog.or(nothing).first()).toBeVisible({ timeout: 20_000 });
  if ((await dialog.count()) === 0) return;
  await dialog.getByRole('textbox').fill(name);
  const button = dialog.getByRole('button', { name: 'Rename' });
  await expect(
    button.and(writer.page.locator(':enabled')).or(dialog.locator('[slot=errorMessage]')).first(),
  ).toBeVisible({ timeout: 20_000 });
  if (!(await button.isEnabled())) {
    await writer.press('Escape');
    await expect(dialog).toHaveCount(0);
    return;
  }
  const before = new Map(writer.texts);
  await button.click();
  await expect(dialog).toHaveCount(0, { timeout: 20_000 });
  const notices = writer.page.getByRole('log', { name: 'Notices' });
  await expect(notices).toContainText(`is now ${name}`);
  const after = await lookAtAll(writer);
  const open = new Set((await openTabs(writer.page)).map(({ path }) => path));
  let places = 0;
  for (const [path, now] of after) {
    const parts = now.split(name);
    places += parts.length - 1;
    writer.compare(`${path} with ${name} named ${id[0]} again`, parts.join(id[0]), before.get(path));
    writer.texts.set(path, now);
    if (!open.has(path)) writer.disk.set(path, now);
  }
  expect(places, `places of ${name}`).toBeGreaterThan(0);
  await writer.here();
  if (writer.chance.once(0.3)) return;
  await writer.command('Undo Rename');
  await expect(notices).toContainText(`is ${id[0]} again`);
  for (const [path, now] of await lookAtAll(writer)) {
    writer.compare(`${path} after taking back a rename`, now, before.get(path));
    writer.texts.set(path, now);
    if (!open.has(path)) writer.disk.set(path, now);
  }
  await writer.here();
}

export const RENAMING: readonly Action[] = [{ name: 'renames an id', weight: 1.5, run: rename }];
