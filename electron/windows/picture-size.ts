/** Width and height in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The size a picture says it has, read from its first bytes without decoding it; null when they are not those of a PNG, JPEG, GIF or WebP.
 * A small file may claim a size that would take gigabytes to draw.
 */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.readUInt32BE(0) === 0x89504e47)
      return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
    if (view.toString('latin1', 0, 4) === 'GIF8')
      return { width: view.readUInt16LE(6), height: view.readUInt16LE(8) };
    if (view.toString('latin1', 0, 4) === 'RIFF' && view.toString('latin1', 8, 12) === 'WEBP')
      return webpSize(view);
    if (view.readUInt16BE(0) === 0xffd8) return jpegSize(view);
  } catch (error) {
    // Cut off in the middle of its header.
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}

function webpSize(view: Buffer): PictureSize | null {
  switch (view.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: view.readUIntLE(24, 3) + 1, height: view.readUIntLE(27, 3) + 1 };
    case 'VP8L': {
      const bits = view.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return { width: view.readUInt16LE(26) & 0x3fff, height: view.readUInt16LE(28) & 0x3fff };
    default:
      return null;
  }
}

/** Walks the segments to the frame header (SOF0–SOF15 without the tables DHT, JPG and DAC among them). */
function jpegSize(view: Buffer): PictureSize | null {
  let at = 2;
  for (;;) {
    if (view.readUInt8(at) !== 0xff) return null;
    const marker = view.readUInt8(at + 1);
    if (marker === 0xff) at++;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: view.readUInt16BE(at + 7), height: view.readUInt16BE(at + 5) };
    } else at += 2 + view.readUInt16BE(at + 2);
  }
}
