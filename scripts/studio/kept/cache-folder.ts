import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';

/** Where results are kept between runs: the folder that `STAFFWRIGHT_CACHE` names, else the system's place for what can be made anew. Null where there is none. */
export function cacheFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const own = absolute(env['STAFFWRIGHT_CACHE']);
  if (own) return join(own, 'checks');
  const home = absolute(env['HOME']) ?? absolute(env['USERPROFILE']) ?? userHome();
  if (platform === 'win32') {
    const local = absolute(env['LOCALAPPDATA']) ?? (home && join(home, 'AppData', 'Local'));
    return local ? join(local, 'Staffwright', 'Cache', 'checks') : null;
  }
  if (platform === 'darwin') return home ? join(home, 'Library', 'Caches', 'Staffwright', 'checks') : null;
  const caches = absolute(env['XDG_CACHE_HOME']) ?? (home && join(home, '.cache'));
  return caches ? join(caches, 'staffwright', 'checks') : null;
}

/** A relative path would be another place in each folder: it is taken for none, as the XDG specification has it. */
function absolute(path: string | undefined): string | null {
  return path && isAbsolute(path) ? path : null;
}

function userHome(): string | null {
  try {
    return absolute(homedir());
  } catch {
    return null;
  }
}

/**
 * Makes the folder and those above it, for this user alone; throws where it cannot. Level by level: Node's own way never ends where a system says
 * that a folder it lets nobody write in is not there, as Linux does below `/proc`.
 */
export function makeCacheFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.push(at);
  for (const one of missing.reverse()) {
    try {
      mkdirSync(one, { mode: 0o700 });
    } catch (error) {
      // Somebody else may have made it just now.
      if (!existsSync(one)) throw error;
    }
  }
}

/** Whether what lies in a folder can only be this user's: what others could write is not believed. */
export function isOurs(folder: string): boolean {
  try {
    const stat = lstatSync(folder);
    if (!stat.isDirectory()) return false;
    return process.getuid === undefined || (stat.uid === process.getuid() && (stat.mode & 0o022) === 0);
  } catch {
    return false;
  }
}
