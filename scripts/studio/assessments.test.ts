import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportJson } from '../../shared/rubric/report-json';
import { check } from './check';

const ANSWERS = '.staffwright/self-assessments.yaml';
const PATH = 'part1/RFC-007-streams.md';
const RFC = `---
id: RFC-007
title: Move to streams
status: draft
---

# RFC-007: Move to streams

## 1. Summary and ask

We propose to move orders to streams by June, for $40,000 a year.
`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffwright-answers-'));
  await put(PATH, RFC);
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

/** The entries of the example in the documentation: what people copy has to work. */
async function documented(): Promise<string> {
  const page = await readFile(new URL('../../docs/self-assessments.md', import.meta.url), 'utf8');
  return /^```yaml \.staffwright\/self-assessments\.yaml\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? '';
}

async function run(...args: readonly string[]) {
  let out = '';
  const write = (text: string) => {
    out += text;
  };
  await check([folder, ...args], write, write);
  return out;
}

async function json() {
  const report = JSON.parse(await run('--format', 'json')) as ReportJson;
  const artifact = report.artifacts.find(({ path }) => path === PATH);
  return { report, artifact, result: artifact?.criteria.find(({ id }) => id === 'RFC-14') };
}

describe('check of a kit with questions', () => {
  it('lists what waits for a person, with the question', async () => {
    const out = await run();
    expect(out).toMatch(
      /For you to judge\n {2}part1\/RFC-007-streams\.md\n {4}RFC-14 {3}Could a director outside the team/,
    );
    expect(out).not.toContain('Answered by you');
    expect(out).toContain(', 1 for you to judge)');
  });

  it('leaves out questions below the severity that is asked for', async () => {
    expect(await run('--severity', 'must')).not.toContain('For you to judge\n');
  });

  it('counts the answers of the documentation, and says whose they are', async () => {
    await put(ANSWERS, await documented());
    const out = await run();
    expect(out).not.toContain('For you to judge\n');
    expect(out).toContain('Answered by you');
    expect(out).toContain('partly (Bea Example, 2024-03-27): The date is there, the reason for it is not');
    expect(out).toContain('another reader: yes (Ada Example, 2024-03-20)');
    expect(out).toContain(', 1 partly, 1 judged by you)');
    expect(out).not.toContain('for you to judge');
    const { report, artifact, result } = await json();
    expect(artifact?.assessed).toBe(1);
    expect(result).toMatchObject({ verdict: 'manual', assessed: { answer: 'partly', by: 'Bea Example' } });
    expect(report.findings.filter(({ id }) => id === 'self')).toEqual([]);
  });

  it('opens the question again when the passage changes', async () => {
    const [ada] = (await documented()).split(/^(?=- )/m);
    await put(ANSWERS, ada ?? '');
    expect((await json()).result).toMatchObject({ evidence: [{}], assessed: { answer: 'yes' } });
    await put(PATH, RFC.replace('by June', 'by May'));
    const out = await run();
    expect(out).toContain('Answered, text changed: yes (Ada Example, 2024-03-20)');
    expect(out).not.toContain('Answered by you');
    expect((await json()).result?.assessed?.stale).toBe(true);
  });

  it('of a no has a finding in the words of the person', async () => {
    const [ada] = (await documented()).split(/^(?=- )/m);
    await put(ANSWERS, (ada ?? '').replace('"yes"', 'no').replace(/note: .*/, 'note: "She could not"'));
    const { report } = await json();
    expect(report.findings.find(({ id }) => id === 'RFC-14')).toMatchObject({
      severity: 'should',
      message: 'She could not',
      assessed: { by: 'Ada Example' },
      range: { start: { line: 11, column: 1 } },
    });
  });
});
