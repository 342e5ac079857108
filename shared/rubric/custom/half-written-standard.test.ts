import { describe, expect, it } from 'vitest';
import { openKit } from './own-standard.test-support';

const KIT = `version: 1
name: Kit
kinds: {"old/**": none}
criteria:
  T-01: {severity: off, reason: "A reason"}
people:
  - {key: ada, name: Ada Example, role: Lead, team: Core, level: 2}
glossary:
  - {term: a, meaning: b, also: [c], service: true}
own_kinds:
  - id: memo
    title: Memo
    files: ["*.memo.yaml"]
    format: yaml
    part: 1
    schema: schema.json
    rubric: rubric.yaml
    defines: [RQ]
`;
const RUBRIC = `version: 1
rules:
  - id: MEMO-01
    severity: must
    title: T
    why: W
    hint: H
    sum: {list: parts, field: share, equals: 100, tolerance: 0.5}
  - {id: MEMO-02, severity: could, title: T, why: W, hint: H, pattern: {find: 'a(b|c){2,3}[d-f]+\\.', at_least: 1}, ask: Really?}
`;
const SCHEMA =
  '{"type": "object", "$defs": {"n": {"type": "number", "minimum": 0}}, "properties": {"parts": {"items": {"anyOf": [{"$ref": "#/$defs/n"}, {"required": ["share"]}]}}}, "additionalProperties": {"not": {"const": 3}}}';
const WAIVERS =
  '- {finding: MEMO-01, path: a.memo.yaml, quote: "parts", before: "x", after: y, reason: r, by: b, date: 2024-01-01}\n';
const FILES: Readonly<Record<string, string>> = {
  'kit.yaml': KIT,
  'rubric.yaml': RUBRIC,
  'schema.json': SCHEMA,
  '.staffwright/waivers.yaml': WAIVERS,
  'a.memo.yaml': 'id: RQ-01\nparts: [{share: 50}, {share: 40}]\n',
};

describe('a standard that is being typed', () => {
  it.each(Object.keys(FILES))('breaks nothing at any length of %s, and ends where it began', (path) => {
    const { session } = openKit(FILES);
    const whole = session.report();
    const text = FILES[path] as string;
    for (let length = 0; length < text.length; length += 5) {
      session.setFile(path, text.slice(0, length));
      session.settle();
      expect(session.busy).toBe(false);
      for (const artifact of session.report().artifacts) {
        expect(artifact.criteria.filter((c) => c.verdict === 'error')).toEqual([]);
        const size = session.text(artifact.path)?.length ?? 0;
        for (const { span } of artifact.findings) {
          expect(span.from).toBeGreaterThanOrEqual(0);
          expect(span.to).toBeLessThanOrEqual(size);
          expect(span.from).toBeLessThanOrEqual(span.to);
        }
      }
    }
    session.setFile(path, text);
    session.settle();
    const strip = (report: typeof whole) =>
      JSON.stringify(report, (key, value) => (key === 'version' ? undefined : value));
    expect(strip(session.report())).toBe(strip(whole));
  });

  it('means what it says when it is whole', () => {
    const { session } = openKit(FILES);
    expect(session.artifact('kit.yaml')?.findings).toEqual([]);
    expect(session.artifact('rubric.yaml')?.findings).toEqual([]);
    expect(session.artifact('schema.json')?.findings).toEqual([]);
    expect(session.artifact('a.memo.yaml')?.criteria.map((c) => c.id)).toEqual(
      expect.arrayContaining(['MEMO-01', 'MEMO-02', 'MEMO-02-ASK']),
    );
  });
});
