import { crc32 } from '../../export/crc32';
import { GOOD, type HostileArchive, zeros, zip } from './hostile-archive.test-support';
import { ARCHIVE_LIMITS } from './limits';
import { extra, u32 } from './zip-bytes.test-support';

const named = (name: string): Buffer => zip({ name, content: 'x' });

/** Names that lead elsewhere, or that are not one file on every disk. */
export const HOSTILE_NAMES: readonly HostileArchive[] = [
  [
    'a path that steps out',
    named('../evil.md'),
    /"\.\.\/evil\.md" in this zip cannot .*steps out of its folder\. Rename/,
  ],
  ['a path that steps out further in', named('notes/../../evil.md'), /steps out of its folder/],
  ['a path that steps out behind a dot', named('./../evil.md'), /steps out of its folder/],
  ['an absolute path', named('/tmp/evil.md'), /"\/tmp\/evil\.md" .*absolute/],
  ['an absolute path behind a dot', named('.//tmp/evil.md'), /absolute/],
  ['a drive', named('C:/evil.md'), /names a drive/],
  ['a place on a drive', named('c:evil.md'), /names a drive/],
  ['backslashes that step out', named('..\\evil.md'), /holds a backslash/],
  ['a share', named('\\\\server\\share\\evil.md'), /holds a backslash/],
  ['a NUL in a name', named('a.md\0.png'), /"a\.md‹0000›\.png" .*control character/],
  ['a line in a name', named('a\n.md'), /control character/],
  ['a device of Windows', named('notes/NUL.md'), /names a device/],
  ['a folder that is a device', named('aux/a.md'), /names a device/],
  ['a stream of a file', named('a.md:hidden'), /holds a colon/],
  ['a name that ends with a dot', named('a.md.'), /ends with a dot or a blank/],
  ['a folder that ends with a blank', named('notes /a.md'), /ends with a dot or a blank/],
  ['no name at all', named(''), /the path is empty/],
  ['an empty name in a path', named('notes//a.md'), /has an empty part/],
  ['a name that is a dot', named('.'), /steps out/],
  [
    'a name in nobody’s letters',
    zip({ name: Buffer.from([0x61, 0xff, 0x2e, 0x6d, 0x64]) }),
    /not written in UTF-8.*Pack the zip anew/,
  ],
  [
    'a second name that steps out',
    zip({
      name: 'a.md',
      extra: extra(
        0x7075,
        Buffer.concat([Buffer.from([1]), u32(crc32(Buffer.from('a.md'))), Buffer.from('../evil.md')]),
      ),
    }),
    /steps out of its folder/,
  ],
  [
    'a path too deep',
    named(`${'a/'.repeat(ARCHIVE_LIMITS.depth)}a.md`),
    /17 names deep, and 16 are the limit/,
  ],
  ['a name too long', named(`${'é'.repeat(99)}.md`), /has 201 bytes, and 200 are the limit/],
  ['one name twice', zip(GOOD, GOOD), /"notes\/a\.md" is in this zip twice/],
  ['one folder twice', zip({ name: 'notes/' }, { name: 'notes/' }), /"notes" is in this zip twice/],
  [
    'names that differ in capitals',
    zip(GOOD, { name: 'notes/A.MD' }),
    /differ only in capitals or in how accents/,
  ],
  [
    'names that differ in accents',
    zip({ name: 'caf\u00e9.md' }, { name: 'cafe\u0301.md' }),
    /differ only in capitals/,
  ],
  ['folders that differ in capitals', zip(GOOD, { name: 'Notes/b.md' }), /"notes" and "Notes" .*differ only/],
  ['a file that is a folder', zip({ name: 'notes', content: 'x' }, GOOD), /is a file and a folder at once/],
  ['a folder that is a file', zip(GOOD, { name: 'notes', content: 'x' }), /is a file and a folder at once/],
];

/** What is neither a file nor a folder, or not to be read. */
export const HOSTILE_KINDS: readonly HostileArchive[] = [
  [
    'a link',
    zip({ name: 'a.md', content: '/etc/passwd', mode: 0o120777 }),
    /"a\.md" in this zip is a link, and a kit holds/,
  ],
  [
    'a link to a folder, and a file through it',
    zip({ name: 'out', content: '/tmp', mode: 0o120777 }, { name: 'out/evil.md' }),
    /is a link/,
  ],
  [
    'a hard link',
    zip({ name: 'a.md', extra: extra(0x000d, Buffer.concat([zeros(12), Buffer.from('/etc/passwd')])) }),
    /is a link or a device/,
  ],
  [
    'a link of another system',
    zip({
      name: 'a.md',
      extra: extra(
        0x756e,
        Buffer.concat([zeros(4), Buffer.from([0xff, 0xa1]), zeros(8), Buffer.from('/etc')]),
      ),
    }),
    /is a link/,
  ],
  [
    'a link that only its target tells',
    zip({ name: 'a.md', extra: extra(0x756e, Buffer.concat([zeros(14), Buffer.from('/etc')])) }),
    /is a link/,
  ],
  ['a device', zip({ name: 'a.md', mode: 0o020666 }), /is a device/],
  ['a disk', zip({ name: 'a.md', mode: 0o060666 }), /is a device/],
  ['a pipe', zip({ name: 'a.md', mode: 0o010666 }), /is a pipe/],
  ['a socket', zip({ name: 'a.md', mode: 0o140666 }), /is a socket/],
  ['a kind nobody knows', zip({ name: 'a.md', mode: 0o070666 }), /is no ordinary file/],
  ['a folder with content', zip({ name: 'notes/', content: 'x' }), /"notes" .*is a folder and has content/],
  [
    'a file that says it is a folder',
    zip({ name: 'a.md', mode: 0o040755 }),
    /a file by its name and a folder by its attributes/,
  ],
  [
    'an encrypted file',
    zip({ name: 'a.md', content: 'x', flags: 0x0801 }),
    /"a\.md" in this zip is encrypted.*tool of your own/,
  ],
  ['an encrypted list', zip({ name: 'a.md', content: 'x', flags: 0x2801 }), /encrypted/],
  [
    'a method of other programs',
    zip({ name: 'a.md', content: 'x', method: 14 }),
    /packed by LZMA.*usual method, Deflate/,
  ],
  ['a method nobody knows', zip({ name: 'a.md', content: 'x', method: 4711 }), /packed by method 4711/],
  ['a patch', zip({ name: 'a.md', content: 'x', flags: 0x0820 }), /packed as a patch/],
];
