/**
 * Pictures without what cameras and programs write beside the pixels: places, names, comments, previews. Null for what is no picture of its kind,
 * or holds something that is not known here: such a picture stays out of a redacted export.
 */
export function withoutMetadata(bytes: Uint8Array, extension: string): Uint8Array | null {
  switch (extension) {
    case 'png':
      return png(bytes);
    case 'jpg':
    case 'jpeg':
      return jpeg(bytes);
    case 'gif':
      return gif(bytes);
    case 'webp':
      return webp(bytes);
    default:
      return null;
  }
}

/** Chunks that change how pixels look; text, time and EXIF are not among them, nor colour profiles, which name devices. */
const PNG_CHUNKS = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'bKGD',
  'pHYs',
  'acTL',
  'fcTL',
  'fdAT',
]);
const PNG_HEAD = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

function png(bytes: Uint8Array): Uint8Array | null {
  if (!PNG_HEAD.every((byte, i) => bytes[i] === byte)) return null;
  const view = viewOf(bytes);
  const parts = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const name = latin(bytes, at + 4, at + 8);
    if (PNG_CHUNKS.has(name)) parts.push(bytes.subarray(at, end));
    // What follows the end is no part of the picture.
    if (name === 'IEND') return joined(parts);
    at = end;
  }
  return null;
}

function jpeg(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const view = viewOf(bytes);
  const parts = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xd9) {
      parts.push(bytes.subarray(at, at + 2));
      return joined(parts);
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) return null;
    // Adobe's segment tells how colours are stored and JFIF's the density, with room for a preview behind; all others are remarks.
    if (marker === 0xe0 && latin(bytes, at + 4, at + 9) === 'JFIF\0' && end - at >= 18) {
      const head = bytes.slice(at, at + 18);
      head.set([0, 16], 2);
      head.set([0, 0], 16);
      parts.push(head);
    } else if (marker === 0xee || !((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe)) {
      if (marker !== 0xee || latin(bytes, at + 4, at + 9) === 'Adobe') parts.push(bytes.subarray(at, end));
    }
    at = end;
    if (marker === 0xda) {
      const scan = scanEnd(bytes, at);
      parts.push(bytes.subarray(at, scan));
      at = scan;
    }
  }
  return null;
}

/** The end of entropy-coded data: the next marker that is neither a stuffed byte nor a restart. */
function scanEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] as number;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at++;
  }
  return bytes.length;
}

function gif(bytes: Uint8Array): Uint8Array | null {
  if (!/^GIF8[79]a$/.test(latin(bytes, 0, 6)) || bytes.length < 14) return null;
  const flags = bytes[10] as number;
  let at = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const parts = [bytes.subarray(0, at)];
  while (at < bytes.length) {
    const start = at;
    const kind = bytes[at];
    if (kind === 0x3b) {
      parts.push(bytes.subarray(at, at + 1));
      return joined(parts);
    }
    if (kind === 0x21) {
      const label = bytes[at + 1];
      at = blocksEnd(bytes, at + 2);
      const loop = label === 0xff && latin(bytes, start + 3, start + 14) === 'NETSCAPE2.0';
      if (label === 0xf9 || loop) parts.push(bytes.subarray(start, at));
    } else if (kind === 0x2c) {
      const local = bytes[at + 9] as number;
      at = blocksEnd(bytes, at + 11 + (local & 0x80 ? 3 * 2 ** ((local & 7) + 1) : 0));
      parts.push(bytes.subarray(start, at));
    } else return null;
  }
  return null;
}

function blocksEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] as number);
  return at + 1;
}

const WEBP_CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']);
/** Colour profile, EXIF and XMP among the flags of the extended header. */
const WEBP_REMARKS = 0x20 | 0x08 | 0x04;

function webp(bytes: Uint8Array): Uint8Array | null {
  if (latin(bytes, 0, 4) !== 'RIFF' || latin(bytes, 8, 12) !== 'WEBP') return null;
  const view = viewOf(bytes);
  const parts = [bytes.slice(0, 12)];
  let at = 12;
  while (at + 8 <= bytes.length) {
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    if (end > bytes.length) return null;
    const name = latin(bytes, at, at + 4);
    if (WEBP_CHUNKS.has(name)) {
      const chunk = bytes.slice(at, end);
      if (name === 'VP8X') chunk[8] = (chunk[8] as number) & ~WEBP_REMARKS;
      parts.push(chunk);
    }
    at = end;
  }
  if (parts.length < 2) return null;
  const whole = joined(parts);
  viewOf(whole).setUint32(4, whole.length - 8, true);
  return whole;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
