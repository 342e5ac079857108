import * as zlib from 'node:zlib';

/** The engine's own, where it has one: Node 20.15 and later. */
const native = (zlib as { readonly crc32?: (bytes: Uint8Array) => number }).crc32;

/** Four tables, so that four bytes are taken in one step. */
const TABLES = tables();

function tables(): readonly Uint32Array[] {
  const first = new Uint32Array(256);
  for (let i = 0; i < 256; i++) {
    let value = i;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    first[i] = value;
  }
  const all = [first];
  for (let n = 1; n < 4; n++) {
    const before = all[n - 1] as Uint32Array;
    all.push(before.map((value) => (first[value & 0xff] as number) ^ (value >>> 8)));
  }
  return all;
}

/** The checksum of the zip format. */
export function crc32(bytes: Uint8Array): number {
  return native ? native(bytes) : slowCrc32(bytes);
}

/** The same without the engine's help. */
export function slowCrc32(bytes: Uint8Array): number {
  const [a, b, c, d] = TABLES as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  let crc = 0xffffffff;
  let i = 0;
  for (const end = bytes.length - 3; i < end; i += 4) {
    crc ^=
      (bytes[i] as number) |
      ((bytes[i + 1] as number) << 8) |
      ((bytes[i + 2] as number) << 16) |
      ((bytes[i + 3] as number) << 24);
    crc =
      (d[crc & 0xff] as number) ^
      (c[(crc >>> 8) & 0xff] as number) ^
      (b[(crc >>> 16) & 0xff] as number) ^
      (a[crc >>> 24] as number);
  }
  for (; i < bytes.length; i++) crc = (a[(crc ^ (bytes[i] as number)) & 0xff] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
