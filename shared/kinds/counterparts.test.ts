import { describe, expect, it } from 'vitest';
import { DataReader } from '../rubric/read-data';
import { parseYaml } from '../text/yaml';
import { kitReport, kitText } from './kit-fixture.test-support';

/** The senior-grade counterparts that are held to their annotations here: each falls short for exactly the reasons that are told. */
const FOLDER = 'examples/senior-grade/';
const JUDGED = ['objection-playbook.md', 'executive-summary.md'];

const files = new DataReader(parseYaml(kitText(`${FOLDER}annotations.yaml`))).at('files').items;

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

  it('quotes both files exactly', () => {
    const worked = new URL(entry?.at('worked_example').text ?? '', `file:///${FOLDER}`).pathname.slice(1);
    for (const finding of findings) {
      expect(kitText(`${FOLDER}${name}`)).toContain(finding.at('quote').text);
      expect(kitText(worked)).toContain(finding.at('staff_quote').text);
    }
  });
});
