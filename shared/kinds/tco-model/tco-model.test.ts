import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../rubric/blocks-of';
import type { TextEdit } from '../../rubric/finding';
import { parseSource } from '../../rubric/parse-source';
import { all, gaps, kitBlocks, kitReport, kitText, mutate, swap } from '../kit-fixture.test-support';
import { marksOf } from '../marks.test-support';
import { tcoModel } from '.';
import { netPresentValue } from './evaluate';

const PATH = 'examples/part2-adr-catalog/tco-5yr-model.yaml';
const { worse, expectWorse, line } = marksOf(PATH);

function apply(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((t, e) => t.slice(0, e.from) + e.insert + t.slice(e.to), text);
}

describe('the worked model', () => {
  it('has no gap that a reader would stop at or see', () => {
    expect(gaps(PATH)).toEqual([]);
    expect(kitReport(PATH)).toMatchObject({ kind: 'tco-model', grade: 'staff-ready', points: 1 });
    const open = kitReport(PATH).criteria.filter((c) => c.verdict !== 'pass' && c.verdict !== 'manual');
    expect(open.map((c) => `${c.id} ${c.verdict}`)).toEqual([
      'GEN-05 not-applicable',
      'GEN-07 not-applicable',
      'GEN-08 not-applicable',
    ]);
  });

  it('is previewed without a mark: every shown figure recomputes', () => {
    const tables = kitBlocks(PATH).flatMap((block) => (block.kind === 'table' ? [block] : []));
    const cells = tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
    expect(cells.filter((cell) => cell.tone === 'bad')).toEqual([]);
    expect(tables.map((table) => table.rows.length)).toEqual([4, 9, 9, 9, 9, 27, 5, 4, 4, 42, 17, 14, 46]);
  });
});

describe('taking out the decisive passage', () => {
  it('TCO-01: two years are missing, an option has no archive', () => {
    expectWorse(swap('years: [2024, 2025, 2026, 2027, 2028]', 'years: [2024, 2025, 2026]'), {
      marks: [`TCO-01 ${line('years:')}: years`],
      failing: ['TCO-01'],
    });
    const archive = /\n {6}- id: batch_archive\n.*\n.*\n.*/;
    const { marks, failing } = worse((text) => text.replace(archive, ''));
    expect(marks.filter((mark) => mark.startsWith('TCO-01'))).toEqual([
      `TCO-01 ${line('id: batch\n')}: batch`,
    ]);
    expect(failing).toContain('TCO-01');
  });

  it('TCO-02: a total, a five-year total, each with the sum as the repair', () => {
    const change = swap('totals: [1496642, 764100', 'totals: [1496642, 764200');
    expectWorse(change, {
      marks: [`TCO-02 ${line('[1496642')}: 764200`],
      failing: ['TCO-02', 'TCO-03', 'X-08'],
    });
    const { report } = mutate(PATH, change);
    expect(report.criteria.find((c) => c.id === 'TCO-03')?.because).toBe('TCO-02');
    const fix = report.findings.find((f) => f.id === 'TCO-02')?.fix;
    expect(apply(change(kitText(PATH)), fix?.edits ?? [])).toBe(kitText(PATH));
    expectWorse(swap('total_5yr: 5155727', 'total_5yr: 5155728'), {
      marks: [`TCO-02 ${line('total_5yr: 5155727')}: 5155728`],
      failing: ['TCO-02', 'X-08'],
    });
  });

  it('TCO-03: an NPV two dollars off; one is rounding', () => {
    expectWorse(swap('npv: 4628249', 'npv: 4628251'), {
      marks: [`TCO-03 ${line('npv: 4628249')}: 4628251`],
      failing: ['TCO-03', 'X-08'],
    });
    expect(worse(swap('npv: 4628249', 'npv: 4628250')).failing).toEqual([]);
  });

  it('TCO-04: a cell that its formula does not give', () => {
    expectWorse(swap('[29030, 37740', '[29030, 38740'), {
      marks: [`TCO-04 ${line('[29030')}: 38740`],
      failing: ['TCO-02', 'TCO-04', 'X-08'],
    });
    const { report } = mutate(PATH, swap('[29030, 37740', '[29030, 38740'));
    expect(report.criteria.find((c) => c.id === 'TCO-02')?.because).toBe('TCO-04');
  });

  it('TCO-04: an id nobody defined, told once although thirty values rest on it', () => {
    const { report, findings } = mutate(PATH, swap('formula: "raw * a_comp"', 'formula: "raw * a_compr"'));
    expect(findings.map((f) => `${f.id} ${f.line}: ${f.text}`)).toEqual([
      `TCO-04 ${line('raw * a_comp')}: a_compr`,
    ]);
    expect(report.findings.find((f) => f.id === 'TCO-04')?.hint).toBe('The nearest name is a_comp.');
    expect(report.criteria.find((c) => c.id === 'TCO-07')?.verdict).toBe('not-evaluated');
  });

  it('TCO-04: derived values that build on each other in a circle', () => {
    const { marks } = worse(swap('formula: "raw * a_comp"', 'formula: "hot * a_comp"'));
    expect(marks).toEqual([`TCO-04 ${line('wire * a_ret * a_rf')}: wire`]);
  });

  it('TCO-04: another growth rewrites the whole model, and the repair does it', () => {
    const change = swap('value: 0.3\n', 'value: 0.31\n');
    const findings = mutate(PATH, change).report.findings.filter((f) => f.id === 'TCO-04');
    expect(findings.length).toBeGreaterThan(10);
    const mended = apply(change(kitText(PATH)), findings[0]?.fix?.edits ?? []);
    const after = mutate(PATH, () => mended).report;
    expect(
      after.criteria.filter((c) => ['TCO-02', 'TCO-03', 'TCO-04'].includes(c.id)).map((c) => c.verdict),
    ).toEqual(['pass', 'pass', 'pass']);
  });

  it('TCO-05: people who cost nothing in the last year', () => {
    const npv = netPresentValue([2_207_103, 1_112_041, 1_195_795, 1_305_103, 473_673], 0.08, 'end-of-year');
    const change = all(
      swap('"a_fte_self * a_fte * wage"', '"a_fte_self * a_fte * wage * min(1, 5 - y)"'),
      swap('925201, 962209]', '925201, 0]'),
      swap('1305103, 1435882]', '1305103, 473673]'),
      swap('total_5yr: 7255924', 'total_5yr: 6293715'),
      swap('npv: 5882797', `npv: ${npv}`),
    );
    // The sensitivity rows still rest on the old formula: one finding for all of them, by the rule about the arithmetic.
    expectWorse(change, {
      marks: [`TCO-05 ${line('925201, 962209]')}: 0`, `X-08 ${line('\nsensitivity:') + 1}: sensitivity`],
      failing: ['TCO-05', 'X-08', 'X-09'],
    });
  });

  it('TCO-05: a move that costs nothing, in an option that the matrix does not call the status quo', () => {
    // The name alone does not decide: the matrix of the packet marks batch as the status quo.
    expect(
      worse(swap('name: "Hourly Spark batch (status quo)"', 'name: "Hourly Spark batch"')).failing,
    ).toEqual([]);
    const change = swap(
      '  - id: batch\n    name: "Hourly Spark batch (status quo)"',
      '  - id: hourly\n    name: "Hourly Spark batch"',
    );
    expectWorse(change, {
      marks: [`TCO-05 ${line('values: [0, 0, 0, 0, 0]', 'id: batch_migration')}: [0, 0, 0, 0, 0]`],
      failing: ['TCO-05', 'X-06', 'X-09', 'examples/part2-adr-catalog/objection-playbook.md OP-05'],
    });
  });

  it('TCO-06: retention is not swept, or swept without a winner', () => {
    const gone = (text: string) => text.replace(/hot retention/g, 'hot days');
    expectWorse(gone, {
      marks: [`TCO-06 ${line('\nsensitivity:') + 1}: sensitivity`],
      failing: ['TCO-06'],
    });
    const flawed = (text: string) =>
      text.replace(/(driver: "hot retention[^"]*"\n(?:.*\n){6} {4}winner_low: )\S+/g, '$1nobody');
    expectWorse(flawed, {
      marks: [`TCO-06 ${line('winner_low', 'driver: "hot retention (a_ret)"')}: nobody`],
      failing: ['TCO-06'],
    });
  });

  it('TCO-07: a break-even that is none, and fewer than two', () => {
    expectWorse(swap('value: 0.164', 'value: 0.2'), {
      marks: [`TCO-07 ${line('value: 0.164')}: 0.2`],
      failing: ['TCO-07', 'X-08'],
    });
    const others = (text: string) =>
      text.replace(/between: \[kafka-msk, kinesis\]/g, 'between: [kafka-msk, batch]');
    expect(worse(others).marks[0]).toBe(`TCO-07 ${line('\nbreak_evens:') + 1}: break_evens`);
    expect(worse(others).failing).toEqual(['TCO-07', 'X-08']);
  });

  it('TCO-08: a price two years old, a price without a source', () => {
    expectWorse(swap('as_of: "2023-10-16"', 'as_of: "2021-10-16"', 'id: p_msk\n'), {
      marks: [`TCO-08 ${line('as_of: ', 'id: p_msk\n')}: 2021-10-16`],
      failing: ['TCO-08'],
    });
    expectWorse(swap('    source: "Amazon MSK pricing page"\n', '', 'id: p_msk\n'), {
      marks: [`TCO-08 ${line('id: p_msk\n')}: p_msk`],
      failing: ['TCO-08'],
    });
  });

  it('TCO-09: a constant in a formula', () => {
    expectWorse(swap('formula: "a_tool_msk"', 'formula: "36000"'), {
      marks: [`TCO-09 ${line('formula: "a_tool_msk"')}: 36000`],
      failing: ['TCO-09'],
    });
  });

  it('TCO-10: a line that is a benefit, and a total with the problem cost netted in', () => {
    expectWorse(swap('id: kin_network', 'id: kin_avoided_loss'), {
      marks: [`TCO-10 ${line('id: kin_network')}: kin_avoided_loss`],
      failing: ['TCO-10'],
    });
    const netted = swap('totals: [942786, 1036921', 'totals: [942786, 2176921');
    expectWorse(netted, {
      marks: [`TCO-10 ${line('totals: [942786')}: 2176921`],
      failing: ['TCO-02', 'TCO-03', 'TCO-10', 'X-08'],
    });
  });

  it('TCO-11: a low confidence that is not swept', () => {
    expectWorse(swap('confidence: medium', 'confidence: low', 'id: a_kpu'), {
      marks: [`TCO-11 ${line('confidence', 'id: a_kpu')}: low`],
      failing: ['TCO-11'],
    });
  });

  it('TCO-01 alone tells that there are no options', () => {
    const { marks, failing } = worse(
      (text) => `${text.slice(0, text.indexOf('\noptions:') + 1)}options: []\n`,
    );
    expect(marks.filter((mark) => !mark.startsWith('TCO-11'))).toEqual([
      `TCO-01 ${line('\noptions:') + 1}: options`,
    ]);
    expect(failing).not.toContain('TCO-12');
  });
});

describe('a half-written model', () => {
  it('is previewed as far as it goes', () => {
    const half = kitText(PATH).slice(0, kitText(PATH).indexOf('- id: kin_storage'));
    expect(blocksOf(tcoModel, parseSource(PATH, half))?.length).toBeGreaterThan(3);
    const { report } = mutate(PATH, () => half);
    expect(report.criteria.every((c) => c.verdict !== 'error')).toBe(true);
  });
});
