import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportJson } from '../../shared/rubric/report-json';
import { check } from './check';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffwright-standard-'));
  for (const [path, text] of await documented()) await put(path, text);
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

/** The files of the example in the documentation: what people copy has to work. */
async function documented(): Promise<readonly (readonly [string, string])[]> {
  const page = await readFile(new URL('../../docs/own-standard.md', import.meta.url), 'utf8');
  const blocks = [...page.matchAll(/^```(?:yaml|json) (\S+)\n([\s\S]*?)^```$/gm)];
  return blocks.map(([, path, text]) => [path as string, text as string] as const);
}

async function run(...args: readonly string[]) {
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
  );
  return { code, out, complaints };
}

const reportOf = async () => JSON.parse((await run('--format', 'json')).out) as ReportJson;

const DESIGN = `---
id: DN-01
title: One ledger
status: draft
owner: Ada Example
reviewer: Ada Example
date: "2024-03-12"
---

# One ledger

## Summary

We move four ledgers into one by 2024-09-30, for $40,000, source: the cost sheet.
The regulator asked for it as soon as possible, and it takes 6 months.

## Requirements

- RQ-01: No order is lost.

## Costs

| Item | Share |
| --- | --- |
| Move | 60 % |
| Tests | 40 % |
| Total | 100 % |

## Risks

RQ-01 is at risk during the move.
`;

const CAPACITY = `id: CAP-01
title: Capacity
owner: Ada Example
date: "2024-03-12"
pools:
  - {id: day, share: 70}
  - {id: night, share: 30}
`;

describe('the documented standard, at the command line', () => {
  beforeEach(async () => {
    await put('design/ledger.acme.md', DESIGN);
    await put('capacity/2024.yaml', CAPACITY);
  });

  it('holds, and judges a sound kit as sound', async () => {
    const { complaints } = await run();
    expect(complaints).toBe('');
    const report = await reportOf();
    expect(report.findings.filter((f) => f.id === 'standard' || f.id === 'waiver')).toEqual([]);
    expect(report.findings.filter((f) => !f.waived)).toEqual([]);
    const kinds = Object.fromEntries(report.artifacts.map((a) => [a.path, [a.kind, a.grade]]));
    expect(kinds).toMatchObject({
      'design/ledger.acme.md': ['acme-design', 'staff-ready'],
      'capacity/2024.yaml': ['acme-capacity', 'staff-ready'],
      'kit.yaml': [null, null],
      'standard/design.rubric.yaml': [null, null],
      '.staffwright/waivers.yaml': [null, null],
    });
    expect((await run()).code).toBe(0);
  });

  it('says in words and in JSON what it changes and what is waived', async () => {
    const { out } = await run('--no-colour');
    expect(out).toContain('staff-ready with 1 waiver design/ledger.acme.md');
    expect(out).toContain("A quotation from the regulator's letter (Ada Example, 2024-03-20)");
    expect(out).toContain(
      'GEN-06   must → could in acme-design: Design notes carry their header in the wiki',
    );
    expect(out).toContain('kind acme-design: Acme design note, 8 criteria');
    expect(out).toMatch(/, 1 waived$/m);
    const report = await reportOf();
    expect(report.summary).toMatchObject({ must: 0, waived: 1 });
    expect(report.standard?.changes.map((c) => c.id)).toEqual(['AD-13', 'GEN-07', 'GEN-06']);
    expect(report.waivers?.map((w) => w.finding)).toEqual(['ACME-05']);
  });

  it('suppresses what is waived in SARIF, and leaves it out of annotations', async () => {
    const log = JSON.parse((await run('--format', 'sarif')).out);
    expect(log.runs[0].results).toMatchObject([
      {
        ruleId: 'ACME-05',
        suppressions: [
          {
            kind: 'external',
            status: 'accepted',
            justification: "A quotation from the regulator's letter",
          },
        ],
      },
    ]);
    expect((await run('--format', 'github')).out).not.toContain('ACME-05');
  });

  it('fails what breaks it, at the place', async () => {
    await put(
      'design/ledger.acme.md',
      DESIGN.replace('| Tests | 40 % |', '| Tests | 30 % |').replace('RQ-01 is', 'RQ-09 is'),
    );
    await put('capacity/2024.yaml', CAPACITY.replace('share: 30', 'share: "30"').replace('CAP-01', 'CAP-1'));
    const report = await reportOf();
    const at = (id: string) => report.findings.find((f) => f.id === id);
    expect(at('ACME-04')).toMatchObject({
      severity: 'must',
      message: 'The 2 values add up to 90; they should make 100 ± 0.5',
      range: { start: { line: 23, column: 10 } },
    });
    expect(at('ACME-06')).toMatchObject({ message: 'RQ-09 is defined nowhere in the packet' });
    const schema = report.findings
      .filter((f) => f.id === 'schema')
      .map((f) => [f.range.start.line, f.message]);
    expect(schema).toEqual([
      [1, 'id has not the form it needs, found "CAP-1"'],
      [7, 'pools[1].share must be a number, found "30"'],
    ]);
    expect((await run()).code).toBe(1);
  });

  it('tells a waiver whose text changed, and counts the finding again', async () => {
    await put('design/ledger.acme.md', DESIGN.replace('as soon as possible', 'as soon as we can'));
    const report = await reportOf();
    expect(report.findings.find((f) => f.id === 'ACME-05')).toMatchObject({ severity: 'should' });
    expect(report.findings.find((f) => f.id === 'waiver')).toMatchObject({
      severity: 'info',
      path: '.staffwright/waivers.yaml',
      range: { start: { line: 1, column: 3 } },
    });
    expect(report.artifacts.find((a) => a.path === 'design/ledger.acme.md')?.waivers).toBeUndefined();
  });

  it('fails a kit whose standard does not hold, with file and line', async () => {
    const rubric = await readFile(join(folder, 'standard/design.rubric.yaml'), 'utf8');
    await put('standard/design.rubric.yaml', rubric.replace('equals: 100', 'equls: 100'));
    const { code, out } = await run('--no-colour');
    expect(code).toBe(1);
    expect(out).toMatch(
      /standard\/design\.rubric\.yaml\n {2}30:\d+ +must +standard +"sum" has no key "equls"/,
    );
  });

  it('says when a named file is outside the folders of the kit', async () => {
    const kit = await readFile(join(folder, 'kit.yaml'), 'utf8');
    await put(
      'kit.yaml',
      kit.replace('folders: [design, standard, capacity]', 'folders: [design, capacity]'),
    );
    const report = await reportOf();
    expect(report.findings.filter((f) => f.id === 'standard').map((f) => f.message)).toEqual([
      'There is no file "standard/design.rubric.yaml" in this kit; it has to be in one of the kit\'s folders',
      'There is no file "standard/capacity.schema.json" in this kit; it has to be in one of the kit\'s folders',
      'There is no file "standard/capacity.rubric.yaml" in this kit; it has to be in one of the kit\'s folders',
    ]);
  });
});
