import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, type Launch, test } from '../fixtures/launch';
import { StudioPage } from '../pages/studio-page';

const SHOTS = process.env['STAFFWRIGHT_SHOTS'];

const NOTE = `# Note

See the plan for more.

| Risk | Owner |
| --- | --- |
| R-01 | Ada |
| R-02 | Bob |

Last words.
`;

const RFC = `---
id: RFC-100
title: "Move the store"
---

# RFC-100: Move the store

## Summary and ask

We move it.

`;

const REGISTER = `{
  "id": "RR-100",
  "title": "Risks of the move",
  "risks": [
    {
      "id": "R-04",
      "title": "Skills gap"
    }
  ]
}
`;

const FILES: Readonly<Record<string, string>> = {
  'docs/note.md': NOTE,
  'docs/RFC-100-store.md': RFC,
  'docs/risk-register.json': REGISTER,
  'plans/plan a.yaml': 'a: 1\n',
};

interface Opened {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly studio: StudioPage;
  readonly kit: string;
}

/** A small kit of its own, with one file open. */
async function open(launch: Launch, workDir: string, name: string): Promise<Opened> {
  const kit = join(workDir, 'own-kit');
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(kit, path)), { recursive: true });
    await writeFile(join(kit, path), text);
  }
  const { app, window } = await launch({ args: ['--open', kit] });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile(name);
  return { app, window, studio, kit };
}

/** What the editor shows, as text. */
async function textOf({ studio }: Opened): Promise<string> {
  return (await studio.content.locator('.cm-line').allTextContents()).join('\n');
}

async function copy(app: ElectronApplication, text: string, html?: string): Promise<void> {
  await app.evaluate(({ clipboard }, given) => clipboard.write(given), { text, ...(html ? { html } : {}) });
}

async function run(window: Page, command: string): Promise<void> {
  await window.keyboard.press('ControlOrMeta+Shift+p');
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('searchbox').or(dialog.getByRole('combobox')).first().fill(command);
  await expect(dialog.getByRole('option').or(dialog.getByRole('menuitem')).first()).toContainText(command);
  await window.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(window.locator('.cm-content').first()).toBeFocused();
}

/** Pictures for people to look at, light and dark; only when a folder for them is named. */
async function shot(window: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  await window.screenshot({ path: join(SHOTS, `${name}.png`) });
  const { theme } = await window.evaluate(() => {
    const now = document.documentElement.dataset['theme'] ?? '';
    document.documentElement.dataset['theme'] = 'dark';
    return { theme: now };
  });
  await window.screenshot({ path: join(SHOTS, `${name}-dark.png`) });
  await window.evaluate((before) => {
    document.documentElement.dataset['theme'] = before;
  }, theme);
}

async function axe(page: Page, ...without: readonly string[]): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .disableRules([...without])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

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
    await copy(app, 'https://a.example/plan');
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
    await copy(app, 'Phase\tEnds\nP0\t2024-01-10\n');
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
    await copy(app, 'R-07\tCy\nR-08\tDi|v\n');
    await studio.select('R-02');
    await paste();
    expect(await textOf(opened)).toContain('| R-01 | Ada |\n| R-07 | Cy |\n| R-08 | Di\\|v |');
    await undo();
    await undo();
  });

  await test.step('formatted text is Markdown, and what would run is not in it', async () => {
    const html =
      '<h2>Why</h2><p>It is <b>late</b>. <a href="javascript:alert(1)">Run</a><img src=x onerror="window.ran=1"></p><script>window.ran=1</script>';
    await copy(app, 'Why\n\nIt is late. Run', html);
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
    const draw = (colour: string) =>
      app.evaluate(
        ({ clipboard, nativeImage }, shade) => {
          const size = 8;
          const pixels = Buffer.alloc(size * size * 4, shade);
          clipboard.clear();
          clipboard.writeImage(nativeImage.createFromBitmap(pixels, { width: size, height: size }));
        },
        colour === 'dark' ? 40 : 200,
      );
    await draw('dark');
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
    await draw('light');
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
  await copy(app, 'https://a.example');
  await studio.content.click();
  await window.keyboard.press('ControlOrMeta+v');
  await expect(window.getByRole('log', { name: 'Notices' })).toContainText('read-only');
  await window.keyboard.press('ControlOrMeta+b');
  await expect(window.getByRole('log', { name: 'Notices' })).toContainText('Copy the file into a packet');
  expect(await studio.content.textContent()).toBe(before);
});

test('a table is edited cell by cell, and only what is edited changes on disk', async ({
  launch,
  workDir,
}) => {
  const opened = await open(launch, workDir, 'note.md');
  const { window, studio, kit } = opened;
  await studio.select('R-01');
  await window.keyboard.press('Tab');
  await window.keyboard.type('Eve');
  await window.keyboard.press('Enter');
  await window.keyboard.type('Fay');
  await window.keyboard.press('Enter');
  await window.keyboard.type('Gus');
  await window.keyboard.press('Shift+Tab');
  await window.keyboard.type('R-03');
  await studio.save();
  expect(await readFile(join(kit, 'docs/note.md'), 'utf8')).toBe(
    NOTE.replace('Ada', 'Eve')
      .replace('| R-02 | Bob |\n', '| R-02 | Fay |\n| R-03| Gus |\n')
      .replace('| R-03| Gus |', '| R-03 | Gus |'),
  );
  await shot(window, 'table');

  await run(window, 'Insert Column Right');
  await window.keyboard.type('x');
  expect(await textOf(opened)).toContain('| R-03 | x');
  await run(window, 'Align Column Right');
  await run(window, 'Move Column Left');
  await window.keyboard.press('Alt+ArrowUp');
  await run(window, 'Format Table');
  await shot(window, 'table-formatted');
  expect(await textOf(opened)).toContain('|   x | R-03 | Gus   |\n|     | R-02 | Fay   |');
  for (let n = 0; n < 6; n++) await window.keyboard.press('ControlOrMeta+z');
  expect(await textOf(opened)).toContain('| R-03 | Gus |');

  // Enter in a last row with nothing in it leaves the table.
  await studio.select('Gus');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Enter');
  await window.keyboard.type('Below it.');
  expect(await textOf(opened)).toContain('| R-03 | Gus |\n\nBelow it.\n\nLast words.');
});

test('a slash offers what fits: sections of the kind, rows, diagrams, entries', async ({
  launch,
  workDir,
}) => {
  test.setTimeout(120_000);
  const opened = await open(launch, workDir, 'RFC-100-store.md');
  const { window, studio } = opened;
  const list = window.locator('.cm-tooltip-autocomplete');
  // The editor takes no key for the list in its first 75 ms, so that a key meant for the text is not swallowed.
  const settled = () => window.waitForTimeout(150);

  await studio.content.click();
  await window.keyboard.press('ControlOrMeta+End');
  await window.keyboard.type('/');
  await expect(list).toContainText('Missing here');
  await expect(list).toContainText('Problem, quantified');
  await shot(window, 'slash');
  // The list is scrolled by the arrow keys of the text, which keeps the focus.
  await axe(window, 'scrollable-region-focusable');
  await window.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  expect(await textOf(opened)).toMatch(/\n\/$/);

  await window.keyboard.type('risks');
  await window.keyboard.press('Control+Space');
  await expect(list.getByRole('option').first()).toContainText('Risks');
  await settled();
  await window.keyboard.press('Enter');
  await expect(studio.content).toContainText('## Risks');
  await window.keyboard.type('R-01 Skills');
  await window.keyboard.press('Tab');
  await window.keyboard.type('12');
  await expect(studio.content).toContainText('| R-01 Skills | 12 | <one full name, no team> |');
  await shot(window, 'slash-section');

  await window.keyboard.press('Escape');
  await window.keyboard.press('ControlOrMeta+End');
  await window.keyboard.press('ControlOrMeta+j');
  await window.keyboard.type('sequence');
  await expect(list.getByRole('option').first()).toContainText('Sequence diagram');
  await settled();
  await window.keyboard.press('Enter');
  await expect(studio.content).toContainText('sequenceDiagram');
  await window.keyboard.type('Shop');
  await expect(studio.content).toContainText('participant A as Shop');
  await window.keyboard.press('ControlOrMeta+z');
  await window.keyboard.press('ControlOrMeta+z');
  await expect(studio.content).not.toContainText('sequenceDiagram');

  await studio.openFile('risk-register.json');
  await studio.select('"risks"');
  await window.keyboard.press('ControlOrMeta+j');
  await window.keyboard.type('add');
  await expect(list.getByRole('option').first()).toContainText('Add to risks');
  await shot(window, 'slash-data');
  await settled();
  await window.keyboard.press('Enter');
  await expect(studio.content).toContainText('"id": "R-05"');
  await window.keyboard.type('Late data');
  await expect(studio.content).toContainText('"title": "Late data"');
  await shot(window, 'slash-entry');
});

test('words, lines and lists are formatted by keys', async ({ launch, workDir }) => {
  const opened = await open(launch, workDir, 'note.md');
  const { window, studio } = opened;
  await studio.select('the plan');
  await window.keyboard.press('ControlOrMeta+b');
  await expect(studio.content).toContainText('See **the plan** for');
  await window.keyboard.type('*');
  await expect(studio.content).toContainText('See ***the plan*** for');
  await window.keyboard.press('ControlOrMeta+z');
  await window.keyboard.press('ControlOrMeta+b');
  await expect(studio.content).toContainText('See the plan for');
  await window.keyboard.press('ControlOrMeta+k');
  await window.keyboard.type('../plans/x.md');
  await expect(studio.content).toContainText('See [the plan](../plans/x.md) for');
  await studio.select('Last words.');
  await window.keyboard.press('ControlOrMeta+2');
  await expect(studio.content).toContainText('## Last words.');
  await window.keyboard.press('ControlOrMeta+0');
  await window.keyboard.press('ControlOrMeta+Shift+9');
  await window.keyboard.press('End');
  await window.keyboard.press('Enter');
  await window.keyboard.type('more (in brackets');
  expect(await textOf(opened)).toContain('- [ ] Last words.\n- [ ] more (in brackets)');
  await window.keyboard.press('Shift+Alt+ArrowUp');
  await window.keyboard.press('Alt+ArrowUp');
  expect(await textOf(opened)).toContain(
    '- [ ] more (in brackets)\n- [ ] Last words.\n- [ ] more (in brackets)',
  );
  await studio.select('brackets');
  await window.keyboard.press('ControlOrMeta+Shift+l');
  await window.keyboard.type('pairs');
  expect((await textOf(opened)).match(/in pairs/g)).toHaveLength(2);
  await studio.select('# Note');
  await window.keyboard.press('ControlOrMeta+Shift+[');
  await expect(studio.content).not.toContainText('Last words');
  await window.keyboard.press('ControlOrMeta+Shift+]');
  await expect(studio.content).toContainText('Last words');
});

test('a code block that does not read is marked at its line', async ({ launch, workDir }) => {
  const opened = await open(launch, workDir, 'RFC-100-store.md');
  const { window, studio } = opened;
  await studio.content.click();
  await window.keyboard.press('ControlOrMeta+End');
  await window.keyboard.insertText('```yaml\nid: A\nid: B\n```\n');
  const mark = studio.content.locator('.cm-line', { hasText: 'id: B' }).locator('.cm-lintRange');
  await expect(mark.first()).toBeVisible({ timeout: 20_000 });
  await mark.first().hover();
  await expect(window.locator('.cm-tooltip-lint')).toContainText('In this yaml block');
  await shot(window, 'fence');
  expect(existsSync(join(opened.kit, 'docs/assets'))).toBe(false);
});
