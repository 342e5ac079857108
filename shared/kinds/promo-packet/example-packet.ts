/** Four documents, one of each part, for the examples. */
export const FILES = {
  'kit/part1/RFC-001-a.md': '# RFC\n',
  'kit/part2/adr-001-a.md': '# ADR\n',
  'kit/part3/consensus-doc.md': '# Record\n',
  'kit/part4/INC-2024-0312-postmortem.md': `# Report\n\n${'word '.repeat(1100)}\n\n## Summary\n\nShort.\n`,
  'kit/raci-matrix.yaml':
    'people:\n  - {key: AE, name: Ada Example, role: Engineer, team: Data Platform}\n  - {key: BE, name: Ben Example, role: Lead, team: Ads Revenue}\nactivities: []\n',
} as const;

const MANIFEST = `manifest:
  - {path: part1/RFC-001-a.md, kind: rfc, one_line: Decided, my_role: author}
  - {path: part2/adr-001-a.md, kind: adr, one_line: Settled, my_role: author}
  - {path: part3/consensus-doc.md, kind: consensus-doc, one_line: Agreed, my_role: facilitator}
  - {path: part4/INC-2024-0312-postmortem.md, kind: postmortem, one_line: Learned, my_role: co-author}
`;

/** A small packet for the examples, with a section or the manifest written differently. */
export function packet(changed: {
  readonly manifest?: string;
  readonly scope?: string;
  readonly rows?: readonly string[];
  readonly differently?: string;
  readonly guide?: string;
}): string {
  const rows = changed.rows ?? [
    '| Judgement | [RFC](part1/RFC-001-a.md) | Cut the delay from 94 min to 5 min | Ads Revenue |',
    '| Influence | [record](part3/consensus-doc.md) | 14 of 14 voters answered in 3 days | Ads Revenue |',
    '| Depth | [ADR](part2/adr-001-a.md) | Saved $445,740 over 5 years | none |',
    '| Learning | [report](part4/INC-2024-0312-postmortem.md) | Found after 315 min, restored in 405 min | none |',
  ];
  const differently =
    changed.differently ??
    `I put the guard a phase behind the data it guarded, and on INC-2024-0312 it cost $98,600. ${'Someone had told me so. '.repeat(5)}`;
  const guide =
    changed.guide ??
    '| Time | Read |\n| --- | --- |\n| 5 min | this page |\n| 15 min | [report](part4/INC-2024-0312-postmortem.md) |\n| 60 min | [report](part4/INC-2024-0312-postmortem.md) and [RFC](part1/RFC-001-a.md) |\n';
  return `---
candidate: Ada Example
${changed.manifest ?? MANIFEST}---

# Ada Example

## Claim

One decision.

## Scope and reach

${changed.scope ?? '4 teams for 9 months, and $952,563 decided.'}

## Evidence by competency

| Competency | Artifact | Outcome | Who else gained |
| --- | --- | --- | --- |
${rows.join('\n')}

## What I would do differently

${differently}

## Reading guide

${guide}`;
}
