import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, type Scored, score, WEIGHT } from './grade';
import type { Severity, Verdict } from './verdict';

const some = (count: number, severity: Severity, verdict: Verdict): Scored[] =>
  Array.from({ length: count }, () => ({ severity, verdict }));

describe('the grade', () => {
  it('is staff-ready from 0.85 with every must met', () => {
    // 17 of 20.
    const enough = [
      ...some(5, 'must', 'pass'),
      ...some(1, 'should', 'pass'),
      ...some(1, 'should', 'fail'),
      ...some(1, 'could', 'fail'),
    ];
    expect(score(enough)).toEqual({ points: 0.85, grade: 'staff-ready' });
    // 16 of 20.
    const short = [...some(5, 'must', 'pass'), ...some(1, 'could', 'pass'), ...some(2, 'should', 'fail')];
    expect(score(short)).toEqual({ points: 0.8, grade: 'senior-grade' });
  });

  it('is senior-grade with one failing must, whatever the points', () => {
    expect(score([...some(40, 'must', 'pass'), ...some(1, 'must', 'fail')]).grade).toBe('senior-grade');
  });

  it('is senior-grade from 0.60', () => {
    expect(score([...some(4, 'must', 'pass'), ...some(4, 'should', 'fail')])).toEqual({
      points: 0.6,
      grade: 'senior-grade',
    });
    expect(
      score([...some(4, 'must', 'pass'), ...some(4, 'should', 'fail'), ...some(1, 'could', 'fail')]).grade,
    ).toBe('draft');
  });

  it('is senior-grade with two failing musts and draft with three', () => {
    expect(score([...some(20, 'must', 'pass'), ...some(2, 'must', 'fail')]).grade).toBe('senior-grade');
    expect(score([...some(20, 'must', 'pass'), ...some(3, 'must', 'fail')]).grade).toBe('draft');
  });

  it('does not count what is not applicable, not evaluated or unanswered', () => {
    const counted = [...some(1, 'must', 'pass'), ...some(1, 'should', 'fail')];
    const open = (['not-applicable', 'not-evaluated', 'manual'] as const).flatMap((v) => some(3, 'must', v));
    expect(score([...counted, ...open])).toEqual(score(counted));
    expect(score(open)).toEqual({ points: null, grade: null });
    expect(score([])).toEqual({ points: null, grade: null });
  });

  it('is unknown when a criterion broke', () => {
    expect(score([...some(9, 'must', 'pass'), ...some(1, 'could', 'error')])).toEqual({
      points: null,
      grade: null,
    });
  });

  it('counts answers: partly is half, and a no to a must is a failing must', () => {
    const answered = (answer: Answer): Scored[] => [
      ...some(9, 'must', 'pass'),
      { severity: 'must', verdict: 'manual', assessed: { answer } },
    ];
    expect(score(answered('yes'))).toEqual({ points: 1, grade: 'staff-ready' });
    expect(score(answered('partly'))).toEqual({ points: 0.95, grade: 'staff-ready' });
    expect(score(answered('no'))).toEqual({ points: 0.9, grade: 'senior-grade' });
  });

  it('counts half of the weight that the question has, at each severity', () => {
    // 3 + 1.5, 3 + 1 and 3 + 0.5, of 3 and the weight of the question.
    for (const [severity, points] of [
      ['must', 4.5 / 6],
      ['should', 4 / 5],
      ['could', 3.5 / 4],
    ] as const)
      expect(
        score([...some(1, 'must', 'pass'), { severity, verdict: 'manual', assessed: { answer: 'partly' } }])
          .points,
      ).toBe(points);
  });

  it('is a draft with three noes to musts, together with what the program found', () => {
    const no: Scored = { severity: 'must', verdict: 'manual', assessed: { answer: 'no' } };
    expect(score([...some(40, 'must', 'pass'), no, no]).grade).toBe('senior-grade');
    expect(score([...some(40, 'must', 'pass'), no, no, ...some(1, 'must', 'fail')]).grade).toBe('draft');
  });

  it('does not count an answer whose text changed, nor one that is waived', () => {
    const counted = [...some(1, 'must', 'pass'), ...some(1, 'should', 'fail')];
    const no = { severity: 'must', verdict: 'manual', assessed: { answer: 'no' } } as const;
    expect(score([...counted, { ...no, assessed: { answer: 'no', stale: true } }])).toEqual(score(counted));
    expect(score([...counted, { ...no, waived: {} }])).toEqual(score(counted));
    expect(score([...counted, no]).points).toBe(3 / 8);
  });

  it('never falls when a failing criterion is mended', () => {
    const rank = { draft: 0, 'senior-grade': 1, 'staff-ready': 2 } as const;
    const scored = fc.record({
      severity: fc.constantFrom<Severity>('must', 'should', 'could'),
      verdict: fc.constantFrom<Verdict>('pass', 'fail', 'not-applicable'),
    });
    fc.assert(
      fc.property(fc.array(scored, { minLength: 1, maxLength: 30 }), fc.nat(29), (results, at) => {
        const mended = results.map((r, i) =>
          i === at && r.verdict === 'fail' ? { ...r, verdict: 'pass' as const } : r,
        );
        const [before, after] = [score(results), score(mended)];
        if (before.grade === null || after.grade === null) {
          expect(after).toEqual(before);
          return;
        }
        expect(rank[after.grade]).toBeGreaterThanOrEqual(rank[before.grade]);
        expect(after.points ?? -1).toBeGreaterThanOrEqual(before.points ?? 0);
      }),
    );
  });

  it('compares exact shares with its thresholds', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (passed, failed) => {
        fc.pre(passed + failed > 0);
        const { grade } = score([...some(passed, 'could', 'pass'), ...some(failed, 'could', 'fail')]);
        const [earned, total] = [passed * WEIGHT.could, (passed + failed) * WEIGHT.could];
        const wanted =
          100 * earned >= 85 * total ? 'staff-ready' : 100 * earned >= 60 * total ? 'senior-grade' : 'draft';
        expect(grade).toBe(wanted);
      }),
    );
  });
});
