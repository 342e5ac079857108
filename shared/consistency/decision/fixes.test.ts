import { expect, it } from 'vitest';
import { KINDS } from '../../kinds';
import { contributionOf } from '../../rubric/contribution';
import type { Finding } from '../../rubric/finding';
import { KitPacket } from '../../rubric/kit-packet';
import { parseSource } from '../../rubric/parse-source';
import { KindRegistry } from '../../rubric/registry';
import { type ConsistencyRule, runRule } from '../../rubric/rule';
import { DECISION_RULES } from './index';

const registry = new KindRegistry(KINDS);
type Files = Readonly<Record<string, string>>;

function report(rule: ConsistencyRule, files: Files) {
  return runRule(
    rule,
    new KitPacket(
      Object.entries(files).map(([path, text]) => {
        const source = parseSource(path, text);
        const kind = registry.recognise(path, source).kind;
        const facts = kind && source ? kind.facts(kind.read(source), source) : [];
        return contributionOf(path, kind?.id ?? null, source, facts);
      }),
    ),
  );
}

function mended(files: Files, findings: readonly Finding[]): Files {
  const out: Record<string, string> = { ...files };
  for (const path of Object.keys(files)) {
    const edits = findings.filter((f) => f.path === path).flatMap((f) => f.fix?.edits ?? []);
    for (const { from, to, insert } of [...edits].sort((a, b) => b.from - a.from))
      out[path] = (out[path] ?? '').slice(0, from) + insert + (out[path] ?? '').slice(to);
  }
  return out;
}

const repairs = DECISION_RULES.flatMap((rule) =>
  rule.examples.fail
    .map((example) => ({ rule, files: example.files, findings: report(rule, example.files).findings }))
    .filter(({ findings }) => findings.length > 0 && findings.every((f) => f.fix !== undefined))
    .map((repair, i) => [`${rule.id} (${i + 1})`, repair] as const),
);

it.each(repairs)('%s: the offered repairs mend the example', (_, { rule, files, findings }) => {
  const now = report(rule, mended(files, findings));
  expect(now.findings.map((f) => f.message)).toEqual([]);
  expect(now.verdict).toBe('pass');
});

it('repairs are offered where the right text is known', () => {
  expect(new Set(repairs.map(([, { rule }]) => rule.id))).toEqual(
    new Set(['X-01', 'X-03', 'X-04', 'X-05', 'X-06', 'X-08', 'X-09']),
  );
});

it('a problem names the other side, unless there is only one', () => {
  for (const rule of DECISION_RULES) {
    for (const example of rule.examples.fail) {
      for (const finding of report(rule, example.files).findings)
        expect(rule.id === 'X-08' || finding.related.length > 0, finding.message).toBe(true);
    }
  }
});
