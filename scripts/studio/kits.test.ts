import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportJson } from '../../shared/rubric/report-json';
import { check } from './check';
import { checkKitAt } from './checked-kit';
import { engine } from './engine';
import { checkKits, type StartHelper, takeTurns } from './many-kits';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffwright-kits-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function put(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

async function run(args: readonly string[] = [], startHelper?: StartHelper) {
  let out = '';
  let complaints = '';
  const code = await check(
    [folder, ...args],
    (text) => {
      out += text;
    },
    (text) => {
      complaints += text;
    },
    startHelper ? { startHelper } : {},
  );
  return { code, out, complaints };
}

async function json(...args: string[]): Promise<ReportJson> {
  return JSON.parse((await run(['--format', 'json', ...args])).out) as ReportJson;
}

/** A kit whose ADR has the id of everybody else's. */
const kit = (path: string, name: string): Readonly<Record<string, string>> => ({
  [`${path}/kit.yaml`]: `version: 1\nname: ${name}\n`,
  [`${path}/part2/adr-001-x.md`]: `---\nid: ADR-001\ntitle: ${name}\nstatus: accepted\n---\n\n# ADR-001: ${name}\n`,
});

const DIAGRAM = '%% title: Flow\n%% owner: Ines Okonkwo-Vale\nsequenceDiagram\n  a->>b: one\n';

describe('a folder of kits', { timeout: 60_000 }, () => {
  it('is checked kit by kit: each says what it says alone, with paths from the folder', async () => {
    await put({ ...kit('ben', 'Ben'), ...kit('ana', 'Ana'), ...kit('team/carla', 'Carla') });
    const report = await json();
    expect(report.kits?.map(({ path, name }) => [path, name])).toEqual([
      ['ana', 'Ana'],
      ['ben', 'Ben'],
      ['team/carla', 'Carla'],
    ]);
    // Mixed, the second ADR-001 would be a duplicate.
    for (const { path } of report.kits ?? []) {
      const { out } = await (async () => {
        let text = '';
        await check(
          [join(folder, path), '--format', 'json'],
          (piece) => {
            text += piece;
          },
          () => undefined,
        );
        return { out: text };
      })();
      const alone = JSON.parse(out) as ReportJson;
      const placed = <T extends { readonly path: string }>(one: T) => ({
        ...one,
        path: `${path}/${one.path}`,
      });
      const own = (one: { readonly path: string }) => one.path.startsWith(`${path}/`);
      expect(report.artifacts.filter(own)).toEqual(alone.artifacts.map(placed));
      expect(report.findings.filter(own)).toEqual(
        alone.findings.map((finding) => ({ ...placed(finding), related: finding.related.map(placed) })),
      );
    }
    const sum = (report.kits ?? []).reduce((total, { summary }) => total + summary.must, 0);
    expect(report.summary.must).toBe(sum);
  });

  it('counts its own artifacts as one more kit, without those of the others', async () => {
    await put({ ...kit('ana', 'Ana'), 'part1/diagrams/flow.mmd': DIAGRAM });
    const report = await json();
    expect(report.kits?.map(({ path }) => path)).toEqual(['', 'ana']);
    expect(report.artifacts.map(({ path }) => path)).toEqual([
      'part1/diagrams/flow.mmd',
      'ana/part2/adr-001-x.md',
      'ana/kit.yaml',
    ]);
  });

  it('tells each format the same findings', async () => {
    await put({ ...kit('ana', 'Ana'), ...kit('ben', 'Ben') });
    const { findings } = await json();
    const sarif = JSON.parse((await run(['--format', 'sarif'])).out);
    expect(sarif.runs).toHaveLength(1);
    expect(sarif.runs[0].results).toHaveLength(findings.length);
    const ids = sarif.runs[0].tool.driver.rules.map((rule: { id: string }) => rule.id);
    for (const result of sarif.runs[0].results) expect(ids[result.ruleIndex]).toBe(result.ruleId);
    const github = await run(['--format', 'github']);
    expect(github.out.trim().split('\n')).toHaveLength(findings.length);
    expect(github.out).toContain('ben/part2/adr-001-x.md');
    const { out, code } = await run(['--no-colour']);
    expect(code).toBe(1);
    expect(out.indexOf('Kit Ana (ana)')).toBeLessThan(out.indexOf('Kit Ben (ben)'));
    expect(out).toMatch(/2 kits, 4 files: \d+ must/);
  });

  it('takes kinds from each kit, and refuses one that none has', async () => {
    await put({ ...kit('ana', 'Ana'), 'ben/kit.yaml': 'version: 1\nname: Ben\n', 'ben/flow.mmd': DIAGRAM });
    const only = await json('--kind', 'adr');
    expect(only.artifacts.map(({ path }) => path)).toEqual(['ana/part2/adr-001-x.md']);
    const unknown = await run(['--kind', 'adx']);
    expect(unknown.code).toBe(2);
    expect(unknown.complaints).toContain('There is no kind "adx"');
  });

  it('says which kit holds nothing, and ends with 2 when none does', async () => {
    await put({ ...kit('ana', 'Ana'), 'ben/kit.yaml': 'version: 1\nname: Ben\n', 'ben/notes.txt': 'x' });
    const some = await run();
    expect(some.code).toBe(1);
    expect(some.complaints).toContain('ben: No artifact was found');
    await rm(join(folder, 'ana'), { recursive: true });
    expect((await run()).code).toBe(2);
  });

  it('checks the kit that changed again, until it is stopped', async () => {
    await put({ ...kit('ana', 'Ana'), ...kit('ben', 'Ben') });
    const stop = new AbortController();
    let out = '';
    const ended = check(
      [folder, '--watch', '--no-colour'],
      (text) => {
        out += text;
      },
      () => undefined,
      { stop: stop.signal },
    );
    await expect.poll(() => out, { timeout: 30_000 }).toContain('Watching for changes');
    const before = out.length;
    for (let round = 0; !out.includes('ben/part2/adr-001-x.md changed') && round < 100; round++) {
      await put({ 'ben/part2/adr-001-x.md': `# ADR-001: Round ${round}\n` });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await expect.poll(() => out.slice(before), { timeout: 30_000 }).toContain('2 kits, 4 files');
    expect(out.slice(before)).not.toContain('Kit Ana');
    stop.abort();
    expect(await ended).toBe(1);
  });
});

describe('a helper', { timeout: 60_000 }, () => {
  const given = { format: 'json', least: 'info', kind: undefined, colour: false } as const;
  const means = { engine: () => engine, kept: null, cache: null };

  it('takes kits off the same list, and they are handed over in the order of the list', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const name of names) await put(kit(name, name));
    const order = { root: folder, given };
    const helped: number[] = [];
    const startHelper: StartHelper = (work, deliver) => ({
      ended: takeTurns(
        work,
        (index, one) => {
          helped.push(index);
          deliver(index, one);
        },
        means,
      ),
    });
    const taken: string[] = [];
    await checkKits(order, names, (one) => taken.push(one.path), { ...means, startHelper });
    expect(taken).toEqual(names);
    expect(helped.length).toBeGreaterThan(0);
    expect(helped.length).toBeLessThan(names.length);
  });

  it('that ends too early leaves nothing out', async () => {
    const names = ['a', 'b', 'c'];
    for (const name of names) await put(kit(name, name));
    const order = { root: folder, given };
    const startHelper: StartHelper = ({ next }) => {
      // It took the first kit, and is gone.
      Atomics.add(new Int32Array(next), 0, 1);
      return { ended: Promise.resolve() };
    };
    const taken: string[] = [];
    await checkKits(order, names, (one) => taken.push(one.path), { ...means, startHelper });
    expect(taken).toEqual(names);
    expect((await checkKitAt('a', order, means)).state).toBe('checked');
  });
});
