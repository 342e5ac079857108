import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forget, isFresh, listFiles, recordInputs } from './fingerprint.mjs';

const part = `test-${process.pid}`;
const past = new Date('2020-01-01T00:00:00Z');
let folder = '';
let input = '';
let output = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'staffwright-fingerprint-'));
  [input, output] = [join(folder, 'a.ts'), join(folder, 'a.js')];
  for (const path of [input, output]) writeFileSync(path, 'one');
  utimesSync(input, past, past);
  recordInputs(part, 'key', [input], [output], Date.now());
});
afterEach(() => {
  forget(part);
  rmSync(folder, { recursive: true, force: true });
});

test('nothing changed', () => {
  expect(isFresh(part, 'key')).toBe(true);
  expect(isFresh(part, 'key', [input])).toBe(true);
});

test('a touched file with the same content is still fresh', () => {
  utimesSync(input, new Date(), new Date());
  expect(isFresh(part, 'key')).toBe(true);
});

test.each([
  ['changed content', () => writeFileSync(input, 'two')],
  ['changed content of the same size and another time', () => writeFileSync(input, 'eno')],
  ['input gone', () => rmSync(input)],
  ['output gone', () => rmSync(output)],
  ['record gone', () => forget(part)],
])('stale: %s', (_what, change) => {
  change();
  expect(isFresh(part, 'key')).toBe(false);
});

test('stale: another key, another set of files', () => {
  expect(isFresh(part, 'development')).toBe(false);
  expect(isFresh(part, 'key', [input, join(folder, 'new.ts')])).toBe(false);
});

test('a file written while the part was being built makes it stale', () => {
  writeFileSync(input, 'written late');
  recordInputs(part, 'key', [input], [output], Date.now() - 10_000);
  expect(isFresh(part, 'key')).toBe(false);
});

test('listing leaves tests out', () => {
  for (const name of ['b.ts', 'b.test.ts', 'c.test-support.ts']) writeFileSync(join(folder, name), '');
  expect(listFiles(folder).map((path) => path.slice(folder.length + 1))).toEqual(['a.js', 'a.ts', 'b.ts']);
});
