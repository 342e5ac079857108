import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/launch';
import { axe, box, command, goToFile, pictures, shot } from '../pages/looking';
import { StudioPage } from '../pages/studio-page';

const RFC = 'RFC-042-streaming-migration.md';

test('two panes of text share what they show, and the window is remembered as it was left', async ({
  launch,
  kitDir,
}) => {
  test.setTimeout(180_000);
  const first = await launch({ args: ['--open', kitDir] });
  const { window } = first;
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile(RFC);
  const side = window.getByRole('region', { name: 'Second pane' });
  const left = studio.editor.locator('.cm-content');
  const right = side.locator('.cm-content');

  // The same file twice: one text, one history, a cursor each.
  await window.keyboard.press('ControlOrMeta+\\');
  await expect(right).toBeFocused();
  await expect(side.getByRole('tab', { name: RFC })).toHaveAttribute('aria-selected', 'true');
  await window.keyboard.press('ControlOrMeta+Home');
  await window.keyboard.insertText('Seen twice. ');
  await expect(right).toContainText('Seen twice.');
  await expect(left).toContainText('Seen twice.');
  await left.click();
  await window.keyboard.press('ControlOrMeta+Home');
  await window.keyboard.insertText('And here. ');
  await expect(right).toContainText('And here. Seen twice.');
  await pictures(first, 'same-file-twice');
  await window.keyboard.press('ControlOrMeta+z');
  await expect(right).not.toContainText('And here.');
  await expect(right).toContainText('Seen twice.');
  await window.keyboard.press('ControlOrMeta+z');
  await expect(right).not.toContainText('Seen twice.');
  await expect(left).not.toContainText('Seen twice.');
  await window.keyboard.press('ControlOrMeta+Shift+z');
  await expect(right).toContainText('Seen twice.');
  await axe(window);

  // Saved once.
  await window.keyboard.press('ControlOrMeta+s');
  await expect(studio.statusBar).toContainText('Saved');
  const onDisk = await readFile(join(kitDir, 'examples/part1-design-doc', RFC), 'utf8');
  expect(onDisk.startsWith('Seen twice. ')).toBe(true);

  // Another file in the second pane; what panels tell follows the pane in use.
  await window.keyboard.press('F7');
  await expect(right).toBeFocused();
  await command(window, 'Fold All');
  await expect(right.locator('.cm-foldPlaceholder').first()).toBeVisible();
  await expect(left.locator('.cm-foldPlaceholder')).toHaveCount(0);
  await goToFile(window, 'risk-register.json');
  await expect(side.getByRole('tab', { name: 'risk-register.json' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(right).toContainText('RISK-REG-042');
  await expect(left).toContainText('Seen twice.');
  await window.keyboard.press('F7');
  await expect(left).toBeFocused();
  await expect(studio.statusBar).toContainText('Line 1');

  // A tab goes to the other pane; the same file leaves one pane and stays open in the other.
  await window.keyboard.press('F7');
  await expect(right).toBeFocused();
  await window.keyboard.press('Shift+F7');
  await expect(studio.editor.getByRole('tab', { name: 'risk-register.json' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(side.getByRole('tab')).toHaveCount(1);
  // The other one is as it was left there.
  await expect(right.locator('.cm-foldPlaceholder').first()).toBeVisible();

  // Sizes by keyboard.
  const line = window.getByRole('separator', { name: 'Resize the second pane' });
  const before = await box(studio.editor);
  await line.focus();
  await window.keyboard.press('ArrowLeft');
  await window.keyboard.press('ArrowLeft');
  await expect(async () => expect((await box(studio.editor)).width).toBeLessThan(before.width - 20)).toPass();
  // And by pointer.
  const at = await box(line);
  await window.mouse.move(at.x, at.y + 200);
  await window.mouse.down();
  await window.mouse.move(at.x + 60, at.y + 200, { steps: 4 });
  await window.mouse.up();
  await expect(async () => expect((await box(line)).x).toBeGreaterThan(at.x + 30)).toPass();

  // One above the other, the companion below, its panes side by side.
  await command(window, 'Second Pane below the First');
  await expect(async () =>
    expect((await box(side)).y).toBeGreaterThan((await box(studio.editor)).y + 50),
  ).toPass();
  await command(window, 'Companion below the Text');
  await command(window, 'Companion Panes Side by Side');
  await expect(async () => {
    expect((await box(studio.companion)).y).toBeGreaterThan((await box(side)).y);
    expect((await box(studio.rubric)).x).toBeGreaterThan((await box(studio.preview)).x + 50);
  }).toPass();
  await shot(window, 'stacked');
  await command(window, 'Second Pane below the First');
  await window.keyboard.press('ControlOrMeta+Shift+b');
  await expect(studio.navigator).toHaveCount(0);
  await shot(window, 'companion-below');

  // It comes back as it was left.
  const placed = await box(side);
  await first.close();
  const again = await launch({ args: ['--open', kitDir] });
  const back = new StudioPage(again.window);
  await expect(again.window.getByRole('region', { name: 'Second pane' })).toBeVisible({ timeout: 30_000 });
  await expect(back.navigator).toHaveCount(0);
  await expect(
    again.window.getByRole('region', { name: 'Second pane' }).locator('.cm-foldPlaceholder').first(),
  ).toBeVisible();
  await expect(async () => {
    const now = await box(again.window.getByRole('region', { name: 'Second pane' }));
    expect(Math.abs(now.x - placed.x)).toBeLessThan(12);
    expect(Math.abs(now.width - placed.width)).toBeLessThan(12);
    expect((await box(back.companion)).y).toBeGreaterThan(now.y + 50);
  }).toPass();

  // Reading: three panes and no text; going to a place brings the text back.
  await again.window.keyboard.press('ControlOrMeta+Shift+e');
  await expect(back.editor).toHaveCount(0);
  await again.window.keyboard.press('ControlOrMeta+Shift+x');
  await expect(again.window.getByRole('region', { name: 'Worked example' })).toBeVisible();
  await expect(back.rubric).toBeVisible();
  await expect(back.preview).toBeVisible();
  await shot(again.window, 'reading');
  await axe(again.window);
  await goToFile(again.window, RFC);
  await expect(again.window.locator('.cm-content').first()).toBeVisible();
});

test('a file is compared with its disk, its example and another file, and changes are taken over', async ({
  launch,
  kitDir,
}) => {
  test.setTimeout(180_000);
  const running = await launch({ args: ['--open', kitDir] });
  const { window } = running;
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile(RFC);
  await expect(studio.rubric).toContainText(/staff-ready/i, { timeout: 60_000 });
  await studio.replace('We propose to replace', 'We intend to replace');
  await studio.replace('Dmitri Castellane', 'Somebody Else');

  // What is not saved, against the disk.
  const choose = async (what: string) => {
    await window.keyboard.press('ControlOrMeta+Alt+d');
    const chooser = window.getByRole('dialog', { name: `Compare ${RFC} with` });
    await chooser.getByRole('combobox').or(chooser.getByRole('searchbox')).first().fill(what);
    await expect(chooser.getByRole('option').or(chooser.getByRole('menuitem')).first()).toContainText(what);
    await window.keyboard.press('Enter');
    return window.getByRole('dialog', { name: `Comparing ${RFC}` });
  };
  const dialog = await choose('The file on disk');
  await expect(dialog.getByRole('status')).toContainText('of 2 changes');
  await expect(dialog.locator('.cm-merge-a .cm-changedText').first()).toContainText('Dmitri Castellane');
  await shot(window, 'compare-beside');
  await axe(window);
  await window.keyboard.press('F8');
  await expect(dialog.getByRole('status')).toContainText('2 of 2');
  await window.keyboard.press('Shift+F8');
  await expect(dialog.getByRole('status')).toContainText('1 of 2');

  // Taken over as one step, and back.
  await dialog.getByRole('button', { name: 'Take This Change Over' }).click();
  await expect(dialog.getByRole('status')).toContainText('of 1 change');
  await expect(studio.content).toContainText('captain: "Dmitri Castellane"');
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog.getByRole('status')).toContainText('of 2 changes');
  await dialog.getByRole('button', { name: 'In One Text' }).click();
  await expect(dialog.locator('.cm-deletedChunk').first()).toBeVisible();
  await shot(window, 'compare-unified');
  await axe(window);

  // As a reader sees both.
  await dialog.getByRole('button', { name: 'Rendered' }).click();
  await expect(dialog.locator('[data-changed]').first()).toBeVisible();
  await window.keyboard.press('F8');
  await expect(dialog.getByRole('status')).toContainText('1 of 2 changed passages');
  await pictures(running, 'compare-rendered');
  await axe(window);
  await window.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  // Another file of the kit.
  await choose('RFC-042-one-pager.md');
  await expect(dialog.getByRole('status')).toContainText(/changes/);
  await dialog.getByRole('button', { name: 'Rendered' }).click();
  await expect(dialog.locator('[data-changed="alone"], [data-changed="both"]').first()).toBeVisible();
  await shot(window, 'compare-other');
  await window.keyboard.press('Escape');
});

test('a section of the example is copied as a start, and counts only once it is rewritten', async ({
  launch,
  kitDir,
}) => {
  test.setTimeout(180_000);
  const file = 'RFC-077-own.md';
  const folder = join(kitDir, 'examples/part1-design-doc');
  await writeFile(
    join(folder, file),
    '---\nid: RFC-077\ntitle: "Own"\nstatus: draft\n---\n# RFC-077: Own\n\n## Summary and ask\n\nOurs.\n\n## Rollout plan\n\nOurs too.\n',
  );
  const running = await launch({ args: ['--open', kitDir] });
  const { window } = running;
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile(file);
  await window.keyboard.press('ControlOrMeta+Shift+x');
  const example = window.getByRole('document', { name: 'Worked example' });
  await expect(example).toBeVisible({ timeout: 30_000 });

  // The example stands where the text is.
  await studio.select('Ours too');
  await expect(example.getByRole('heading', { name: '8. Rollout plan' })).toBeInViewport();
  await window.keyboard.press('ControlOrMeta+Home');
  await studio.select('Ours.');
  await expect(example.getByRole('heading', { name: '1. Summary and ask' })).toBeInViewport();

  // Another section of it, brought into sight by hand, goes to its place in the text.
  const wanted = example.getByRole('heading', { name: '3. Problem, quantified' });
  await example.hover();
  await expect(async () => {
    await window.mouse.wheel(0, 300);
    await expect(wanted).toBeInViewport({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await wanted.evaluate((heading) => {
    const page = heading.closest<HTMLElement>('[role="document"]');
    if (page) page.scrollTop += heading.getBoundingClientRect().top - page.getBoundingClientRect().top - 8;
  });
  const copy = window.getByRole('button', { name: 'Copy Section' });
  await copy.hover();
  await expect(window.getByRole('tooltip')).toContainText('3. Problem, quantified');
  await shot(window, 'copy-section');
  await copy.click();
  await expect(window.getByRole('log', { name: 'Notices' })).toContainText('Copied "3. Problem, quantified"');
  await studio.save();
  const text = await readFile(join(folder, file), 'utf8');
  expect(text).toMatch(
    /Ours\.\n\n## Problem, quantified\n\n<!-- From the worked example: 3\. Problem[^\n]*-->\n\n/,
  );
  expect(text.indexOf('## Problem')).toBeLessThan(text.indexOf('## Rollout plan'));
  await expect(studio.rubric).toContainText('GEN-08');
  await expect(studio.rubric).toContainText('still says what the worked example says');
  await pictures(running, 'copied-section');
  await axe(window);

  // One step to undo.
  await studio.content.click();
  await window.keyboard.press('ControlOrMeta+z');
  await expect(studio.content).not.toContainText('From the worked example');
  await window.keyboard.press('ControlOrMeta+Shift+z');
  await expect(studio.content).toContainText('From the worked example');

  // Rewritten, it counts, and the marker can go.
  const marker = /<!-- From the worked example[^\n]*-->/.exec(text)?.[0] ?? '';
  await studio.select('From the worked example');
  await window.keyboard.press('ControlOrMeta+End');
  const from = text.indexOf(marker) + marker.length;
  await writeFile(
    join(folder, file),
    `${text.slice(0, from)}\n\nInvoices are paid twice, 14 times in Q3 2024 (source: INC-2024-0099).\n\n${text.slice(text.indexOf('## Rollout plan'))}`,
  );
  await expect(studio.content).toContainText('Invoices are paid twice');
  await expect(studio.rubric).not.toContainText('still says what the worked example says');
  await expect(studio.rubric).toContainText('its marker can go');
  await studio.rubric.getByRole('button', { name: 'Remove the marker' }).click();
  await expect(studio.content).not.toContainText('From the worked example');
});
