import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeOutputs } from '../export/write-outputs';
import { sha256 } from '../kit/content-hash';
import { nodeFileSystem as fs } from '../kit/file-system';
import { openKitFolder } from '../kit/folder-kit';
import type { OpenKit } from '../kit/open-kit';
import { historyOf, numbered, PLACES } from './cycling.test-support';

/*
 * The program of the kill test: does what a studio does all day, round after round, and prints each step that was acknowledged. Bundled and run
 * with plain Node.
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
  for (let number = (await numberIn(kit, 'a.md')) + 1; ; number++) {
    await saved(kit, 'a.md', number);
    say('save', number);
    await history.keep('k', 'a.md', Buffer.from(numbered(number)), 'saved');
    say('snapshot', number);
    const now = await there(kit);
    const other = now === PLACES[0] ? PLACES[1] : PLACES[0];
    check(await kit.move(now, other));
    say('move', number);
    // A merge is a save over what others wrote: they write, it is read, and both are put together.
    await saved(kit, 'merged.md', number);
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

async function numberIn(kit: OpenKit, path: string): Promise<number> {
  const read = await kit.readText(path);
  if (!read.ok) throw new Error(read.error.message);
  return Number(read.value.text.slice(0, 9));
}

/** Where the file that moves to and fro is. */
async function there(kit: OpenKit): Promise<string> {
  return (await kit.readText(PLACES[0])).ok ? PLACES[0] : PLACES[1];
}

function say(step: string, number: number): void {
  process.stdout.write(`${step} ${number}\n`);
}

void cycle(process.argv[2] ?? '', process.argv[3] ?? '');
