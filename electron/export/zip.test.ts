import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
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
        process.stdout.write(Buffer.from(packZip(files)));`,
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
  expect(createHash('sha256').update(packZip(other)).digest('hex')).toBe(digests[0]);
});

test('the zip gives its files back', () => {
  const out = unzipSync(packZip(new Map([['kit/a b/ü.md', encode('text')]])));
  expect(Object.keys(out)).toEqual(['kit/a b/ü.md']);
  expect(new TextDecoder().decode(out['kit/a b/ü.md'])).toBe('text');
});
