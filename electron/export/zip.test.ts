import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { crc32, slowCrc32 } from './crc32';
import { packZip } from './zip';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = await mkdtemp(join(root, 'node_modules', '.zip-test-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const encode = (text: string) => new TextEncoder().encode(text);

test('the same files give the same bytes in every time zone and in every order', async () => {
  const program = join(folder, 'pack.mjs');
  await build({
    stdin: {
      contents: `import { packZip } from './electron/export/zip';
        const files = new Map([['b/ü.md', Buffer.from('two '.repeat(900))], ['a.md', Buffer.from('one')]]);
        process.stdout.write(Buffer.from(await packZip(files)));`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: program,
  });
  const digests = ['UTC', 'America/New_York', 'Asia/Tokyo', 'Pacific/Apia'].map((TZ) =>
    createHash('sha256')
      .update(execFileSync(process.execPath, [program], { env: { TZ } }))
      .digest('hex'),
  );
  expect(new Set(digests).size).toBe(1);
  const other = new Map([
    ['a.md', encode('one')],
    ['b/ü.md', encode('two '.repeat(900))],
  ]);
  expect(
    createHash('sha256')
      .update(await packZip(other))
      .digest('hex'),
  ).toBe(digests[0]);
});

test('the zip gives its files back, whoever unpacks it', async () => {
  const files = new Map([
    ['kit/a b/ü.md', encode('text '.repeat(1000))],
    ['kit/empty.md', encode('')],
    ['short.md', encode('a')],
    ['portfolio.pdf', encode('%PDF '.repeat(1000))],
  ]);
  const zip = await packZip(files);
  expect(new Map(Object.entries(unzipSync(zip)))).toEqual(files);
  const path = join(folder, 'a.zip');
  await writeFile(path, zip);
  expect(execFileSync('unzip', ['-tq', path]).toString()).toContain('No errors detected');
  expect(execFileSync('unzip', ['-p', path, 'kit/a b/ü.md']).toString()).toBe('text '.repeat(1000));
  // What is compressed already is stored as it is.
  expect(zip.length).toBeGreaterThan(5000);
  expect(zip.length).toBeLessThan(6000);
});

test('the checksum is that of the format, with the engine’s help and without', () => {
  for (const [text, sum] of [
    ['', 0],
    ['a', 0xe8b7be43],
    ['123456789', 0xcbf43926],
    ['The quick brown fox jumps over the lazy dog', 0x414fa339],
  ] as const) {
    expect(crc32(encode(text))).toBe(sum);
    expect(slowCrc32(encode(text))).toBe(sum);
  }
});
