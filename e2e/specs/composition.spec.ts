import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { readPdf } from '../../scripts/pdf/read-pdf';
import { answerDialogs, expect, type Launch, test } from '../fixtures/launch';
import { axe, shot } from '../fixtures/own-kit';
import { StudioPage } from '../pages/studio-page';

const RFC = 'part1-design-doc/RFC-100-store.md';
const FILES: Readonly<Record<string, string>> = {
  'kit.yaml': 'version: 1\nname: The store\nauthor: Ada Example\n',
  [RFC]:
    '---\nid: RFC-100\nauthors: [Ada Example]\n---\n\n# RFC-100: Move the store\n\n## Summary and ask\n\nWe move it within 94 min.\n\n## Plan\n\nSlowly.\n',
  'part1-design-doc/risk-register.json':
    '{\n  "id": "RR-100",\n  "title": "Risks of the move",\n  "risks": [{ "id": "R-04", "title": "Skills gap" }]\n}\n',
  'part2-adr-catalog/adr-001-log.md': '---\nid: ADR-001\n---\n\n# ADR-001: Use a log\n\nWe use one.\n',
  'part2-adr-catalog/adr-002-cloud.md': '---\nid: ADR-002\n---\n\n# ADR-002: Run it in the cloud\n\nThere.\n',
  'part4-postmortem/INC-2024-0312-postmortem.md':
    '---\nid: INC-2024-0312\n---\n\n# INC-2024-0312: orders lost\n\n## Summary\n\nThey came back after 315 min.\n',
};

const MEMO = `---
candidate: Ada Example
target_level: Staff engineer
---

# Ada Example, Staff

## Claim

The company left batch on [my plan](${RFC}#plan).

## Evidence by competency

| Competency | Artifact | Outcome |
| --- | --- | --- |
| Judgement | [ADR-001](part2-adr-catalog/adr-001-log.md) | Cut 94 min to 5 min |
| Learning | [report](part4-postmortem/INC-2024-0312-postmortem.md#summary) | Found in 315 min |

## Who can speak to it

- Bo Example, who disagreed.

## Reading guide

| Time | Read |
| --- | --- |
| 5 min | this page |
`;

interface Opened {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly kit: string;
  readonly dialog: Locator;
}

async function open(
  launch: Launch,
  workDir: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Opened> {
  const kit = join(workDir, 'store');
  for (const [path, text] of Object.entries({ ...FILES, ...more })) {
    await mkdir(dirname(join(kit, path)), { recursive: true });
    await writeFile(join(kit, path), text);
  }
  const { app, window } = await launch({ args: ['--open', kit] });
  await new StudioPage(window).ready();
  await window.keyboard.press('ControlOrMeta+e');
  const dialog = window.getByRole('dialog', { name: 'Export portfolio' });
  await expect(dialog.getByRole('grid').first()).toBeVisible({ timeout: 30_000 });
  return { app, window, kit, dialog };
}

const rows = (list: Locator) =>
  list.getByRole('row').evaluateAll((all) => all.map((row) => row.getAttribute('data-key')));
const composed = (kit: string) => readFile(join(kit, '.staffwright/portfolio.yaml'), 'utf8').catch(() => '');
/** Text as it is compared: line ends and the breaks of a layout do not count. */
const plain = (text: string) => text.replace(/[\s\u00ad]+/g, '');

test('a portfolio is composed by keyboard, kept in the kit, and printed so', async ({ launch, workDir }) => {
  test.setTimeout(240_000);
  const { app, window, kit, dialog } = await open(launch, workDir, { 'promo-packet.md': MEMO });
  await expect(dialog.getByRole('status').filter({ hasText: 'about' })).toContainText('5 artifacts');
  await expect(dialog).toContainText('3 claims lead to evidence in this book');
  await shot(window, 'composition');
  await axe(window);

  await test.step('an artifact moves, one goes out, one into the appendix', async () => {
    const adrs = dialog.getByRole('grid', { name: 'Artifacts of part 2' });
    await adrs.getByRole('row').first().focus();
    await window.keyboard.press('Alt+ArrowDown');
    await expect
      .poll(() => rows(adrs))
      .toEqual(['part2-adr-catalog/adr-002-cloud.md', 'part2-adr-catalog/adr-001-log.md']);
    await expect(dialog.getByText('ADR-001: Use a log: 2 of 2')).toBeAttached();
    // The row that moved keeps the focus; Enter takes the other one out.
    await expect(adrs.getByRole('row', { name: /Use a log/ })).toBeFocused();
    await window.keyboard.press('ArrowUp');
    await window.keyboard.press('Enter');
    await expect(
      adrs.getByRole('checkbox', { name: 'Print ADR-002: Run it in the cloud' }),
    ).not.toBeChecked();
    await dialog.getByRole('button', { name: 'Risks of the move in the appendix' }).click();
    await dialog.getByLabel('Sources of structured files in the appendix').check();
    await dialog.getByRole('button', { name: 'Move part 4 up' }).click();
  });

  await test.step('the cover is the candidate’s', async () => {
    await dialog.getByLabel('Title on the cover').fill('The store, moved');
    await expect(dialog.getByLabel('Level sought')).toHaveAttribute('placeholder', 'Staff engineer');
    await dialog.getByLabel('Period').fill('2024 H1');
    await dialog.getByLabel('Manager').fill('Bo Example');
  });

  await test.step('all of it is in the kit as text', async () => {
    await expect.poll(() => composed(kit)).toContain('manager: Bo Example');
    const text = await composed(kit);
    expect(text).toContain('leave_out:\n  - part2-adr-catalog/adr-002-cloud.md\n');
    expect(text).toContain('appendix:\n  - part1-design-doc/risk-register.json\n');
    expect(text).toContain('parts: [1, 4, 2, 3]');
    expect(text).toContain('sources: true');
  });

  const out = join(workDir, 'out');
  await mkdir(out);
  await answerDialogs(app, { open: [out] });
  for (const name of [/Briefing/, /web page/, /^Zip/]) await dialog.getByRole('checkbox', { name }).uncheck();
  await expect.poll(() => composed(kit)).toContain('outputs:\n  - pdf\n');
  await dialog.getByRole('button', { name: 'Choose…' }).click();
  await expect(dialog).toContainText('out');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText(/\d+ pages/, { timeout: 180_000 });
  const read = await readPdf(await readFile(join(out, 'portfolio.pdf')));

  await test.step('the book has the order that was chosen', () => {
    expect(read.outline.filter(({ level }) => level <= 1).map(({ title }) => title)).toEqual([
      'Cover memo',
      'Ada Example, Staff',
      'Where each claim stands',
      'Part 1 · Design doc',
      'RFC-100: Move the store',
      'Part 4 · Postmortem',
      'INC-2024-0312: orders lost',
      'Part 2 · ADR catalog',
      'ADR-001: Use a log',
      'Appendix',
      'Risks of the move',
      'Risks of the move: source',
    ]);
    for (const text of ['The store, moved', 'Ada Example', 'Staff engineer', '2024 H1', 'Bo Example'])
      expect(read.pages[0]).toContain(text);
    expect(read.metadata['Title']).toBe('The store, moved');
    expect(read.pages.join(' ')).not.toContain('Run it in the cloud');
    expect(plain(read.pages.at(-1) ?? '')).toContain(plain('"title": "Skills gap"'));
  });

  await test.step('each claim names the page where its evidence stands', () => {
    const label = (title: string) =>
      read.labels[(read.outline.find((mark) => mark.title === title)?.page ?? 0) - 1] ?? '?';
    const list = plain(
      read.pages.find((page) => plain(page).includes('Whereeachclaimstands') && page.includes('Judgement')) ??
        '',
    );
    expect(list).toContain(plain(`RFC-100: Move the store Plan ${label('Plan')}`));
    expect(list).toContain(
      plain(`Judgement: Cut 94 min to 5 min ADR-001: Use a log ${label('ADR-001: Use a log')}`),
    );
    expect(list).toContain(plain(`INC-2024-0312: orders lost Summary ${label('Summary')}`));
  });

  await test.step('the choices are there the next time', async () => {
    await dialog.getByRole('button', { name: 'Done' }).click();
    await window.keyboard.press('ControlOrMeta+e');
    await expect(dialog.getByLabel('Title on the cover')).toHaveValue('The store, moved');
    await expect(dialog.getByRole('checkbox', { name: /as PDF/ })).toBeChecked();
    await expect(dialog.getByRole('checkbox', { name: /^Zip/ })).not.toBeChecked();
    await expect(
      dialog.getByRole('checkbox', { name: 'Print ADR-002: Run it in the cloud' }),
    ).not.toBeChecked();
  });
});

test('a broken file is told with its line, and choices hold for the session', async ({ launch, workDir }) => {
  const broken = 'version: 1\n# mine\norder: [a\n';
  const { window, kit, dialog } = await open(launch, workDir, { '.staffwright/portfolio.yaml': broken });
  await expect(dialog.getByRole('list', { name: /Problems/ })).toContainText('line 4');
  await dialog.getByLabel('Interview loop').check();
  await expect(dialog.getByText('holds until the window closes')).toBeVisible();
  await expect(dialog.getByLabel('Title on the cover')).toHaveAttribute(
    'placeholder',
    'Engineering portfolio',
  );
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await window.keyboard.press('ControlOrMeta+e');
  await expect(dialog.getByLabel('Interview loop')).toBeChecked();
  expect(await composed(kit)).toBe(broken);
});

test('a cover memo is drafted from the kit, and opens', async ({ launch, workDir }) => {
  const { window, kit, dialog } = await open(launch, workDir);
  await window.setViewportSize({ width: 760, height: 620 }).catch(() => undefined);
  await shot(window, 'composition-small');
  await dialog.getByRole('button', { name: 'Draft a Cover Memo' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(window.getByRole('tab', { name: /promo-packet\.md/ })).toBeVisible();
  const memo = await readFile(join(kit, 'promo-packet.md'), 'utf8');
  expect(memo).toContain('candidate: "Ada Example"');
  expect(memo).toContain('[RFC-100: Move the store](part1-design-doc/RFC-100-store.md)');
  expect(memo).toContain('94 min');
});
