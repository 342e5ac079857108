import { posix, win32 } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asKitPath,
  comparePaths,
  extension,
  fileName,
  foldedPath,
  folderOf,
  kitPath,
  resolveLink,
} from './kit-path';

describe('a path of the kit', () => {
  it.each([
    'RFC-042.md',
    'examples/part1-design-doc/diagrams/flow.mmd',
    'ünïcode/한국어 notes.md',
    '.hidden/.gitignore',
    'a/b..c/...d',
    'console.md',
    'com10.md',
    'nullable/aux-notes.md',
    'x'.repeat(1024),
    `${'d/'.repeat(31)}f`,
  ])('may be %s', (path) => {
    expect(kitPath(path)).toEqual({ ok: true, value: path });
    expect(asKitPath(path)).toBe(path);
  });

  it.each([
    ['', 'empty'],
    ['/etc/passwd', 'absolute'],
    ['..', 'steps out'],
    ['../x', 'steps out'],
    ['a/../../x', 'steps out'],
    ['a/..', 'steps out'],
    ['./a', 'steps out'],
    ['a/./b', 'steps out'],
    ['a//b', 'empty part'],
    ['a/', 'empty part'],
    ['C:/Windows/x', 'colon'],
    ['C:x', 'colon'],
    ['a.md:stream', 'colon'],
    ['\\\\server\\share', 'backslash'],
    ['a\\..\\b', 'backslash'],
    ['a\u0000.md', 'control character'],
    ['a\nb', 'control character'],
    ['a\u007fb', 'control character'],
    ['a./b', 'dot or a blank'],
    ['a.md.', 'dot or a blank'],
    ['a.md ', 'dot or a blank'],
    ['... /x', 'dot or a blank'],
    ['...', 'dot or a blank'],
    ['con', 'device'],
    ['NUL.txt', 'device'],
    ['nul .txt', 'device'],
    ['x/Com1.tar.gz', 'device'],
    ['COM\u00b9', 'device'],
    ['lpt\u00b3.md', 'device'],
    ['CONIN$', 'device'],
    ['aux/x.md', 'device'],
    ['x'.repeat(1025), 'longer'],
    [`${'d/'.repeat(32)}f`, 'deeper'],
  ])('may not be %j', (path, reason) => {
    const checked = kitPath(path);
    expect(checked.ok).toBe(false);
    expect(checked.ok ? '' : checked.error).toContain(reason);
    expect(() => asKitPath(path)).toThrow(reason);
  });

  it('stays in its folder and means itself, by the rules of both systems, whatever it is made of', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '/',
        '\\',
        ':',
        'C:',
        '//',
        'con',
        'nul',
        ' ',
        '.md',
        '~',
        '\u0000',
        '%2e%2e',
        '\u2025',
        '\uff0f',
        '😀',
        '\ud800',
        'COM\u00b2',
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const raw = pieces.join('');
        const checked = kitPath(raw);
        if (!checked.ok) return;
        expect([
          posix.resolve('/kit', posix.normalize(raw)),
          win32.resolve('C:\\kit', win32.normalize(raw)),
          win32.isAbsolute(raw),
        ]).toEqual([`/kit/${raw}`, `C:\\kit\\${raw.replaceAll('/', '\\')}`, false]);
      }),
      { numRuns: 500 },
    );
  });

  it('is taken apart into folder, name and extension', () => {
    expect([folderOf('a/b/c.MD'), fileName('a/b/c.MD'), extension('a/b/c.MD')]).toEqual([
      'a/b',
      'c.MD',
      'md',
    ]);
    expect([folderOf('c'), fileName('c'), extension('c')]).toEqual(['', 'c', '']);
    expect([extension('.gitignore'), extension('a.b/c'), extension('x.tar.gz')]).toEqual(['', '', 'gz']);
  });

  it('is the same as another one on disks that fold case or normalise', () => {
    expect(foldedPath('U\u0308ber/A.md')).toBe(foldedPath('über/a.MD'));
    expect(foldedPath('a.md')).not.toBe(foldedPath('b.md'));
  });

  it.each([
    ['a.md', 'A.MD'],
    ['Notes/Plan.md', 'notes/plan.md'],
    ['\u00e9.md', 'e\u0301.md'],
    ['\u00c9.md', 'e\u0301.md'],
    ['\u212b.md', '\u00e5.md'],
    ['\u212b.md', 'A\u030a.md'],
    ['\u212a.md', 'k.md'],
    ['\u2126.md', '\u03c9.md'],
    ['\u03a3\u0391\u03a3.md', '\u03c3\u03b1\u03c2.md'],
    ['\u03c3\u03b1\u03c3.md', '\u03c3\u03b1\u03c2.md'],
    ['\u017fet.md', 'Set.md'],
    ['\u00b5.md', '\u03bc.md'],
    ['\u1e9e.md', '\u00df.md'],
    ['\uac00.md', '\u1100\u1161.md'],
    ['\u0416.md', '\u0436.md'],
    ['\u{10400}.md', '\u{10428}.md'],
    ['q\u0307\u0323.md', 'q\u0323\u0307.md'],
    ['\u01c4.md', '\u01c6.md'],
    ['\u01c5.md', '\u01c6.md'],
    ['\uff21.md', '\uff41.md'],
    ['\u2164.md', '\u2174.md'],
  ])('%s and %s are one name there', (one, other) => {
    expect(foldedPath(one)).toBe(foldedPath(other));
  });

  it.each([
    ['stra\u00dfe.md', 'strasse.md'],
    ['s\u0131ra.md', 'sira.md'],
    ['\u0430.md', 'a.md'],
    ['\ufb01.md', 'fi.md'],
    ['a\u200bb.md', 'ab.md'],
    ['\u2460.md', '1.md'],
  ])('%s and %s are two', (one, other) => {
    expect(foldedPath(one)).not.toBe(foldedPath(other));
  });

  it('sorts by code units and not by language', () => {
    expect(['ä', 'b', 'a', 'Z'].sort(comparePaths)).toEqual(['Z', 'a', 'b', 'ä']);
  });
});

describe('a link', () => {
  it.each([
    ['a/b.md', 'c.md', 'a/c.md'],
    ['a/b.md', './c.md#part', 'a/c.md'],
    ['a/b.md', '../c.md?x=1', 'c.md'],
    ['a/b.md', '#part', 'a/b.md'],
    ['a/b.md', '/c/d.md', 'c/d.md'],
    ['a/b.md', 'my%20notes.md', 'a/my notes.md'],
    ['b.md', 'x//y/./z.md', 'x/y/z.md'],
  ])('from %s to %s is %s', (from, url, target) => {
    expect(resolveLink(from, url)).toBe(target);
  });

  it.each([
    ['a/b.md', '../../c.md'],
    ['b.md', '..'],
    ['a/b.md', '%2e%2e/%2e%2e/etc/passwd'],
    ['a/b.md', '..%2f..%2fetc'],
    ['a/b.md', 'https://example.org/x'],
    ['a/b.md', 'mailto:a@example.org'],
    ['a/b.md', 'javascript:alert(1)'],
    ['a/b.md', 'file:///etc/passwd'],
    ['a/b.md', '//server/share'],
    ['a/b.md', '%E0%A4%A'],
  ])('from %s to %s leaves the kit', (from, url) => {
    expect(resolveLink(from, url)).toBeNull();
  });

  it('never leads above the kit', () => {
    const piece = fc.oneof(
      fc.constantFrom('..', '/', '.', '%2e', '%2f', '%5c', '#', '?', 'a', ':'),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const target = resolveLink('a/b/c.md', pieces.join(''));
        if (target === null) return;
        expect(target.split('/')).not.toContain('..');
        expect(target.startsWith('/')).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
