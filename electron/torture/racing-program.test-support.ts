import { nodeFileSystem as fs } from '../kit/file-system';
import { openKitFolder } from '../kit/folder-kit';

/*
 * One of several instances that write to one file: each save adds a line of its own to what it has just read, and is printed as on disk or as
 * refused. Bundled and run with plain Node.
 */
async function race(root: string, who: string, saves: number): Promise<void> {
  const opened = await openKitFolder(root, { fs });
  if (!opened.ok) throw new Error(opened.error.message);
  const { kit } = opened.value;
  for (let number = 0; number < saves; number++) {
    const read = await kit.readText('a.md');
    if (!read.ok) {
      process.stdout.write(`refused ${who}${number} ${read.error.code}\n`);
      continue;
    }
    const saved = await kit.save('a.md', `${read.value.text}${who}${number}\n`, read.value.hash);
    process.stdout.write(
      `${saved.ok ? 'saved' : 'refused'} ${who}${number} ${saved.ok ? '' : saved.error.code}\n`,
    );
  }
}

const [root = '', who = '', saves = '0'] = process.argv.slice(2);
void race(root, who, Number(saves));
