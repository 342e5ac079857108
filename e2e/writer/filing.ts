import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '../fixtures/launch';
import { focusText, openTabs } from './shown-texts';
import type { Action, Writer } from './writer';

/** Tabs a writer keeps open. */
const MOST_TABS = 6;

/** Waits until a file on disk is what was saved, and remembers it. */
export async function onDisk(writer: Writer, path: string, expected: string): Promise<void> {
  await expect
    .poll(() => readFile(join(writer.desk.kit, path), 'utf8').then((text) => text === expected), {
      message: `${path} on disk is what was saved`,
    })
    .toBe(true);
  writer.disk.set(path, expected);
}

async function save(writer: Writer): Promise<void> {
  await focusText(writer.page);
  const { path, text } = await writer.here();
  await writer.press('ControlOrMeta+s');
  await onDisk(writer, path, text);
  await writer.here();
}

/** Goes on typing while the file is written: what was there at the key is on disk, what came after is unsaved. */
async function saveAndGoOn(writer: Writer): Promise<void> {
  await focusText(writer.page);
  const { path, text, from, to, ranges } = await writer.here();
  await writer.press('ControlOrMeta+s');
  await writer.type(' and on');
  await writer.changed(ranges === 1 ? `${text.slice(0, from)} and on${text.slice(to)}` : undefined);
  await onDisk(writer, path, text);
  await writer.here();
}

export async function saveAll(writer: Writer): Promise<void> {
  await writer.press('ControlOrMeta+Alt+s');
  for (const [path, text] of writer.texts) if (writer.isDirty(path)) await onDisk(writer, path, text);
  await writer.here();
}

async function switchTab(writer: Writer): Promise<void> {
  const tab = writer.chance.pick(await openTabs(writer.page));
  await writer.page.locator(`[role=tab][data-menu-pane="${tab.pane}"][data-menu-path="${tab.path}"]`).click();
  await expect
    .poll(async () =>
      (await openTabs(writer.page)).some(
        (now) => now.path === tab.path && now.pane === tab.pane && now.selected,
      ),
    )
    .toBe(true);
  await writer.here();
}

export async function open(writer: Writer, path: string): Promise<void> {
  await writer.press('ControlOrMeta+p');
  const dialog = writer.page.getByRole('dialog', { name: 'Go to file' });
  await dialog.getByRole('combobox').fill(path);
  await expect(dialog.getByRole('option').first()).toContainText(path.split('/').at(-1) ?? path);
  await writer.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect
    .poll(async () => (await openTabs(writer.page)).some((tab) => tab.path === path && tab.selected))
    .toBe(true);
  await writer.here();
}

async function openAny(writer: Writer): Promise<void> {
  if ((await openTabs(writer.page)).length >= MOST_TABS) await close(writer);
  const names = [...writer.texts.keys()];
  // One name leads to one file only.
  const files = names.filter(
    (path) => path.startsWith('examples/part') && names.filter((other) => other.includes(path)).length === 1,
  );
  const ending = writer.chance.pick(['.md', '.md', '.yaml', '.json', '.mmd']);
  await open(writer, writer.chance.pick(files.filter((path) => path.endsWith(ending))));
}

/** Closes the tab in use, with what the studio asks then. */
async function close(writer: Writer): Promise<void> {
  const before = await openTabs(writer.page);
  if (before.length < 2) return;
  await focusText(writer.page);
  const { path, text } = await writer.here();
  const twice = before.filter((tab) => tab.path === path).length > 1;
  await writer.press('ControlOrMeta+w');
  const gone = () => expect.poll(async () => (await openTabs(writer.page)).length).toBe(before.length - 1);
  if (!twice && writer.isDirty(path)) {
    const dialog = writer.page.getByRole('dialog', { name: /^Save / });
    const answer = writer.chance.pick(['Save', 'Save', 'Discard', 'Cancel'] as const);
    await dialog.getByRole('button', { name: answer, exact: true }).click();
    await expect(dialog).toHaveCount(0);
    if (answer === 'Cancel') return;
    if (answer === 'Save') await onDisk(writer, path, text);
    else writer.texts.set(path, writer.disk.get(path) ?? '');
  }
  await gone();
  await writer.here();
}

async function reopen(writer: Writer): Promise<void> {
  const before = (await openTabs(writer.page)).length;
  if (before >= MOST_TABS) return;
  await writer.press('ControlOrMeta+Shift+t');
  await writer.page.waitForTimeout(150);
  await writer.here();
}

async function usePanes(writer: Writer): Promise<void> {
  await focusText(writer.page);
  const { text, path } = await writer.here();
  const split = (await openTabs(writer.page)).some(({ pane }) => pane === 'side');
  const what = writer.chance.pick(
    split ? ['F7', 'F7', 'Shift+F7', 'join'] : ['ControlOrMeta+\\', 'Shift+F7'],
  );
  if (what === 'join') await writer.command('Close the Second Pane');
  else await writer.press(what);
  await writer.page.waitForTimeout(100);
  const now = await writer.here();
  if (now.path === path) writer.compare(path, now.text, text);
}

/** Another program writes into a file that has no unsaved words. */
async function writeOutside(writer: Writer): Promise<void> {
  const tabs = await openTabs(writer.page);
  const clean = [...writer.texts.keys()].filter(
    (path) =>
      path.startsWith('examples/part') &&
      !writer.isDirty(path) &&
      // What is open and not shown could not be seen to follow.
      tabs.filter((tab) => tab.path === path).every((tab) => tab.selected),
  );
  const shown = clean.filter((path) => tabs.some((tab) => tab.path === path));
  const path = writer.chance.pick(shown.length > 0 && writer.chance.once(0.5) ? shown : clean);
  const mark = `written elsewhere ${writer.chance.between(1000, 9999)}`;
  const line = path.endsWith('.md')
    ? `\n${mark}\n`
    : path.endsWith('.json')
      ? '\n'
      : path.endsWith('.mmd')
        ? `%% ${mark}\n`
        : `# ${mark}\n`;
  const text = `${writer.disk.get(path)}${line}`;
  await writeFile(join(writer.desk.kit, path), text);
  writer.disk.set(path, text);
  writer.texts.set(path, text);
  await expect
    .poll(
      () =>
        writer.here().then(
          () => true,
          () => false,
        ),
      { message: `${path} follows its disk`, timeout: 20_000 },
    )
    .toBe(true);
}

async function scrollPreview(writer: Writer): Promise<void> {
  const preview = writer.page.getByRole('document', { name: 'Preview' });
  if ((await preview.count()) === 0) return;
  await preview.hover();
  await writer.page.mouse.wheel(0, writer.chance.between(-1500, 1500));
  await writer.here();
}

export const FILING: readonly Action[] = [
  { name: 'saves', weight: 5, run: save },
  { name: 'saves and goes on', weight: 3, run: saveAndGoOn },
  { name: 'saves all', weight: 2, run: saveAll },
  { name: 'switches tabs', weight: 8, run: switchTab },
  { name: 'opens a file', weight: 5, run: openAny },
  { name: 'closes a tab', weight: 3, run: close },
  { name: 'opens a closed tab again', weight: 2, run: reopen },
  { name: 'uses two panes', weight: 4, run: usePanes },
  { name: 'is written to from outside', weight: 1, run: writeOutside },
  { name: 'scrolls the preview', weight: 2, run: scrollPreview },
];
