import { expect, test, vi } from 'vitest';
import { parseSource } from '../rubric/parse-source';
import { newCheckSession, studioRegistry } from '../studio';
import { DEFAULT_COMPOSITION } from './composition';
import { type PlanOptions, planPortfolio } from './plan';

const KIT: Readonly<Record<string, string>> = {
  'part2-adr-catalog/adr-002-msk.md': '---\ndate: 2023-12-01\n---\n# ADR-002: MSK\n',
  'part2-adr-catalog/adr-001-kafka.md': '---\ndate: 2023-11-10\n---\n# ADR-001: Kafka\n',
  'part1-design-doc/risk-register.json': '{"title": "Risks", "date": "2024-04-12", "risks": []}',
  'part1-design-doc/RFC-042-streaming.md': [
    '---\nupdated: 2023-11-10\n---',
    '# RFC-042: Streaming\n\n## Goals\n\n### One\n\n## Goals\n\n#### Too deep\n\n## Was `harbor` – *ready*?\n',
  ].join('\n'),
  'part1-design-doc/diagrams/data-flow-target.mmd': '%% title: The flow\nflowchart LR\n  a --> b\n',
  'part4-postmortem/INC-2024-0312-postmortem.md': '# INC-2024-0312: gone\n\n## Summary\n',
  'templates/part2-adr-catalog/adr-template.md': '---\ndate: 2031-01-01\n---\n# ADR: TODO\n',
  'examples/senior-grade/adr-001-kafka.md': '---\ndate: 2032-01-01\n---\n# Weak\n',
};

function plan(files: Readonly<Record<string, string>>, options: Partial<PlanOptions> = {}) {
  const session = newCheckSession('The kit');
  for (const [path, text] of Object.entries(files)) session.setFile(path, text, null);
  for (const _ of session.pending()) {
    // Each step checks one file.
  }
  const source = (path: string) => {
    const text = files[path];
    return text === undefined ? null : parseSource(path, text);
  };
  return planPortfolio(session.report(), {
    registry: studioRegistry,
    source,
    composition: DEFAULT_COMPOSITION,
    author: 'The author',
    ...options,
  });
}

const titles = (p: ReturnType<typeof plan>) => p.parts.map((part) => part.artifacts.map((a) => a.title));

test('parts in order, artifacts by the order of their kinds, diagrams last, ids in reading order', () => {
  const planned = plan(KIT);
  expect(planned.parts.map((part) => part.id)).toEqual(['part1', 'part2', 'part4']);
  expect(titles(planned)).toEqual([
    ['RFC-042: Streaming', 'Risks', 'The flow'],
    ['ADR-001: Kafka', 'ADR-002: MSK'],
    ['INC-2024-0312: gone'],
  ]);
  const ids = planned.parts.flatMap((part) => part.artifacts.map((a) => a.id));
  expect(ids).toEqual(['a01', 'a02', 'a03', 'a04', 'a05', 'a06']);
});

test('templates, counter-examples and the scenario are left out, and do not date the cover', () => {
  const planned = plan({ ...KIT, 'scenarios/incident_scenario.json': '{}' });
  const paths = planned.parts.flatMap((part) => part.artifacts.map((a) => a.path));
  expect(paths.filter((path) => /template|senior-grade|scenario/.test(path))).toEqual([]);
  expect(paths).toHaveLength(6);
  expect(planned.date).toBe('2024-04-12');
});

test('headings of levels 2 and 3 carry the anchors that links use, repeated ones numbered', () => {
  const rfc = plan(KIT).parts[0]?.artifacts[0];
  expect(rfc?.headings).toEqual([
    { level: 2, text: 'Goals', anchor: 'a01-goals' },
    { level: 3, text: 'One', anchor: 'a01-one' },
    { level: 2, text: 'Goals', anchor: 'a01-goals-1' },
    { level: 2, text: 'Was harbor – ready?', anchor: 'a01-was-harbor--ready' },
  ]);
});

test('the same kit gives the same plan at any time, in any order of its files', () => {
  vi.useFakeTimers({ now: new Date('2001-01-01') });
  const early = plan(KIT);
  vi.setSystemTime(new Date('2044-05-05'));
  const late = plan(Object.fromEntries(Object.entries(KIT).reverse()));
  vi.useRealTimers();
  expect(late).toEqual(early);
});

test('a diagram without a part folder goes to the part of what links to it, else to part 1', () => {
  const planned = plan({
    'docs/adr-001-kafka.md': '# ADR-001: Kafka\n\nSee [the flow](../drawings/flow.mmd).\n',
    'drawings/flow.mmd': '%% title: Linked\nflowchart LR\n  a --> b\n',
    'drawings/other.mmd': '%% title: Loose\nflowchart LR\n  a --> b\n',
  });
  expect(planned.parts.map((part) => [part.part, part.artifacts.map((a) => a.title)])).toEqual([
    [1, ['Loose']],
    [2, ['ADR-001: Kafka', 'Linked']],
  ]);
});
