import { expect } from '../fixtures/launch';
import { focusText, selectIn } from './shown-texts';
import type { Action, Writer } from './writer';

const TABLE_COMMANDS = [
  'Insert Row Above',
  'Insert Row Below',
  'Insert Column Left',
  'Insert Column Right',
  'Move Row Up',
  'Move Row Down',
  'Move Column Left',
  'Move Column Right',
  'Delete Row',
  'Delete Column',
  'Align Column Left',
  'Align Column Right',
  'Format Table',
];

const FORMAT_KEYS = [
  'ControlOrMeta+b',
  'ControlOrMeta+i',
  'ControlOrMeta+2',
  'ControlOrMeta+Alt+0',
  'ControlOrMeta+Shift+8',
  'ControlOrMeta+Shift+7',
  'ControlOrMeta+Shift+9',
];

const LINE_KEYS = [
  'Alt+ArrowUp',
  'Alt+ArrowDown',
  'Shift+Alt+ArrowUp',
  'Shift+Alt+ArrowDown',
  'ControlOrMeta+Shift+d',
];

/** A line that is a row of a table with a head. */
const ROW = /^\|[^\n]*\|$/gm;

async function editTable(writer: Writer): Promise<void> {
  const { path, text } = await writer.here();
  const rows = path.endsWith('.md') ? [...text.matchAll(ROW)] : [];
  if (rows.length === 0) return;
  const row = writer.chance.pick(rows);
  await selectIn(writer.page, row.index + writer.chance.between(1, row[0].length - 1));
  if (writer.chance.once(0.3)) {
    await writer.press(writer.chance.pick(['Tab', 'Shift+Tab', 'Enter']));
    await writer.changed();
    return;
  }
  await writer.command(writer.chance.pick(TABLE_COMMANDS));
  const after = await writer.settled(200);
  await focusText(writer.page);
  await writer.oneStep(text, after);
}

const byKeys = (keys: readonly string[]) => async (writer: Writer) => {
  const { text } = await writer.here();
  const from = writer.chance.between(0, text.length);
  await selectIn(writer.page, from, Math.min(text.length, from + writer.chance.between(0, 40)));
  await writer.press(writer.chance.pick(keys));
  await writer.oneStep(text, await writer.changed());
};

async function replaceAll(writer: Writer): Promise<void> {
  await focusText(writer.page);
  const { text } = await writer.here();
  const words = text.match(/\b[a-z]{5,9}\b/g);
  if (!words) return;
  const [word, by] = [writer.chance.pick(words), `w${writer.chance.between(100, 999)}`];
  await selectIn(writer.page, 0);
  await writer.press('ControlOrMeta+f');
  const panel = writer.page.locator('div[data-in-use="true"] .cm-search');
  await panel.locator('[name=search]').fill(word);
  await panel.locator('[name=replace]').fill(by);
  await panel.locator('[name=replace-all]').click();
  await writer.changed(text.replace(new RegExp(word, 'gi'), by));
  await panel.locator('[name=search]').press('Escape');
  await focusText(writer.page);
  await writer.oneStep(text, text.replace(new RegExp(word, 'gi'), by));
  if (writer.chance.once(0.7)) {
    await writer.press('ControlOrMeta+z');
    await writer.changed(text);
  }
}

/** Chooses something of the list of what can be inserted. */
async function insertSnippet(writer: Writer): Promise<void> {
  await focusText(writer.page);
  await writer.press('ControlOrMeta+End');
  await writer.press('Enter');
  await writer.press('ControlOrMeta+j');
  const list = writer.page.locator('.cm-tooltip-autocomplete');
  try {
    await expect(list.getByRole('option').first()).toBeVisible({ timeout: 5_000 });
  } catch {
    // Nothing can be inserted in such a file.
    await writer.press('Escape');
    await writer.settled();
    return;
  }
  // The slash that opened the list is text, and stays when the rest is undone.
  const text = await writer.changed();
  for (let times = writer.chance.between(0, 12); times > 0; times--) await writer.press('ArrowDown');
  // The editor takes no key for the list in its first 75 ms, so that a key meant for the text is not swallowed.
  await writer.page.waitForTimeout(120);
  await writer.press('Enter');
  const after = await writer.settled();
  await writer.press('Escape');
  await writer.oneStep(text, await writer.changed(after));
}

async function severalCursors(writer: Writer): Promise<void> {
  const { text } = await writer.here();
  const words = [...text.matchAll(/\b[a-z]{4,9}\b/g)];
  if (words.length === 0) return;
  const word = writer.chance.pick(words);
  await selectIn(writer.page, word.index, word.index + word[0].length);
  for (let times = writer.chance.between(1, 3); times > 0; times--) await writer.press('ControlOrMeta+d');
  await writer.type('many');
  await writer.changed();
  await writer.press('Escape');
}

async function foldAndUnfold(writer: Writer): Promise<void> {
  await focusText(writer.page);
  const { text } = await writer.here();
  await writer.press('ControlOrMeta+Alt+[');
  await writer.press('ControlOrMeta+Alt+]');
  await writer.changed(text);
}

/** Keeps a text from growing for ever, as its writer would: what memory is taken then belongs to the studio. */
async function cutDown(writer: Writer): Promise<void> {
  const { path, text } = await writer.here();
  const cut = text.length - (writer.lengths.get(path) ?? 0);
  if (cut < 500) return;
  const from = writer.chance.between(0, text.length - cut);
  await selectIn(writer.page, from, from + cut);
  await writer.press('Delete');
  await writer.changed(text.slice(0, from) + text.slice(from + cut));
}

export const EDITING: readonly Action[] = [
  { name: 'edits a table', weight: 5, run: editTable },
  { name: 'formats', weight: 3, run: byKeys(FORMAT_KEYS) },
  { name: 'moves lines', weight: 3, run: byKeys(LINE_KEYS) },
  { name: 'replaces a word', weight: 2, run: replaceAll },
  { name: 'inserts a snippet', weight: 3, run: insertSnippet },
  { name: 'writes at several places', weight: 2, run: severalCursors },
  { name: 'folds and unfolds', weight: 1, run: foldAndUnfold },
  { name: 'cuts down', weight: 8, run: cutDown },
];
