import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { readManifest } from '../../shared/domain/manifest';
import { KIT, KIT_FILE_COUNT, KIT_ZIP, kitFile, ROOT } from './kit.test-support';
import { packKit, writeKit } from './write-kit';

const folder = await mkdtemp(join(ROOT, 'node_modules', '.kit-test-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the zip', () => {
  it('holds README, glossary, manifest and the three folders, sorted, and nothing else', () => {
    const paths = [...KIT.keys()];
    expect(paths).toHaveLength(KIT_FILE_COUNT);
    expect(paths.filter((path) => !path.includes('/'))).toEqual(['GLOSSARY.md', 'README.md', 'kit.yaml']);
    expect(
      [...new Set(paths.map((path) => path.split('/')[0]))].filter((name) => !name?.includes('.')),
    ).toEqual(['examples', 'scenarios', 'templates']);
    expect(paths).toEqual([...paths].sort());
  });

  it('has the same bytes on the next day and in every time zone', async () => {
    const program = join(folder, 'pack.mjs');
    await build({
      stdin: {
        contents: `import { packKit } from './scripts/kit/write-kit';
          const { zip } = await packKit(process.argv[2]);
          process.stdout.write(Buffer.from(zip));`,
        resolveDir: ROOT,
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: program,
    });
    // Four programs are started; on a busy machine that takes its time.
    for (const TZ of ['UTC', 'America/New_York', 'Asia/Tokyo', 'Pacific/Apia']) {
      const bytes = execFileSync(process.execPath, [program, ROOT], { env: { TZ }, maxBuffer: 64 << 20 });
      expect(digest(bytes)).toBe(digest(KIT_ZIP));
    }
  }, 60_000);

  it('is written under its version, over an older one, and says what it wrote', async () => {
    const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    const out = join(folder, 'a', 'b');
    await mkdir(out, { recursive: true });
    await writeFile(join(out, `staffwright-kit-${version}.zip`), 'an older zip');
    const written = await writeKit(ROOT, out);
    expect(written.path).toBe(join(out, `staffwright-kit-${version}.zip`));
    const bytes = await readFile(written.path);
    expect([written.bytes, written.files, written.sha256]).toEqual([
      KIT_ZIP.length,
      KIT_FILE_COUNT,
      digest(KIT_ZIP),
    ]);
    expect(digest(bytes)).toBe(digest(KIT_ZIP));
  });
});

describe('the kit that is unpacked', () => {
  it('is a kit by its own manifest, which reads without a remark', () => {
    const { manifest, problems } = readManifest(kitFile('kit.yaml'));
    expect(problems).toEqual([]);
    expect(manifest).toMatchObject({ version: 1, scenario: 'scenarios/incident_scenario.json' });
    expect(KIT.has(manifest?.scenario ?? '')).toBe(true);
    // Nobody who opens it should find their own documents left out because of a list made for us.
    expect(manifest?.folders).toBeNull();
  });
});

describe('a kit that would differ from checkout to checkout is not packed', () => {
  /** A repository with nothing but one template, and one more file. */
  async function withFile(path: string, content: string | Uint8Array | null): Promise<string> {
    const root = await mkdtemp(join(folder, 'root-'));
    for (const name of ['examples', 'scenarios', 'templates']) await mkdir(join(root, name));
    await cp(join(ROOT, 'resources', 'kit'), join(root, 'resources', 'kit'), { recursive: true });
    await writeFile(join(root, 'templates', 'README.md'), '# Blanks\n');
    if (content === null) await symlink('README.md', join(root, path));
    else await writeFile(join(root, path), content);
    return root;
  }

  it.each([
    ['a file of another format', 'examples/plan.docx', 'x', /plan\.docx is none of the formats/],
    ['line ends of Windows', 'templates/a.md', '# A\r\n', /a\.md has line ends of another system/],
    ['a byte order mark', 'templates/a.md', '\uFEFF# A\n', /a\.md starts with a byte order mark/],
    ['bytes that are no text', 'templates/a.md', new Uint8Array([0xff, 0xfe]), /a\.md is not UTF-8/],
    ['a link', 'templates/a.md', null, /a\.md is not a plain file/],
  ] as const)('%s', async (_, path, content, message) => {
    await expect(packKit(await withFile(path, content))).rejects.toThrow(message);
  });

  it('leaves out what editors and file managers drop', async () => {
    const clean = await packKit(await withFile('templates/b.md', '# B\n'));
    const root = await withFile('templates/b.md', '# B\n');
    for (const name of ['.DS_Store', 'Thumbs.db', 'b.md~', 'b.md.tmp-12'])
      await writeFile(join(root, 'templates', name), 'x');
    const littered = await packKit(root);
    expect(digest(littered.zip)).toBe(digest(clean.zip));
  });
});
