import { describe, expect, it } from 'vitest';
import { type AutoCriterion, notEvaluated, pass } from './criterion';
import { defineKind } from './kind';
import { KindRegistry } from './registry';
import type { ConsistencyRule, RuleResult } from './rule';
import { CheckSession } from './session';
import { note } from './session-kinds.test-support';

const common = {
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'It is so',
  failTitle: 'It is not so',
  why: 'Because.',
  hint: 'Write it.',
  sources: [],
  examples: { pass: [], fail: [] },
} as const;

const alone: AutoCriterion<null> = {
  ...common,
  id: 'T-01',
  provedBy: 'X-01 compares both',
  rules: ['X-01'],
  check: () => notEvaluated('X-01 compares both'),
};
const together: AutoCriterion<null> = {
  ...common,
  id: 'T-02',
  rules: ['X-01', 'X-02'],
  failsWith: ['X-03'],
  check: () => pass({ from: 0, to: 3 }),
};

const notes = defineKind<null>({
  id: 'note',
  title: 'Note',
  purpose: 'Says something.',
  part: 1,
  format: 'md',
  order: 1,
  files: ['*.note.md'],
  contrasts: [],
  read: () => null,
  rubric: [alone, together],
  facts: () => [],
});

function rule(id: string, result: RuleResult): ConsistencyRule {
  const { severity, title, failTitle, why, hint, examples } = common;
  return { id, severity, title, failTitle, why, hint, examples, kinds: ['note'], check: () => result };
}

const PASSES: RuleResult = { verdict: 'pass', evidence: [{ path: 'a.note.md', span: { from: 4, to: 6 } }] };
const FAILS: RuleResult = {
  verdict: 'fail',
  problems: [{ path: 'a.note.md', span: { from: 4, to: 6 }, message: 'No', related: [] }],
};

function judged(path: string, ...rules: readonly ConsistencyRule[]) {
  const session = new CheckSession({
    registry: new KindRegistry([notes]),
    name: 'Kit',
    validator: () => null,
    rules,
  });
  session.setFile(path, note('Text'));
  session.settle();
  const report = session.artifact(path);
  const of = (id: string) => report?.criteria.find((c) => c.id === id);
  return { report, alone: of('T-01'), together: of('T-02') };
}

describe('a criterion that rules decide', () => {
  it('passes with the evidence of both', () => {
    const { alone, together, report } = judged('a.note.md', rule('X-01', PASSES), rule('X-02', PASSES));
    expect([alone?.verdict, alone?.evidence]).toEqual(['pass', [{ from: 4, to: 6 }]]);
    expect(together?.evidence).toEqual([
      { from: 0, to: 3 },
      { from: 4, to: 6 },
      { from: 4, to: 6 },
    ]);
    expect(report?.grade).toBe('staff-ready');
  });

  it('fails because of the rule, which has the only finding, and counts for the grade', () => {
    const { alone, together, report } = judged('a.note.md', rule('X-01', FAILS), rule('X-02', PASSES));
    expect([alone, together].map((c) => [c?.verdict, c?.because])).toEqual([
      ['fail', 'X-01'],
      ['fail', 'X-01'],
    ]);
    expect(report?.findings.map((f) => f.id)).toEqual(['X-01']);
    expect(report?.grade).not.toBe('staff-ready');
  });

  it('fails with a rule that it does not wait for', () => {
    const { together } = judged('a.note.md', rule('X-01', PASSES), rule('X-02', PASSES), rule('X-03', FAILS));
    expect([together?.verdict, together?.because]).toEqual(['fail', 'X-03']);
  });

  it('passes when the disagreement is in another file', () => {
    expect(judged('b.note.md', rule('X-01', FAILS), rule('X-02', PASSES)).alone?.verdict).toBe('pass');
  });

  it('is not evaluated when a rule is not, or is not there', () => {
    const open: RuleResult = { verdict: 'not-evaluated', reason: 'There is no model' };
    const { alone, together } = judged('a.note.md', rule('X-01', open));
    expect([alone?.verdict, alone?.reason]).toEqual(['not-evaluated', 'X-01: There is no model']);
    expect(together?.verdict).toBe('not-evaluated');
    expect(judged('a.note.md').alone?.reason).toBe('X-01 has not been checked');
  });

  it('is not evaluated in a counter-example, whose facts no rule reads', () => {
    const { alone } = judged('senior-grade/a.note.md', rule('X-01', PASSES), rule('X-02', PASSES));
    expect(alone?.verdict).toBe('not-evaluated');
  });
});
