import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changed } from '../../../shared/rubric/random-edits.test-support';
import { patience, rounds, seeded } from '../../../shared/util/seeded.test-support';
import type { CheckEngine, OpenCheck } from '../check-engine';
import { runCheck } from '../check-run';
import { engine } from '../engine';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const NOTE = 'part1/RFC-001-x.md';

let folder: string;
let kit: string;
let cache: { readonly folder: string; readonly program: string };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffwright-kept-'));
  kit = join(folder, 'kit');
  cache = { folder: join(folder, 'cache', 'checks'), program: 'program-1' };
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function put(path: string, text: string, root = kit): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** A check as the launcher makes it; `judged` counts how many kits the engine opened, `taken` how many of them from an earlier session. */
async function run(args: readonly string[], kept: typeof cache | null = cache) {
  const told = { code: 0, out: '', complaints: '', judged: 0, taken: 0 };
  const counting: CheckEngine = {
    open(given, earlier): OpenCheck {
      told.judged++;
      if (earlier) told.taken++;
      return engine.open(given, earlier);
    },
  };
  const write = (text: string) => {
    told.out += text;
  };
  const complain = (text: string) => {
    told.complaints += text;
  };
  told.code = await runCheck(args, write, complain, { engine: () => counting, cache: kept });
  return told;
}

const said = ({ code, out, complaints }: Awaited<ReturnType<typeof run>>) => ({ code, out, complaints });

const FORMATS: readonly (readonly string[])[] = [
  ['--format', 'text'],
  ['--format', 'json'],
  ['--format', 'sarif'],
  ['--format', 'github'],
  ['--format', 'text', '--severity', 'should'],
  ['--format', 'sarif', '--severity', 'must'],
  ['--format', 'json', '--kind', 'rfc'],
];

const kept = () => readdirSync(cache.folder).sort();

describe('results kept between runs', { timeout: patience(120_000) }, () => {
  it('are said again without judging anything', async () => {
    put(NOTE, '# RFC-001: TODO\n');
    for (const format of FORMATS.slice(0, 6)) {
      const anew = await run([kit, ...format], null);
      const first = await run([kit, ...format]);
      const again = await run([kit, ...format]);
      expect(said(first), format.join(' ')).toEqual(said(anew));
      expect(said(again), format.join(' ')).toEqual(said(anew));
      expect(again.judged).toBe(0);
    }
    // One session serves all orders.
    expect((await run([kit, '--kind', 'rfc'])).taken).toBe(1);
  });

  it('are not used for another text, name, path, kind, program or version of a file that is no text', async () => {
    put(NOTE, '# RFC-001: TODO\n');
    put('kit.yaml', 'version: 1\nname: One\n');
    const known = async () => {
      const again = await run([kit]);
      expect(said(again)).toEqual(said(await run([kit], null)));
      return again.judged === 0;
    };
    expect(await known()).toBe(false);
    expect(await known()).toBe(true);
    put(NOTE, '# RFC-001: TODO.\n');
    expect(await known()).toBe(false);
    put('kit.yaml', 'version: 1\nname: Two\n');
    expect(await known()).toBe(false);
    put('part1/picture.png', '\x89PNG');
    expect(await known()).toBe(false);
    put('part1/RFC-002-y.md', '# RFC-002: \xE9\n');
    writeFileSync(join(kit, 'part1/RFC-002-y.md'), new Uint8Array([0x23, 0x20, 0xe9, 0x0a]));
    expect(await known()).toBe(false);
    await rename(join(kit, NOTE), join(kit, 'part1/RFC-003-x.md'));
    expect(await known()).toBe(false);
    expect(await known()).toBe(true);
    expect((await run([kit], { ...cache, program: 'program-2' })).taken).toBe(0);
    expect((await run([kit, '--kind', 'nothing'])).code).toBe(2);
  });

  it('say what a check without them says, to the byte, in every format, after edits, new names and deletions', async () => {
    const next = seeded(3);
    for (const part of ['examples/part2-adr-catalog', 'examples/part4-postmortem'])
      await cp(join(ROOT, part), join(kit, part), { recursive: true });
    let turn = 0;
    for (let round = 0; round < rounds(4); round++) {
      for (let edit = round === 0 ? 0 : 1 + next(3); edit > 0; edit--) {
        const files = readdirSync(kit, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort();
        const file = files[next(files.length)] ?? '';
        const kind = next(8);
        if (kind === 0) rmSync(file);
        else if (kind === 1) await rename(file, file.replace(/(\.[a-z]+)$/, '-2$1'));
        else writeFileSync(file, changed(readFileSync(file, 'utf8'), next));
      }
      for (let some = 0; some < 3; some++) {
        const format = FORMATS[turn++ % FORMATS.length] ?? [];
        const anew = said(await run([kit, ...format], null));
        expect(said(await run([kit, ...format])), `round ${round} ${format.join(' ')}`).toEqual(anew);
        expect(said(await run([kit, ...format])), `round ${round} ${format.join(' ')}, again`).toEqual(anew);
      }
    }
  });

  it('that are damaged, cut off, empty or of others are made anew', async () => {
    put(NOTE, '# RFC-001: TODO\n');
    const anew = said(await run([kit, '--format', 'json'], null));
    await run([kit, '--format', 'json']);
    const names = kept();
    expect(names.map((name) => name.replace(/^.*\./, ''))).toEqual(
      expect.arrayContaining(['report', 'session']),
    );
    const sound = names.map((name) => readFileSync(join(cache.folder, name)));
    const damages: readonly ((bytes: Buffer) => Uint8Array)[] = [
      ...[0, 20, 60, 100, 0.5, 1].map((at) => (bytes: Buffer) => {
        const copy = Buffer.from(bytes);
        const index = at < 1 && at > 0 ? Math.floor(bytes.length * at) : at === 1 ? bytes.length - 1 : at;
        copy[index] = (copy[index] ?? 0) ^ 0xff;
        return copy;
      }),
      (bytes) => bytes.subarray(0, bytes.length - 1),
      (bytes) => bytes.subarray(0, 30),
      (bytes) => Buffer.concat([bytes, bytes]),
      () => new Uint8Array(),
      () => Buffer.from('{"version": 1}'),
    ];
    for (const [index, damage] of damages.entries()) {
      names.forEach((name, i) => {
        writeFileSync(join(cache.folder, name), damage(sound[i] ?? Buffer.alloc(0)));
      });
      const again = await run([kit, '--format', 'json']);
      expect(said(again), `damage ${index}`).toEqual(anew);
      expect([again.judged, again.taken], `damage ${index}`).toEqual([1, 0]);
      expect((await run([kit, '--format', 'json'])).judged, `damage ${index}`).toBe(0);
    }
    // Each in the place of the other.
    const [one = '', other = ''] = names.map((name) => join(cache.folder, name));
    await rename(one, `${one}.x`);
    await rename(other, one);
    await rename(`${one}.x`, other);
    expect(said(await run([kit, '--format', 'json']))).toEqual(anew);
  });

  it('are written for this user alone, and what others could write is not believed', async () => {
    put(NOTE, '# RFC-001: TODO\n');
    await run([kit]);
    if (process.platform === 'win32') return;
    expect(statSync(cache.folder).mode & 0o777).toBe(0o700);
    for (const name of kept()) expect(statSync(join(cache.folder, name)).mode & 0o777).toBe(0o600);
    chmodSync(cache.folder, 0o777);
    expect((await run([kit])).judged).toBe(1);
  });

  it('are no error where they cannot be written', async () => {
    put(NOTE, '# RFC-001: TODO\n');
    writeFileSync(join(folder, 'file'), 'x');
    const nowhere = { ...cache, folder: join(folder, 'file', 'checks') };
    const anew = said(await run([kit], null));
    expect(said(await run([kit], nowhere))).toEqual(anew);
    expect(said(await run([kit], { ...cache, folder: join(folder, 'file') }))).toEqual(anew);
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('x');
    // Linux says of every name there that it is not there, and lets nobody make it.
    if (process.platform === 'linux')
      expect(said(await run([kit], { ...cache, folder: '/proc/nobody/cache/checks' }))).toEqual(anew);
  });

  it('are left alone with --no-cache, and never lie in the kit', async () => {
    put(NOTE, '# RFC-001: TODO\n');
    await run([kit, '--no-cache']);
    expect(existsSync(cache.folder)).toBe(false);
    await run([kit]);
    expect((await run([kit, '--no-cache'])).judged).toBe(1);
    expect(readdirSync(kit)).toEqual(['part1']);
  });

  it('outlive two checks that write at once', async () => {
    put(NOTE, '# RFC-001: TODO\n');
    const anew = said(await run([kit], null));
    const both = await Promise.all([run([kit]), run([kit]), run([kit])]);
    for (const one of both) expect(said(one)).toEqual(anew);
    expect((await run([kit])).judged).toBe(0);
    expect(kept().filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('of a folder of kits are used kit by kit', async () => {
    for (const name of ['ana', 'ben', 'carla'])
      for (const [path, text] of [
        ['kit.yaml', `version: 1\nname: ${name}\n`],
        [NOTE, '# RFC-001: TODO\n'],
      ] as const)
        put(path, text, join(kit, name));
    for (const format of FORMATS.slice(0, 4)) {
      const anew = said(await run([kit, ...format], null));
      expect(said(await run([kit, ...format]))).toEqual(anew);
      const again = await run([kit, ...format]);
      expect(said(again)).toEqual(anew);
      expect(again.judged).toBe(0);
    }
    put(NOTE, '# RFC-001: TODO and more\n', join(kit, 'ben'));
    const again = await run([kit]);
    expect(said(again)).toEqual(said(await run([kit], null)));
    expect([again.judged, again.taken]).toEqual([1, 1]);
    // A kit is the same alone and among others; its paths are not.
    expect(said(await run([join(kit, 'ana')]))).toEqual(said(await run([join(kit, 'ana')], null)));
  });

  it('are not kept of a check in which something broke', async () => {
    put(NOTE, '# RFC-001: TODO\n');
    const breaking: CheckEngine = {
      open: (given, earlier) => {
        const opened = engine.open(given, earlier);
        return {
          renew: (kit) => opened.renew(kit),
          judge: (place, order) => ({ ...opened.judge(place, order), broke: true }),
          keep: () => null,
        };
      },
    };
    await runCheck(
      [kit],
      () => undefined,
      () => undefined,
      { engine: () => breaking, cache },
    );
    expect(kept()).toEqual([]);
  });

  it('serve a check that goes on watching', async () => {
    put(NOTE, '# RFC-001: TODO\n');
    await run([kit]);
    const stop = new AbortController();
    let out = '';
    let taken = 0;
    const counting: CheckEngine = {
      open: (given, earlier) => {
        if (earlier) taken++;
        return engine.open(given, earlier);
      },
    };
    const ended = runCheck(
      [kit, '--watch'],
      (text) => {
        out += text;
      },
      () => undefined,
      { engine: () => counting, cache, stop: stop.signal },
    );
    await expect.poll(() => out, { timeout: 10_000 }).toContain('Watching for changes');
    expect(taken).toBe(1);
    for (let round = 0; !out.includes(`${NOTE} changed`) && round < 100; round++) {
      put(NOTE, `# RFC-001: Done ${round}\n`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await expect.poll(() => out.split(/\bfiles?: /).length, { timeout: 10_000 }).toBeGreaterThan(2);
    stop.abort();
    await ended;
    const again = await run([kit]);
    expect(said(again)).toEqual(said(await run([kit], null)));
  });
});
