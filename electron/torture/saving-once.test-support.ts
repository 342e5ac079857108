import { nodeFileSystem as fs } from '../kit/file-system';
import { openKitFolder } from '../kit/folder-kit';

/** Saves one file once and says so: what a tracer watches. */
async function saveOnce(root: string, data: string): Promise<void> {
  const opened = await openKitFolder(root, { fs, backups: { folder: data } });
  if (!opened.ok) throw new Error(opened.error.message);
  const { kit } = opened.value;
  const read = await kit.readText('a.md');
  if (!read.ok) throw new Error(read.error.message);
  process.stdout.write('begin\n');
  const saved = await kit.save('a.md', 'the new text\n', read.value.hash);
  process.stdout.write(saved.ok ? 'saved\n' : `${saved.error.message}\n`);
}

void saveOnce(process.argv[2] ?? '', process.argv[3] ?? '');
