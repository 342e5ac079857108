import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../export/crc32';

/** What stands of an entry before its content and in the list; what is left out is as a good zip has it. */
interface Said {
  readonly name?: string | Uint8Array;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly packed?: number;
  readonly size?: number;
  readonly extra?: Uint8Array;
}

/** An entry of a zip that is written byte by byte. */
export interface ZipEntry extends Said {
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  /** The bytes as they stand in the zip, whatever the content says. */
  readonly raw?: Uint8Array;
  /** Packed as it is, instead of deflated. */
  readonly stored?: boolean;
  /** Unix mode, with the kind of file. */
  readonly mode?: number;
  /** Attributes of other systems, in the lower half. */
  readonly attributes?: number;
  /** Said before the content only. */
  readonly local?: Said;
  /** Said in the list only. */
  readonly central?: Said & { readonly offset?: number; readonly comment?: string };
  /** Checksum and sizes behind the content. `true`: as they are. */
  readonly descriptor?: boolean | Uint8Array;
  /** Bytes that stand before it and belong to nothing. */
  readonly before?: Uint8Array;
  /** It has no content of its own in the zip: its line in the list leads to that of another. */
  readonly listedOnly?: boolean;
}

export interface ZipOptions {
  readonly comment?: string | Uint8Array;
  /** Overwrites what the end says. */
  readonly end?: Partial<Record<'disk' | 'here' | 'entries' | 'size' | 'offset' | 'commentLength', number>>;
  /** An end of 64 bits before it; what is left out is right. */
  readonly end64?: Partial<Record<'entries' | 'size' | 'offset' | 'at' | 'signature', number>>;
  readonly before?: Uint8Array;
  readonly betweenListAndEnd?: Uint8Array;
  readonly after?: Uint8Array;
}

const UTF8 = 0x0800;
const BEHIND = 0x0008;

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value & 0xffff);
  return bytes;
};
export const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};
export const u64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};
/** An extra field. */
export const extra = (id: number, data: Uint8Array): Buffer =>
  Buffer.concat([u16(id), u16(data.length), data]);

/** A zip, byte by byte as it is told. */
export function zipBytes(entries: readonly ZipEntry[], options: ZipOptions = {}): Buffer {
  const parts: Uint8Array[] = [];
  const list: Buffer[] = [];
  let at = 0;
  const put = (...bytes: readonly Uint8Array[]): void => {
    parts.push(...bytes);
    for (const part of bytes) at += part.length;
  };
  put(options.before ?? Buffer.alloc(0));
  for (const entry of entries) {
    const facts = factsOf(entry);
    put(entry.before ?? Buffer.alloc(0));
    const offset = at;
    if (!entry.listedOnly) {
      put(localHeader(facts, entry), facts.body);
      if (entry.descriptor instanceof Uint8Array) put(entry.descriptor);
      else if (entry.descriptor) {
        put(u32(0x08074b50), u32(facts.crc), u32(facts.packed), u32(facts.size));
      }
    }
    list.push(listLine(facts, entry, entry.central?.offset ?? offset));
  }
  const offset = at;
  put(...list);
  const size = at - offset;
  put(options.betweenListAndEnd ?? Buffer.alloc(0));
  const { end = {}, end64 } = options;
  if (end64) {
    const recordAt = at;
    const count = end64.entries ?? entries.length;
    put(
      u32(end64.signature ?? 0x06064b50),
      u64(44),
      u16(45),
      u16(45),
      u32(0),
      u32(0),
      u64(count),
      u64(count),
    );
    put(u64(end64.size ?? size), u64(end64.offset ?? offset));
    put(u32(0x07064b50), u32(0), u64(end64.at ?? recordAt), u32(1));
  }
  const comment = Buffer.from(options.comment ?? '');
  put(u32(0x06054b50), u16(end.disk ?? 0), u16(end.disk ?? 0));
  put(u16(end.here ?? end.entries ?? entries.length), u16(end.entries ?? entries.length));
  put(u32(end.size ?? size), u32(end.offset ?? offset), u16(end.commentLength ?? comment.length), comment);
  put(options.after ?? Buffer.alloc(0));
  return Buffer.concat(parts);
}

interface Facts {
  readonly body: Uint8Array;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

function factsOf(entry: ZipEntry): Facts {
  const content = Buffer.from(entry.content ?? '');
  const isFolder = typeof entry.name === 'string' && entry.name.endsWith('/');
  const stored = entry.stored ?? isFolder;
  const body = entry.raw ?? (stored ? content : deflateRawSync(content));
  return {
    body,
    method: entry.method ?? (stored ? 0 : 8),
    crc: entry.crc ?? crc32(content),
    packed: entry.packed ?? body.length,
    size: entry.size ?? content.length,
  };
}

/** What is said alike in both places, from the version on. */
function said(facts: Facts, entry: ZipEntry, own: Said, behind: boolean): readonly [Buffer, Buffer, Buffer] {
  const name = Buffer.from(own.name ?? entry.name);
  const more = Buffer.from(own.extra ?? entry.extra ?? Buffer.alloc(0));
  const flags = own.flags ?? entry.flags ?? UTF8 | (entry.descriptor ? BEHIND : 0);
  const numbers = behind ? { crc: 0, packed: 0, size: 0 } : facts;
  const head = Buffer.concat([
    u16(20),
    u16(flags),
    u16(own.method ?? facts.method),
    u16(0),
    u16(33),
    u32(own.crc ?? numbers.crc),
    u32(own.packed ?? numbers.packed),
    u32(own.size ?? numbers.size),
    u16(name.length),
    u16(more.length),
  ]);
  return [head, name, more];
}

function localHeader(facts: Facts, entry: ZipEntry): Buffer {
  const [head, name, more] = said(facts, entry, entry.local ?? {}, entry.descriptor !== undefined);
  return Buffer.concat([u32(0x04034b50), head, name, more]);
}

function listLine(facts: Facts, entry: ZipEntry, offset: number): Buffer {
  const own = entry.central ?? {};
  const [head, name, more] = said(facts, entry, own, false);
  const comment = Buffer.from(own.comment ?? '');
  const isFolder = name.at(-1) === 0x2f;
  const mode = entry.mode ?? (isFolder ? 0o040755 : 0o100644);
  const attributes = ((mode << 16) >>> 0) + (entry.attributes ?? (isFolder ? 0x10 : 0));
  return Buffer.concat([
    u32(0x02014b50),
    u16((3 << 8) | 20),
    head,
    u16(comment.length),
    u16(0),
    u16(0),
    u32(attributes),
    u32(offset),
    name,
    more,
    comment,
  ]);
}
