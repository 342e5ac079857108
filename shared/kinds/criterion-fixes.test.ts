import { describe, expect, it } from 'vitest';
import { contributionOf } from '../rubric/contribution';
import type { AutoCriterion, CriterionExample } from '../rubric/criterion';
import type { Finding } from '../rubric/finding';
import type { ArtifactKind } from '../rubric/kind';
import { KitPacket } from '../rubric/kit-packet';
import { parseSource } from '../rubric/parse-source';
import { KindRegistry } from '../rubric/registry';
import { runCriterion } from '../rubric/run';
import { UNIVERSAL_CRITERIA } from '../rubric/universal';
import { applyEdits } from '../text/edits/edit';
import { KINDS } from './index';

const registry = new KindRegistry(KINDS);

function pathOf(kind: ArtifactKind | null, example: CriterionExample): string {
  if (example.path) return example.path;
  const glob = kind?.files[0] ?? `note.${kind?.format ?? 'md'}`;
  return `kit/${glob
    .replace(/\*\*\//g, '')
    .replace(/\[0-9\]/g, '1')
    .replace(/\*/g, '001')}`;
}

/** The findings of a criterion in an example whose text may be another one, and the problems of that text's syntax. */
function judge(
  criterion: AutoCriterion<unknown>,
  kind: ArtifactKind | null,
  example: CriterionExample,
  text = example.source,
): { readonly findings: readonly Finding[]; readonly problems: readonly string[] } {
  const path = pathOf(kind, example);
  const contributions = Object.entries({ ...example.packet, [path]: text }).map(([filePath, content]) => {
    const source = parseSource(filePath, content);
    const known = filePath === path && kind ? kind : registry.recognise(filePath, source).kind;
    const model = known && source ? known.read(source) : null;
    const facts = known && source ? known.facts(model, source) : [];
    return contributionOf(filePath, known?.id ?? null, source, facts, known?.part ?? null);
  });
  const source = parseSource(path, text);
  if (!source) throw new Error(`No format for ${path}`);
  const model = kind ? kind.read(source) : null;
  const { findings } = runCriterion(criterion, model, source, new KitPacket(contributions), false);
  return { findings, problems: source.problems.map((p) => p.message) };
}

const all = [
  ...UNIVERSAL_CRITERIA.map((criterion) => [criterion as AutoCriterion<unknown>, null] as const),
  ...KINDS.flatMap((kind) =>
    kind.rubric.map((c) => [c as AutoCriterion<unknown>, kind as ArtifactKind] as const),
  ),
].filter(([criterion]) => criterion.mode === 'auto');

const offered = all.flatMap(([criterion, kind]) =>
  criterion.examples.fail.flatMap((example, i) =>
    judge(criterion, kind, example)
      .findings.filter((finding) => finding.fix)
      .map((finding) => ({ criterion, kind, example, finding, name: `${criterion.id}, example ${i + 1}` })),
  ),
);

/** How often a list says something. */
const count = (list: readonly Finding[], { message }: Finding) =>
  list.filter((other) => other.message === message).length;

describe('a fix that a criterion offers', () => {
  it.each(offered.map((o) => [`${o.name}: ${o.finding.fix?.title}`, o] as const))('%s', (_, o) => {
    const { criterion, kind, example, finding } = o;
    const edits = finding.fix?.edits ?? [];
    expect(edits.length).toBeGreaterThan(0);
    let at = 0;
    for (const edit of edits) {
      expect(edit.from).toBeGreaterThanOrEqual(at);
      expect(edit.to).toBeGreaterThanOrEqual(edit.from);
      at = edit.to;
    }
    expect(at).toBeLessThanOrEqual(example.source.length);
    const before = judge(criterion, kind, example);
    const text = applyEdits(example.source, edits);
    expect(text).not.toBe(example.source);
    const after = judge(criterion, kind, example, text);
    expect(after.problems.length, text).toBeLessThanOrEqual(before.problems.length);
    expect(count(after.findings, finding), text).toBeLessThan(count(before.findings, finding));
    // The same repair is not offered again for the same thing.
    const again = after.findings.filter(
      (f) => f.fix?.title === finding.fix?.title && f.message === finding.message,
    );
    expect(again.length).toBeLessThan(count(before.findings, finding));
  });
});

/**
 * What offers a repair, so that one that is lost is noticed. A criterion that is not listed has none: what it misses is a judgement, a name
 * or a number that only its author knows (RFC-03, PM-03, GEN-05), or a rule over several files has the repair (DL-03, EX-06).
 */
const OFFERED: readonly string[] = [
  'ACT-04',
  'AD-01',
  'AD-02',
  'AD-03',
  'AD-04',
  'AD-05',
  'AD-06',
  'AD-07',
  'AD-08',
  'AD-09',
  'AD-10',
  'AD-11',
  'AG-01',
  'AG-09',
  'CON-01',
  'CON-02',
  'CON-03',
  'CON-06',
  'CON-09',
  'CON-10',
  'CTF-03',
  'CTF-04',
  'DAC-01',
  'DAC-02',
  'DAC-03',
  'DAC-04',
  'DAC-05',
  'DAC-06',
  'DAC-07',
  'DAT-02',
  'DL-01',
  'DL-02',
  'DL-05',
  'DOC-01',
  'DOC-03',
  'DOC-04',
  'ESC-04',
  'ESC-07',
  'ESC-08',
  'EX-01',
  'EX-08',
  'FW-02',
  'FW-06',
  'FW-07',
  'GEN-03',
  'GEN-04',
  'GEN-06',
  'OP-01',
  'OP-03',
  'PM-01',
  'PM-02',
  'PM-03',
  'PM-06',
  'PP-03',
  'PP-06',
  'PP-07',
  'RFC-01',
  'RFC-02',
  'RR-01',
  'RR-02',
  'SC-02',
  'SLD-05',
  'SLD-06',
  'TCO-02',
  'TCO-03',
  'TCO-04',
  'TL-01',
  'TL-03',
  'TM-01',
  'TM-03',
  'TM-08',
];

it('is offered by exactly these criteria', () => {
  expect([...new Set(offered.map(({ criterion }) => criterion.id))].sort()).toEqual(OFFERED);
});
