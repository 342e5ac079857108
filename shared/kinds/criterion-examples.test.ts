import { describe, expect, it } from 'vitest';
import { contributionOf } from '../rubric/contribution';
import type { AutoCriterion, CriterionExample } from '../rubric/criterion';
import type { ArtifactKind } from '../rubric/kind';
import { KitPacket } from '../rubric/kit-packet';
import { parseSource } from '../rubric/parse-source';
import { KindRegistry } from '../rubric/registry';
import { runCriterion } from '../rubric/run';
import { UNIVERSAL_CRITERIA } from '../rubric/universal';
import { KINDS } from './index';

const registry = new KindRegistry(KINDS);

/** A path of the kind's own format and name, for examples that do not care where they live. */
function ordinaryPath(kind: ArtifactKind): string {
  const glob = kind.files[0] ?? `example.${kind.format}`;
  const name = glob
    .replace(/\*\*\//g, '')
    .replace(/\[0-9\]/g, '1')
    .replace(/\*/g, '001');
  return `kit/${name}`;
}

function runExample(criterion: AutoCriterion<unknown>, kind: ArtifactKind | null, example: CriterionExample) {
  const path = example.path ?? (kind ? ordinaryPath(kind) : 'note.md');
  const files = { ...example.packet, [path]: example.source };
  const contributions = Object.entries(files).map(([filePath, text]) => {
    const source = parseSource(filePath, text);
    const known = filePath === path && kind ? kind : registry.recognise(filePath, source).kind;
    const model = known && source ? known.read(source) : null;
    return contributionOf(
      filePath,
      known?.id ?? null,
      source,
      known && source ? known.facts(model, source) : [],
      known?.part ?? null,
    );
  });
  const source = parseSource(path, example.source);
  if (!source) throw new Error(`The example of ${criterion.id} has a path without a format: ${path}`);
  const model = kind ? kind.read(source) : null;
  return {
    source,
    outcome: runCriterion(
      criterion,
      model,
      source,
      new KitPacket(contributions),
      /(?:^|\/)templates\//.test(path),
    ),
  };
}

function examplesOf(criterion: AutoCriterion<unknown>, kind: ArtifactKind | null) {
  describe(criterion.id, () => {
    it.each(criterion.examples.pass.map((example, i) => [i + 1, example] as const))(
      'passes example %i',
      (_, example) => {
        const { source, outcome } = runExample(criterion, kind, example);
        expect({
          verdict: outcome.result.verdict,
          findings: outcome.findings.map((f) => f.message),
          reason: outcome.result.reason,
        }).toEqual({
          verdict: 'pass',
          findings: [],
          reason: undefined,
        });
        const evidence = outcome.result.evidence.map((s) => source.text.slice(s.from, s.to)).join('\n');
        for (const quote of example.evidence ?? []) expect(evidence).toContain(quote);
      },
    );
    it.each(criterion.examples.fail.map((example, i) => [i + 1, example] as const))(
      'fails example %i at the right place',
      (_, example) => {
        const { source, outcome } = runExample(criterion, kind, example);
        expect({ verdict: outcome.result.verdict, reason: outcome.result.reason }).toEqual({
          verdict: 'fail',
          reason: undefined,
        });
        if (example.at)
          expect(outcome.findings.map((f) => source.text.slice(f.span.from, f.span.to))).toEqual(example.at);
        else expect(outcome.findings.length + (outcome.result.because ? 1 : 0)).toBeGreaterThan(0);
      },
    );
    it('has at least one passing and one failing example, or says what proves it', () => {
      if (criterion.provedBy !== undefined) {
        const { outcome } = runExample(criterion, kind, { source: '' });
        expect(outcome.result).toMatchObject({ verdict: 'not-evaluated', reason: criterion.provedBy });
        return;
      }
      expect(criterion.examples.pass.length).toBeGreaterThan(0);
      expect(criterion.examples.fail.length).toBeGreaterThan(0);
    });
    it('finishes on empty, broken and foreign text', () => {
      for (const text of [
        '',
        '\uFEFF',
        '---\n',
        '# Überschrift 😀\r\n\r\n| a |\r\n',
        '{"a":[',
        'a: [1\n b',
        'flowchart LR\n a[[ -->',
        '\u0000'.repeat(10),
        '한국어: 값\n',
      ]) {
        const path = kind ? ordinaryPath(kind) : 'note.md';
        const { outcome } = runExample(criterion, kind, { source: text, path });
        expect(outcome.result.reason ?? '').not.toMatch(/check itself broke/);
        for (const finding of outcome.findings) {
          expect(finding.span.from).toBeLessThanOrEqual(finding.span.to);
          expect(finding.span.to).toBeLessThanOrEqual(text.length);
        }
      }
    });
  });
}

describe('universal criteria', () => {
  for (const criterion of UNIVERSAL_CRITERIA) if (criterion.mode === 'auto') examplesOf(criterion, null);
});

// Kinds that have no automatic criterion of their own yet are judged by the universal ones only.
const judged = KINDS.filter((kind) => kind.rubric.some((criterion) => criterion.mode === 'auto'));

describe.each(judged.map((kind) => [kind.id, kind] as const))('kind %s', (_, kind) => {
  for (const criterion of kind.rubric) {
    if (criterion.mode === 'auto') examplesOf(criterion as AutoCriterion<unknown>, kind);
  }
});
