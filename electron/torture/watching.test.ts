import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { FSWatcher } from 'chokidar';
import { describe, expect, it } from 'vitest';
import type { KitChange } from '../../shared/ipc/payloads';
import { sha256 } from '../kit/content-hash';
import { nodeFileSystem as fs } from '../kit/file-system';
import { openKitFolder } from '../kit/folder-kit';
import { folderWith } from '../kit/temporary-folder.test-support';
import { watchKit } from '../kit/watch-kit';
import { bundled, killed, started } from './child.test-support';
import { LONG, random, rounds } from './long.test-support';
import { named, succeeds } from './machine.test-support';

const FEW = 'echo 8 > /proc/sys/user/max_inotify_watches && exec "$@"';
const limited =
  process.platform === 'linux' && succeeds('unshare', '-Ur', 'sh', '-c', FEW, 'sh', 'true')
    ? ''
    : 'needs a name space of its own for users';

/** 20,000 changes of 10,000 files in five seconds; in more where the machine is busy. */
const FLOOD = `
const { writeFileSync } = require('node:fs');
const start = performance.now();
(async () => {
  for (let n = 0; n < 20_000; n++) {
    writeFileSync(process.argv[1] + '/f' + ((n >> 1) % 20) + '/' + (n >> 1) + '.md', String(n));
    if (n % 40 === 0)
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, start + n / 4 - performance.now())));
  }
})();`;

/**
 * Notes how long the loop is held up from now on, in milliseconds of work: what this process works between two looks at the clock. Time in which
 * others have the processor does not count. Tells it of all looks but the slowest hundredth.
 */
function watchLoop(): () => number {
  const stretches: number[] = [];
  let before = process.cpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    before = process.cpuUsage();
    stretches.push((user + system) / 1000);
  }, 10);
  return () => {
    clearInterval(timer);
    stretches.sort((a, b) => a - b);
    return stretches[Math.floor(stretches.length * 0.99)] ?? Number.POSITIVE_INFINITY;
  };
}

describe('watching a kit', () => {
  it.skipIf(limited !== '')(
    named('goes on by looking when only 8 folders may be watched, and says so', limited),
    async () => {
      const files = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`f${n}/a.md`, '']));
      const root = folderWith(files);
      const script = await bundled('watching-program');
      const running = started(script, [root], ['unshare', '-Ur', 'sh', '-c', FEW, 'sh']);
      await running.printed(2);
      expect(running.lines.slice(0, 2)).toEqual(['watching', 'lost 20 true']);
      await running.printed(3);
      writeFileSync(join(root, 'f19/new.md'), 'x');
      for (let n = 0; n < 200 && !running.lines.includes('lost 21 true'); n++) await wait(50);
      expect(running.lines).toContain('lost 21 true');
      await killed(running);
    },
  );

  it('ends at what the disk has when events are lost, doubled and out of order', async () => {
    const next = random(11);
    for (let round = 0; round < rounds(15, 400); round++) {
      const root = folderWith({ 'a.md': 'a0', 'b.md': 'b0' });
      const source = Object.assign(new EventEmitter(), { close: async () => {} });
      const known = new Map([
        ['a.md', sha256('a0')],
        ['b.md', sha256('b0')],
      ]);
      const view = new Map(known);
      const watcher = watchKit({
        fs,
        scope: { root, folders: null },
        tops: [''],
        known,
        start: () => source as unknown as FSWatcher,
        tell: ({ changes }) => {
          for (const { path, change, hash } of changes) {
            if (change === 'removed') view.delete(path);
            else if (hash !== undefined) view.set(path, hash);
          }
        },
      });
      const names = ['a.md', 'b.md', 'c.md'];
      const onDisk = new Map([
        ['a.md', 'a0'],
        ['b.md', 'b0'],
      ]);
      const touched: string[] = [];
      for (let step = 0; step < 12; step++) {
        const name = names[Math.floor(next() * names.length)] ?? 'a.md';
        if (next() < 0.3 && onDisk.has(name)) {
          rmSync(join(root, name));
          onDisk.delete(name);
        } else {
          onDisk.set(name, `${name} ${step}`);
          writeFileSync(join(root, name), `${name} ${step}`);
        }
        touched.push(name);
      }
      // Of each file one event at least comes through, of any kind, in any order: what it says is a hint, the disk is the truth.
      for (const name of [...new Set(touched), ...touched].sort(() => next() - 0.5))
        source.emit(['change', 'change', 'unlink'][Math.floor(next() * 3)] ?? 'change', join(root, name));
      const expected = new Map([...onDisk].map(([name, text]) => [name, sha256(text)]));
      const isSame = () => isDeepStrictEqual(view, expected);
      for (let tries = 0; tries < 200 && !isSame(); tries++) await wait(25);
      await watcher.close();
      expect(view).toEqual(expected);
    }
  });

  it.skipIf(!LONG)(
    'keeps up with 20,000 changes in 5 seconds, and the view is the disk in the end',
    async () => {
      const root = folderWith({ 'a.md': '' });
      for (let n = 0; n < 20; n++) mkdirSync(join(root, `f${n}`));
      const opened = await openKitFolder(root, { fs });
      if (!opened.ok) throw new Error(opened.error.message);
      const { kit } = opened.value;
      let listing = opened.value.listing;
      const told: Omit<KitChange, 'kitId'>[] = [];
      let looking: Promise<void> = Promise.resolve();
      kit.watch((change) => {
        told.push(change);
        looking = looking.then(async () => {
          listing = await kit.list();
        });
      });
      await wait(500);
      const held = watchLoop();
      const start = performance.now();
      // Another process writes: what is looked at is how the one bears it that watches.
      const writer = spawn(process.execPath, ['-e', FLOOD, root], { stdio: 'ignore' });
      expect(await new Promise((resolve) => writer.once('close', resolve))).toBe(0);
      const written = performance.now() - start;
      for (let quiet = 0; quiet < 50; quiet++) {
        const count = told.length;
        await wait(100);
        if (told.length !== count) quiet = 0;
      }
      await looking;
      const slowest = held();
      console.info(
        `20,000 changes in ${Math.round(written)} ms, told in ${told.length} messages, held up ${Math.round(slowest)} ms`,
      );
      expect(listing.files).toHaveLength(10_001);
      expect(listing.files).toEqual((await kit.list()).files);
      expect(slowest).toBeLessThan(100);
      await kit.close();
    },
    24 * 3_600_000,
  );
});
