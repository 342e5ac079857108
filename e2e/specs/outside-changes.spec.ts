import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/launch';
import { makeSmallKit } from '../fixtures/small-kit';
import { StudioPage } from '../pages/studio-page';

/** What other programs do to a file. */
const CASES = ['changed', 'replaced', 'deleted', 'renamed', 'folder', 'unreadable'] as const;
type Case = (typeof CASES)[number];
const STATES = ['clean', 'dirty'] as const;

const fileOf = (state: (typeof STATES)[number], what: Case) => `${state}-${what}.md`;
const renamedTo = (state: (typeof STATES)[number]) => `${state}-elsewhere.md`;
/** No two files have the same text, so that it is plain which one was renamed. */
const textOf = (file: string) =>
  `# Notes of ${file}\n\n## One\n\nFirst words.\n\n## Two\n\nSecond words.\n\n## Three\n\nThird words.\n`;
const theirsOf = (file: string) => textOf(file).replace('First words.', 'First words, and theirs.');
const NOT_UTF8 = Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x0a]);

test('what others do to a file that is open is taken over, merged or told, and loses no word', async ({
  launch,
  workDir,
}) => {
  test.setTimeout(120_000);
  const names = STATES.flatMap((state) => CASES.map((what) => fileOf(state, what)));
  const kit = await makeSmallKit(workDir, Object.fromEntries(names.map((name) => [name, textOf(name)])));
  const onDisk = (name: string) => readFile(join(kit, name), 'utf8');
  const { window } = await launch({ args: ['--open', kit] });
  const { keyboard } = window;
  const studio = new StudioPage(window);
  await studio.ready();
  for (const name of names) await studio.openFile(name);
  const show = async (name: string) => {
    await studio.tab(name).click();
    await expect(studio.tab(name)).toHaveAttribute('aria-selected', 'true');
    await studio.content.focus();
  };
  const banner = (text: string) => window.getByRole('alert').filter({ hasText: text });
  const press = (text: string, button: string) => banner(text).getByRole('button', { name: button }).click();

  await show(fileOf('clean', 'changed'));
  await studio.select('Second words');
  for (const what of CASES) {
    await show(fileOf('dirty', what));
    await keyboard.press('ControlOrMeta+End');
    await keyboard.insertText('Mine.\n');
    // The one with a line that both change.
    if (what === 'replaced') await studio.replace('First words.', 'First words, and mine.');
    await expect(studio.statusBar).toContainText('Unsaved');
  }
  const mineOf = (what: Case) => `${textOf(fileOf('dirty', what))}Mine.\n`;

  for (const state of STATES) {
    const at = (what: Case) => join(kit, fileOf(state, what));
    await writeFile(at('changed'), theirsOf(fileOf(state, 'changed')));
    // As programs save that write beside and rename, and as folders are synchronised.
    await writeFile(join(workDir, state), theirsOf(fileOf(state, 'replaced')));
    await rename(join(workDir, state), at('replaced'));
    await rm(at('deleted'));
    await rename(at('renamed'), join(kit, renamedTo(state)));
    await rm(at('folder'));
    await mkdir(at('folder'));
    await writeFile(at('unreadable'), NOT_UTF8);
  }

  await test.step('without words of their own, files are taken over, or kept and told', async () => {
    await show(fileOf('clean', 'changed'));
    await expect(studio.content).toContainText('First words, and theirs.', { timeout: 15_000 });
    await expect(studio.statusBar).toContainText('Saved');
    expect(await window.evaluate(() => getSelection()?.toString())).toBe('Second words');
    await keyboard.press('ControlOrMeta+z');
    await expect(studio.content).not.toContainText('theirs');
    await keyboard.press('ControlOrMeta+Shift+Z');
    await expect(studio.content).toContainText('First words, and theirs.');
    await expect(studio.statusBar).toContainText('Saved');

    await show(fileOf('clean', 'replaced'));
    await expect(studio.content).toContainText('First words, and theirs.');

    await show(fileOf('clean', 'deleted'));
    await expect(banner('was removed from the disk. Its text is still here.')).toBeVisible();
    await expect(studio.content).toContainText('Third words.');
    await writeFile(join(kit, fileOf('clean', 'deleted')), theirsOf(fileOf('clean', 'deleted')));
    await expect(studio.content).toContainText('First words, and theirs.', { timeout: 15_000 });
    await expect(banner('was removed')).toHaveCount(0);

    await expect(studio.tab(fileOf('clean', 'renamed'))).toHaveCount(0);
    await show(renamedTo('clean'));
    await expect(studio.content).toContainText(`Notes of ${fileOf('clean', 'renamed')}`);
    await expect(studio.statusBar).toContainText('Saved');

    await show(fileOf('clean', 'folder'));
    await expect(banner('A folder has its name now. Its text is still here.')).toBeVisible();
    await expect(studio.content).toContainText('Third words.');

    await show(fileOf('clean', 'unreadable'));
    await expect(banner('cannot be read any more.')).toContainText('UTF-8');
    await expect(studio.content).toContainText('Third words.');
    await writeFile(join(kit, fileOf('clean', 'unreadable')), theirsOf(fileOf('clean', 'unreadable')));
    await expect(studio.content).toContainText('First words, and theirs.', { timeout: 15_000 });
  });

  await test.step('F3: nothing is saved by itself that has to be decided about, and all else is', async () => {
    await keyboard.press('ControlOrMeta+,');
    const settings = window.getByRole('dialog', { name: 'Settings' });
    await settings.getByRole('searchbox').fill('autosave');
    const byItself = settings.getByRole('switch', { name: 'Save by itself' });
    await byItself.press('Space');
    await expect(byItself).toBeChecked();
    await keyboard.press('Escape');
    await expect(settings).toHaveCount(0);
    for (const what of ['replaced', 'unreadable'] as const) {
      await show(fileOf('dirty', what));
      await keyboard.press('ControlOrMeta+End');
      await keyboard.insertText('More.\n');
    }
    // Typed last: when this one is saved, the others would have been.
    await show(fileOf('clean', 'replaced'));
    await keyboard.press('ControlOrMeta+End');
    await keyboard.insertText('More.\n');
    await expect
      .poll(() => onDisk(fileOf('clean', 'replaced')), { timeout: 15_000 })
      .toBe(`${theirsOf(fileOf('clean', 'replaced'))}More.\n`);
    expect(await onDisk(fileOf('dirty', 'replaced'))).toBe(theirsOf(fileOf('dirty', 'replaced')));
    expect(await readFile(join(kit, fileOf('dirty', 'unreadable')))).toEqual(NOT_UTF8);
    expect(await readdir(kit)).not.toContain(fileOf('dirty', 'deleted'));
  });

  await test.step('with words of their own, files are merged, or kept and told', async () => {
    await show(fileOf('dirty', 'changed'));
    await expect(banner('was changed on disk while you were writing.')).toContainText(
      'No line was changed on both sides',
    );
    await press('was changed on disk', 'Merge');
    await expect(banner('was changed on disk')).toHaveCount(0);
    await expect
      .poll(() => onDisk(fileOf('dirty', 'changed')), { timeout: 15_000 })
      .toBe(`${theirsOf(fileOf('dirty', 'changed'))}Mine.\n`);

    await show(fileOf('dirty', 'replaced'));
    await expect(banner('was changed on disk')).toContainText('One place was changed on both sides');
    await keyboard.press('ControlOrMeta+s');
    await expect(studio.content).toContainText('First words, and mine.');
    expect(await onDisk(fileOf('dirty', 'replaced'))).toBe(theirsOf(fileOf('dirty', 'replaced')));
    await press('was changed on disk', 'Merge…');
    const merging = window.getByRole('dialog', { name: /^Merging/ });
    await expect(merging.getByRole('status')).toHaveText('1 conflict, 1 to decide');
    await keyboard.press('F8');
    await keyboard.press('Alt+3');
    await keyboard.press('ControlOrMeta+Enter');
    await expect(merging).toBeHidden();
    await expect
      .poll(() => onDisk(fileOf('dirty', 'replaced')), { timeout: 15_000 })
      .toBe(
        `${textOf(fileOf('dirty', 'replaced')).replace('First words.', 'First words, and mine.\nFirst words, and theirs.')}Mine.\nMore.\n`,
      );

    await show(fileOf('dirty', 'deleted'));
    await press('was removed from the disk. Its text is still here.', 'Write It Again');
    await expect.poll(() => onDisk(fileOf('dirty', 'deleted')).catch(() => '')).toBe(mineOf('deleted'));

    await expect(studio.tab(fileOf('dirty', 'renamed'))).toHaveCount(0);
    await show(renamedTo('dirty'));
    await expect(studio.content).toContainText('Mine.');
    await expect.poll(() => onDisk(renamedTo('dirty')), { timeout: 15_000 }).toBe(mineOf('renamed'));
    expect(await readdir(kit)).not.toContain(fileOf('dirty', 'renamed'));

    await show(fileOf('dirty', 'folder'));
    await press('A folder has its name now.', 'Save a Copy');
    await expect
      .poll(() => onDisk('dirty-folder-copy.md').catch(() => ''), { timeout: 15_000 })
      .toBe(mineOf('folder'));

    await show(fileOf('dirty', 'unreadable'));
    await press('cannot be read any more.', 'Save a Copy');
    await expect
      .poll(() => onDisk('dirty-unreadable-copy.md').catch(() => ''), { timeout: 15_000 })
      .toBe(`${mineOf('unreadable')}More.\n`);
    expect(await readFile(join(kit, fileOf('dirty', 'unreadable')))).toEqual(NOT_UTF8);
  });
});
