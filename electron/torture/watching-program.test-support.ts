import { nodeFileSystem as fs } from '../kit/file-system';
import { openKitFolder } from '../kit/folder-kit';

/*
 * Watches a kit and prints what it is told: `lost`, or how many changes; then which files the kit has and what is said about it. Where the system
 * lets it watch no more than a few folders, it has to go on by looking.
 */
async function watchFor(root: string): Promise<void> {
  const opened = await openKitFolder(root, { fs });
  if (!opened.ok) throw new Error(opened.error.message);
  const { kit } = opened.value;
  kit.watch((change) => {
    void (async () => {
      const listing = await kit.list();
      const says = listing.notices.some(({ message }) => message.includes('looked at every few seconds'));
      process.stdout.write(`${change.lost ? 'lost' : 'told'} ${listing.files.length} ${says}\n`);
    })();
  });
  process.stdout.write('watching\n');
}

void watchFor(process.argv[2] ?? '');
