import type { Answer, ErrorCode, ResponseOf } from '../../shared/ipc/contract';
import type { KitListing, ListedFile } from '../../shared/ipc/payloads';

/** A folder in memory. */
export class MemoryKit {
  readonly files: Map<string, string>;
  /** Entries that are no readable text, with the reason. */
  readonly odd: ListedFile[];
  /** Empty folders that were made. */
  readonly folders = new Set<string>();
  /** Texts too large to edit, as the parts they are shown in; their entries are among {@link odd}. */
  readonly inParts = new Map<string, readonly string[]>();
  available = true;
  private readonly deleted = new Map<string, ReadonlyMap<string, string>>();

  constructor(
    readonly kitId: string,
    readonly name: string,
    files: Readonly<Record<string, string>>,
    odd: readonly ListedFile[] = [],
  ) {
    this.files = new Map(Object.entries(files));
    this.odd = [...odd];
  }

  listing(readOnly: boolean): KitListing {
    const files: ListedFile[] = [...this.files]
      .map(([path, text]) => ({ path, size: text.length, state: 'text' as const, readOnly }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    return { files: [...files, ...this.odd], folders: [...this.folders].sort(), notices: [] };
  }

  /** The files under a path, or the file of that path. */
  private within(path: string): readonly (readonly [string, string])[] {
    return [...this.files].filter(([file]) => file === path || file.startsWith(`${path}/`));
  }

  move(from: string, to: string): Answer<Record<never, never>> {
    const found = this.within(from);
    if (found.length === 0 && !this.folders.has(from)) return gone(from);
    const folded = (path: string) => path.toLowerCase();
    if ([...this.files.keys()].some((path) => path !== from && folded(path) === folded(to))) return taken(to);
    for (const [path, text] of found) {
      this.files.delete(path);
      this.files.set(`${to}${path.slice(from.length)}`, text);
    }
    if (this.folders.delete(from)) this.folders.add(to);
    return { ok: true, value: {} };
  }

  makeFolder(path: string): Answer<Record<never, never>> {
    if (this.folders.has(path) || this.within(path).length > 0) return taken(path);
    this.folders.add(path);
    return { ok: true, value: {} };
  }

  duplicate(from: string, to: string): Answer<Record<never, never>> {
    const text = this.files.get(from);
    if (text === undefined) return gone(from);
    if (this.files.has(to)) return taken(to);
    this.files.set(to, text);
    return { ok: true, value: {} };
  }

  delete(path: string): Answer<ResponseOf<'file.delete'>> {
    const found = this.within(path);
    if (found.length === 0) return gone(path);
    const trashId = `t${this.deleted.size}`;
    this.deleted.set(trashId, new Map(found));
    for (const [file] of found) this.files.delete(file);
    return { ok: true, value: { trashId, system: true } };
  }

  restore(trashId: string): Answer<ResponseOf<'file.restore'>> {
    const files = this.deleted.get(trashId);
    const [first] = files?.keys() ?? [];
    if (!files || first === undefined) return gone(trashId);
    for (const [file, text] of files) this.files.set(file, text);
    return { ok: true, value: { path: first } };
  }

  /** A picture beside a file, under the first free name. */
  addAsset(beside: string, name: string): { path: string } {
    const folder = beside.slice(0, beside.lastIndexOf('/') + 1);
    const taken = (path: string) => this.odd.some((file) => file.path === path);
    let path = `${folder}assets/${name}`;
    for (let n = 2; taken(path); n++) path = `${folder}assets/${name.replace(/(?=\.\w+$)/, `-${n}`)}`;
    this.odd.push({ path, size: 1, state: 'image', readOnly: false });
    return { path };
  }

  hashOf(text: string): Promise<string> {
    return sha256(text);
  }

  async hash(path: string): Promise<string> {
    return sha256(this.files.get(path) ?? '');
  }

  async read(path: string, readOnly: boolean): Promise<Answer<ResponseOf<'artifact.read'>>> {
    const text = this.files.get(path);
    if (text === undefined) {
      const odd = this.odd.find((file) => file.path === path);
      const code: ErrorCode =
        odd?.state === 'not-utf8' ? 'not-utf8' : odd?.state === 'too-large' ? 'too-large' : 'not-found';
      return {
        ok: false,
        error: { code, message: odd?.reason ?? `${path} is not there any more`, file: path },
      };
    }
    return { ok: true, value: { text, hash: await sha256(text), readOnly, lineEnd: 'lf', bom: false } };
  }

  readPart(path: string, wanted: number): Answer<ResponseOf<'artifact.readPart'>> {
    const texts = this.inParts.get(path);
    if (!texts) return gone(path);
    const part = Math.min(wanted, texts.length - 1);
    const size = texts.reduce((sum, text) => sum + text.length, 0);
    const stamp = `${size} ${texts.length}`;
    return { ok: true, value: { text: texts[part] ?? '', part, parts: texts.length, size, stamp } };
  }

  async readMany(paths: readonly string[]): Promise<Answer<ResponseOf<'kit.readMany'>>> {
    const files = await Promise.all(
      paths.map(async (path) => {
        const text = this.files.get(path);
        return text === undefined
          ? { path, error: { code: 'not-found', message: `${path} is not there any more` } }
          : { path, text, hash: await sha256(text) };
      }),
    );
    return { ok: true, value: { files } };
  }

  async save(path: string, text: string, baseHash: string): Promise<Answer<ResponseOf<'artifact.save'>>> {
    const known = this.files.get(path);
    if (known === undefined)
      return { ok: false, error: { code: 'not-found', message: `${path} was removed`, file: path } };
    if ((await sha256(known)) !== baseHash) {
      return {
        ok: false,
        error: { code: 'changed-on-disk', message: `${path} was changed by another program`, file: path },
      };
    }
    this.files.set(path, text);
    return { ok: true, value: { hash: await sha256(text) } };
  }

  async create(path: string, text: string): Promise<Answer<ResponseOf<'artifact.create'>>> {
    if (this.files.has(path))
      return { ok: false, error: { code: 'exists', message: `${path} exists already`, file: path } };
    this.files.set(path, text);
    return { ok: true, value: { hash: await sha256(text) } };
  }
}

function gone(path: string): Answer<never> {
  return {
    ok: false,
    error: { code: 'not-found', message: `"${path}" is not there any more.`, file: path },
  };
}

function taken(path: string): Answer<never> {
  return { ok: false, error: { code: 'exists', message: `"${path}" is taken.`, file: path } };
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
