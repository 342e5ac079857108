import { deflateRawSync, gzipSync } from 'node:zlib';
import { GOOD, type HostileArchive, KIT, zip } from './hostile-archive.test-support';
import { type ZipOptions, zipBytes } from './zip-bytes.test-support';

const around = (options: ZipOptions): Buffer => zipBytes([KIT, GOOD], options);

/** No zips, zips that are not whole, that are two, and that hold no kit. */
export const HOSTILE_ENDS: readonly HostileArchive[] = [
  ['a text', Buffer.from('# Not a zip\n'), /This file is no zip/],
  ['nothing', Buffer.alloc(0), /This file is no zip/],
  ['another archive', gzipSync(around({})), /This file is no zip/],
  [
    'half of a zip',
    around({}).subarray(0, 90),
    /The end of this zip is missing: it was not downloaded or copied whole/,
  ],
  ['a zip without its last byte', around({}).subarray(0, -1), /The end of this zip is missing/],
  ['an end and nothing else', around({}).subarray(-22), /list of contents in this zip is broken/],
  ['bytes behind the end', around({ after: Buffer.from('evil') }), /belong to none of its files/],
  ['a program before it', around({ before: Buffer.from('#!/bin/sh\n') }), /belong to none of its files/],
  [
    'a hidden file between two',
    zip({ ...GOOD, before: zipBytes([KIT]).subarray(0, 50) }),
    /belong to none of its files/,
  ],
  [
    'bytes before the list',
    zip({
      ...GOOD,
      raw: Buffer.concat([deflateRawSync(Buffer.from('# A\n')), Buffer.from('evil')]),
      packed: deflateRawSync(Buffer.from('# A\n')).length,
    }),
    /belong to none of its files/,
  ],
  [
    'bytes between list and end',
    around({ betweenListAndEnd: Buffer.from('evil') }),
    /belong to none of its files/,
  ],
  ['a list somewhere else', around({ end: { offset: 7 } }), /belong to none of its files/],
  ['a list that is too long', around({ end: { size: 10_000 } }), /list of contents in this zip is broken/],
  [
    'a second end in its remark',
    around({ comment: zipBytes([{ name: 'evil.md' }]) }),
    /two ends, so that its contents can be read in two ways/,
  ],
  ['one part of several', around({ end: { disk: 1 } }), /one of several parts/],
  ['a count for this part and another for all', around({ end: { here: 1 } }), /one of several parts/],
  [
    'two counts, of 16 and of 64 bits',
    around({ end64: { entries: 1 } }),
    /two different things about what it holds/,
  ],
  ['two places of the list', around({ end64: { offset: 0 } }), /two different things about what it holds/],
  ['an end of 64 bits elsewhere', around({ end64: { at: 3 } }), /two different things about what it holds/],
  [
    'an end of 64 bits that is none',
    around({ end64: { signature: 1 } }),
    /list of contents in this zip is broken/,
  ],
  [
    'pictures only',
    zipBytes([{ name: 'beach.jpg', content: 'x' }]),
    /holds no Markdown, YAML, JSON or Mermaid file/,
  ],
  [
    'hidden files only',
    zipBytes([{ name: '.git/hooks/post-checkout.md', content: 'x' }]),
    /holds no Markdown/,
  ],
  ['nothing in it', zipBytes([]), /holds no Markdown/],
  [
    'several kits',
    zipBytes([
      { ...KIT, name: 'all/a/kit.yaml' },
      { ...KIT, name: 'all/b/kit.yaml' },
    ]),
    /holds 2 kits and nothing of its own to write or check: "a", "b"/,
  ],
];

/** Counts that are not those of the list. */
export const HOSTILE_COUNTS: readonly HostileArchive[] = [
  [
    'more files than the end counts',
    around({ end: { entries: 1 } }),
    /says two different things about what it holds/,
  ],
  [
    'fewer files than the end counts',
    around({ end: { entries: 3 } }),
    /list of contents in this zip is broken/,
  ],
  [
    'countless files',
    around({ end64: { entries: 2 ** 52 }, end: { entries: 0xffff } }),
    /4,503,599,627,370,496 files and folders/,
  ],
];
