import { describe, expect, it } from 'vitest';
import { placeInText } from './links';

const TEXT = `# Title

See [^Ü] and [^b](x), [^b]: and more.

\`[^c]\`

[^ü]: First.
[^b]: Second.
`;

const at = (href: string) => {
  const offset = placeInText(TEXT, href);
  return offset === null ? null : TEXT.slice(offset, offset + 6).split('\n')[0];
};

describe('a link within the text', () => {
  it('leads to the heading, the note, and from the note back to its first mention', () => {
    expect(at('#title')).toBe('# Titl');
    expect(at('#fn-%C3%BC')).toBe('[^ü]: ');
    expect(at('#fnref-ü')).toBe('[^Ü] a');
    expect(at('#fn-b')).toBe('[^b]: ');
    expect(placeInText(TEXT, '#fn-b')).toBe(TEXT.lastIndexOf('[^b]:'));
    expect(placeInText(TEXT, '#fnref-b')).toBe(TEXT.indexOf('[^b]('));
  });

  it('leads nowhere when there is no such place, or it is elsewhere', () => {
    for (const href of [
      '#nowhere',
      '#fn-zz',
      '#fnref-zz',
      'other.md#title',
      '#fn-%E0%A4%A',
      'https://a.example/#title',
    ])
      expect(placeInText(TEXT, href)).toBeNull();
  });
});
