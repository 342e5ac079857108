import { describe, expect, it } from 'vitest';
import { pictureSize } from './picture-size';

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );

const PNG = bytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13], 'IHDR', [0, 0, 0x80, 0, 0, 0, 0, 6]);
const GIF = bytes('GIF89a', [0x34, 0x12, 5, 0, 0, 0, 0]);
const JPEG = bytes([
  0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc4, 0, 3, 9, 0xff, 0xc2, 0, 17, 8, 0x01, 0x02, 0x03, 0x04,
  3,
]);
const LOSSY = bytes(
  'RIFF',
  [0, 0, 0, 0],
  'WEBPVP8 ',
  [0, 0, 0, 0, 0, 0, 0, 0x9d, 0x01, 0x2a, 0x40, 0x01, 0xf0, 0x00],
);
const LOSSLESS = bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0, 0x2f, 0x3f, 0xc1, 0x3b, 0x00]);
const EXTENDED = bytes(
  'RIFF',
  [0, 0, 0, 0],
  'WEBPVP8X',
  [10, 0, 0, 0, 0, 0, 0, 0, 0x3f, 0x01, 0, 0xef, 0, 0],
);

describe('the size of a picture', () => {
  it.each([
    ['PNG', PNG, { width: 32_768, height: 6 }],
    ['GIF', GIF, { width: 0x1234, height: 5 }],
    ['JPEG', JPEG, { width: 0x0304, height: 0x0102 }],
    ['lossy WebP', LOSSY, { width: 320, height: 240 }],
    ['lossless WebP', LOSSLESS, { width: 320, height: 240 }],
    ['extended WebP', EXTENDED, { width: 320, height: 240 }],
  ])('is read from a %s, and is unknown when the header is cut off', (_name, picture, size) => {
    expect(pictureSize(picture)).toEqual(size);
    expect(pictureSize(picture.subarray(0, 8))).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['a page', '<html>'],
    ['text', 'plain text that is long enough to read from'],
  ])('is unknown of %s', (_name, text) => {
    expect(pictureSize(bytes(text))).toBeNull();
  });
});
