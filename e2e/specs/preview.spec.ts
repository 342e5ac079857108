import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readClipboard } from '../fixtures/clipboard';
import { expect, test } from '../fixtures/launch';
import { StudioPage } from '../pages/studio-page';

/** A text with everything the preview draws. */
const NOTE = `---
title: Reading notes
status: draft
owner: Priya Shah
---

# Reading notes

Words with **weight**, a [link](#tasks), a note[^one] and \`code\`.

> [!WARNING]
> Mind the gap.

## Tasks

- [ ] first task
- [x] second task

Lag
: Time behind the newest event.

| Option | Score |
| ------ | ----: |
| Kafka  |   4.2 |

\`\`\`ts
export const answer: number = 42; // why not
\`\`\`

\`\`\`mermaid
flowchart LR
  A[Event] --> B[Table]
\`\`\`

![A red square](square.png)

[^one]: Words at the foot.

${Array.from({ length: 160 }, (_, n) => `## Part ${n + 1}\n\nParagraph ${n + 1} says something of its own.`).join('\n\n')}

The **needle** in the haystack.
`;

/** Two by two pixels, red. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAE0lEQVR4nGP4z8AARP8ZGP4DAB3bBPy7rQGyAAAAAElFTkSuQmCC';

async function shot(window: Page, name: string): Promise<void> {
  const folder = process.env['STAFFWRIGHT_SHOTS'];
  if (folder) await window.screenshot({ path: join(folder, `${name}.png`) });
}

test.beforeEach(async ({ kitDir }) => {
  await writeFile(join(kitDir, 'examples', 'notes.md'), NOTE);
  await writeFile(join(kitDir, 'examples', 'square.png'), Buffer.from(PICTURE, 'base64'));
});

async function openNotes(window: Page): Promise<StudioPage> {
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile('notes.md');
  await expect(studio.preview).toContainText('Words with weight');
  return studio;
}

const textOf = (kitDir: string) => readFile(join(kitDir, 'examples', 'notes.md'), 'utf8');

test('everything of the text is drawn, in light and dark', async ({ launch, kitDir }) => {
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = await openNotes(window);
  const { preview } = studio;
  await expect(preview.getByText('Priya Shah')).toBeVisible();
  await expect(preview.locator('.callout-warning')).toContainText('Warning');
  await expect(preview.locator('dl > dt')).toHaveText('Lag');
  await expect(preview.locator('.hljs-keyword').first()).toHaveText('export');
  await expect(preview.getByRole('img', { name: /flowchart/ })).toBeVisible({ timeout: 20_000 });
  const square = preview.getByRole('img', { name: 'A red square' });
  await expect(square).toBeVisible();
  expect(await square.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(2);
  // Of some 330 blocks only those near the screen are in the page.
  expect(await preview.locator('[data-block]').count()).toBeLessThan(100);
  const checked = await new AxeBuilder({ page: window })
    .setLegacyMode()
    .include('[aria-label="Companion"]')
    .analyze();
  expect(checked.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await shot(window, 'preview-light');
  await window.keyboard.press('ControlOrMeta+Shift+p');
  await window
    .getByRole('dialog')
    .getByRole('searchbox')
    .or(window.getByRole('dialog').getByRole('combobox'))
    .first()
    .fill('Switch Light');
  await window.keyboard.press('Enter');
  await shot(window, 'preview-dark');
});

test('a tick writes one character, and is undone as one', async ({ launch, kitDir }) => {
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = await openNotes(window);
  await studio.preview.getByRole('checkbox', { name: 'first task' }).click();
  await expect(studio.preview.getByRole('checkbox', { name: 'first task' })).toBeChecked();
  await studio.save();
  expect(await textOf(kitDir)).toBe(NOTE.replace('[ ] first', '[x] first'));
  await studio.preview.getByRole('checkbox', { name: 'second task' }).focus();
  await window.keyboard.press('Space');
  await expect(studio.preview.getByRole('checkbox', { name: 'second task' })).not.toBeChecked();
  await studio.content.click();
  await window.keyboard.press('ControlOrMeta+z');
  await expect(studio.preview.getByRole('checkbox', { name: 'second task' })).toBeChecked();
  await expect(studio.preview.getByRole('checkbox', { name: 'first task' })).toBeChecked();
});

test('words far down are found, and lead to their source by keyboard', async ({ launch, kitDir }) => {
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = await openNotes(window);
  await studio.preview.focus();
  await window.keyboard.press('ControlOrMeta+f');
  const search = window.getByRole('searchbox', { name: 'Find in preview' });
  await expect(search).toBeFocused();
  await search.fill('the needle in');
  await expect(window.getByRole('search')).toContainText('1 of 1');
  await expect(studio.preview.getByText('needle')).toBeInViewport();
  await shot(window, 'preview-find');
  await window.keyboard.press('Escape');
  await expect(studio.preview).toBeFocused();
  await window.keyboard.press('Alt+Enter');
  await expect(studio.content).toBeFocused();
  const line = Number(
    /Ln (\d+)|Line (\d+)/
      .exec(await studio.statusBar.innerText())
      ?.slice(1)
      .find(Boolean),
  );
  expect(line).toBeGreaterThan(300);
});

test('panes scroll in step both ways, and not when that is switched off', async ({ launch, kitDir }) => {
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = await openNotes(window);
  const scroller = studio.editor.locator('.cm-scroller');
  await studio.preview.hover();
  await window.mouse.wheel(0, 6000);
  await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).toBeGreaterThan(1000);
  const before = await studio.preview.evaluate((element) => element.scrollTop);
  await scroller.hover();
  await window.mouse.wheel(0, -20_000);
  await expect.poll(() => studio.preview.evaluate((element) => element.scrollTop)).toBeLessThan(before / 2);
  await window.getByRole('button', { name: 'Scroll with the Editor' }).click();
  const still = await scroller.evaluate((element) => element.scrollTop);
  await studio.preview.hover();
  await window.mouse.wheel(0, 6000);
  await expect.poll(() => studio.preview.evaluate((element) => element.scrollTop)).toBeGreaterThan(3000);
  expect(await scroller.evaluate((element) => element.scrollTop)).toBe(still);
});

test('the pane one types in stays where it is', async ({ launch, kitDir }) => {
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = await openNotes(window);
  await studio.select('Paragraph 80 says');
  const scroller = studio.editor.locator('.cm-scroller');
  await window.keyboard.press('End');
  await window.keyboard.type(' More');
  const top = await scroller.evaluate((element) => element.scrollTop);
  for (const word of ['words', 'of', 'some', 'length']) await window.keyboard.type(` ${word}`, { delay: 25 });
  await expect(studio.preview.getByText('More words of some length')).toBeInViewport();
  expect(await scroller.evaluate((element) => element.scrollTop)).toBe(top);
});

test('a wrong diagram keeps its drawing and names its line in the text', async ({ launch, kitDir }) => {
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = await openNotes(window);
  const drawing = studio.preview.getByRole('img', { name: /flowchart/ });
  await expect(drawing).toBeVisible({ timeout: 20_000 });
  await studio.replace('A[Event] -->', 'A[Event -->');
  const line = NOTE.split('\n').findIndex((text) => text.includes('A[Event]')) + 1;
  const named = studio.preview.getByRole('button', { name: `Line ${line}` });
  await expect(named).toBeVisible({ timeout: 20_000 });
  await expect(drawing).toBeVisible();
  await shot(window, 'preview-diagram-error');
  await named.click();
  await expect(studio.content).toBeFocused();
  await expect(studio.statusBar).toContainText(new RegExp(`L(?:n|ine) ${line}\\b`));
});

test('a diagram fills the window, and is moved and scaled by keys, wheel and pointer', async ({
  launch,
  kitDir,
}) => {
  const { window } = await launch({ args: ['--open', kitDir] });
  const studio = await openNotes(window);
  await studio.preview.getByRole('button', { name: /Enlarge Diagram/ }).click({ timeout: 20_000 });
  const dialog = window.getByRole('dialog');
  const frame = dialog.getByRole('application');
  const lie = () => dialog.getByRole('img').evaluate((image) => getComputedStyle(image).transform);
  await frame.focus();
  const first = await lie();
  await window.keyboard.press('+');
  const larger = await lie();
  expect(larger).not.toBe(first);
  await window.keyboard.press('ArrowLeft');
  expect(await lie()).not.toBe(larger);
  await frame.hover();
  await window.mouse.wheel(0, -300);
  await shot(window, 'preview-picture');
  await window.keyboard.press('0');
  await expect.poll(lie).toBe(first);
  await window.mouse.down();
  await window.mouse.move(300, 300, { steps: 3 });
  await window.mouse.up();
  expect(await lie()).not.toBe(first);
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a note leads to its words and back, a click to the word, and passages are copied as rich text', async ({
  launch,
  kitDir,
}) => {
  const { app, window } = await launch({ args: ['--open', kitDir] });
  const studio = await openNotes(window);
  await studio.preview.locator('sup a').click();
  await expect(studio.preview.getByText('Words at the foot')).toBeInViewport();
  await studio.preview.getByRole('link', { name: '1.' }).click();
  await expect(studio.preview.getByText('Words with')).toBeInViewport();
  const line = NOTE.split('\n').findIndex((text) => text.startsWith('export const')) + 1;
  await studio.preview.getByText('answer').click({ modifiers: ['ControlOrMeta'] });
  await expect(studio.content).toBeFocused();
  await expect(studio.statusBar).toContainText(`Line ${line}, column 14`);
  await studio.content.click();
  await window.keyboard.press('ControlOrMeta+Alt+c');
  const clipboard = () => readClipboard(app);
  await expect.poll(async () => (await clipboard()).html).toContain('<strong>weight</strong>');
  expect((await clipboard()).text).toBe(NOTE);
  expect((await clipboard()).html).toContain('☐ first task');
  await studio.preview.getByRole('heading', { name: 'Tasks' }).hover();
  await studio.preview.getByRole('button', { name: 'Copy a link to this section' }).nth(1).click();
  await expect.poll(async () => (await clipboard()).text).toBe('[Tasks](notes.md#tasks)');
});
