import { describe, expect, it } from 'vitest';
import { validators } from '../../generated/kind-validators';
import { KINDS } from '../../kinds';
import { kitPaths, kitReport, kitText } from '../../kinds/kit-fixture.test-support';
import type { DataNode } from '../../text/data-tree';
import { applyEdits } from '../../text/edits/edit';
import type { Finding } from '../finding';
import type { ArtifactKind, JsonSchema } from '../kind';
import { parseSource } from '../parse-source';
import { schemaFindings } from '../schema-findings';

interface Format {
  readonly path: string;
  readonly name: string;
  readonly schema: JsonSchema;
}

/** The worked data files, each with its format. */
const formats: readonly Format[] = kitPaths()
  .filter((path) => path.startsWith('examples/part'))
  .flatMap((path): Format[] => {
    const kind: ArtifactKind | undefined = KINDS.find((k) => k.id === kitReport(path).kind);
    return kind?.schema ? [{ path, name: `kind:${kind.id}`, schema: kind.schema }] : [];
  });

function judge({ path, name, schema }: Format, text: string) {
  const source = parseSource(path, text);
  const validator = validators[name];
  if (!source || (source.format !== 'yaml' && source.format !== 'json') || !validator) throw new Error(path);
  return { source, findings: source.data.root ? schemaFindings(source, validator, schema) : [] };
}

/** Every scalar with its path, as `path = value`. */
function flat(node: DataNode | null, path = ''): string[] {
  if (node?.kind === 'map') return [...node.members].flatMap(([key, child]) => flat(child, `${path}/${key}`));
  if (node?.kind === 'list') return node.items.flatMap((child, i) => flat(child, `${path}/${i}`));
  return node ? [`${path} = ${JSON.stringify(node.value)}`] : [];
}

function repaired(format: Format, text: string, finding: Finding): string {
  const after = applyEdits(text, finding.fix?.edits ?? []);
  const { source, findings } = judge(format, after);
  expect(source.problems, after).toEqual([]);
  expect(findings.map((f) => f.message)).not.toContain(finding.message);
  return after;
}

/** A line that holds one key with a short value; without it the file still parses. */
const ONE_KEY = /^[ \t]+(?:- )?"?[\w-]+"?: [^{[|>#]+,?\r?$/;

describe('a key taken out of a worked file comes back with its blank', () => {
  it.each(formats.map((format) => [format.path, format] as const))(
    '%s',
    (path, format) => {
      const text = kitText(path);
      const lines = text.split('\n');
      let offered = 0;
      for (const newline of ['\n', '\r\n']) {
        // Some lines of a long file are enough to meet every list of its format.
        const step = Math.ceil(lines.length / (newline === '\n' ? 120 : 20));
        for (let n = newline === '\n' ? 0 : 3; n < lines.length; n += step) {
          if (!ONE_KEY.test(lines[n] ?? '') || /^\s+- /.test(lines[n] ?? '')) continue;
          const less = lines.filter((_, i) => i !== n).join(newline);
          const { source, findings } = judge(format, less);
          if (source.problems.length > 0) continue;
          const kept = flat(source.data.root);
          for (const finding of findings) {
            if (!finding.fix || !/ needs `/.test(finding.message)) continue;
            offered++;
            const after = repaired(format, less, finding);
            const now = flat(judge(format, after).source.data.root);
            expect(now.filter((value) => !kept.includes(value)).length).toBeGreaterThan(0);
            expect(kept.filter((value) => !now.includes(value))).toEqual([]);
            if (newline === '\r\n') expect(after.replaceAll('\r\n', '')).not.toContain('\n');
          }
        }
      }
      expect(offered).toBeGreaterThan(0);
      // The cost model is a long file, and a busy machine a slow one.
    },
    60_000,
  );
});

describe('a value of another form is rewritten where it is certain', () => {
  const format = formats.find((f) => f.name === 'kind:tradeoff-matrix') as Format;
  const worked = kitText(format.path);
  it.each([
    ['a number as text', 'weight: 20', 'weight: "20"', 'weight: 20'],
    ['a text as number', /^id: .*$/m, 'id: 42', 'id: "42"'],
    ['a date in words', /^date: .*$/m, 'date: 3 October 2023 # agreed', 'date: "2023-10-03" # agreed'],
    ['a key in another style', 'weighted_total:', 'weightedTotal:', 'weighted_total:'],
  ])('%s', (_, from, wrong, right) => {
    const text = worked.replace(from, wrong);
    expect(text).not.toBe(worked);
    const finding = judge(format, text).findings.find((f) => f.fix && !/ needs `/.test(f.message));
    expect(
      finding?.fix,
      judge(format, text)
        .findings.map((f) => f.message)
        .join('\n'),
    ).toBeDefined();
    const after = repaired(format, text, finding as Finding);
    expect(after).toBe(worked.replace(from, right));
  });

  it.each([
    ['a share', 'weight: 20', 'weight: 20 %'],
    ['a date that can be two days', /^date: .*$/m, 'date: 03/04/2023'],
    ['a key of another name', 'weighted_total:', 'total:'],
  ])('%s is left to its author', (_, from, wrong) => {
    const findings = judge(format, worked.replace(from, wrong)).findings;
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.filter((f) => f.fix && !/ needs `/.test(f.message))).toEqual([]);
  });
});
