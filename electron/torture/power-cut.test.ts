import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Journal } from '../journal/journal';
import { type FileSystem, nodeFileSystem, type OpenFile } from '../kit/file-system';
import { openKitFolder } from '../kit/folder-kit';
import { folderWith } from '../kit/temporary-folder.test-support';
import { rounds } from './long.test-support';
import { hasProgram, missingForImages, mounted, named } from './machine.test-support';

/*
 * A kit on a disk of its own, an image. After every file operation the image is copied as it is, with nothing that was not flushed: what a power
 * cut at that moment would leave. Each copy is mounted, which repairs it as a start would, and looked at.
 */

const CUTS = rounds(60, 2_000);
const LINES = 3_000;
const text = (number: number): string => `${String(number).padStart(9, '0')}\n`.repeat(LINES);
const numberOf = (bytes: string): number | null =>
  bytes === text(Number(bytes.slice(0, 9))) ? Number(bytes.slice(0, 9)) : null;

interface Disk {
  readonly name: string;
  readonly megabytes: number;
  readonly make: readonly string[];
  readonly missing: string;
}

const missing = missingForImages();
const needs = (program: string): string => missing || (hasProgram(program) ? '' : `needs ${program}`);
const DISKS: readonly Disk[] = [
  { name: 'ext4', megabytes: 8, make: ['mke2fs', '-q', '-F', '-t', 'ext4'], missing },
  ...(rounds(0, 1) === 0
    ? []
    : [
        { name: 'ext3', megabytes: 8, make: ['mke2fs', '-q', '-F', '-t', 'ext3'], missing },
        { name: 'xfs', megabytes: 320, make: ['mkfs.xfs', '-q', '-f'], missing: needs('mkfs.xfs') },
        { name: 'btrfs', megabytes: 120, make: ['mkfs.btrfs', '-q', '-f'], missing: needs('mkfs.btrfs') },
      ]),
];

/** The real disk; `after` runs when an operation is through. */
function watched(after: () => Promise<void>): FileSystem {
  const wrap = <T extends object>(target: T): T =>
    new Proxy(target, {
      get: (_, name) => {
        const value = Reflect.get(target, name) as unknown;
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          const result: unknown = await Reflect.apply(value, target, args);
          await after();
          return name === 'open' ? wrap(result as OpenFile) : result;
        };
      },
    });
  return wrap(nodeFileSystem);
}

describe('a power cut', () => {
  it.each(DISKS.map((disk) => ({ ...disk, title: named(disk.name, disk.missing) })))(
    'leaves old or new, and what was acknowledged, on $title',
    async ({ megabytes, make, missing: why }) => {
      if (why !== '') return;
      const images = folderWith();
      const image = join(images, 'disk.img');
      const copy = join(images, 'cut.img');
      writeFileSync(image, Buffer.alloc(megabytes * 1024 * 1024));
      const [command = '', ...args] = make;
      execFileSync(command, [...args, image], { stdio: 'ignore' });
      let cuts = 0;
      let saved = 0;
      let kept = 0;
      let begun = false;
      await mounted(['-o', 'loop', image], async (disk) => {
        const root = join(disk, 'kit');
        const data = join(disk, 'data');
        mkdirSync(root);
        mkdirSync(data);
        writeFileSync(join(root, 'a.md'), text(0));
        const fs = watched(async () => {
          if (!begun || cuts >= CUTS) return;
          cuts++;
          copyFileSync(image, copy);
          await mounted(['-o', 'loop', copy], (cut) => {
            const a = numberOf(readFileSync(join(cut, 'kit/a.md'), 'utf8'));
            expect([saved, saved + 1], `cut ${cuts}`).toContain(a);
            for (const name of readdirSync(join(cut, 'kit')))
              if (name.startsWith('n'))
                expect(numberOf(readFileSync(join(cut, 'kit', name), 'utf8'))).not.toBeNull();
            return new Journal(nodeFileSystem, join(cut, 'data'), () => 0).list('k').then((entries) => {
              const typed = entries[0]?.text.length ?? 0;
              expect([kept, kept + 1], `cut ${cuts}`).toContain(typed);
            });
          });
        });
        execFileSync('sync', ['-f', root]);
        const opened = await openKitFolder(root, { fs });
        if (!opened.ok) throw new Error(opened.error.message);
        const { kit } = opened.value;
        const journal = new Journal(fs, data, () => 0);
        const read = await kit.readText('a.md');
        if (!read.ok) throw new Error(read.error.message);
        let { hash } = read.value;
        begun = true;
        let frame = await journal.put('k', { path: 'a.md', text: 'x', baseHash: null });
        kept = 1;
        for (let number = 1; cuts < CUTS; number++) {
          const answer = await kit.save('a.md', text(number), hash);
          if (!answer.ok) throw new Error(answer.error.message);
          hash = answer.value.hash;
          saved = number;
          const edits = [{ from: kept, to: kept, insert: 'x' }];
          frame =
            (await journal.change('k', { path: 'a.md', baseHash: null, frame, length: kept, edits })) ?? '';
          if (frame === '') throw new Error('The journal did not take it');
          kept++;
          const name = `n${number % 3}.md`;
          if (number > 3) expect((await kit.move(name, `m${name}`)).ok).toBe(true);
          else expect((await kit.create(name, text(number))).ok).toBe(true);
          if (number > 3) expect((await kit.move(`m${name}`, name)).ok).toBe(true);
        }
      });
      expect(cuts).toBe(CUTS);
    },
    12 * 3_600_000,
  );
});
