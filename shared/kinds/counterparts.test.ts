import { describe, expect, it } from 'vitest';
import { DataReader } from '../rubric/read-data';
import { parseYaml } from '../text/yaml';
import { kitPaths, kitReport, kitText } from './kit-fixture.test-support';

/** The senior-grade counterparts are held to their annotations: each falls short for exactly the reasons that are told. */
const FOLDER = 'examples/senior-grade/';

const files = new DataReader(parseYaml(kitText(`${FOLDER}annotations.yaml`))).at('files').items;

const JUDGED = files.map((file) => file.at('path').text ?? '');

it('all ten counterparts are annotated', () => {
  const kept = kitPaths().filter((path) => path.startsWith(FOLDER) && kitReport(path).grade !== null);
  expect(kept).toHaveLength(10);
  expect(JUDGED.map((name) => `${FOLDER}${name}`).sort()).toEqual([...kept].sort());
});

describe.each(JUDGED)('%s', (name) => {
  const entry = files.find((file) => file.at('path').text === name);
  const findings = entry?.at('findings').items ?? [];
  const report = kitReport(`${FOLDER}${name}`);

  it('has the grade that is told', () => {
    expect(report.grade).toBe(entry?.at('grade').text);
  });

  it('fails exactly the criteria that are told', () => {
    const failing = report.criteria.filter((c) => c.verdict === 'fail').map((c) => c.id);
    expect(failing.sort()).toEqual(findings.flatMap((f) => f.at('criterion').text ?? []).sort());
  });

  it('has no finding of anything else, and one of each that is told unless another of them tells it', () => {
    const told = findings.flatMap((f) => f.at('criterion').text ?? []);
    const found = new Set(report.findings.filter((f) => f.severity !== 'info').map((f) => f.id));
    expect([...found].filter((id) => !told.includes(id))).toEqual([]);
    const because = new Map(report.criteria.map((c) => [c.id, c.because]));
    const silent = told.filter((id) => !found.has(id));
    expect(silent.filter((id) => !told.includes(because.get(id) ?? ''))).toEqual([]);
  });

  it('decides every other criterion that does not compare it with the kit', () => {
    const open = report.criteria.filter((c) => c.verdict === 'error' || c.verdict === 'not-evaluated');
    const reasons = new Set(open.map((c) => c.reason));
    reasons.delete('A counter-example is not compared with the files of the kit');
    expect([...reasons]).toEqual([]);
  });

  it('quotes both files exactly', () => {
    const worked = new URL(entry?.at('worked_example').text ?? '', `file:///${FOLDER}`).pathname.slice(1);
    for (const finding of findings) {
      expect(kitText(`${FOLDER}${name}`)).toContain(finding.at('quote').text);
      expect(kitText(worked)).toContain(finding.at('staff_quote').text);
    }
  });
});
