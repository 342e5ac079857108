import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyFailure, saysWhatToDo } from '../../torture/every-failure.test-support';
import { rounds, SEED } from '../../torture/long.test-support';
import { failing } from '../failing-file-system.test-support';
import { type FileSystem, nodeFileSystem } from '../file-system';
import { folderWith, memoryFolderWith } from '../temporary-folder.test-support';
import { freeName, nameFromZip } from './target';
import { unpackArchive } from './unpack';
import { KIT, tree, UNPACKED, unpack } from './unpack.test-support';
import { zipBytes } from './zip-bytes.test-support';

describe('the place of a kit zip', () => {
  it('may be an empty folder, and is never anything else that is there', async () => {
    const parent = folderWith({ 'full/a.md': 'kept', file: 'kept' });
    mkdirSync(join(parent, 'empty'));
    mkdirSync(join(parent, 'elsewhere'));
    symlinkSync('elsewhere', join(parent, 'link'));
    const archive = join(folderWith(), 'packet.zip');
    expect(await unpack(zipBytes(KIT), join(parent, 'empty'), {}, archive)).toMatchObject({ ok: true });
    const before = tree(parent);
    for (const name of ['full', 'file', 'link']) {
      const answer = await unpack(zipBytes(KIT), join(parent, name), {}, archive);
      expect(answer).toMatchObject({ ok: false, error: { code: 'exists' } });
      expect(!answer.ok && answer.error.message).toMatch(new RegExp(`"${name}".*choose another name`));
    }
    expect(await unpack(zipBytes(KIT), join(parent, 'absent/packet'), {}, archive)).toMatchObject({
      ok: false,
    });
    expect(tree(parent)).toEqual(before);
  });

  it('is not taken when somebody fills it meanwhile', async () => {
    const target = join(folderWith(), 'packet');
    const racing: FileSystem = {
      ...nodeFileSystem,
      rename: async (from, to) => {
        mkdirSync(target);
        writeFileSync(join(target, 'theirs.md'), 'theirs');
        return nodeFileSystem.rename(from, to);
      },
    };
    expect(await unpack(zipBytes(KIT), target, { fs: racing })).toMatchObject({
      ok: false,
      error: { code: 'exists' },
    });
    expect(tree(join(target, '..'))).toEqual(['packet.zip', 'packet/', 'packet/theirs.md']);
  });

  it('is suggested by the name of the zip, where nothing is called so', async () => {
    const parent = folderWith({ 'Packet/a.md': '', 'packet 2': '', 'kit.md': '' });
    expect(await freeName(nodeFileSystem, parent, 'packet')).toBe('packet 3');
    expect(await freeName(nodeFileSystem, parent, 'other')).toBe('other');
    expect(['packet (1).ZIP', '.zip', '..zip', 'NUL.zip', 'a b .zip'].map(nameFromZip)).toEqual([
      'packet (1)',
      'kit',
      'kit',
      'kit',
      'a b',
    ]);
  });
});

describe('unpacking', () => {
  it('that is cancelled, at whatever file, leaves nothing', async () => {
    const parent = folderWith();
    const steps = 4;
    for (let at = 1; at <= steps + 1; at++) {
      const cancel = new AbortController();
      let told = 0;
      const onProgress = (): void => {
        if (++told === at) cancel.abort();
      };
      const answer = await unpack(zipBytes(KIT), join(parent, 'packet'), {
        signal: cancel.signal,
        onProgress,
      });
      if (at > steps) expect(answer.ok).toBe(true);
      else {
        expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
        expect(readdirSync(parent)).toEqual(['packet.zip']);
      }
    }
  });

  it('onto a disk that is full leaves nothing, and says so', async () => {
    const parent = folderWith();
    const { fs, calls } = failing({ at: 1_000_000, code: 'ENOSPC' });
    await unpack(zipBytes(KIT), join(parent, 'first'), { fs });
    const writes = calls.flatMap((call, index) => (call === 'file.write' ? [index + 1] : []));
    expect(writes).toHaveLength(3);
    for (const at of writes) {
      const target = join(parent, `full-${at}`);
      const answer = await unpack(zipBytes(KIT), target, { fs: failing({ at, code: 'ENOSPC' }).fs });
      expect(answer).toMatchObject({ ok: false, error: { code: 'no-space' } });
      expect(!answer.ok && answer.error.message).toMatch(
        /^"[^"]+" could not be unpacked: the disk is full; make room and try again\.$/,
      );
      expect(existsSync(target)).toBe(false);
    }
    expect(readdirSync(parent).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('is all or nothing, whichever file operation fails in whatever way', async () => {
    const bytes = zipBytes(KIT);
    const failures = await everyFailure({
      prepare: () => {
        const parent = memoryFolderWith({ 'packet.zip': bytes, 'other.md': 'ours' });
        return { parent, target: join(parent, 'packet') };
      },
      act: (fs, { target }) =>
        unpackArchive({
          fs,
          archive: `${target}.zip`,
          target,
          onProgress: () => undefined,
          signal: new AbortController().signal,
        }),
      check: ({ parent, target }, outcome, what) => {
        expect(outcome.kind, what).not.toBe('thrown');
        if (outcome.kind === 'done') expect(tree(target), what).toEqual(UNPACKED);
        // A disk that is gone for good may be so just after the last step.
        else if (existsSync(target))
          expect([/for ever/.test(what), tree(target)], what).toEqual([true, UNPACKED]);
        if (outcome.kind === 'told')
          expect(saysWhatToDo(`"x": ${outcome.message}`, 'x'), `${what}: ${outcome.message}`).toBe(true);
        expect(readFileSync(join(parent, 'other.md'), 'utf8')).toBe('ours');
        // What cannot be removed either goes with the next one.
        if (/for ever|at operation \d+ \((?:remove|removeFolder|names|entry)/.test(what)) return;
        expect(
          readdirSync(parent).filter((name) => name.startsWith('.')),
          what,
        ).toEqual([]);
      },
    });
    expect(failures).toBeGreaterThan(50);
  });

  it('removes what one that was killed left there', async () => {
    const parent = folderWith();
    const { fs: whole, calls } = failing({ at: 1_000_000, code: 'EIO' });
    await unpack(zipBytes(KIT), join(folderWith(), 'packet'), { fs: whole });
    const { fs } = failing({ at: calls.indexOf('file.write') + 1, code: 'EIO', forEver: true });
    await unpack(zipBytes(KIT), join(parent, 'packet'), { fs });
    expect(readdirSync(parent).filter((name) => name.startsWith('.'))).toHaveLength(1);
    expect(await unpack(zipBytes(KIT), join(parent, 'packet'))).toMatchObject({ ok: true });
    expect(readdirSync(parent).sort()).toEqual(['packet', 'packet.zip']);
  });

  it('of any bytes ends with a kit or with a reason, and writes nowhere else (property)', async () => {
    const good = zipBytes(KIT, { comment: 'remark' });
    const parent = memoryFolderWith({ 'kept.md': 'ours' });
    const target = join(parent, 'in', 'packet');
    mkdirSync(join(parent, 'in'));
    const ends = new Set<boolean>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        fc.nat(good.length),
        fc.boolean(),
        async (changes, length, cut) => {
          const bytes = Buffer.from(good);
          for (const [at, value] of changes) bytes[at] = value;
          const answer = await unpack(cut ? bytes.subarray(0, length) : bytes, target);
          ends.add(answer.ok);
          if (!answer.ok) expect(existsSync(target)).toBe(false);
          else rmSync(target, { recursive: true });
          expect(tree(parent)).toEqual(['in/', 'in/packet.zip', 'kept.md']);
        },
      ),
      { numRuns: rounds(400, 20_000), seed: SEED },
    );
    expect(ends.size).toBe(2);
  });
});
