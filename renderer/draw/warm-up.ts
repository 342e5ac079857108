/**
 * The smallest diagram of each type. Drawn once before the first real one of its type, so that loading the code of a type does not count
 * against the time limit of a diagram.
 */
const SAMPLES: readonly (readonly [type: RegExp, sample: string])[] = [
  [/^(?:flowchart|graph)\b/, 'flowchart LR\n  a --> b'],
  [/^sequenceDiagram\b/, 'sequenceDiagram\n  a->>b: c'],
  [/^gantt\b/, 'gantt\n  dateFormat YYYY-MM-DD\n  a :2020-01-01, 1d'],
  [/^timeline\b/, 'timeline\n  a : b'],
  [/^mindmap\b/, 'mindmap\n  a\n    b'],
  [/^stateDiagram\b/, 'stateDiagram-v2\n  a --> b'],
  [/^classDiagram\b/, 'classDiagram\n  a <|-- b'],
  [/^erDiagram\b/, 'erDiagram\n  A ||--o{ B : c'],
  [/^journey\b/, 'journey\n  section a\n  b: 5: c'],
  [/^pie\b/, 'pie\n  "a" : 1'],
  [/^quadrantChart\b/, 'quadrantChart\n  a: [0.5, 0.5]'],
  [/^gitGraph\b/, 'gitGraph\n  commit'],
  [/^requirementDiagram\b/, 'requirementDiagram\n  requirement a {\n  id: 1\n  text: b\n  }'],
  [/^sankey/, 'sankey-beta\na,b,1'],
  [/^xychart/, 'xychart-beta\n  bar [1, 2]'],
  [/^block/, 'block-beta\n  a'],
  [/^architecture/, 'architecture-beta\n  service a(server)[b]'],
  [/^ishikawa/, 'ishikawa\n  a\n    b\n      c'],
];

/** The sample for a diagram's type; null for types that load nothing worth waiting for. */
export function warmUpSample(source: string): string | null {
  const keyword = source
    .replace(/^\s*---\r?\n[\s\S]*?\n---\r?\n/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .find((line) => line !== '' && !line.startsWith('%%'));
  if (keyword === undefined) return null;
  return SAMPLES.find(([type]) => type.test(keyword))?.[1] ?? null;
}
