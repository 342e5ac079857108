import { isUtf8 } from 'node:buffer';
import { extension } from '../../shared/domain/kit-path';
import { type ListedFile, MAX_TEXT_BYTES } from '../../shared/ipc/payloads';

export { MAX_TEXT_BYTES };
/** Texts beyond this are edited plainly; they are neither checked nor previewed. Bytes. */
export const MAX_CHECKED_BYTES = 5 * 1024 * 1024;
/** Pictures beyond this are not shown. Bytes. */
export const MAX_IMAGE_BYTES = 20 * 1024 * 1024;

/** Pictures a page may show, by extension, with the type they are served as. */
export const IMAGE_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};

/** Formats that artifacts are written in. */
const KIT_TEXT = new Set(['md', 'markdown', 'yaml', 'yml', 'json', 'mmd', 'mermaid']);
const OTHER_TEXT = new Set(['txt', 'csv', 'tsv', 'log', 'jsonl', 'toml', 'html', 'css', 'xml']);

/** True for the formats that artifacts are written in: a folder that holds none of them is no kit. */
export function isKitFormat(path: string): boolean {
  return KIT_TEXT.has(extension(path));
}

/** What the name and size alone say; `unknown` asks for a look inside. */
export function classifyByName(path: string, size: number): ListedFile['state'] | 'unknown' {
  const ending = extension(path);
  if (ending in IMAGE_TYPES) return size > MAX_IMAGE_BYTES ? 'too-large' : 'image';
  if (size > MAX_TEXT_BYTES) return 'too-large';
  return KIT_TEXT.has(ending) || OTHER_TEXT.has(ending) ? 'text' : 'unknown';
}

/** How much of a file of unknown format is looked at. Bytes. */
export const HEAD_BYTES = 4096;

/** What the first bytes of a file say. `whole` when they are all of it; otherwise a character may be cut at the end. */
export function classifyByHead(head: Uint8Array, whole: boolean): ListedFile['state'] {
  if (head.includes(0)) return 'binary';
  if (isUtf8(head)) return 'text';
  for (let cut = 1; !whole && cut <= 3 && cut <= head.length; cut++) {
    if (isUtf8(head.subarray(0, head.length - cut))) return 'text';
  }
  return 'not-utf8';
}

/** The reason in words for a state in which a file is not opened as text; undefined for texts and pictures. */
export function stateReason(state: ListedFile['state'], size: number): string | undefined {
  const megabytes = `${(size / 1024 / 1024).toFixed(1)} MB`;
  switch (state) {
    case 'too-large':
      return `${megabytes} is more than the studio opens whole (50 MB for texts, 20 MB for pictures)`;
    case 'not-utf8':
      return 'The text is not UTF-8';
    case 'binary':
      return 'No text: it holds binary data';
    case 'link-outside':
      return 'A link that leaves the kit; it is not followed';
    case 'special':
      return 'No ordinary file (a pipe, socket or device); it is never opened';
    case 'unreadable':
      return 'It cannot be read';
    case 'text':
    case 'image':
      return undefined;
  }
}
