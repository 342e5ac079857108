import { beforeAll, describe, expect, it } from 'vitest';
import type { CheckSession } from '../rubric/session';
import { settled, viewOf, withChanges, workedTexts } from './kit.test-support';
import { sentenceOf } from './next-action';

const RFC = 'examples/part1-design-doc/RFC-042-streaming-migration.md';
const MATRIX = 'examples/part1-design-doc/tradeoff-matrix.yaml';
const SLIDES = 'examples/part4-postmortem/executive-summary.md';
const REGISTER = 'examples/part1-design-doc/risk-register.json';
const RETROSPECTIVE = 'examples/part3-architecture-review/review-retrospective.md';

let session: CheckSession;
// Reading and checking the whole kit is no part of any test's time.
beforeAll(() => {
  session = settled(workedTexts());
}, 120_000);

const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

describe('the worked packet', () => {
  it('has four staff-ready deliverables, each with all criteria met', () => {
    const { deliverables } = viewOf(session);
    expect(deliverables.map(({ name, grade, missing }) => [name, grade, missing])).toEqual([
      ['RFC', 'staff-ready', null],
      ['ADR catalog', 'staff-ready', null],
      ['Review packet', 'staff-ready', null],
      ['Postmortem', 'staff-ready', null],
    ]);
    for (const one of deliverables) {
      expect([one.points, one.met, one.toStaff, one.gaps]).toEqual([1, one.judged, 0, []]);
      expect(one.files.length).toBeGreaterThan(10);
    }
  });

  it('has reached all checkpoints; what is left are questions to a person', () => {
    const view = viewOf(session);
    expect(view.sprints.map(({ reached, toCheckpoint }) => [reached, toCheckpoint])).toEqual([
      [true, 0],
      [true, 0],
      [true, 0],
    ]);
    expect(new Set(view.actions.map(({ does }) => does))).toEqual(new Set(['answer']));
    expect(view.questions).toHaveLength(view.actions.length);
    expect(view.minutes).toBe(view.actions.reduce((sum, { minutes }) => sum + minutes, 0));
    expect(view.sprints.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(view.minutes);
    expect(view.actions[0]?.severity).toBe('must');
  });

  it('agrees with itself: rules read many pairs, and no cell tells a disagreement', () => {
    const { consistency } = viewOf(session);
    expect(consistency.disagreements).toEqual([]);
    expect(consistency.decided + consistency.open).toBe(43);
    expect(consistency.cells.length).toBeGreaterThan(80);
    expect(
      consistency.cells.every(({ rules, disagreements }) => rules.length > 0 && disagreements.length === 0),
    ).toBe(true);
    const [rfc, matrix] = ['rfc', 'tradeoff-matrix'].map((kind) =>
      consistency.sides.findIndex((s) => s.kind === kind),
    );
    const cell = consistency.cells.find(({ row, column }) => row === rfc && column === matrix);
    expect(cell?.rules).toEqual(expect.arrayContaining(['X-01', 'X-02', 'X-03']));
  });

  it('follows its figures to the field or the event that they come from', () => {
    const { ledger } = viewOf(session);
    expect(ledger.stale).toBe(0);
    const of = (path: string, text: string) => {
      const row = ledger.rows.find((one) => one.path.endsWith(path) && one.text === text);
      return row && [row.source?.path.split('/').at(-1), row.source?.name, row.source?.value];
    };
    expect(of('RFC-042-streaming-migration.md', '$952,563')).toEqual([
      'tco-5yr-model.yaml',
      'migration in 2024 of kafka-msk',
      '$952,563',
    ]);
    expect(of('adr-001-kafka.md', '4.40')).toEqual([
      'tradeoff-matrix.yaml',
      expect.stringContaining('weighted total of'),
      '4.40',
    ]);
    expect(of('executive-summary.md', '315 min')).toEqual([
      'timeline.yaml',
      'time to detect, 09:05 to 14:20',
      '',
    ]);
    expect(of('INC-2024-0312-postmortem.md', '5,367,722 events')).toEqual([
      'impact-assessment.yaml',
      'IM-01 Order-line events dropped',
      '5367722 events',
    ]);
    expect(of('RFC-042-streaming-migration.md', '$612,000')).toEqual([
      'problem-brief.md',
      'The same amount',
      '$612,000',
    ]);
    // Every source is a place that exists, and says what the ledger says of it where that is quoted.
    for (const { source } of ledger.rows)
      if (source) expect(session.text(source.path)?.slice(source.span.from, source.span.to)).not.toBe('');
  });
});

describe('a packet with something wrong', () => {
  it('says in one sentence what to do next, with minutes', () => {
    // A phase loses its rollback trigger.
    const change = (text: string) =>
      text
        .replace(/\| P2 \| freshness p95 [^\n]*\n\| P2 \| completeness [^\n]*\n/, '')
        .replace(
          'freshness p95 > 15 min for 60 min, or completeness < 99.9 % for 30 min',
          'if it goes wrong',
        );
    withChanges(session, { [RFC]: change }, (view) => {
      const [first] = view.actions;
      expect(first && sentenceOf(first)).toMatch(/^RFC: .*P2.*, \d+ minutes$/);
      expect(first).toMatchObject({
        path: RFC,
        severity: 'must',
        does: expect.stringMatching(/write|decide/),
      });
      expect(view.deliverables[0]).toMatchObject({ grade: 'senior-grade' });
      expect(view.deliverables[0]?.gaps[0]).toMatchObject({ path: RFC, label: 'RFC', severity: 'must' });
      expect(view.deliverables[0]?.toStaff).toBeGreaterThan(0);
      expect(view.sprints[0]).toMatchObject({ reached: false });
      expect(view.sprints[1]).toMatchObject({ reached: true });
    });
  });

  it('puts a file that cannot be read before everything else', () => {
    withChanges(session, { [REGISTER]: (text) => text.slice(0, 900) }, (view) => {
      expect(view.actions[0]).toMatchObject({ path: REGISTER, does: 'mend', label: 'Risk register' });
    });
  });

  it('shows both places of a disagreement, in the cell of their kinds', () => {
    withChanges(session, { [RFC]: swap(/\| 4\.05 \|/, '| 4.06 |') }, ({ consistency, ledger }) => {
      const [one] = consistency.disagreements;
      expect(one?.rule).toBe('X-03');
      const here = one?.here;
      expect(here?.excerpt.slice(here.mark.from, here.mark.to)).toBe('4.06');
      const there = one?.there[0];
      expect(there?.path).toBe(MATRIX);
      expect(there?.excerpt.slice(there.mark.from, there.mark.to)).toContain('4.05');
      const cell = consistency.cells.find(({ disagreements }) => disagreements.includes(0));
      expect([consistency.sides[cell?.row ?? -1]?.kind, consistency.sides[cell?.column ?? -1]?.kind]).toEqual(
        ['rfc', 'tradeoff-matrix'],
      );
      const stale = ledger.rows.filter((row) => row.stale);
      expect(stale.map(({ text, source, stale: why }) => [text, source?.value, why?.rule, why?.now])).toEqual(
        [['4.06', '4.05', 'X-03', '4.05']],
      );
    });
  });

  it('marks a figure that its source no longer gives, with both values', () => {
    withChanges(session, { [SLIDES]: swap('315 min', '316 min') }, ({ ledger }) => {
      expect(ledger.stale).toBe(1);
      expect(ledger.rows.find(({ stale }) => stale)).toMatchObject({
        text: '316 min',
        stale: { rule: 'X-33', now: '315 min', waived: false },
      });
    });
  });

  it('marks a count that is not the table’s, wherever the rule points', () => {
    const change = (text: string) =>
      text.replace(/[Ee]leven consent/, 'Twelve consent').replace(/11 consent/, '12 consent');
    withChanges(session, { [RETROSPECTIVE]: change }, ({ ledger, consistency }) => {
      expect(ledger.rows.filter(({ stale }) => stale)).toMatchObject([{ stale: { rule: 'X-25' } }]);
      expect(consistency.disagreements).toHaveLength(1);
    });
  });

  it('counts a must that two files share against both deliverables', () => {
    withChanges(session, { [RFC]: null }, (view) => {
      const [rfc, adrs] = view.deliverables;
      expect(rfc).toMatchObject({ grade: null, points: null, missing: 'RFC' });
      expect(adrs?.grade).not.toBe('staff-ready');
      expect(view.actions.find(({ does }) => does === 'begin')).toMatchObject({ label: 'RFC', path: null });
      expect(view.sprints[0]).toMatchObject({ reached: false, missing: ['RFC'] });
      expect(view.sprints[0]?.toCheckpoint).toBeGreaterThanOrEqual(90);
    });
  });
});

describe('other kits', () => {
  it('a kit of nothing, and one of notes, are no packet', () => {
    for (const files of [[], [['notes.txt', 'hello'] as const]]) {
      const view = viewOf(settled(files));
      expect(view.artifacts).toBe(0);
      expect(view.points).toBeNull();
      expect(view.deliverables.map(({ grade }) => grade)).toEqual([null, null, null, null]);
      expect(view.actions.map(({ does }) => does)).toEqual(['begin', 'begin', 'begin', 'begin']);
    }
  });

  it('a kit of one half-written RFC says what to begin with', () => {
    const view = viewOf(
      settled([['RFC-007-own.md', '---\nid: RFC-007\n---\n# RFC-007: Own\n\n## Summary\n\nWe']]),
    );
    expect(view.artifacts).toBe(1);
    expect(view.deliverables[0]).toMatchObject({ grade: 'draft', missing: null });
    expect(view.deliverables[1]).toMatchObject({ grade: null, missing: 'ADR' });
    expect(view.actions[0]?.path).toBe('RFC-007-own.md');
    expect(view.consistency.disagreements).toEqual([]);
    expect(view.ledger.rows).toEqual([]);
  });

  it('a kit with hundreds of findings stays short, and is looked over in moments', () => {
    const files = Array.from({ length: 60 }, (_, i) => {
      const number = String(i + 1).padStart(3, '0');
      return [
        `adr-${number}-own.md`,
        `---\nid: ADR-${number}\nstatus: maybe\n---\n# TODO ${'\n\n<fill in>'.repeat(20)}\n`,
      ] as const;
    });
    const own = settled(files);
    const started = performance.now();
    const view = viewOf(own);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(view.counts.must).toBeGreaterThan(300);
    expect(view.actions.length).toBeLessThanOrEqual(200);
    expect(view.actions.length + view.more).toBeGreaterThan(300);
    expect(view.deliverables[1]).toMatchObject({ grade: 'draft' });
  });
});
