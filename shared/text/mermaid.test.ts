import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIAGRAM_TYPES, isFlowchart, type MermaidDoc, parseMermaid } from './mermaid';

const labels = (doc: MermaidDoc) => Object.fromEntries(doc.nodes.map((n) => [n.id, n.label]));
const edges = (doc: MermaidDoc) =>
  doc.edges.map((e) => `${e.from}→${e.to}${e.label === '' ? '' : ` (${e.label})`}`);
const bodyProblems = (doc: MermaidDoc) =>
  doc.bodyProblems.map((p) => `${p.message} @ ${doc.text.slice(p.span.from, p.span.to)}`);

describe('header', () => {
  it('takes title, owner and other remarks from comments, wherever they stand', () => {
    const doc = parseMermaid(
      '%% title: Flow of A\r\n%% owner: Ines\r\nflowchart LR\r\n  a --> b\r\n%% legend: closed means gone\r\n',
    );
    expect([doc.title, doc.owner, doc.type]).toEqual(['Flow of A', 'Ines', 'flowchart']);
    expect(doc.comments.map((c) => doc.text.slice(c.span.from, c.span.to))).toEqual([
      '%% title: Flow of A',
      '%% owner: Ines',
      '%% legend: closed means gone',
    ]);
  });

  it('looks past front matter, directives and a byte order mark', () => {
    for (const lead of [
      '---\ntitle: x\n---\n',
      "%%{init: {'theme': 'base'}}%%\n",
      '%%{init: {\n  "theme": "base"\n}}%%\n',
      '\uFEFF',
    ]) {
      const doc = parseMermaid(`${lead}flowchart TD\n  a --> b\n`);
      expect([doc.type, edges(doc), doc.comments]).toEqual(['flowchart', ['a→b'], []]);
    }
  });

  it.each([
    ['', '', 'The file holds no diagram'],
    ['%% title: only a comment\n', '%', 'The file holds no diagram'],
    ['flow LR\n a --> b', 'flow', '"flow" is no diagram type'],
    ['\n\n  a["x"] --> b', 'a', '"a" is no diagram type'],
    ['→ b', '→', '"→" is no diagram type'],
  ])('says why %j is no diagram', (text, at, message) => {
    const doc = parseMermaid(text);
    expect(doc.type).toBeNull();
    const [problem] = doc.problems;
    expect(problem?.message).toContain(message);
    expect(text.slice(problem?.span.from, problem?.span.to)).toBe(at);
  });

  it('an empty title remark is no title', () => {
    expect(parseMermaid('%% title:\nflowchart LR\n').title).toBeNull();
  });
});

describe('flowchart links', () => {
  it.each([
    ['a --> b', ['a→b']],
    ['a-->b', ['a→b']],
    ['a --- b --> c', ['a→b', 'b→c']],
    ['a -->|40 % of order-line| b', ['a→b (40 % of order-line)']],
    ['a -->|"a | b"| c', ['a→c (a | b)']],
    ['a -- text --> b', ['a→b (text)']],
    ['a -- "quoted -- text" --> b', ['a→b (quoted -- text)']],
    ['a == text ==> b', ['a→b (text)']],
    ['a -. text .-> b', ['a→b (text)']],
    ['a -.-> b', ['a→b']],
    ['a -.->|"replay, up to 7 days"| b', ['a→b (replay, up to 7 days)']],
    ['a ==> b ~~~ c', ['a→b', 'b→c']],
    ['a <--> b', ['a→b']],
    ['a o--o b x--x c', ['a→b', 'b→c']],
    ['a & b --> c & d', ['a→c', 'a→d', 'b→c', 'b→d']],
    ['a e1@--> b', ['a→b']],
    ['a["A (1)"]:::hot --> b(("B"))', ['a→b']],
    ['event-gateway --> commerce.order-line', ['event-gateway→commerce.order-line']],
    ['größe --> 注文', ['größe→注文']],
    ['a --> b; b --> c;', ['a→b', 'b→c']],
    ['a["x; y"] --> b', ['a→b']],
    ['a -->', []],
    ['a -- never closed b', []],
  ])('%s', (line, expected) => {
    expect(edges(parseMermaid(`flowchart LR\n  ${line}\n`))).toEqual(expected);
  });

  it('reads statements on the line of the keyword', () => {
    const doc = parseMermaid('graph TD; A-->B; B-->C;');
    expect([isFlowchart(doc), edges(doc), doc.bodyProblems]).toEqual([true, ['A→B', 'B→C'], []]);
  });

  it('names a wrong direction', () => {
    expect(bodyProblems(parseMermaid('flowchart sideways\n  a --> b\n'))).toEqual([
      '"sideways" is no direction; write LR or TD @ sideways',
    ]);
  });
});

describe('flowchart nodes', () => {
  it.each([
    ['a', 'a'],
    ['a["harbor, 7 days"]', 'harbor, 7 days'],
    ['a[plain]', 'plain'],
    ['a(round)', 'round'],
    ['a([stadium])', 'stadium'],
    ['a[[routine]]', 'routine'],
    ['a[(store)]', 'store'],
    ['a((circle))', 'circle'],
    ['a(((double)))', 'double'],
    ['a{choice?}', 'choice?'],
    ['a{{hexagon}}', 'hexagon'],
    ['a[/lean/]', 'lean'],
    ['a[\\lean\\]', 'lean'],
    ['a[/trapezoid\\]', 'trapezoid'],
    ['a>flag]', 'flag'],
    ['a@{ shape: cyl, label: "stored } here" }', 'stored } here'],
    ['a["two<br/>lines"]', 'two lines'],
    ['a["`**bold**`"]', '**bold**'],
    ['a["brackets ) ] } inside"]', 'brackets ) ] } inside'],
    ['a["😀 emoji"]', '😀 emoji'],
  ])('%s', (line, label) => {
    const doc = parseMermaid(`flowchart LR\n  ${line} --> z\n`);
    expect(labels(doc)).toEqual({ a: label, z: 'z' });
    expect(doc.bodyProblems).toEqual([]);
    const node = doc.nodes[0]!;
    expect(doc.text.slice(node.span.from, node.span.to)).toBe(line);
  });

  it('keeps one node per id and the label wherever it is given', () => {
    const doc = parseMermaid('flowchart LR\n  a --> b\n  b["Named later"]\n  b --> c\n');
    expect(labels(doc)).toEqual({ a: 'a', b: 'Named later', c: 'c' });
  });

  it('subgraphs are no nodes, even when a link ends at one', () => {
    const doc = parseMermaid(
      'flowchart LR\n  subgraph p["Producers (3)"]\n    a\n  end\n  subgraph two [Second one]\n    b\n  end\n  subgraph Third one\n    c\n  end\n  subgraph "Fourth"\n    d\n  end\n  p --> two\n  p -->|"all"| d\n',
    );
    expect(doc.subgraphs.map((s) => [s.id, s.label])).toEqual([
      ['p', 'Producers (3)'],
      ['two', 'Second one'],
      ['Third one', 'Third one'],
      ['Fourth', 'Fourth'],
    ]);
    expect(Object.keys(labels(doc))).toEqual(['a', 'b', 'c', 'd']);
    expect(doc.bodyProblems).toEqual([]);
  });

  it('styling is neither node nor link, but an id may start with a keyword', () => {
    const doc = parseMermaid(
      'flowchart LR\n  direction TB\n  classDef hot,cold fill:#f00\n  class a hot\n  style a fill:#fff,stroke:#000\n  linkStyle 0 stroke:red\n  click a "https://example.org"\n  class-room --> endpoint\n',
    );
    expect(edges(doc)).toEqual(['class-room→endpoint']);
    expect(doc.classDefs.map((c) => c.id)).toEqual(['hot', 'cold']);
  });
});

describe('balance', () => {
  it.each([
    ['a["x" --> b', 'The bracket "[" on this line is not closed @ a["x" --> b'],
    ['a] --> b', 'The bracket "]" on this line has no partner @ a] --> b'],
    ['a("x] --> b', 'A quotation mark is not closed on this line @ a("x] --> b'],
    ['a["x) --> b', 'A quotation mark is not closed on this line @ a["x) --> b'],
    ['a(x] --> b', 'The bracket "]" on this line has no partner @ a(x] --> b'],
    [
      'a[no quotes (x)] --> b',
      'A label on this line holds "(" and stands without quotes @ a[no quotes (x)] --> b',
    ],
    ['subgraph one', 'This `subgraph` is not closed by `end` @ subgraph one'],
    ['end', 'This `end` closes nothing @ end'],
  ])('%s', (line, expected) => {
    expect(bodyProblems(parseMermaid(`flowchart LR\n  ${line}\n`))).toContain(expected);
  });

  it.each(['a["it is ) fine"] --> b', 'a>flag] --> b', 'a[x>y] --> b[z]', 'a -->|p>q| b[x]', 'a --> b & c'])(
    '%s is fine',
    (line) => {
      expect(bodyProblems(parseMermaid(`flowchart LR\n  ${line}\n`))).toEqual([]);
    },
  );
});

describe('sequence', () => {
  it('reads participants, messages and fragments', () => {
    const doc = parseMermaid(`sequenceDiagram
  autonumber
  box Edge
    participant gw as event-gateway
    create actor op as Streaming on-call
  end
  gw->>har: produce, acks: all
  har-->>gw: ok
  gw->>+gw: tokenise
  op-)gw: async
  gw--xop: lost
  gw<<->>op: both
  alt payload validates
    gw->>har: write
  else refused
    gw-->>op: 422
  end
  loop each partition
    note over gw,har: a note with -> in it
  end
  note-taker->>gw: hyphenated id
  destroy op
`);
    expect(labels(doc)).toEqual({
      gw: 'event-gateway',
      op: 'Streaming on-call',
      har: 'har',
      'note-taker': 'note-taker',
    });
    expect(edges(doc)).toEqual([
      'gw→har (produce, acks: all)',
      'har→gw (ok)',
      'gw→gw (tokenise)',
      'op→gw (async)',
      'gw→op (lost)',
      'gw→op (both)',
      'gw→har (write)',
      'gw→op (422)',
      'note-taker→gw (hyphenated id)',
    ]);
    expect(doc.fragments.map((f) => f.id)).toEqual(['alt', 'loop']);
    expect(doc.rows).toHaveLength(9);
    expect(doc.bodyProblems).toEqual([]);
  });

  it('a fragment without end is named at its opening', () => {
    const doc = parseMermaid('sequenceDiagram\n  a->>b: x\n  alt good\n    a->>b: y\n');
    expect(bodyProblems(doc)).toEqual(['This `alt` is not closed by `end` @ alt good']);
  });
});

describe('other types', () => {
  it('a Gantt chart has tasks and sections', () => {
    const doc = parseMermaid(
      'gantt\n  title Plan: all\n  dateFormat YYYY-MM-DD\n  inclusiveEndDates\n  section P0\n  P0 Foundations :done, p0, 2023-11-20, 2024-01-19\n  Hold :crit, 2024-03-13, 3d\n',
    );
    expect(doc.nodes.map((n) => n.label)).toEqual(['P0 Foundations', 'Hold']);
    expect(doc.subgraphs.map((s) => s.label)).toEqual(['P0']);
  });

  it('a timeline has periods; further events of a period are no rows', () => {
    const doc = parseMermaid(
      'timeline\n  title T\n  section Change\n  0841Z : first\n        : second\n  0905Z : third\n',
    );
    expect(doc.nodes.map((n) => n.label)).toEqual(['0841Z', '0905Z']);
  });

  it('a mindmap gives labels and its tree', () => {
    const doc = parseMermaid(
      'mindmap\n  head["5,367,722 events"]\n    schema["Schema and code"]\n      ::icon(fa fa-book)\n      cf01["CF-01: a (b)"]\n      bare text: here\n    measure(Measurement)\n      cf03["CF-03"]\n',
    );
    expect(labels(doc)).toEqual({
      head: '5,367,722 events',
      schema: 'Schema and code',
      cf01: 'CF-01: a (b)',
      'bare text: here': 'bare text: here',
      measure: 'Measurement',
      cf03: 'CF-03',
    });
    expect(edges(doc)).toEqual([
      'head→schema',
      'schema→cf01',
      'schema→bare text: here',
      'head→measure',
      'measure→cf03',
    ]);
  });

  it('a state diagram has states, transitions and composites', () => {
    const doc = parseMermaid(
      'stateDiagram-v2\n  direction LR\n  [*] --> Open\n  state "Being read" as Reading\n  Open --> Reading : opened\n  state Review {\n    Draft --> Final: signed\n  }\n  Final --> [*]\n  note right of Open\n    free text --> not a transition\n  end note\n  A --> B:::hot\n',
    );
    expect(labels(doc)).toEqual({
      Open: 'Open',
      Reading: 'Being read',
      Review: 'Review',
      Draft: 'Draft',
      Final: 'Final',
      A: 'A',
      B: 'B',
    });
    expect(edges(doc)).toEqual([
      '[*]→Open',
      'Open→Reading (opened)',
      'Draft→Final (signed)',
      'Final→[*]',
      'A→B',
    ]);
    expect(doc.bodyProblems).toEqual([]);
  });

  it.each(DIAGRAM_TYPES)('%s is known and its lines are read without a problem', (type) => {
    const doc = parseMermaid(`${type}\n  title x\n`);
    expect([doc.type, doc.problems]).toEqual([type, []]);
  });
});

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const worked = (readdirSync(`${ROOT}examples`, { recursive: true }) as string[]).filter((f) =>
  f.endsWith('.mmd'),
);

describe('worked diagrams', () => {
  it.each(worked)('%s has no problem', (file) => {
    const doc = parseMermaid(readFileSync(`${ROOT}examples/${file}`, 'utf8'));
    expect([...doc.problems, ...doc.bodyProblems]).toEqual([]);
    expect(doc.title).not.toBeNull();
  });

  it('the target data flow counts as drawn', () => {
    const doc = parseMermaid(
      readFileSync(`${ROOT}examples/part1-design-doc/diagrams/data-flow-target.mmd`, 'utf8'),
    );
    expect([doc.nodes.length, doc.edges.length, doc.subgraphs.length]).toEqual([16, 18, 6]);
    expect(doc.edges.every((e) => e.label !== '')).toBe(true);
  });
});

const line = fc.oneof(
  fc.constantFrom(
    'flowchart LR',
    'sequenceDiagram',
    'mindmap',
    'stateDiagram-v2',
    'gantt',
    'a --> b',
    'a["x"] -->|y| b',
    'subgraph s',
    'end',
    'alt x',
    'a->>b: c',
    '%% title: t',
    '---',
    '%%{init',
    '}%%',
    'a@{ label: "',
    'a -- b',
    'a -. c',
    '|',
    '"',
    '[[',
    ')))',
    '\uFEFF',
    'note right of a',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);

it('any text gives a document whose spans lie in it', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
      const text = lines.join(end);
      const doc = parseMermaid(text);
      const spans = [
        doc.typeSpan,
        ...doc.rows,
        ...[
          doc.comments,
          doc.nodes,
          doc.edges,
          doc.subgraphs,
          doc.classDefs,
          doc.fragments,
          doc.problems,
          doc.bodyProblems,
        ].flatMap((list) => list.map((x) => x.span)),
      ];
      const outside = spans.filter((s) => !(s.from >= 0 && s.from <= s.to && s.to <= text.length));
      expect(outside).toEqual([]);
      expect(doc.type === null).toBe(doc.problems.length > 0);
    }),
    { numRuns: 300 },
  );
});
