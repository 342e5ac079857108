import { describe, expect, it } from 'vitest';
import { chartsOf } from '../../preview/chart/drawable.test-support';
import { gaps, kitBlocks, kitReport, mutate, remove, swap } from '../kit-fixture.test-support';
import { marksOf } from '../marks.test-support';

const PATH = 'examples/part3-architecture-review/raci-matrix.yaml';
const AGENDA = 'examples/part3-architecture-review/review-agenda.md';
const { worse, expectWorse, line } = marksOf(PATH);

/** A change inside one activity: the first occurrence behind its id. */
const inRow = (id: string, from: string, to: string) => swap(from, to, `id: ${id}`);
const rowLine = (id: string) => line('name:', `id: ${id}`);

describe('the worked matrix', () => {
  it('has no gap that a reader would stop at or see', () => {
    expect(gaps(PATH)).toEqual([]);
    expect(kitReport(PATH)).toMatchObject({ kind: 'raci-matrix', grade: 'staff-ready', points: 1 });
    const open = kitReport(PATH).criteria.filter((c) => c.verdict !== 'pass');
    expect(open.map((c) => `${c.id} ${c.verdict}`)).toEqual([
      'GEN-05 not-applicable',
      'GEN-07 not-applicable',
      'GEN-08 not-applicable',
    ]);
  });

  it('is previewed as a grid of twelve activities and seventeen people', () => {
    const tables = chartsOf(kitBlocks(PATH)).map((block) => block.table);
    expect(tables[0]?.columns.map((column) => column.label)).toEqual([
      ...[
        'Activity',
        'Phase',
        'MH',
        'HO',
        'DC',
        'YB',
        'TA',
        'LF',
        'RV',
        'BN',
        'GI',
        'OP',
        'FL',
        'KD',
        'MS',
        'IR',
        'IOV',
        'NH',
        'JO',
      ],
    ]);
    expect(tables[0]?.rows).toHaveLength(12);
    const operate = tables[0]?.rows[3]?.cells.map((cell) => cell.text);
    expect(operate?.join('|')).toBe('RA-04 Operate the harbor cluster|Operate||||A|R||I|||||R|||C||');
  });
});

describe('taking out the decisive passage', () => {
  it('RACI-01: nobody answers, two answer', () => {
    expectWorse(inRow('RA-04', 'YB: A', 'YB: R'), {
      marks: [`RACI-01 ${rowLine('RA-04')}: Operate the harbor cluster`],
      failing: ['RACI-01'],
    });
    expectWorse(inRow('RA-04', 'TA: R', 'TA: AR'), {
      marks: [`RACI-01 ${line('TA: R', 'id: RA-04')}: AR`],
      failing: ['RACI-01'],
    });
  });

  it('RACI-02: nobody does it', () => {
    expectWorse(inRow('RA-11', 'KD: R', 'KD: C'), {
      marks: [`RACI-02 ${rowLine('RA-11')}: Retire the hourly batch`],
      failing: ['RACI-02'],
    });
  });

  it('RACI-03: a key of nobody, and a person without a cell', () => {
    expectWorse(inRow('RA-04', 'RV: I', 'RX: I'), {
      marks: [`RACI-03 ${line('RV: I', 'id: RA-04')}: RX`],
      failing: ['RACI-03'],
    });
    const extra =
      '  - key: LC\n    name: Linnea Castro-Bey\n    role: On-call\n    team: Streaming Platform\n    level: 1\nactivities:';
    expectWorse(swap('activities:', extra), {
      marks: [`RACI-03 ${line('activities:')}: LC`],
      failing: ['RACI-03'],
    });
  });

  it('RACI-04: a team answers', () => {
    expectWorse(swap('name: Yuki Brannigan', 'name: Streaming Platform'), {
      marks: [`RACI-04 ${line('name: Yuki Brannigan')}: Streaming Platform`],
      // The agenda still invites Yuki Brannigan, who is no longer listed.
      failing: ['RACI-04', 'X-23'],
    });
  });

  it('RACI-05: a sixth person is asked', () => {
    const change = (text: string) => inRow('RA-01', 'YB: I', 'YB: C')(inRow('RA-01', 'LF: I', 'LF: C')(text));
    expectWorse(change, {
      marks: [`RACI-05 ${rowLine('RA-01')}: Approve RFC-042`],
      failing: ['RACI-05'],
    });
  });

  it('RACI-06: one person answers for five of twelve', () => {
    const change = (text: string) =>
      inRow('RA-04', 'YB: A', 'DC: A')(inRow('RA-10', 'LF: AR', 'LF: R\n      DC: A')(text));
    expectWorse(change, {
      marks: [`RACI-06 ${line('name: Dmitri Castellane')}: Dmitri Castellane`],
      failing: ['RACI-06'],
    });
  });

  it('RACI-07: someone other than the captain of the agenda answers for the decision', () => {
    const change = (text: string) => inRow('RA-01', 'DC: A', 'DC: C')(inRow('RA-01', 'MH: C', 'MH: A')(text));
    expectWorse(change, {
      marks: [`RACI-07 ${line('MH: C', 'id: RA-01')}: A`],
      failing: ['RACI-07'],
    });
  });

  it('RACI-08: a name without a verb, and a life that does not end', () => {
    expectWorse(inRow('RA-07', 'Define data SLOs', 'Data SLOs, defined'), {
      marks: [`RACI-08 ${rowLine('RA-07')}: Data SLOs, defined`],
      failing: ['RACI-08'],
    });
    const change = (text: string) =>
      inRow('RA-11', 'phase: retire', 'phase: build')(inRow('RA-11', 'Retire the', 'Stop the')(text));
    expectWorse(change, {
      marks: [`RACI-08 ${line('activities:')}: activities`],
      failing: ['RACI-08'],
    });
  });

  it('RACI-08 alone tells that there are no activities', () => {
    const { marks, failing } = worse(
      (text) => `${text.slice(0, text.indexOf('activities:'))}activities: []\n`,
    );
    expect(marks).toEqual([`RACI-08 ${line('activities:')}: activities`]);
    expect(failing).toHaveLength(9);
  });

  it('RACI-09: someone with a vote is only informed', () => {
    expectWorse(inRow('RA-10', 'FL: C', 'FL: I'), {
      marks: [`RACI-09 ${line('name: Farid Lindqvist')}: Farid Lindqvist`],
      failing: ['RACI-09'],
    });
  });
});

describe('without an agenda', () => {
  it('who has a vote is not known, so nothing is concluded', () => {
    const { report, failing } = remove(AGENDA, PATH);
    expect(failing.filter((id) => !id.endsWith(' not-evaluated') && !id.endsWith(' GEN-03'))).toEqual([]);
    expect(report.criteria.find((c) => c.id === 'RACI-09')?.verdict).toBe('not-evaluated');
  });

  it('another captain in the agenda shows in the matrix', () => {
    const { findings } = mutate(AGENDA, swap('captain: Dmitri Castellane', 'captain: Yuki Brannigan'), PATH);
    expect(findings.map((f) => `${f.id} ${f.line}: ${f.text}`)).toEqual([
      `RACI-07 ${line('DC: A', 'id: RA-01')}: A`,
    ]);
  });
});
