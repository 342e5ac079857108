import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportJson } from '../../shared/rubric/report-json';
import { check } from './check';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffwright-check-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

async function run(...args: string[]) {
  let out = '';
  let complaints = '';
  const code = await check(
    args.length > 0 ? args : [folder],
    (text) => {
      out += text;
    },
    (text) => {
      complaints += text;
    },
  );
  return { code, out, complaints };
}

async function runJson() {
  const result = await run(folder, '--format', 'json');
  return { ...result, report: JSON.parse(result.out) as ReportJson };
}

const GOOD_DIAGRAM = '%% title: Flow\n%% owner: Ines Okonkwo-Vale\nsequenceDiagram\n  a->>b: one\n';

describe('check on folders that are no kit', () => {
  it('says that the folder is not there', async () => {
    const { code, complaints } = await run(join(folder, 'missing'));
    expect(code).toBe(2);
    expect(complaints).toMatch(/not (?:there|found|exist)|no such|missing/i);
  });

  it('says that the folder is empty', async () => {
    const { code, complaints } = await run();
    expect(code).toBe(2);
    expect(complaints).toMatch(/empty/);
  });

  it('says that a folder of other things is no kit', async () => {
    await put('holiday.jpg', new Uint8Array([0xff, 0xd8, 0xff]));
    const { code, complaints } = await run();
    expect(code).toBe(2);
    expect(complaints).toMatch(/nothing to write or check|no artifact/i);
  });

  it('refuses arguments it does not know', async () => {
    const { code, complaints } = await run(folder, '--frmat', 'json');
    expect(code).toBe(2);
    expect(complaints).toContain('Usage');
  });
});

describe('check on broken files', () => {
  it('gives file and line of YAML that does not parse, and checks the rest', async () => {
    await put('part1/tradeoff-matrix.yaml', 'id: TM-1\ncriteria: [1\nb: 2\n');
    await put('part1/diagrams/flow.mmd', GOOD_DIAGRAM);
    const { code, report } = await runJson();
    expect(code).toBe(1);
    const finding = report.findings.find((f) => f.id === 'GEN-01');
    expect(finding).toMatchObject({ path: 'part1/tradeoff-matrix.yaml', severity: 'must' });
    expect(finding?.range.start.line).toBe(3);
    expect(report.artifacts.map((a) => a.path)).toContain('part1/diagrams/flow.mmd');
  });

  it('gives the place of a duplicate key in JSON', async () => {
    await put('part1/risk-register.json', '{\n  "id": "R",\n  "id": "S"\n}\n');
    const { report } = await runJson();
    expect(report.findings.find((f) => f.id === 'GEN-01')?.range.start).toMatchObject({ line: 3, column: 3 });
  });

  it('gives the place of a diagram that starts with no diagram type', async () => {
    await put('part1/diagrams/flow.mmd', '%% title: Flow\n%% owner: A\nflowchrt LR\n  a --> b\n');
    const { code, report } = await runJson();
    expect(code).toBe(1);
    expect(report.findings.find((f) => f.id === 'GEN-01')?.range.start.line).toBe(3);
  });

  it('names the first byte of a file that is not UTF-8 and goes on', async () => {
    await put('part1/RFC-001-x.md', new Uint8Array([0x23, 0x20, 0x41, 0x0a, 0xff, 0xfe, 0x0a]));
    await put('part1/diagrams/flow.mmd', GOOD_DIAGRAM);
    const { complaints, out } = await run();
    expect(complaints).toMatch(/RFC-001-x\.md/);
    expect(complaints).toMatch(/UTF-8/);
    expect(complaints).toMatch(/\b2\b/);
    expect(out).toContain('files');
  });

  it('lists a link that leaves the kit and does not follow it', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'staffwright-outside-'));
    try {
      await writeFile(join(outside, 'RFC-002-secret.md'), '# Secret words\n');
      await put('part1/diagrams/flow.mmd', GOOD_DIAGRAM);
      await symlink(join(outside, 'RFC-002-secret.md'), join(folder, 'part1', 'RFC-002-secret.md'));
      const { out, complaints } = await run();
      expect(complaints).toMatch(/RFC-002-secret\.md/);
      expect(`${out}${complaints}`).not.toContain('Secret words');
    } finally {
      await rm(outside, { recursive: true, force: true });
    }
  });

  it('lists a 20 MB Markdown file without checking it', async () => {
    await put(
      'part1/RFC-003-huge.md',
      `---\nid: RFC-003\n---\n\n# Huge\n\n${'All words and no play. '.repeat(900_000)}\n`,
    );
    await put('part1/diagrams/flow.mmd', GOOD_DIAGRAM);
    const { report } = await runJson();
    const huge = report.artifacts.find((a) => a.path === 'part1/RFC-003-huge.md');
    expect(huge).toMatchObject({ kind: 'rfc', grade: null });
    expect(report.findings.find((f) => f.id === 'size')?.message).toMatch(/not checked/);
  });
});

describe('check changes nothing', () => {
  it('leaves every byte of the folder as it was', async () => {
    await put('part1/tradeoff-matrix.yaml', 'id: TM-1\r\ntitle: "x"\r\n');
    const before = await readFile(join(folder, 'part1/tradeoff-matrix.yaml'));
    await run();
    expect(await readFile(join(folder, 'part1/tradeoff-matrix.yaml'))).toEqual(before);
    expect(await readdir(folder, { recursive: true })).toEqual(['part1', 'part1/tradeoff-matrix.yaml']);
  });
});

describe('check for tools and for a person at work', () => {
  it('writes SARIF and annotations of the same findings', async () => {
    await put('part1/RFC-001-x.md', '# RFC-001: TODO\n');
    const { report } = await runJson();
    const sarif = await run(folder, '--format', 'sarif');
    const log = JSON.parse(sarif.out);
    expect(log.runs[0].results).toHaveLength(report.findings.length);
    expect(sarif.code).toBe(1);
    const github = await run(folder, '--format', 'github', '--severity', 'must');
    const musts = report.findings.filter((f) => f.severity === 'must');
    expect(github.out.trim().split('\n')).toHaveLength(musts.length);
    expect(github.out).toMatch(/^::error file=.*RFC-001-x\.md,line=1/m);
  });

  it('judges one kind only, and its exit code is about that kind', async () => {
    await put('part1/RFC-001-x.md', '# RFC-001: TODO\n');
    await put('part1/diagrams/flow.mmd', GOOD_DIAGRAM);
    expect((await run(folder, '--kind', 'rfc')).code).toBe(1);
    const only = await run(folder, '--kind', 'incident-scenario', '--format', 'json');
    expect(only.code).toBe(0);
    expect(JSON.parse(only.out).summary.must).toBe(0);
    const unknown = await run(folder, '--kind', 'rfx');
    expect(unknown.code).toBe(2);
    expect(unknown.complaints).toContain('There is no kind "rfx"');
  });

  it('checks again when a file changes, until it is stopped', async () => {
    await put('part1/RFC-001-x.md', '# RFC-001: TODO\n');
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
    await expect.poll(() => out, { timeout: 5_000 }).toContain('Watching for changes');
    expect(out).toContain('TODO');
    // The watcher starts up meanwhile: write until it hears.
    for (let round = 0; !out.includes('part1/RFC-001-x.md changed') && round < 100; round++) {
      await put('part1/RFC-001-x.md', `# RFC-001: Done ${round}\n`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(out).toContain('part1/RFC-001-x.md changed');
    stop.abort();
    expect(await ended).toBe(1);
  }, 30_000);
});
