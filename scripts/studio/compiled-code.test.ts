import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheName, keepCompiled, readCompiled } from './compiled-code';

const SOURCE = '(function () { return [1, 2, 3].map((x) => x * 2).join(); })';

describe('compiled code', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'compiled-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is kept for one program, one version of Node and one processor', () => {
    expect(cacheName('program-0123.cjs')).toBe(`program-0123-${process.version}-${process.arch}.compiled`);
  });

  it('is taken by the same program in the next run, and refused by another', () => {
    const path = join(folder, 'a.compiled');
    const script = new Script(SOURCE);
    script.runInThisContext()();
    keepCompiled(path, script);
    expect(readdirSync(folder)).toEqual(['a.compiled']);
    const kept = readCompiled(path);
    const again = new Script(SOURCE, { cachedData: kept });
    expect(again.cachedDataRejected).toBe(false);
    expect(again.runInThisContext()()).toBe('2,4,6');
    expect(new Script(`${SOURCE};`, { cachedData: kept }).cachedDataRejected).toBe(true);
  });

  it('is not read when the file is damaged, cut off, empty or absent', () => {
    const path = join(folder, 'a.compiled');
    keepCompiled(path, new Script(SOURCE));
    const whole = readFileSync(path);
    for (const at of [0, 40, whole.length - 1]) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] as number) ^ 1;
      writeFileSync(path, damaged);
      expect(readCompiled(path)).toBeUndefined();
    }
    writeFileSync(path, whole.subarray(0, whole.length / 2));
    expect(readCompiled(path)).toBeUndefined();
    writeFileSync(path, '');
    expect(readCompiled(path)).toBeUndefined();
    expect(readCompiled(join(folder, 'b.compiled'))).toBeUndefined();
  });

  it('is let go where it cannot be written, without a trace or a complaint', () => {
    const file = join(folder, 'no-folder');
    writeFileSync(file, '');
    expect(() => keepCompiled(join(file, 'a.compiled'), new Script(SOURCE))).not.toThrow();
    expect(readdirSync(folder)).toEqual(['no-folder']);
  });
});
