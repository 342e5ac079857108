import { parseArgs } from 'node:util';
import type { ExitCode } from './check-outcome';
import { isOurs } from './kept/cache-folder';
import { removeQuietly } from './kept/kept-file';
import { keptFiles } from './kept/sweep';

export const CACHE_USAGE = `Usage: npm run studio -- cache [clear]

Says where checks keep what they found for the next run, and how much that is; clear deletes it. It holds passages of the kits that were
checked, readable for you alone, and never grows beyond 256 MB. STAFFWRIGHT_CACHE names another folder.
Exit code: 0 done, 2 there is no such folder, or something could not be deleted.`;

/** `cache`: what is kept between runs, and an end of it. */
export function cacheCommand(
  args: readonly string[],
  folder: string | null,
  write: (text: string) => void,
  complain: (text: string) => void,
): ExitCode {
  let clear: boolean;
  try {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
    clear = positionals[0] === 'clear';
    if (positionals.length > (clear ? 1 : 0))
      throw new Error(`"${positionals.at(-1)}" is nothing to do with what is kept`);
  } catch (error) {
    complain(`${error instanceof Error ? error.message : String(error)}\n\n${CACHE_USAGE}\n`);
    return 2;
  }
  if (folder === null) {
    complain('This system has no folder for what can be made anew, so nothing is kept.\n');
    return 2;
  }
  if (!isOurs(folder)) {
    write(`${folder}: nothing is kept\n`);
    return 0;
  }
  // From the future's point of view files that somebody left half written are old, too.
  const files = keptFiles(folder, clear ? Number.POSITIVE_INFINITY : Date.now());
  if (!clear) {
    write(`${folder}: ${count(files)}\n`);
    return 0;
  }
  for (const { path } of files) removeQuietly(path);
  const left = keptFiles(folder, Number.POSITIVE_INFINITY);
  if (left.length > 0) {
    complain(`${folder}: ${count(left)} could not be deleted\n`);
    return 2;
  }
  write(`${folder}: ${count(files)} deleted\n`);
  return 0;
}

function count(files: readonly { readonly bytes: number }[]): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return `${files.length} ${files.length === 1 ? 'file' : 'files'}, ${(bytes / 1e6).toFixed(1)} MB`;
}
