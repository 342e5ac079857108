import { describe, expect, it } from 'vitest';
import { withoutMetadata } from './image-metadata';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)),
  );
const text = (found: Uint8Array | null) => (found ? String.fromCharCode(...found) : null);

const chunk = (name: string, data: string) => bytes([0, 0, 0, data.length], name, data, [1, 2, 3, 4]);
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const riff = (name: string, data: string) =>
  bytes(name, [data.length, 0, 0, 0], data, data.length % 2 ? [0] : []);

describe('what stands beside the pixels goes, the pixels stay', () => {
  it('PNG', () => {
    const kept = [chunk('IHDR', 'size'), chunk('IDAT', 'pixels'), chunk('IEND', '')];
    const file = bytes(
      PNG,
      [...(kept[0] ?? [])],
      [...chunk('tEXt', 'Author\0Ines')],
      [...chunk('eXIf', 'Ines')],
      [...(kept[1] ?? [])],
      [...(kept[2] ?? [])],
      'Ines behind the end',
    );
    expect(withoutMetadata(file, 'png')).toEqual(bytes(PNG, ...kept.map((part) => [...part])));
    expect(withoutMetadata(file.subarray(0, 40), 'png')).toBeNull();
  });

  it('JPEG, with entropy-coded data and several scans', () => {
    const scan = [0xff, 0xda, 0, 4, 1, 1, 7, 0xff, 0, 9, 0xff, 0xd0, 5];
    const file = bytes(
      [0xff, 0xd8, 0xff, 0xe0, 0, 21],
      'JFIF\0',
      [1, 2, 0, 0, 72, 0, 72, 1, 1, 9, 9, 9, 9, 9],
      [0xff, 0xe1, 0, 10],
      'ExifInes',
      [0xff, 0xfe, 0, 6],
      'Ines',
      [0xff, 0xdb, 0, 3, 1],
      scan,
      [0xff, 0xfe, 0, 6],
      'Ines',
      scan,
      [0xff, 0xd9],
      'Ines',
    );
    expect(withoutMetadata(file, 'jpeg')).toEqual(
      bytes(
        [0xff, 0xd8, 0xff, 0xe0, 0, 16],
        'JFIF\0',
        [1, 2, 0, 0, 72, 0, 72, 0, 0],
        [0xff, 0xdb, 0, 3, 1],
        scan,
        scan,
        [0xff, 0xd9],
      ),
    );
  });

  it('GIF', () => {
    const head = bytes('GIF89a', [1, 0, 1, 0, 0x80, 0, 0], [0, 0, 0, 1, 1, 1]);
    const picture = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4c, 1, 0];
    const file = bytes([...head], [0x21, 0xfe, 4], 'Ines', [0], picture, [0x3b], 'Ines');
    expect(withoutMetadata(file, 'gif')).toEqual(bytes([...head], picture, [0x3b]));
  });

  it('WebP, whose header then says what is left', () => {
    const body = [
      ...riff('VP8X', `${String.fromCharCode(0x1c)}234567890`),
      ...riff('VP8 ', 'pix'),
      ...riff('EXIF', 'Ines'),
    ];
    const found = withoutMetadata(bytes('RIFF', [body.length + 4, 0, 0, 0], 'WEBP', body), 'webp');
    expect(text(found)).not.toContain('Ines');
    expect(found?.[4]).toBe((found?.length ?? 0) - 8);
    expect(found?.[20]).toBe(0x10);
  });

  it('what is none of these, or is called wrongly, is no picture to hand out', () => {
    expect(withoutMetadata(bytes('GIF89a'), 'png')).toBeNull();
    expect(withoutMetadata(bytes('<svg/>'), 'svg')).toBeNull();
    expect(withoutMetadata(new Uint8Array(), 'jpg')).toBeNull();
  });
});
