import { copyToClipboard } from '../fixtures/clipboard';
import { focusText, selectIn } from './shown-texts';
import type { Action, Writer } from './writer';

const WORDS =
  'the a service writes events late after we moved its store because each region keeps own clock and budget of ten minutes'.split(
    ' ',
  );

/** Keys that do more than their letter: lists go on, brackets close, indents follow. Only the editor knows what comes out. */
const CLEVER_KEYS = [
  'Enter',
  'Enter',
  'Backspace',
  'Delete',
  'ControlOrMeta+Backspace',
  'Tab',
  'Shift+Tab',
  '(',
  '[',
  '*',
  '`',
  '|',
  '#',
  '-',
  ':',
  '"',
];

const MOVES = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'ControlOrMeta+Home',
  'ControlOrMeta+End',
];

const CELLS = 'Risk\tOwner\tDue\nLate data\tAda\t2026-05-01\nLost key\tBob\t2026-06-01\n';
const HTML =
  '<h2>Why</h2><p>It is <b>late</b>, see <a href="https://example.com/a">the plan</a>.</p><ul><li>one</li><li>two</li></ul>';

function sentence(writer: Writer, most: number): string {
  const words = Array.from({ length: writer.chance.between(1, most) }, () => writer.chance.pick(WORDS));
  return ` ${words.join(' ')}`;
}

/** Words come out as they are typed, over what was selected, whatever lists are open. */
async function typeWords(writer: Writer): Promise<void> {
  await focusText(writer.page);
  const { pane, path, text, from, to, ranges } = await writer.here();
  const words = sentence(writer, 8);
  writer.note(`in the ${pane} pane, ${path}, over ${from} to ${to}`);
  await writer.type(words);
  await writer.changed(ranges === 1 ? text.slice(0, from) + words + text.slice(to) : undefined);
}

async function pressKeys(writer: Writer): Promise<void> {
  await focusText(writer.page);
  for (let times = writer.chance.between(1, 6); times > 0; times--)
    await writer.press(writer.chance.pick(CLEVER_KEYS));
  await writer.changed();
}

async function move(writer: Writer): Promise<void> {
  await focusText(writer.page);
  const shift = writer.chance.once(0.4) ? 'Shift+' : '';
  for (let times = writer.chance.between(1, 12); times > 0; times--)
    await writer.press(shift + writer.chance.pick(MOVES));
  await writer.changed((await writer.here()).text);
}

async function goAnywhere(writer: Writer): Promise<void> {
  const { text } = await writer.here();
  const from = writer.chance.between(0, text.length);
  await selectIn(
    writer.page,
    from,
    writer.chance.once(0.3) ? Math.min(text.length, from + writer.chance.between(1, 200)) : from,
  );
}

async function deleteSome(writer: Writer): Promise<void> {
  const { text } = await writer.here();
  const from = writer.chance.between(0, text.length);
  const to = Math.min(text.length, from + writer.chance.between(1, 400));
  await selectIn(writer.page, from, to);
  await writer.press('Backspace');
  await writer.changed(from === to ? undefined : text.slice(0, from) + text.slice(to));
}

async function pasteWords(writer: Writer): Promise<void> {
  await focusText(writer.page);
  const before = await writer.here();
  const words = sentence(writer, 30);
  await copyToClipboard(writer.desk.app, words);
  await writer.press('ControlOrMeta+v');
  const after = await writer.settled();
  if (before.ranges === 1)
    writer.compare(
      'pasted words',
      after,
      before.text.slice(0, before.from) + words + before.text.slice(before.to),
    );
  await writer.oneStep(before.text, after);
}

/** What has a form of its own may come out in any shape; undone as often as it took steps, it is gone. */
async function pasteForm(writer: Writer): Promise<void> {
  await focusText(writer.page);
  const { text } = await writer.here();
  if (writer.chance.once(0.5)) await copyToClipboard(writer.desk.app, CELLS);
  else await copyToClipboard(writer.desk.app, 'Why It is late, see the plan. one two', HTML);
  await writer.press('ControlOrMeta+v');
  if (writer.chance.once(0.3)) {
    // Not waiting for the form is what a hurried writer does.
    await writer.type(' at once');
    await writer.settled(800);
    return;
  }
  const formed = await writer.settled(800);
  await writer.press('ControlOrMeta+z');
  const plain = await writer.changed();
  if (plain !== text) {
    await writer.press('ControlOrMeta+z');
    await writer.changed(text);
    await writer.press('ControlOrMeta+Shift+Z');
    await writer.changed(plain);
  }
  await writer.press('ControlOrMeta+Shift+Z');
  await writer.changed(formed);
}

/** A run of undos; most are done again, which must lead back to the letter. */
async function undoRun(writer: Writer): Promise<void> {
  await focusText(writer.page);
  const { text } = await writer.here();
  const after: string[] = [text];
  for (let times = writer.chance.between(1, 10); times > 0; times--) {
    await writer.press('ControlOrMeta+z');
    const now = await writer.changed();
    if (now === after.at(-1)) break;
    after.push(now);
  }
  if (writer.chance.once(0.25)) return;
  after.pop();
  for (const expected of after.reverse()) {
    await writer.press('ControlOrMeta+Shift+Z');
    await writer.changed(expected);
  }
}

export const TYPING: readonly Action[] = [
  { name: 'types words', weight: 30, run: typeWords },
  { name: 'presses keys', weight: 10, run: pressKeys },
  { name: 'moves', weight: 8, run: move },
  { name: 'goes anywhere', weight: 10, run: goAnywhere },
  { name: 'deletes', weight: 6, run: deleteSome },
  { name: 'pastes words', weight: 4, run: pasteWords },
  { name: 'pastes a form', weight: 3, run: pasteForm },
  { name: 'undoes and redoes', weight: 8, run: undoRun },
];
