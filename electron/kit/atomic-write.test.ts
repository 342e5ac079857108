import { chmodSync, chownSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeAtomically } from './atomic-write';
import { sha256 } from './content-hash';
import { failing } from './failing-file-system.test-support';
import { nodeFileSystem } from './file-system';
import { holdFolder } from './held-folder';
import { folderWith } from './temporary-folder.test-support';

const OLD = 'old text\n';
const NEW = 'new text, longer than the old one\n';

async function replace(folder: string, fs = nodeFileSystem, expected: readonly string[] = [sha256(OLD)]) {
  const held = await holdFolder(fs, folder);
  try {
    return await writeAtomically(fs, { folder: held, name: 'a.md', bytes: Buffer.from(NEW), expected });
  } finally {
    await held.close();
  }
}

describe('writing atomically', () => {
  it('replaces the bytes and answers their hash', async () => {
    const folder = folderWith({ 'a.md': OLD });
    expect(await replace(folder)).toEqual({ ok: true, value: sha256(NEW) });
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(NEW);
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  it('flushes the bytes before it compares, compares before it renames, and flushes the folder last', async () => {
    const folder = folderWith({ 'a.md': OLD });
    const { fs, calls } = failing(null);
    await replace(folder, fs);
    const order = ['file.write', 'file.flush', 'open read', 'rename'].map((name) => calls.indexOf(name));
    expect(order.every((at) => at >= 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(calls.lastIndexOf('file.flush')).toBeGreaterThan(calls.indexOf('rename'));
  });

  it('keeps mode and owner', async () => {
    const folder = folderWith({ 'a.md': OLD });
    chmodSync(join(folder, 'a.md'), 0o640);
    if (process.getuid?.() === 0) chownSync(join(folder, 'a.md'), 12_345, 23_456);
    const before = statSync(join(folder, 'a.md'));
    expect((await replace(folder)).ok).toBe(true);
    const { mode, uid, gid } = statSync(join(folder, 'a.md'));
    expect({ mode, uid, gid }).toEqual({ mode: before.mode, uid: before.uid, gid: before.gid });
  });

  it('leaves a file alone whose bytes are not the expected ones, whatever its time and size', async () => {
    const folder = folderWith({ 'a.md': 'xld text\n' });
    expect(await replace(folder)).toEqual({ ok: false, error: { kind: 'changed' } });
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('xld text\n');
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  it('writes everything when the disk takes the bytes in pieces', async () => {
    const folder = folderWith({ 'a.md': OLD });
    expect((await replace(folder, failing(null, { shortWrites: true }).fs)).ok).toBe(true);
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(NEW);
  });

  it('never overwrites when there must be no file', async () => {
    const folder = folderWith({ 'a.md': OLD });
    const held = await holdFolder(nodeFileSystem, folder);
    const order = { folder: held, bytes: Buffer.from(NEW), expected: 'nothing' } as const;
    expect(await writeAtomically(nodeFileSystem, { ...order, name: 'a.md' })).toEqual({
      ok: false,
      error: { kind: 'changed' },
    });
    expect((await writeAtomically(nodeFileSystem, { ...order, name: 'b.md' })).ok).toBe(true);
    await held.close();
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(OLD);
    expect(readdirSync(folder).sort()).toEqual(['a.md', 'b.md']);
  });

  it('does not overwrite a file that appears while a new one is being written', async () => {
    const folder = folderWith();
    const held = await holdFolder(nodeFileSystem, folder);
    const racing = {
      ...nodeFileSystem,
      link: async (from: string, to: string) => {
        writeFileSync(join(folder, 'a.md'), OLD);
        return nodeFileSystem.link(from, to);
      },
    };
    const written = await writeAtomically(racing, {
      folder: held,
      name: 'a.md',
      bytes: Buffer.from(NEW),
      expected: 'nothing',
    });
    await held.close();
    expect(written.ok).toBe(false);
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(OLD);
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  const codes = ['ENOSPC', 'EIO', 'EACCES', 'EPERM', 'EROFS', 'EMFILE', 'EDQUOT', 'EBUSY', 'EXDEV', 'EINTR'];
  it.each(
    codes.flatMap((code) => [
      { code, forEver: false },
      { code, forEver: true },
    ]),
  )(
    'keeps the old text or has the whole new one when any operation fails with $code (for ever: $forEver)',
    async ({ code, forEver }) => {
      let failures = 0;
      for (let at = 1; ; at++) {
        const folder = folderWith({ 'a.md': OLD });
        const { fs, calls } = failing({ at, code, forEver });
        let answer: Awaited<ReturnType<typeof replace>> | 'thrown';
        try {
          answer = await replace(folder, fs);
        } catch (error) {
          // Taking hold of the folder failed: nothing was begun.
          expect(error).toMatchObject({ code });
          answer = 'thrown';
        }
        const text = readFileSync(join(folder, 'a.md'), 'utf8');
        if (answer !== 'thrown' && answer.ok) expect(text).toBe(NEW);
        else {
          failures++;
          const replaced =
            answer !== 'thrown' && !answer.ok && answer.error.kind === 'failed' && answer.error.replaced;
          expect(text).toBe(replaced ? NEW : OLD);
        }
        // With the disk back only a leftover of ours may lie beside it, and only when removing it failed too.
        if (!forEver && calls[at - 1] !== 'remove') expect(readdirSync(folder)).toEqual(['a.md']);
        if (calls.length < at) {
          expect(answer).toMatchObject({ ok: true });
          break;
        }
      }
      expect(failures).toBeGreaterThan(8);
    },
  );

  it('says that the disk did not confirm when only the flush of the folder fails', async () => {
    const folder = folderWith({ 'a.md': OLD });
    const probe = failing(null);
    await replace(folderWith({ 'a.md': OLD }), probe.fs);
    const at = probe.calls.lastIndexOf('file.flush') + 1;
    const answer = await replace(folder, failing({ at, code: 'EIO' }).fs);
    expect(answer).toMatchObject({
      ok: false,
      error: { kind: 'failed', replaced: true, step: 'flush-folder' },
    });
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(NEW);
  });

  it('lets a bug through instead of calling it a full disk', async () => {
    const folder = folderWith({ 'a.md': OLD });
    const broken = {
      ...nodeFileSystem,
      rename: async () => {
        throw new TypeError('a bug');
      },
    };
    await expect(replace(folder, broken)).rejects.toThrow('a bug');
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(OLD);
    expect(readdirSync(folder)).toEqual(['a.md']);
  });
});
