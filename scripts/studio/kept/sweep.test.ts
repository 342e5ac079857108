import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheCommand } from '../cache-command';
import { cacheFolder } from './cache-folder';
import { sweep } from './sweep';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'staffwright-sweep-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A kept file that was used some minutes ago. */
function put(name: string, bytes: number, minutes: number): void {
  writeFileSync(join(folder, name), Buffer.alloc(bytes));
  const used = new Date(Date.now() - minutes * 60_000);
  utimesSync(join(folder, name), used, used);
}

const left = () => readdirSync(folder).sort();

describe('what is kept stays within its limits', () => {
  it('by size, the ones used longest ago go first', () => {
    put('a.report', 40, 3);
    put('b.session', 40, 1);
    put('c.report', 40, 2);
    sweep(folder, { files: 10, bytes: 100 });
    expect(left()).toEqual(['b.session', 'c.report']);
  });

  it('by number', () => {
    for (const [index, name] of ['a', 'b', 'c'].entries()) put(`${name}.report`, 1, index);
    sweep(folder, { files: 2, bytes: 100 });
    expect(left()).toEqual(['a.report', 'b.report']);
  });

  it('without files of others, and without those that somebody is writing', () => {
    put('notes.txt', 1000, 500);
    put('a.report.12-x-0.tmp', 10, 1);
    put('b.report.12-x-0.tmp', 10, 120);
    sweep(folder, { files: 0, bytes: 0 });
    expect(left()).toEqual(['a.report.12-x-0.tmp', 'notes.txt']);
  });

  it('and a folder that is not there is no error', () => {
    expect(() => sweep(join(folder, 'none'))).not.toThrow();
  });
});

describe('cache', () => {
  function run(...args: string[]) {
    let out = '';
    let complaints = '';
    const code = cacheCommand(
      args,
      folder,
      (text) => {
        out += text;
      },
      (text) => {
        complaints += text;
      },
    );
    return { code, out, complaints };
  }

  it('says where and how much', () => {
    put('a.report', 2_000_000, 1);
    put('b.session', 500_000, 1);
    expect(run()).toEqual({ code: 0, out: `${folder}: 2 files, 2.5 MB\n`, complaints: '' });
    expect(left()).toHaveLength(2);
  });

  it('deletes what was kept, half-written files too, and nothing else', () => {
    put('a.report', 10, 1);
    put('b.report.12-x-0.tmp', 10, 1);
    put('mine.txt', 10, 1);
    expect(run('clear').code).toBe(0);
    expect(left()).toEqual(['mine.txt']);
  });

  it('refuses what it does not know', () => {
    put('a.report', 10, 1);
    const { code, complaints } = run('clean');
    expect(code).toBe(2);
    expect(complaints).toContain('clean');
    expect(left()).toHaveLength(1);
  });
});

describe('the folder', () => {
  it('is the system’s own, or the one that is named', () => {
    const home = { HOME: '/home/me' };
    expect(cacheFolder(home, 'linux')).toBe('/home/me/.cache/staffwright/checks');
    expect(cacheFolder({ ...home, XDG_CACHE_HOME: '/var/me' }, 'linux')).toBe('/var/me/staffwright/checks');
    expect(cacheFolder({ ...home, XDG_CACHE_HOME: 'relative' }, 'linux')).toBe(
      '/home/me/.cache/staffwright/checks',
    );
    expect(cacheFolder(home, 'darwin')).toBe('/home/me/Library/Caches/Staffwright/checks');
    expect(cacheFolder({ ...home, STAFFWRIGHT_CACHE: '/elsewhere' }, 'linux')).toBe('/elsewhere/checks');
  });
});
