import { describe, expect, it } from 'vitest';
import type { Finding } from '../../shared/rubric/finding';
import type { ArtifactReport } from '../../shared/rubric/report';
import type { KindInfo } from '../state/kind-info';
import { fileTree, foldersOf } from './file-tree';
import { countWords, pathGroups } from './path-groups';
import { problemGroups } from './problems';

const finding = (path: string, severity: Finding['severity'], from = 0): Finding => ({
  id: 'GEN-01',
  severity,
  path,
  span: { from, to: from + 1 },
  message: `${severity} at ${from}`,
  related: [],
});

const report = (path: string, kind: string | null, more: Partial<ArtifactReport> = {}): ArtifactReport => ({
  path,
  kind,
  part: null,
  format: 'md',
  template: false,
  counterExample: false,
  version: 1,
  grade: null,
  points: null,
  criteria: [],
  findings: [],
  ...more,
});

const kind = (id: string, part: KindInfo['part'], order: number): [string, KindInfo] => [
  id,
  {
    id,
    title: id.toUpperCase(),
    purpose: '',
    part,
    order,
    format: 'md',
    template: null,
    files: [],
    contrasts: [],
    criteria: new Map(),
  },
];
const kinds = new Map([
  kind('rfc', 1, 1),
  kind('matrix', 1, 2),
  kind('adr', 2, 1),
  kind('minutes', 3, 1),
  kind('scenario', 'X', 1),
]);

describe('the path through a kit', () => {
  it('groups sprints, parts and artifacts in reading order', () => {
    const groups = pathGroups(
      [
        report('s.json', 'scenario'),
        report('b/adr-002.md', 'adr'),
        report('m.yaml', 'matrix'),
        report('rfc.md', 'rfc'),
        report('b/adr-001.md', 'adr'),
        report('min.md', 'minutes'),
        report('notes.txt', null),
      ],
      kinds,
    );
    expect(
      groups.map((sprint) => [
        sprint.title,
        sprint.parts.map((part) => [part.title, part.rows.map((row) => row.name)]),
      ]),
    ).toEqual([
      ['Sprint 1', [['Part 1: Design doc', ['rfc.md', 'm.yaml']]]],
      [
        'Sprint 2',
        [
          ['Part 2: ADR catalog', ['adr-001.md', 'adr-002.md']],
          ['Part 3: Architecture review', ['min.md']],
        ],
      ],
      ['Across the parts', [['Scenario and packet', ['s.json']]]],
    ]);
  });

  it('keeps templates and counter-examples apart', () => {
    const groups = pathGroups(
      [report('t/rfc.md', 'rfc', { template: true }), report('c/rfc.md', 'rfc', { counterExample: true })],
      kinds,
    );
    expect(groups.map((sprint) => sprint.title)).toEqual(['Counter-examples', 'Templates']);
  });

  it('says counts in words', () => {
    expect(countWords({ must: 2, should: 0, could: 1, info: 1 })).toBe('2 must, 1 could, 1 note');
    expect(countWords({ must: 0, should: 0, could: 0, info: 0 })).toBe('');
  });
});

describe('problems', () => {
  it('come gravest first, counter-examples left out', () => {
    const groups = problemGroups([
      report('a.md', 'rfc', {
        findings: [finding('a.md', 'could'), finding('a.md', 'should', 9), finding('a.md', 'should', 3)],
      }),
      report('b.md', 'rfc', { findings: [finding('b.md', 'must')] }),
      report('c.md', 'rfc', { counterExample: true, findings: [finding('c.md', 'must')] }),
      report('d.md', 'rfc'),
    ]);
    expect(groups.map((group) => [group.name, group.rows.map((row) => row.finding.message)])).toEqual([
      ['b.md', ['must at 0']],
      ['a.md', ['should at 3', 'should at 9', 'could at 0']],
    ]);
  });
});

describe('the file tree', () => {
  const file = (path: string) => ({ path, size: 1, state: 'text' as const, readOnly: false });

  it('shows folders first, empty ones too, numbers in their order', () => {
    const tree = fileTree({
      files: [file('b.md'), file('x/adr-10.md'), file('x/adr-9.md')],
      folders: ['empty', 'x'],
      notices: [],
    });
    expect(tree.map((node) => [node.name, node.children.map((child) => child.name)])).toEqual([
      ['empty', []],
      ['x', ['adr-9.md', 'adr-10.md']],
      ['b.md', []],
    ]);
  });

  it('knows the folders around a file', () => {
    expect(foldersOf('a/b/c.md')).toEqual(['a', 'a/b']);
    expect(foldersOf('c.md')).toEqual([]);
  });
});
