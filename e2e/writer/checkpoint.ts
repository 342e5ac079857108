import { readdir } from 'node:fs/promises';
import { expect } from '../fixtures/launch';
import { checkerIdle, compareWithFresh, toldTexts } from './check-probe';
import { journalIn, textsIn } from './disk';
import { saveAll } from './filing';
import { openTabs } from './shown-texts';
import type { Writer } from './writer';

/** Unsaved text is kept this soon, in milliseconds: 0.9 s to the journal, and what a busy machine takes to write. */
const KEPT_WITHIN = 10_000;

/** What is kept for a crash is every unsaved text, to the letter, and nothing else. */
export async function journalIsRight(writer: Writer): Promise<void> {
  const unsaved = [...writer.texts].filter(([path]) => writer.isDirty(path)).sort();
  await expect
    .poll(
      async () => {
        const kept = [...(await journalIn(writer.desk.userData))].sort();
        return JSON.stringify(kept) === JSON.stringify(unsaved) || summary(kept, unsaved);
      },
      { message: 'journal of unsaved texts', timeout: KEPT_WITHIN },
    )
    .toBe(true);
}

function summary(
  kept: readonly (readonly [string, string])[],
  unsaved: readonly (readonly [string, string])[],
): string {
  const named = (texts: typeof kept) => texts.map(([path, text]) => `${path} (${text.length})`).join(', ');
  return `kept: ${named(kept)}; unsaved: ${named(unsaved)}`;
}

/** Each text in a tab, each file of the folder, and the journal are what the writer remembers, before and after saving all. */
export async function textsAreRight(writer: Writer): Promise<void> {
  for (const { pane, path } of await openTabs(writer.page)) {
    await writer.page.locator(`[role=tab][data-menu-pane="${pane}"][data-menu-path="${path}"]`).click();
    await expect
      .poll(async () => (await openTabs(writer.page)).some((tab) => tab.path === path && tab.selected))
      .toBe(true);
    await writer.here();
  }
  await journalIsRight(writer);
  await saveAll(writer);
  await journalIsRight(writer);
  const found = await textsIn(writer.desk.kit);
  expect([...found.keys()].sort()).toEqual([...writer.disk.keys()].sort());
  for (const [path, text] of found) writer.compare(`${path} on disk`, text, writer.disk.get(path));
}

/** What the studio keeps of the kit (reports, symbols, outlines) is what it would say had it just been started. All must be saved. */
export async function indexIsRight(writer: Writer): Promise<void> {
  await checkerIdle(writer.page);
  expect(await toldTexts(writer.page)).toEqual(expect.arrayContaining([...writer.disk.keys()]));
  const texts = [...(await textsIn(writer.desk.kit))];
  const others = (await readdir(writer.desk.kit, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.slice(writer.desk.kit.length + 1))
    .filter((path) => !writer.disk.has(path) && !path.startsWith('.'));
  const differences = await compareWithFresh(writer.page, [
    ...texts,
    ...others.map((path) => [path, null] as const),
  ]);
  expect(differences).toEqual([]);
}
