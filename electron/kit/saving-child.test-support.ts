import { nodeFileSystem as fs } from './file-system';
import { openKitFolder } from './folder-kit';

/*
 * The child of the kill test: opens a kit and saves one file for ever, each text a number written many times over, and prints every number
 * whose save was acknowledged. Bundled and run with plain Node.
 */
async function saveForEver(root: string, lines: number): Promise<void> {
  const opened = await openKitFolder(root, { fs });
  if (!opened.ok) throw new Error(opened.error.message);
  const { kit } = opened.value;
  const read = await kit.readText('a.md');
  if (!read.ok) throw new Error(read.error.message);
  let { hash } = read.value;
  for (let number = Number(read.value.text.slice(0, 9)) + 1; ; number++) {
    const saved = await kit.save('a.md', `${String(number).padStart(9, '0')}\n`.repeat(lines), hash);
    if (!saved.ok) throw new Error(saved.error.message);
    hash = saved.value.hash;
    process.stdout.write(`${number}\n`);
  }
}

void saveForEver(process.argv[2] ?? '', Number(process.argv[3]));
