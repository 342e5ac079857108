import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the repository, whatever the working directory is. */
export const repoRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A path inside the repository. */
export function inRepo(...segments) {
  return join(repoRoot, ...segments);
}

/** Per-user cache for what must not be downloaded twice, shared by all checkouts of this user. */
export function cacheRoot() {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'staffwright');
}
