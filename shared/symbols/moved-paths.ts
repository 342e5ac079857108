import { relativeLink, resolveLink } from '../domain/kit-path';

/** What becomes of paths when a file or a folder gets another place. */
export class MovedPaths {
  constructor(
    private readonly from: string,
    private readonly to: string,
    /** The files of the kit, by their paths so far. */
    private readonly files: ReadonlySet<string>,
  ) {}

  /** Where a path is afterwards; the same one when it does not move. */
  after(path: string): string {
    if (path === this.from) return this.to;
    return path.startsWith(`${this.from}/`) ? this.to + path.slice(this.from.length) : path;
  }

  moves(path: string): boolean {
    return this.after(path) !== path;
  }

  /** What a link in a file has to say afterwards; null when it leads where it led, or leaves the kit. */
  link(file: string, url: string): string | null {
    const bare = /^[^?#]*/.exec(url)?.[0] ?? '';
    const target = bare === '' ? null : resolveLink(file, bare);
    if (target === null) return null;
    const [here, there] = [this.after(file), this.after(target)];
    if (resolveLink(here, bare) === there) return null;
    const written = encoded(bare.startsWith('/') ? `/${there}` : relativeLink(here, there));
    const dotted = bare.startsWith('./') && !written.startsWith('../') ? `./${written}` : written;
    // A folder keeps its last stroke.
    const end = bare.endsWith('/') && !dotted.endsWith('/') ? '/' : '';
    return `${dotted}${end}${url.slice(bare.length)}`;
  }

  /**
   * What a text that may be a path has to say afterwards: one as seen from its file, else one from the root of the kit. Null when it is neither,
   * or stays. Only what leads to a file of the kit, or into the moved folder, is taken for a path.
   */
  path(file: string, text: string): string | null {
    if (text === '' || text.length > 1024 || /[\n\r<>"`]/.test(text)) return null;
    const bare = /^[^#]*/.exec(text)?.[0] ?? '';
    const end = text.slice(bare.length);
    const known = (path: string) => this.files.has(path) || (this.moves(path) && path !== '');
    const relative = /^[a-z][a-z\d+.-]*:|^\/\/|%/i.test(bare) ? null : resolveLink(file, bare);
    if (bare !== '' && relative !== null && relative !== file && known(relative)) {
      const [here, there] = [this.after(file), this.after(relative)];
      if (resolveLink(here, encoded(bare)) === there) return null;
      const written = relativeLink(here, there);
      return `${bare.startsWith('./') && !written.startsWith('../') ? './' : ''}${written}${end}`;
    }
    return known(bare) && this.moves(bare) ? `${this.after(bare)}${end}` : null;
  }
}

/** A path as links write it: what would end the link, or mean something else in it, is escaped. */
function encoded(path: string): string {
  return path.replace(
    /[\s()<>%?#]/g,
    (character) => `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
