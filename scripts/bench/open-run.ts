import { nodeFileSystem } from '../../electron/kit/file-system';
import { openKitFolder } from '../../electron/kit/folder-kit';

/** Opens a folder as a kit and lists it, once in this fresh process. Prints milliseconds and the number of files as one line of JSON. */
const [root = '.'] = process.argv.slice(2);
const start = performance.now();
const opened = await openKitFolder(root, { fs: nodeFileSystem, readOnly: true });
const ms = performance.now() - start;
if (!opened.ok) throw new Error(opened.error.message);
await opened.value.kit.close();
process.stdout.write(`${JSON.stringify({ ms, files: opened.value.listing.files.length })}\n`);
