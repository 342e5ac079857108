import { type Dirent, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppHost } from './app-scheme';
import { contentType, notFound, pageResponse } from './page-response';

/**
 * The files of the built renderer, listed once at start. An address is answered only when it is spelled exactly like one of them, so there is
 * nothing to decode, resolve or escape from.
 */
export class RendererFiles {
  private readonly files: ReadonlyMap<string, string>;

  /** `folder` is absolute. A folder that is not there gives an empty list: every page then is a 404. */
  constructor(folder: string) {
    this.files = new Map(listed(folder, ''));
  }

  /** True for the name of a script among them, whatever folder it is in. */
  hasScript(name: string): boolean {
    return name.endsWith('.js') && [...this.files.keys()].some((path) => path.endsWith(`/${name}`));
  }

  /** Answers `app://<host>/<file>`; `pathname` as it stands in the address, still encoded. */
  async respond(host: AppHost, pathname: string): Promise<Response> {
    const file = this.files.get(pathname);
    const type = file === undefined ? null : contentType(pathname);
    if (file === undefined || type === null) return notFound();
    return pageResponse(host, await readFile(file), type);
  }
}

function listed(folder: string, below: string): [string, string][] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry): [string, string][] => {
    const path = `${below}/${entry.name}`;
    if (entry.isDirectory()) return listed(join(folder, entry.name), path);
    return entry.isFile() ? [[path, join(folder, entry.name)]] : [];
  });
}
