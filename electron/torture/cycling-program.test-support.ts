import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergedText, mergeTexts } from '../../shared/merge/merge';
import { writeOutputs } from '../export/write-outputs';
import { sha256 } from '../kit/content-hash';
import { nodeFileSystem as fs } from '../kit/file-system';
import { openKitFolder } from '../kit/folder-kit';
import type { OpenKit } from '../kit/open-kit';
import { halves, halvesOf, historyOf, numbered, PLACES, type Step } from './cycling.test-support';

/*
 * The program of the kill test: does what a studio does all day, round after round, and prints each step that was acknowledged, with the
 * milliseconds it took. Bundled and run with plain Node.
 */
async function cycle(root: string, data: string): Promise<void> {
  mkdirSync(join(data, 'out'), { recursive: true });
  const backups = { folder: join(data, 'backups') };
  const opened = await openKitFolder(root, { fs, backups });
  if (!opened.ok) throw new Error(opened.error.message);
  const { kit } = opened.value;
  const history = historyOf(data);
  const trash = {
    folder: join(data, 'deleted'),
    now: Date.now,
    discard: () => Promise.reject(new Error('No trash here')),
  };
  // A kill may have left what the round before had begun.
  if ((await kit.readText('new.md')).ok) check(await kit.remove('new.md', trash));
  if ((await kit.readText(PLACES[0])).ok && (await kit.readText(PLACES[1])).ok)
    check(await kit.remove(PLACES[1], trash));
  let since = performance.now();
  const say = (step: Step, number: number, place = ''): void => {
    const now = performance.now();
    process.stdout.write(`${step} ${number} ${(now - since).toFixed(2)} ${place}\n`);
    since = now;
  };
  for (let number = (await numberIn(kit, 'a.md')) + 1; ; number++) {
    await saved(kit, 'a.md', number);
    say('save', number);
    await history.keep('k', 'a.md', Buffer.from(numbered(number)), 'saved');
    say('snapshot', number);
    const now = await there(kit);
    const other = now === PLACES[0] ? PLACES[1] : PLACES[0];
    check(await kit.move(now, other));
    say('move', number, other);
    await merged(kit, root, data, number);
    say('merge', number);
    check(await kit.create('new.md', numbered(number)));
    say('create', number);
    check(await kit.remove('new.md', trash));
    say('remove', number);
    check(
      await writeOutputs(
        join(data, 'out'),
        new Map(['portfolio.pdf', 'portfolio.zip'].map((name) => [name, Buffer.from(numbered(number))])),
      ),
    );
    say('export', number);
  }
}

function check(answer: { readonly ok: boolean; readonly error?: { readonly message: string } }): void {
  if (!answer.ok) throw new Error(answer.error?.message);
}

async function saved(kit: OpenKit, path: string, number: number): Promise<void> {
  const read = await kit.readBytes(path);
  if (!read.ok) throw new Error(read.error.message);
  check(await kit.save(path, numbered(number), sha256(read.value.bytes)));
}

/** Others write their half meanwhile, the way other programs save; what they wrote and what is mine are put together and saved over it. */
async function merged(kit: OpenKit, root: string, data: string, number: number): Promise<void> {
  const base = await kit.readText('merged.md');
  if (!base.ok) throw new Error(base.error.message);
  const before = halvesOf(base.value.text);
  if (!before) throw new Error('The merged file is not whole');
  writeFileSync(join(data, 'theirs.md'), halves({ ...before, theirs: number }));
  renameSync(join(data, 'theirs.md'), join(root, 'merged.md'));
  const theirs = await kit.readText('merged.md');
  if (!theirs.ok) throw new Error(theirs.error.message);
  const merge = mergeTexts(base.value.text, halves({ ...before, mine: number }), theirs.value.text);
  if (merge.conflicts.length > 0) throw new Error('The halves are in each other’s way');
  check(await kit.save('merged.md', mergedText(merge), theirs.value.hash));
}

async function numberIn(kit: OpenKit, path: string): Promise<number> {
  const read = await kit.readText(path);
  if (!read.ok) throw new Error(read.error.message);
  return Number(read.value.text.slice(0, 9));
}

/** Where the file that moves to and fro is. */
async function there(kit: OpenKit): Promise<string> {
  return (await kit.readText(PLACES[0])).ok ? PLACES[0] : PLACES[1];
}

void cycle(process.argv[2] ?? '', process.argv[3] ?? '');
