import { err, ok, type Result } from '../util/result';

/** A path of a file relative to its kit, with `/`, normalised and safe on every supported file system. */
export type KitPath = string & { readonly __brand: 'KitPath' };

const DEVICE_NAME = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:\..*)?$/i;

/**
 * Checks a relative path by the rules of POSIX and Windows together (requirement D1): no absolute path, no `..`, no NUL or control character,
 * no backslash, no device name, no stream (`a:b`), no trailing dot or blank. Purely textual: links are the file layer's concern.
 */
export function kitPath(raw: string): Result<KitPath, string> {
  if (raw.length === 0) return err('The path is empty');
  if (raw.length > 1024) return err('The path is longer than 1,024 characters');
  if (/\p{Cc}/u.test(raw)) return err('The path holds a control character');
  if (raw.includes('\\')) return err('The path holds a backslash');
  if (raw.startsWith('/')) return err('The path is absolute');
  const segments = raw.split('/');
  if (segments.length > 32) return err('The path is deeper than 32 folders');
  for (const segment of segments) {
    if (segment === '') return err('The path has an empty part');
    if (segment === '.' || segment === '..') return err('The path steps out of its folder');
    if (segment.includes(':')) return err('The path holds a colon');
    if (/[. ]$/.test(segment)) return err('A part of the path ends with a dot or a blank');
    if (DEVICE_NAME.test(segment)) return err('The path names a device');
  }
  return ok(raw as KitPath);
}

/** For paths that the program itself wrote down; throws when the path breaks the rules of {@link kitPath}. */
export function asKitPath(raw: string): KitPath {
  const checked = kitPath(raw);
  if (!checked.ok) throw new Error(`${checked.error}: ${raw}`);
  return checked.value;
}

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder of a path without a trailing `/`; empty for a file at the root. */
export function folderOf(path: string): string {
  const cut = path.lastIndexOf('/');
  return cut < 0 ? '' : path.slice(0, cut);
}

/** Extension in lower case without the dot; empty when there is none. */
export function extension(path: string): string {
  const name = fileName(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/**
 * Resolves a link in a file to a path in the kit, or null when it leaves the kit or is no relative path.
 * The fragment and query are left out; percent escapes are decoded.
 */
export function resolveLink(from: string, url: string): string | null {
  const bare = url.replace(/[?#].*$/, '');
  if (bare === '') return from;
  if (/^[a-z][a-z0-9+.-]*:/i.test(bare) || bare.startsWith('//')) return null;
  let decoded: string;
  try {
    decoded = decodeURIComponent(bare);
  } catch {
    return null;
  }
  const parts = decoded.startsWith('/') ? [] : folderOf(from).split('/').filter(Boolean);
  for (const part of decoded.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.length === 0) return null;
      parts.pop();
    } else parts.push(part);
  }
  return parts.join('/');
}

/** Letters whose capitals are those of another letter, although no disk takes them for it: the dotless i. */
const OWN_CASE = /[\u0131]/;

/**
 * Equality of names on disks that fold case or normalise: NFC, then each letter by its capital (requirement C6). Lower case alone would tell
 * names apart that are one there: a sigma at the end of a word, a long s, a micro sign.
 */
export function foldedPath(path: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII, which has nothing to compose and no second forms.
  if (/^[\x00-\x7f]*$/.test(path)) return path.toLowerCase();
  let folded = '';
  for (const letter of path.normalize('NFC')) {
    const capital = OWN_CASE.test(letter) ? letter : letter.toUpperCase();
    // A letter that is two as a capital, such as ß, stays one.
    folded += [...capital].length === 1 ? capital.toLowerCase() : letter.toLowerCase();
  }
  return folded.normalize('NFC');
}

/** Orders paths the same on every machine, independent of locale. */
export function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The way from one file of the kit to another, as links are written: `../part1/rfc.md`. Not encoded. */
export function relativeLink(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}
