import { describe, expect, it } from 'vitest';
import { KINDS } from '../kinds';
import { contributionOf } from '../rubric/contribution';
import { KitPacket } from '../rubric/kit-packet';
import { parseSource } from '../rubric/parse-source';
import { KindRegistry } from '../rubric/registry';
import { type RuleExample, runRule } from '../rubric/rule';
import { CONSISTENCY_RULES } from './index';

const registry = new KindRegistry(KINDS);

function packetOf(files: RuleExample['files']): KitPacket {
  return new KitPacket(
    Object.entries(files).map(([path, text]) => {
      const source = parseSource(path, text);
      const kind = registry.recognise(path, source).kind;
      const facts = kind && source ? kind.facts(kind.read(source), source) : [];
      return contributionOf(path, kind?.id ?? null, source, facts);
    }),
  );
}

describe.each(CONSISTENCY_RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it.each(rule.examples.pass.map((example, i) => [i + 1, example] as const))(
    'passes example %i',
    (_, example) => {
      const report = runRule(rule, packetOf(example.files));
      expect({
        verdict: report.verdict,
        reason: report.reason,
        messages: report.findings.map((f) => f.message),
      }).toEqual({ verdict: 'pass', reason: undefined, messages: [] });
    },
  );
  it.each(rule.examples.fail.map((example, i) => [i + 1, example] as const))(
    'fails example %i at the right places',
    (_, example) => {
      const report = runRule(rule, packetOf(example.files));
      expect({ verdict: report.verdict, reason: report.reason }).toEqual({
        verdict: 'fail',
        reason: undefined,
      });
      expect(
        report.findings.map((f) => [f.path, example.files[f.path]?.slice(f.span.from, f.span.to)]),
      ).toEqual(example.at ?? []);
    },
  );
  it('has a passing and a failing example, says both sides, and is not evaluated without its inputs', () => {
    expect(rule.examples.pass.length).toBeGreaterThan(0);
    expect(rule.examples.fail.length).toBeGreaterThan(0);
    expect(runRule(rule, new KitPacket([])).verdict).toBe('not-evaluated');
  });
});

it('rules have unique ids in the order of the specification', () => {
  const ids = CONSISTENCY_RULES.map((rule) => rule.id);
  expect([...new Set(ids)].sort()).toEqual(ids);
});
