import { describe, expect, it } from 'vitest';
import { score } from '../domain/grade';
import { type AutoCriterion, type CheckResult, failBecause, judge, notApplicable, pass } from './criterion';
import { KitPacket } from './kit-packet';
import { parseSource } from './parse-source';
import { runCriterion } from './run';

const source = parseSource('a.md', '# Title\n');
if (!source) throw new Error('Markdown has a format');
const packet = new KitPacket([]);

function criterion(
  check: AutoCriterion<null>['check'],
  scope: 'structure' | 'value' = 'value',
): AutoCriterion<null> {
  return {
    id: 'T-01',
    mode: 'auto',
    severity: 'must',
    scope,
    readsPacket: false,
    title: 'It is so',
    failTitle: 'It is not so',
    why: 'Because.',
    hint: 'Write it.',
    sources: [],
    check,
    examples: { pass: [], fail: [] },
  };
}

const run = (check: AutoCriterion<null>['check'], template = false, scope: 'structure' | 'value' = 'value') =>
  runCriterion(criterion(check, scope), null, source, packet, template);

describe('a check that throws', () => {
  it.each([
    ['an error', new Error('no such row'), 'no such row'],
    ['anything else', 'a string', 'a string'],
  ])('%s gives the verdict error with the reason, and no finding', (_, thrown, told) => {
    const { result, findings } = run(() => {
      throw thrown;
    });
    expect(result).toEqual({
      id: 'T-01',
      severity: 'must',
      verdict: 'error',
      evidence: [],
      reason: `The check itself broke: ${told}`,
    });
    expect(findings).toEqual([]);
  });

  it('touches no other criterion, and makes the grade unknown rather than lower', () => {
    const broken = run(() => {
      throw new Error('oh');
    });
    const sound = run(() => pass());
    expect(sound.result.verdict).toBe('pass');
    expect(score([broken.result, sound.result])).toEqual({ points: null, grade: null });
  });
});

describe('a template', () => {
  const failing = (): CheckResult => judge([{ span: { from: 2, to: 7 }, message: 'Not so' }]);

  it('is not judged by criteria about values, whose check is not even asked', () => {
    let asked = 0;
    const { result, findings } = run(() => {
      asked++;
      return failing();
    }, true);
    expect([result.verdict, result.reason, findings, asked]).toEqual([
      'not-applicable',
      'Values are not judged in a template',
      [],
      0,
    ]);
  });

  it('is judged by criteria about structure, which are told', () => {
    const told: boolean[] = [];
    const { result } = run(
      ({ template }) => {
        told.push(template);
        return failing();
      },
      true,
      'structure',
    );
    expect([result.verdict, told]).toEqual(['fail', [true]]);
  });
});

describe('a verdict', () => {
  it('of fail carries the hint of the criterion unless the problem has a better one', () => {
    const { findings } = run(() =>
      judge([
        { span: { from: 0, to: 1 }, message: 'First' },
        { span: { from: 2, to: 7 }, message: 'Second', hint: 'Write "Name".' },
      ]),
    );
    expect(findings).toEqual([
      {
        id: 'T-01',
        severity: 'must',
        path: 'a.md',
        span: { from: 0, to: 1 },
        message: 'First',
        hint: 'Write it.',
        related: [],
      },
      {
        id: 'T-01',
        severity: 'must',
        path: 'a.md',
        span: { from: 2, to: 7 },
        message: 'Second',
        hint: 'Write "Name".',
        related: [],
      },
    ]);
  });

  it('because of another criterion names it and repeats no finding', () => {
    const { result, findings } = run(() => failBecause('T-00'));
    expect(result).toMatchObject({ verdict: 'fail', because: 'T-00' });
    expect(findings).toEqual([]);
  });

  it('keeps its places within the text', () => {
    const far = { from: 5, to: 999 };
    expect(run(() => pass(far)).result.evidence).toEqual([{ from: 5, to: 8 }]);
    expect(run(() => judge([{ span: far, message: 'Far' }])).findings[0]?.span).toEqual({ from: 5, to: 8 });
  });

  it('of not applicable says why', () => {
    expect(run(() => notApplicable('No risk is high')).result).toMatchObject({
      verdict: 'not-applicable',
      reason: 'No risk is high',
    });
  });

  it('of a question is left to a person', () => {
    const question = { ...criterion(() => pass()), mode: 'self', question: 'Is it honest?' } as const;
    const { result } = runCriterion(question, null, source, packet, false);
    expect(result).toMatchObject({ verdict: 'manual', reason: 'Is it honest?' });
  });
});
