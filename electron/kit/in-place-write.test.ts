import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepBackup, listBackups } from './backups';
import { sha256 } from './content-hash';
import { failing } from './failing-file-system.test-support';
import { type FileSystem, nodeFileSystem } from './file-system';
import { openKitFolder } from './folder-kit';
import { isTorn } from './mend-torn-files';
import { saveText } from './save-text';
import { folderWith } from './temporary-folder.test-support';

const OLD = 'the old text, which is long\n';
const NEW = 'a new text\n';

/** A disk on which files of one folder cannot be replaced, as a file that a container mounts on its own. */
function unreplaceable(root: string, fs: FileSystem = nodeFileSystem): FileSystem {
  return {
    ...fs,
    rename: async (from, to) => {
      const real = await nodeFileSystem.realPath(to).catch(() => to);
      if (real.startsWith(root)) throw Object.assign(new Error('EBUSY: mounted'), { code: 'EBUSY' });
      return fs.rename(from, to);
    },
  };
}

function save(root: string, backups: string, fs: FileSystem) {
  return saveText({
    fs,
    scope: { root, folders: null },
    path: 'a.md',
    text: NEW,
    baseHash: sha256(OLD),
    backups: { folder: backups },
    announce: () => {},
  });
}

describe('a file that cannot be replaced', () => {
  it('is overwritten, being the same file before and after, and leaves nothing behind', async () => {
    const root = folderWith({ 'a.md': OLD });
    const backups = join(folderWith(), 'backups');
    const before = statSync(join(root, 'a.md')).ino;
    expect(await save(root, backups, unreplaceable(root))).toEqual({
      ok: true,
      value: { hash: sha256(NEW) },
    });
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe(NEW);
    expect(statSync(join(root, 'a.md')).ino).toBe(before);
    expect([...readdirSync(backups), ...readdirSync(root)]).toEqual(['a.md']);
  });

  it('is not touched before its old and new text are on the disk elsewhere', async () => {
    const root = folderWith({ 'a.md': OLD });
    const { fs, calls } = failing(null);
    await save(root, folderWith(), unreplaceable(root, fs));
    const opened = calls.indexOf('open read-write');
    const backupFlushed = calls.indexOf('file.flush', calls.indexOf('open create-new', opened));
    const written = calls.indexOf('file.write', calls.indexOf('rename', opened));
    expect(opened).toBeGreaterThan(0);
    expect(backupFlushed).toBeGreaterThan(opened);
    expect(written).toBeGreaterThan(backupFlushed);
  });

  it('is not touched when others changed it', async () => {
    const root = folderWith({ 'a.md': 'theirs' });
    expect(await save(root, folderWith(), unreplaceable(root))).toMatchObject({
      error: { code: 'changed-on-disk' },
    });
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('theirs');
  });

  it.each([false, true])(
    'is whole, or whole again at the next start, when any operation fails (for ever: %s)',
    async (forEver) => {
      for (let at = 1; ; at++) {
        const root = folderWith({ 'a.md': OLD });
        const backups = folderWith();
        const { fs, calls } = failing({ at, code: 'EIO', forEver });
        const saved = await save(root, backups, unreplaceable(root, fs));
        if (saved.ok) expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe(NEW);
        await openKitFolder(root, { fs: nodeFileSystem, backups: { folder: backups } });
        expect([OLD, NEW]).toContain(readFileSync(join(root, 'a.md'), 'utf8'));
        expect(readdirSync(backups).filter((name) => !name.startsWith('.'))).toEqual([]);
        if (calls.length < at) {
          expect(saved.ok).toBe(true);
          break;
        }
      }
    },
  );
});

describe('a flush that fails', () => {
  /** The real disk, on which the first flush of a text fails; `used` lists what is asked of each descriptor, by the order of opening. */
  function unflushable(fails: (path: string, mode: string) => boolean) {
    const used: string[][] = [];
    let failed = false;
    const fs: FileSystem = {
      ...nodeFileSystem,
      open: async (path, mode, permissions) => {
        const file = await nodeFileSystem.open(path, mode, permissions);
        const calls: string[] = [`open ${mode}`];
        used.push(calls);
        return new Proxy(file, {
          get: (_, name: keyof typeof file) => {
            const value = file[name];
            if (typeof value !== 'function') return value;
            return async (...args: unknown[]) => {
              calls.push(name);
              if (name === 'flush' && !failed && fails(path, mode)) {
                failed = true;
                calls.push('failed');
                throw Object.assign(new Error('EIO: not on the disk'), { code: 'EIO' });
              }
              return Reflect.apply(value, file, args) as unknown;
            };
          },
        });
      },
    };
    return { fs, used };
  }

  it('is a failed save, and its descriptor is never asked again', async () => {
    const root = folderWith({ 'a.md': OLD });
    const { fs, used } = unflushable((_, mode) => mode === 'create-new');
    expect(await save(root, folderWith(), fs)).toMatchObject({ ok: false, error: { code: 'io' } });
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe(OLD);
    expect(used.find((calls) => calls.includes('failed'))?.slice(-2)).toEqual(['failed', 'close']);
    // Trying again makes a new file.
    expect((await save(root, folderWith(), fs)).ok).toBe(true);
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe(NEW);
    expect(readdirSync(root)).toEqual(['a.md']);
  });

  it('in place too: the old text comes back through a file that is opened anew', async () => {
    const root = folderWith({ 'a.md': OLD });
    const backups = folderWith();
    const { fs, used } = unflushable((path, mode) => mode === 'read-write' && path.endsWith('a.md'));
    expect(await save(root, backups, unreplaceable(root, fs))).toMatchObject({
      ok: false,
      error: { code: 'io' },
    });
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe(OLD);
    const at = used.findIndex((calls) => calls.includes('failed'));
    expect(used[at]?.slice(-2)).toEqual(['failed', 'close']);
    expect(used.slice(at + 1)).toContainEqual(
      expect.arrayContaining(['open read-write', 'write', 'flush', 'close']),
    );
    expect(readdirSync(backups)).toEqual([]);
  });
});

describe('a save in place that was killed', () => {
  async function torn(content: string) {
    const root = folderWith({ 'a.md': content });
    const folder = folderWith();
    await keepBackup(
      nodeFileSystem,
      { folder },
      { path: join(root, 'a.md'), old: Buffer.from(OLD), new: Buffer.from(NEW) },
    );
    const opened = await openKitFolder(root, { fs: nodeFileSystem, backups: { folder } });
    if (!opened.ok) throw new Error(opened.error.message);
    const text = readFileSync(join(root, 'a.md'), 'utf8');
    return {
      text,
      notices: opened.value.listing.notices.map((notice) => notice.message),
      left: readdirSync(folder),
    };
  }

  it.each([0, 1, 5, NEW.length])(
    'is completed at the next start when %i bytes had been written',
    async (count) => {
      const { text, notices, left } = await torn(NEW.slice(0, count) + OLD.slice(count));
      expect(text).toBe(count === 0 ? OLD : NEW);
      expect(notices).toEqual(count === 0 ? [] : [expect.stringContaining('completed')]);
      expect(left).toEqual([]);
    },
  );

  it('is left alone when somebody changed the file since; the texts are kept', async () => {
    const { text, notices, left } = await torn('something else entirely\n');
    expect(text).toBe('something else entirely\n');
    expect(notices).toEqual([expect.stringContaining('kept in')]);
    expect(left).toEqual([expect.stringMatching(/\.kept$/)]);
  });

  it('is told from an edit by its shape, whatever the texts are', () => {
    const bytes = fc.uint8Array({ max: 2, maxLength: 12 });
    fc.assert(
      fc.property(bytes, bytes, fc.nat(12), (old, next, count) => {
        const written = Math.min(count, next.length);
        const current = Buffer.concat([next.subarray(0, written), old.subarray(written)]);
        expect(isTorn(current, { old, new: next })).toBe(true);
        expect(isTorn(Buffer.concat([current, Buffer.from([9])]), { old, new: next })).toBe(false);
      }),
    );
  });

  it('has no part in other kits, and a damaged backup mends nothing', async () => {
    const folder = folderWith();
    const other = folderWith({ 'a.md': NEW.slice(0, 3) + OLD.slice(3) });
    await keepBackup(
      nodeFileSystem,
      { folder },
      { path: join(other, 'a.md'), old: Buffer.from(OLD), new: Buffer.from(NEW) },
    );
    writeFileSync(join(folder, 'x.backup'), 'staffwright-backup-1 torn');
    const root = folderWith({ 'a.md': 'mine' });
    await openKitFolder(root, { fs: nodeFileSystem, backups: { folder } });
    expect(readFileSync(join(other, 'a.md'), 'utf8')).toBe(NEW.slice(0, 3) + OLD.slice(3));
    expect(await listBackups(nodeFileSystem, { folder })).toHaveLength(1);
    expect(readdirSync(folder)).toContain('x.backup.unreadable');
  });
});
