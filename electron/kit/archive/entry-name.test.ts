import { posix, win32 } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryName } from './entry-name';
import { ARCHIVE_LIMITS } from './limits';

const nameOf = (name: string | Buffer, platform: NodeJS.Platform = 'linux') =>
  entryName({ fileName: Buffer.from(name), extraFields: [] }, ARCHIVE_LIMITS, platform);

/** What names are made of that lead somewhere else. */
const PIECE = fc.oneof(
  fc.constantFrom(
    '..',
    '.',
    '',
    '/',
    '//',
    '\\',
    '../',
    '..\\',
    'C:',
    'c:/',
    '~',
    '%2e%2e',
    'NUL',
    'con.md',
    ':',
    '\0',
    ' ',
    '. ',
  ),
  fc.constantFrom(
    'a',
    'b.md',
    'notes/',
    '\u2024\u2024',
    '\uff0f',
    '\u2215',
    '\ufeff',
    '\u202e',
    'e\u0301',
    '\ud800',
  ),
  fc.string({ maxLength: 5 }),
);

describe('the name of an entry', () => {
  it.each([
    ['a.md', { path: 'a.md', isFolder: false }],
    ['notes/', { path: 'notes', isFolder: true }],
    ['./notes/a.md', { path: 'notes/a.md', isFolder: false }],
    ['./', { path: '', isFolder: true }],
    ['/', { path: '', isFolder: true }],
    ['文書/é.md', { path: '文書/é.md', isFolder: false }],
  ])('%j is %j', (name, read) => {
    expect(nameOf(name)).toEqual(read);
  });

  it('leads nowhere but below the folder that it is unpacked to, on any system (property)', () => {
    let kept = 0;
    fc.assert(
      fc.property(fc.array(PIECE, { minLength: 1, maxLength: 8 }), (pieces) => {
        const name = nameOf(pieces.join(''));
        if (typeof name === 'string') return;
        kept++;
        for (const [way, root] of [
          [posix, '/home/me/packet'],
          [win32, 'C:\\Users\\me\\packet'],
        ] as const) {
          const place = way.resolve(root, ...name.path.split('/'));
          expect(place === root ? name.path === '' : place.startsWith(`${root}${way.sep}`)).toBe(true);
        }
        expect(name.path).not.toMatch(/[\\:\p{Cc}]|(?:^|\/)\.\.?(?:\/|$)|^\/|[. ](?:\/|$)/u);
      }),
      { numRuns: 10_000 },
    );
    expect(kept).toBeGreaterThan(500);
  });

  it('may hold what only Windows takes for something else, but not there', () => {
    expect(nameOf('why?.md')).toEqual({ path: 'why?.md', isFolder: false });
    expect(nameOf('why?.md', 'win32')).toMatch(/Windows has no such names/);
  });
});
