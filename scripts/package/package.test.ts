import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packTar, packZip } from './archives.mjs';
import { packageConfig } from './config.mjs';
import { FUSES, plannedFuses } from './fuses.mjs';

describe('fuses', () => {
  it('are all decided about, each with its reason, and one that is not stops the packaging', () => {
    expect(plannedFuses(FUSES.length).missing).toEqual([]);
    expect(() => plannedFuses(FUSES.length + 1)).toThrow(/10 fuses, and 9 are decided about/);
    for (const { name, why } of FUSES) expect([name, why.length > 20]).toEqual([name, true]);
  });

  it('of an older engine are fewer, and it is said which', () => {
    const { set, missing } = plannedFuses(7);
    expect(set.at(-1)?.name).toBe('LoadBrowserProcessSpecificV8Snapshot');
    expect(missing.map(({ name }) => name)).toEqual(['GrantFileProtocolExtraPrivileges', 'WasmTrapHandlers']);
  });
});

describe('the package', () => {
  const runtime = { distPath: '/electron', version: '45.4.1' };
  const config = packageConfig({ runtime, report: () => undefined, notices: '/n.md', output: '/out' });

  it('is an archive with what runs and nothing else, and is published nowhere', () => {
    expect(config).toMatchObject({ asar: true, npmRebuild: false, publish: null });
    expect(config.files).toEqual([
      'package.json',
      'dist/electron/**',
      'dist/renderer/**',
      'resources/print/**',
    ]);
    expect(config).not.toHaveProperty('asarUnpack');
  });

  it('is configured for the other systems', () => {
    expect(config.linux.target).toEqual(expect.arrayContaining(['deb', 'AppImage']));
    expect(config.mac).toMatchObject({ target: ['dmg', 'zip'], hardenedRuntime: true });
    expect(config.win.target).toEqual(['nsis', 'zip']);
  });
});

describe.skipIf(process.platform !== 'linux')('archives', () => {
  let work = '';
  beforeEach(() => {
    work = mkdtempSync(join(tmpdir(), 'staffwright-archives-'));
    mkdirSync(join(work, 'unpacked', 'below'), { recursive: true });
    writeFileSync(join(work, 'unpacked', 'program'), '#!/bin/sh\necho it runs\n');
    chmodSync(join(work, 'unpacked', 'program'), 0o755);
    writeFileSync(join(work, 'unpacked', 'below', 'text'), 'text\n'.repeat(1000));
  });
  afterEach(() => {
    rmSync(work, { recursive: true, force: true });
  });

  it('unpack to one folder of their name with a program that runs, and have the same bytes for the same files', async () => {
    const folder = join(work, 'unpacked');
    const bytes: Record<string, Buffer[]> = { zip: [], tar: [] };
    for (const time of [1, 2]) {
      utimesSync(join(folder, 'program'), time * 1e9, time * 1e9);
      await packTar(folder, 'app-1', join(work, 'a.tar.gz'));
      packZip(folder, 'app-1', join(work, 'a.zip'));
      bytes['tar']?.push(readFileSync(join(work, 'a.tar.gz')));
      bytes['zip']?.push(readFileSync(join(work, 'a.zip')));
    }
    for (const [first, second] of Object.values(bytes)) expect(first?.equals(second as Buffer)).toBe(true);
    execFileSync('tar', ['-xzf', 'a.tar.gz'], { cwd: work });
    expect(execFileSync(join(work, 'app-1', 'program'), { encoding: 'utf8' })).toBe('it runs\n');
    expect(readFileSync(join(work, 'app-1', 'below', 'text'), 'utf8')).toBe('text\n'.repeat(1000));
    const zip = readFileSync(join(work, 'a.zip'));
    const central = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    expect(zip.includes('app-1/below/text')).toBe(true);
    // The first entry is in `below`; the second is the program.
    const second = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), central + 4);
    expect((zip.readUInt32LE(second + 38) >>> 16) & 0o777).toBe(0o755);
  });
});
