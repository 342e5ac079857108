import { describe, expect, it } from 'vitest';
import { parseSource } from '../rubric/parse-source';
import { type OutlineEntry, outlineOf } from './outline';

function outline(path: string, text: string) {
  const source = parseSource(path, text);
  if (!source) throw new Error('The file has no format');
  const found = outlineOf(source);
  if (!found) throw new Error('The file cannot be read');
  return found;
}

/** Entries as lines, indented by their depth. */
function lines(entries: readonly OutlineEntry[], depth = 0): readonly string[] {
  return entries.flatMap(({ title, detail, children }) => [
    `${'  '.repeat(depth)}${title}${detail === '' ? '' : ` | ${detail}`}`,
    ...lines(children, depth + 1),
  ]);
}

const shape = (path: string, text: string) => lines(outline(path, text).entries);

function all(entries: readonly OutlineEntry[]): readonly OutlineEntry[] {
  return entries.flatMap((entry) => [entry, ...all(entry.children)]);
}

describe('the outline of a document', () => {
  const text = `---
id: RFC-007
---
# RFC-007: *Move* to streams

## 1. Summary \`now\`

### 1.2 Detail

## 2. Summary

#### Too deep

Setext
------
`;

  it('holds its header and its headings as they are numbered', () => {
    expect(shape('a.md', text)).toEqual([
      'Header',
      'RFC-007: Move to streams',
      '  1. Summary now',
      '    1.2 Detail',
      '  2. Summary',
      '    Too deep',
      '  Setext',
    ]);
  });

  it('leads to the headings', () => {
    const places = all(outline('a.md', text).entries).map(({ from, to }) => text.slice(from, to));
    expect(places[0]).toBe('---');
    expect(places[2]).toBe('## 1. Summary `now`');
  });

  it('takes no heading from code, and tells equal ones apart', () => {
    const { entries } = outline('a.md', '# A\n\n```\n# no\n```\n\n# A\n\n# A\n');
    expect(entries.map(({ id }) => id)).toEqual(['/A', '/A#2', '/A#3']);
  });
});

describe('the outline of a data file', () => {
  it('holds keys with their values, and entries by their ids and titles', () => {
    expect(
      shape(
        'a.yaml',
        'id: rr\nrisks:\n  - id: R-01\n    title: Skills gap\n  - title: Cost\n  - owner: Ada\n  - plain\n  - [1, 2]\nempty:\n',
      ),
    ).toEqual([
      'id | rr',
      'risks',
      '  R-01 | Skills gap',
      '    id | R-01',
      '    title | Skills gap',
      '  Cost',
      '    title | Cost',
      '  Ada',
      '    owner | Ada',
      '  plain',
      '  5',
      '    1',
      '    2',
      'empty',
    ]);
  });

  it('reads JSON alike, and leads to the keys', () => {
    const text = '{"risks": [{"id": "R-01", "score": 4}], "__proto__": true}';
    expect(shape('a.json', text)).toEqual([
      'risks',
      '  R-01',
      '    id | R-01',
      '    score | 4',
      '__proto__ | true',
    ]);
    const score = all(outline('a.json', text).entries).find(({ title }) => title === 'score');
    expect(text.slice(score?.from, score?.to)).toMatch(/^"?score"?$/);
  });

  it('ends where nobody looks any longer, and says so', () => {
    const { entries, cut } = outline('a.json', JSON.stringify(Array.from({ length: 9000 }, (_, i) => i)));
    expect([entries.length, cut]).toEqual([4000, true]);
    expect(outline('a.json', '[1]').cut).toBe(false);
  });

  it('is none while the file cannot be read', () => {
    const source = parseSource('a.json', '{"a": ');
    expect(source && outlineOf(source)).toBeNull();
    expect(shape('a.yaml', '')).toEqual([]);
  });
});

describe('the outline of a diagram', () => {
  it('nests nodes in subgraphs', () => {
    expect(
      shape(
        'a.mmd',
        'flowchart LR\n  A[Start] --> B\n  subgraph S [Inner part]\n    C[Third]\n    subgraph T\n      D\n    end\n    E\n  end\n  F[Last]\n',
      ),
    ).toEqual(['Start | A', 'B', 'Inner part', '  Third | C', '  T', '    D', '  E', 'Last | F']);
  });

  it('nests tasks in sections', () => {
    expect(
      shape(
        'a.mmd',
        'gantt\n  dateFormat YYYY-MM-DD\n  section One\n  Build :a, 2024-01-01, 5d\n  section Two\n  Ship :after a, 2d\n',
      ),
    ).toEqual(['One', '  Build', 'Two', '  Ship']);
  });

  it('names participants and what is repeated', () => {
    expect(
      shape(
        'a.mmd',
        'sequenceDiagram\n  participant U as User\n  participant S\n  U->>S: ask\n  loop each day\n    S->>U: tell\n  end\n',
      ),
    ).toEqual(['User | U', 'S', 'loop | each day']);
  });
});

it('a file that is far too long costs no more than reading it', () => {
  const text = `flowchart LR\n${'  A --> B\n  end\n'.repeat(2000)}`;
  const source = parseSource('a.mmd', text);
  const started = performance.now();
  if (source) outlineOf(source);
  expect(performance.now() - started).toBeLessThan(300);
});
