import { describe, expect, it } from 'vitest';
import { KINDS } from '../kinds';
import { contributionOf } from '../rubric/contribution';
import type { Finding } from '../rubric/finding';
import { KitPacket } from '../rubric/kit-packet';
import { parseSource } from '../rubric/parse-source';
import { KindRegistry } from '../rubric/registry';
import { type ConsistencyRule, type RuleExample, runRule } from '../rubric/rule';
import { CONSISTENCY_RULES } from './index';

type Files = RuleExample['files'];

const registry = new KindRegistry(KINDS);

function findings(rule: ConsistencyRule, files: Files): readonly Finding[] {
  const packet = new KitPacket(
    Object.entries(files).map(([path, text]) => {
      const source = parseSource(path, text);
      const kind = registry.recognise(path, source).kind;
      const facts = kind && source ? kind.facts(kind.read(source), source) : [];
      return contributionOf(path, kind?.id ?? null, source, facts);
    }),
  );
  return runRule(rule, packet).findings;
}

function fixed(text: string, finding: Finding): string {
  return [...(finding.fix?.edits ?? [])]
    .reverse()
    .reduce((result, edit) => result.slice(0, edit.from) + edit.insert + result.slice(edit.to), text);
}

const told = (finding: Finding) => `${finding.path}: ${finding.message}`;

const offered = CONSISTENCY_RULES.flatMap((rule) =>
  rule.examples.fail.flatMap((example, i) =>
    findings(rule, example.files)
      .filter((finding) => finding.fix)
      .map(
        (finding) =>
          [`${rule.id}, failing example ${i + 1}: ${finding.fix?.title}`, rule, example, finding] as const,
      ),
  ),
);

describe('a fix that a rule offers', () => {
  it.each(offered)('%s', (_, rule, example, finding) => {
    const edits = finding.fix?.edits ?? [];
    expect(edits.every((edit, i) => i === 0 || edit.from >= (edits[i - 1]?.to ?? 0))).toBe(true);
    const text = example.files[finding.path] ?? '';
    const after = { ...example.files, [finding.path]: fixed(text, finding) };
    expect(parseSource(finding.path, after[finding.path] ?? '')?.problems).toEqual(
      parseSource(finding.path, text)?.problems,
    );
    expect(findings(rule, after).map(told)).not.toContain(told(finding));
  });
});

/** The rules whose examples have a repair, so that one that is lost is noticed; the others tell of what only people can decide. */
const WITH_FIX: readonly string[] = [
  'X-01',
  'X-03',
  'X-04',
  'X-05',
  'X-06',
  'X-08',
  'X-09',
  'X-14',
  'X-17',
  'X-18',
  'X-19',
  'X-22',
  'X-24',
  'X-25',
  'X-27',
  'X-28',
  'X-31',
  'X-32',
  'X-33',
  'X-34',
  'X-35',
  'X-38',
  'X-39',
  'X-40',
  'X-41',
  'X-42',
  'X-43',
];

it('is offered by exactly these rules', () => {
  expect([...new Set(offered.map(([, rule]) => rule.id))].sort()).toEqual(WITH_FIX);
});
