import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../export/crc32';
import { GOOD, type HostileArchive, KIT, zeros, zip } from './hostile-archive.test-support';
import { extra, u32, u64, zipBytes } from './zip-bytes.test-support';

const MB = 1024 * 1024;

/** Where the entry after it begins. */
const AFTER_KIT = 30 + KIT.name.length + deflateRawSync(Buffer.from('version: 1\n')).length;

/** Deflated without trying: as large as what is in it. */
const unpressed = (bytes: Buffer): Buffer => deflateRawSync(bytes, { level: 0 });

/** Two entries of which the second one's header lies in the content of the first. */
function overlapping(): Buffer {
  const inner = { name: 'b.md', content: 'B'.repeat(1000), stored: true };
  const whole = zipBytes([inner]);
  const innerBytes = whole.subarray(0, 30 + inner.name.length + inner.content.length);
  const outer = { name: 'a.md', content: innerBytes, stored: true };
  return zipBytes([outer, { ...inner, listedOnly: true, central: { offset: 30 + outer.name.length } }]);
}

/** Contents that are not what is said of them, or too much. */
export const HOSTILE_SIZES: readonly HostileArchive[] = [
  ['files that share bytes', overlapping(), /"b\.md" in this zip shares bytes with another file/],
  [
    'one content for two names',
    zip(GOOD, { ...GOOD, name: 'notes/b.md', listedOnly: true, central: { offset: AFTER_KIT } }),
    /two different things about "notes\/b\.md"/,
  ],
  [
    'a file that becomes a hundredfold',
    zip({ name: 'a.md', content: zeros(MB) }),
    /"a\.md" .*would become 1 MB .*more than 100 times/,
  ],
  [
    'a file that is larger than it says',
    zip({ name: 'a.md', content: 'x'.repeat(5000), size: 4999, crc: 0 }),
    /damaged: it unfolds to more than its 4999 bytes\. Nothing was unpacked/,
  ],
  [
    'a file that fills a disk, and says it is small',
    zip({ name: 'a.md', raw: deflateRawSync(zeros(60 * MB)), size: 100, crc: 0 }),
    /unfolds to more than its 100 bytes/,
  ],
  [
    'a file that is smaller than it says',
    zip({ name: 'a.md', content: 'x', size: 2 }),
    /its length is 1 instead of 2/,
  ],
  [
    'a file that says it is empty',
    zip({ name: 'a.md', raw: deflateRawSync(Buffer.from('x')), size: 0, crc: 0 }),
    /damaged/,
  ],
  [
    'another checksum',
    zip({ name: 'a.md', content: 'x', crc: 1 }),
    /"a\.md" .*its checksum is another one.*Get the zip again/,
  ],
  [
    'broken content',
    zip({ name: 'a.md', raw: Buffer.from('this is not deflated'), size: 4, crc: 0 }),
    /cannot be unfolded/,
  ],
  [
    'content cut short',
    zip({
      name: 'a.md',
      raw: deflateRawSync(Buffer.from(`${'x'.repeat(99)}y`)).subarray(0, 4),
      size: 100,
      crc: 0,
    }),
    /cannot be unfolded/,
  ],
  [
    'bytes behind the content',
    zip({
      name: 'a.md',
      raw: Buffer.concat([deflateRawSync(Buffer.from('x')), Buffer.from('more')]),
      size: 1,
      crc: crc32(Buffer.from('x')),
    }),
    /bytes follow its end/,
  ],
  [
    'a stored file of two sizes',
    zip({ name: 'a.md', content: 'xyz', stored: true, size: 2 }),
    /two different things about "a\.md"/,
  ],
  [
    'a small file that takes much room',
    zip({ name: 'a.md', raw: zeros(100_000), size: 1 }),
    /"a\.md" in this zip takes 98 KB and holds 1 byte: the rest belongs to nothing\. Pack/,
  ],
  [
    'a file too large',
    zip({ name: 'a.md', raw: unpressed(zeros(MB)), size: 20 * MB + 1 }),
    /"a\.md" .*holds 20\.1 MB, and 20 MB are the limit for a file/,
  ],
  [
    'too much in all',
    zip(
      ...Array.from({ length: 6 }, (_, i) => ({ name: `${i}.md`, raw: unpressed(zeros(MB)), size: 17 * MB })),
    ),
    /holds 102\.1 MB of files, and 100 MB are the limit/,
  ],
  [
    'too many files',
    zipBytes(Array.from({ length: 2001 }, (_, i) => ({ name: `${i}.md` }))),
    /holds 2,001 files and folders, and 2,000 are the limit/,
  ],
];

const UNTOLD = 0xffffffff;
const large = (size: number, packed: number): Buffer =>
  extra(0x0001, Buffer.concat([u64(size), u64(packed)]));

/** What is said twice, in two ways. */
export const HOSTILE_HEADERS: readonly HostileArchive[] = [
  [
    'another name before the content',
    zip({ name: 'a.md', content: 'x', local: { name: 'b.md' } }),
    /two different things about "a\.md"/,
  ],
  [
    'a name that steps out before the content only',
    zip({ name: 'aaaaaaaaaa', content: 'x', local: { name: '../evil.md' } }),
    /two different things/,
  ],
  [
    'another method before the content',
    zip({ name: 'a.md', content: 'x', local: { method: 0 } }),
    /two different things/,
  ],
  [
    'another size before the content',
    zip({ name: 'a.md', content: 'x', local: { size: 7 } }),
    /two different things/,
  ],
  [
    'another packed size before the content',
    zip({ name: 'a.md', content: 'x', local: { packed: 1 } }),
    /two different things/,
  ],
  [
    'another checksum before the content',
    zip({ name: 'a.md', content: 'x', local: { crc: 7 } }),
    /two different things/,
  ],
  [
    'encrypted before the content only',
    zip({ name: 'a.md', content: 'x', local: { flags: 0x0801 } }),
    /two different things/,
  ],
  [
    'another size behind the content',
    zip({
      name: 'a.md',
      content: 'x',
      descriptor: Buffer.concat([u32(0x08074b50), u32(crc32(Buffer.from('x'))), u32(3), u32(9)]),
    }),
    /two different things/,
  ],
  [
    'nothing behind the content that was promised there',
    zip({ name: 'a.md', content: 'x', descriptor: Buffer.alloc(0) }),
    /two different things/,
  ],
  [
    'an endless file, in 64 bits',
    zip({ name: 'a.md', content: 'x', central: { size: UNTOLD, extra: large(2 ** 50, 0) } }),
    /two different things|are the limit/,
  ],
  [
    '64 bits that say something else before the content',
    zip({ name: 'a.md', content: 'x', local: { size: UNTOLD, packed: UNTOLD, extra: large(9, 9) } }),
    /two different things/,
  ],
  [
    '64 bits that are promised and not there',
    zip({ name: 'a.md', content: 'x', local: { size: UNTOLD, packed: UNTOLD } }),
    /two different things/,
  ],
  [
    '64 bits cut short in the list',
    zip({ name: 'a.md', content: 'x', central: { size: UNTOLD, extra: extra(0x0001, u32(1)) } }),
    /list of contents in this zip is broken/,
  ],
  [
    'an extra field longer than it is',
    zip({ name: 'a.md', content: 'x', central: { extra: Buffer.from([9, 9, 255, 255]) } }),
    /list of contents in this zip is broken/,
  ],
  [
    'content behind the end of the file',
    zip({ name: 'a.md', content: 'x', central: { offset: 2 ** 31 } }),
    /list of contents in this zip is broken/,
  ],
  [
    'content longer than the file',
    zip({ name: 'a.md', content: 'x', packed: 2 ** 30 }),
    /list of contents in this zip is broken/,
  ],
];
