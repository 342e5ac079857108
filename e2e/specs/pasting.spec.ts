import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyPicture, copyToClipboard } from '../fixtures/clipboard';
import { expect, test } from '../fixtures/launch';
import { open, shot, textOf } from '../fixtures/own-kit';
import { StudioPage } from '../pages/studio-page';

test('what is pasted becomes what Markdown wants, and the first undo leaves plain text', async ({
  launch,
  workDir,
}) => {
  test.setTimeout(120_000);
  const opened = await open(launch, workDir, 'note.md');
  const { app, window, studio, kit } = opened;
  const paste = () => window.keyboard.press('ControlOrMeta+v');
  const undo = () => window.keyboard.press('ControlOrMeta+z');

  await test.step('an address over words is a link; pasted as plain text it is an address', async () => {
    await copyToClipboard(app, 'https://a.example/plan');
    await studio.select('the plan');
    await paste();
    await expect(studio.content).toContainText('See [the plan](https://a.example/plan) for more.');
    await undo();
    await expect(studio.content).toContainText('See https://a.example/plan for more.');
    await undo();
    await expect(studio.content).toContainText('See the plan for more.');
    await studio.select('the plan');
    await window.keyboard.press('ControlOrMeta+Shift+v');
    await expect(studio.content).toContainText('See https://a.example/plan for more.');
    await undo();
  });

  await test.step('cells of a spreadsheet are a table', async () => {
    await copyToClipboard(app, 'Phase\tEnds\nP0\t2024-01-10\n');
    await studio.select('Last words.');
    await window.keyboard.press('ArrowRight');
    await paste();
    await expect(studio.content).toContainText('| Phase | Ends |');
    expect(await textOf(opened)).toContain(
      'Last words.\n\n| Phase | Ends |\n| --- | --- |\n| P0 | 2024-01-10 |',
    );
    await undo();
    await expect(studio.content).toContainText('Phase\tEnds');
    await undo();
  });

  await test.step('cells go into cells', async () => {
    await copyToClipboard(app, 'R-07\tCy\nR-08\tDi|v\n');
    await studio.select('R-02');
    await paste();
    expect(await textOf(opened)).toContain('| R-01 | Ada |\n| R-07 | Cy |\n| R-08 | Di\\|v |');
    await undo();
    await undo();
  });

  await test.step('formatted text is Markdown, and what would run is not in it', async () => {
    const html =
      '<h2>Why</h2><p>It is <b>late</b>. <a href="javascript:alert(1)">Run</a><img src=x onerror="window.ran=1"></p><script>window.ran=1</script>';
    await copyToClipboard(app, 'Why\n\nIt is late. Run', html);
    await studio.select('Last words.');
    await window.keyboard.press('End');
    await window.keyboard.press('Enter');
    await window.keyboard.press('Enter');
    await paste();
    await expect(studio.content).toContainText('## Why');
    expect(await textOf(opened)).toContain('## Why\n\nIt is **late**. Run');
    expect(await window.evaluate(() => 'ran' in globalThis)).toBe(false);
    await shot(window, 'pasted-html');
    await undo();
    await expect(studio.content).not.toContainText('## Why');
  });

  await test.step('a picture is kept beside the file, and a second one under another name', async () => {
    await copyPicture(app, 40);
    await studio.select('Last words.');
    await window.keyboard.press('End');
    await window.keyboard.press('Enter');
    await window.keyboard.press('Enter');
    await paste();
    await expect(studio.content).toContainText('![What the picture shows](assets/note-figure.png)');
    await window.keyboard.type('Two systems');
    await expect(studio.content).toContainText('![Two systems](assets/note-figure.png)');
    await expect(studio.preview.getByRole('img', { name: 'Two systems' })).toBeVisible();
    await shot(window, 'pasted-picture');
    await copyPicture(app, 200);
    await window.keyboard.press('End');
    await window.keyboard.press('Enter');
    await paste();
    await expect(studio.content).toContainText('assets/note-figure-2.png');
    expect((await readdir(join(kit, 'docs/assets'))).sort()).toEqual([
      'note-figure-2.png',
      'note-figure.png',
    ]);
    const bytes = await readFile(join(kit, 'docs/assets/note-figure.png'));
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    await undo();
    await expect(studio.content).not.toContainText('note-figure-2.png');
  });

  await test.step('a file that is dropped from the list is a link to it', async () => {
    await window.keyboard.press('ControlOrMeta+Alt+2');
    const row = studio.navigator.getByRole('row', { name: 'plan a.yaml' });
    await row
      .getByText('plan a.yaml')
      .dragTo(studio.content.locator('.cm-line', { hasText: 'See the plan' }));
    await expect(studio.content).toContainText('[plan a.yaml](../plans/plan%20a.yaml)');
  });
});

test('a read-only kit says so, and nothing is kept in it', async ({ launch }) => {
  const { app, window } = await launch({ args: ['--welcome'] });
  const studio = new StudioPage(window);
  await window.getByRole('button', { name: /look around the worked example/i }).click();
  await expect(studio.navigator).toBeVisible({ timeout: 30_000 });
  await studio.ready();
  await studio.openFile('problem-brief.md');
  const before = await studio.content.textContent();
  await copyToClipboard(app, 'https://a.example');
  await studio.content.click();
  await window.keyboard.press('ControlOrMeta+v');
  await expect(window.getByRole('log', { name: 'Notices' })).toContainText('read-only');
  await window.keyboard.press('ControlOrMeta+b');
  await expect(window.getByRole('log', { name: 'Notices' })).toContainText('Copy the file into a packet');
  expect(await studio.content.textContent()).toBe(before);
});
