import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headingKey, type MarkdownDoc, parseMarkdown, readableText } from './markdown';
import type { Span } from './span';

const at = (doc: MarkdownDoc, s: Span) => doc.text.slice(s.from, s.to);
const cells = (doc: MarkdownDoc) =>
  doc.tables.map((t) => [t.header, ...t.rows].map((r) => r.cells.map((c) => c.text)));

describe('front matter', () => {
  it.each([
    ['LF', '---\nid: A\nn: 3\n---\n\n# T\n'],
    ['CRLF', '---\r\nid: A\r\nn: 3\r\n---\r\n\r\n# T\r\n'],
    ['a byte order mark', '\uFEFF---\nid: A\nn: 3\n---\n# T\n'],
    ['blanks behind the fences', '---  \nid: A\nn: 3\n---\t\n# T\n'],
    ['dots as the closing fence', '---\nid: A\nn: 3\n...\n# T\n'],
    ['nothing behind it', '---\nid: A\nn: 3\n---'],
  ])('is read with %s, at positions of the whole file', (_, text) => {
    const doc = parseMarkdown(text);
    const id = doc.frontMatter?.node(['id']);
    expect([id?.value, doc.frontMatter?.node(['n'])?.value, doc.frontMatter?.problems]).toEqual(['A', 3, []]);
    expect(at(doc, id?.span ?? { from: 0, to: 0 })).toBe('A');
    expect(doc.plain.slice(0, doc.frontMatterSpan?.to).trim()).toBe('');
    expect(doc.headings.map((h) => h.text)).toEqual(text.includes('# T') ? ['T'] : []);
  });

  it('an absent key is answered with the first line of the header', () => {
    const doc = parseMarkdown('---\r\nid: A\r\ntitle: B\r\n---\r\n\r\n# T\r\n');
    expect(at(doc, doc.frontMatter?.span(['owner']) ?? { from: 0, to: 0 })).toBe('id: A');
  });

  it('that never closes is a problem at its opening, and the rest is text', () => {
    const doc = parseMarkdown('---\nid: A\n\n# T\n');
    expect(doc.frontMatter?.problems.map((p) => at(doc, p.span))).toEqual(['---\n']);
    expect(doc.headings.map((h) => h.text)).toEqual(['T']);
  });

  it('that is empty says so', () => {
    for (const text of ['---\n---\n# T\n', '---\n\n---\n# T\n']) {
      const doc = parseMarkdown(text);
      expect(doc.frontMatter?.problems.map((p) => p.message)).toEqual(['The front matter is empty']);
      expect(doc.headings).toHaveLength(1);
    }
  });

  it('only stands at the very start', () => {
    const doc = parseMarkdown('# T\n\n---\nid: A\n---\n');
    expect(doc.frontMatter).toBeNull();
  });

  it('with broken YAML keeps the body', () => {
    const doc = parseMarkdown('---\nid: [A\n---\n\n# T\n');
    expect(doc.frontMatter?.root).toBeNull();
    expect(doc.frontMatter?.problems.length).toBeGreaterThan(0);
    expect(doc.headings).toHaveLength(1);
  });
});

describe('headings', () => {
  it('of both styles, with their text and span', () => {
    const doc = parseMarkdown(
      '\uFEFF# One *two* `three` #\n\nSetext\n======\n\nLower\nover two lines\n---\n\n#NoHeading\n',
    );
    expect(doc.headings.map((h) => [h.level, h.text])).toEqual([
      [1, 'One two three'],
      [1, 'Setext'],
      [2, 'Lower over two lines'],
    ]);
    expect(at(doc, doc.headings[1]!.span)).toBe('Setext\n======');
  });

  it('in code and in quotations open no section', () => {
    const doc = parseMarkdown('# A\n\n```md\n# B\n```\n\n> # C\n> text\n\n    # D\n');
    expect(doc.headings.map((h) => h.text)).toEqual(['A']);
    expect(doc.quotes).toHaveLength(1);
  });

  it.each([
    ['1. Summary and ask', 'summary and ask'],
    ['1) Summary', 'summary'],
    ['3.2.1 Summary', 'summary'],
    ['iv. Summary', 'summary'],
    ['🚀 10. Summary!', 'summary'],
    ['§ 4: Summary', 'summary'],
    ['TL;DR', 'tl dr'],
    ['Cross-cutting “concerns”', 'cross-cutting concerns'],
    ['Décision', 'décision'],
    ['2024 in review', 'in review'],
    ['—', ''],
  ])('the key of %j is %j', (text, key) => expect(headingKey(text)).toBe(key));

  it('sections end at the next heading of the same or a higher level', () => {
    const doc = parseMarkdown('# T\n\n## A\n\na\n\n### A1\n\na1\n\n## B\n\nb\n');
    expect(doc.sections.map((s) => [s.heading.text, at(doc, s.body).replace(/\s+/g, ' ').trim()])).toEqual([
      ['T', '## A a ### A1 a1 ## B b'],
      ['A', 'a ### A1 a1'],
      ['A1', 'a1'],
      ['B', 'b'],
    ]);
  });

  it('make the anchors that renderers make', () => {
    const doc = parseMarkdown(
      '# 1. Goals & non-goals\n\n## Kafka (`kafka-msk`)\n\n## Same\n\n## Same\n\n## Ünïcode 😀\n',
    );
    expect([...doc.anchors]).toEqual(['1-goals--non-goals', 'kafka-kafka-msk', 'same', 'same-1', 'ünïcode-']);
  });
});

describe('tables', () => {
  it('keep empty cells, escaped bars and markup-free text', () => {
    const doc = parseMarkdown(
      '| A | B | C |\n| --- | :-: | --- |\n| 1 |  | **3** |\n|  | x \\| y | [l](u.md) |\n| `c` | 😀 | |\n',
    );
    expect(cells(doc)).toEqual([
      [
        ['A', 'B', 'C'],
        ['1', '', '3'],
        ['', 'x | y', 'l'],
        ['c', '😀', ''],
      ],
    ]);
    const empty = doc.tables[0]!.rows[0]!.cells[1]!;
    expect(empty.span.to).toBe(empty.span.from);
    expect(at(doc, doc.tables[0]!.rows[0]!.cells[2]!.span)).toBe('**3**');
  });

  it('without outer bars, with CRLF, and with short rows', () => {
    const doc = parseMarkdown('A | B\r\n--- | ---\r\n1 | 2\r\n3\r\n');
    expect(cells(doc)[0]?.slice(0, 2)).toEqual([
      ['A', 'B'],
      ['1', '2'],
    ]);
    expect(doc.tables[0]!.rows.every((r) => r.cells.every((c) => !/\s$/.test(at(doc, c.span))))).toBe(true);
  });

  it('with blanks behind the last bar', () => {
    const doc = parseMarkdown('| A | B |  \n| --- | --- | \n| 1 | 2 | \n> | C |\t\n> | - | \n');
    expect(cells(doc)).toEqual([
      [
        ['A', 'B'],
        ['1', '2'],
      ],
      [['C']],
    ]);
  });

  it('inside a quotation and a list', () => {
    const doc = parseMarkdown(
      '> | A | B |\n> | --- | --- |\n> | 1 | 2 |\n\n- item\n\n  | C |\n  | --- |\n  | 3 |\n',
    );
    expect(cells(doc)).toEqual([
      [
        ['A', 'B'],
        ['1', '2'],
      ],
      [['C'], ['3']],
    ]);
  });

  it('each non-empty cell is a block of its own', () => {
    const doc = parseMarkdown('| A |\n| --- |\n| one. two. |\n');
    expect(doc.blocks.map((b) => [b.kind, at(doc, b.span)])).toEqual([
      ['cell', 'A'],
      ['cell', 'one. two.'],
    ]);
  });
});

describe('lists', () => {
  it('nested ones know their depth, and an item does not hold its children', () => {
    const doc = parseMarkdown('- a\n  1. b\n     - c\n  2. d\n- e\n  more e\n\n  - f\n');
    expect(doc.items.map((i) => [i.text, i.depth, i.ordered])).toEqual([
      ['a', 0, false],
      ['b', 1, true],
      ['c', 2, false],
      ['d', 1, true],
      ['e more e', 0, false],
      ['f', 1, false],
    ]);
    expect(at(doc, doc.items[0]!.span)).toBe('a');
    expect(at(doc, doc.items[4]!.span)).toBe('e\n  more e');
  });

  it('the first nested list ends the text of an item, whichever style it has', () => {
    const doc = parseMarkdown('- a\n  1. one\n\n  - two\n');
    expect(doc.items[0]?.text).toBe('a');
  });

  it('task items are paragraphs without their box', () => {
    const doc = parseMarkdown('- [x] done thing\n- [ ] open thing\n');
    expect(doc.items.map((i) => i.text)).toEqual(['done thing', 'open thing']);
    expect(doc.blocks.filter((b) => b.kind === 'paragraph')).toHaveLength(2);
  });

  it('thousands of nested ones on a line are read as text from some depth on', () => {
    const text = `${'- '.repeat(3000)}x\n\n${'> '.repeat(3000)}y\n\n${'1. '.repeat(3000)}z\n`;
    const doc = parseMarkdown(text);
    const depth = Math.max(...doc.items.map((i) => i.depth));
    expect([depth > 90, depth < 100]).toEqual([true, true]);
    expect(doc.items.at(-1)?.text.endsWith('z')).toBe(true);
    expect(breaches(text)).toEqual([]);
  });

  it('an empty item has an empty span', () => {
    const doc = parseMarkdown('-\n- x\n');
    expect(doc.items.map((i) => i.text)).toEqual(['', 'x']);
  });
});

describe('code', () => {
  it('fenced, indented and inline code is kept in plain and blank in prose', () => {
    const doc = parseMarkdown('Use `a b` now.\n\n```YAML title="x"\na: 1\n```\n\n    indented\n');
    expect(doc.codeBlocks.map((b) => [b.lang, b.text.trim(), b.fenced, b.closed])).toEqual([
      ['yaml', 'a: 1', true, true],
      ['', 'indented', false, true],
    ]);
    expect(doc.plain.includes('a b')).toBe(true);
    expect(/a b|a: 1|indented/.test(doc.prose)).toBe(false);
    expect(/a b|a: 1/.test(doc.withoutCode)).toBe(false);
  });

  it.each(['```yaml\na: 1\n', '~~~\nx', '```', '> ```\n> x\n'])(
    'a fence that is not closed is told: %j',
    (text) => {
      const doc = parseMarkdown(text);
      expect(doc.codeBlocks.map((b) => b.closed)).toEqual([false]);
    },
  );

  it('content offsets are those of the file, also with CRLF', () => {
    const doc = parseMarkdown('x\r\n\r\n```mermaid\r\nflowchart LR\r\n  a --> b\r\n```\r\n');
    expect(at(doc, doc.codeBlocks[0]!.content)).toBe('flowchart LR\r\n  a --> b');
  });

  it('an empty block has no content', () => {
    const doc = parseMarkdown('```yaml\n```\n');
    expect(doc.codeBlocks[0]?.text).toBe('');
    expect(doc.codeBlocks[0]?.closed).toBe(true);
  });
});

describe('links', () => {
  it('inline, reference, collapsed, shortcut, image and angle-bracket links', () => {
    const doc = parseMarkdown(
      'A [one](a.md "t"), [two][Ref], [Ref][], [Ref], ![pic](p.png), [sp](<b c.md>), [`code`](d.md) and https://x.org.\n\n[ref]: e/f.md\n',
    );
    expect(doc.links.map((l) => [l.text, l.url, l.image])).toEqual([
      ['one', 'a.md', false],
      ['two', 'e/f.md', false],
      ['Ref', 'e/f.md', false],
      ['Ref', 'e/f.md', false],
      ['pic', 'p.png', true],
      ['sp', 'b c.md', false],
      ['code', 'd.md', false],
    ]);
    expect(at(doc, doc.links[0]!.urlSpan)).toBe('a.md');
    expect(at(doc, doc.links[1]!.urlSpan)).toBe('e/f.md');
  });

  it('addresses are blank in plain, bare ones stay', () => {
    const doc = parseMarkdown('See [the data](../b/data.yaml "title") at https://x.org/y.\n');
    expect(doc.plain).not.toMatch(/data\.yaml|title/);
    expect(doc.plain).toContain('the data');
    expect(doc.plain).toContain('https://x.org/y');
  });
});

describe('plain', () => {
  it('drops markup and comments, keeps words at their offset', () => {
    const text = '> **Bold** _em_ ~~gone~~ <!-- TODO --> a\\*b <br> end\n';
    const doc = parseMarkdown(text);
    expect(doc.plain.replace(/\s+/g, ' ').trim()).toBe('Bold em gone a *b end');
    expect(doc.plain.indexOf('end')).toBe(text.indexOf('end'));
    expect(doc.withoutCode).toContain('TODO');
    expect(readableText(doc, { from: 0, to: text.length })).toBe('Bold em gone a*b end');
  });
});

function spansOf(doc: MarkdownDoc): Span[] {
  const rows = doc.tables.flatMap((t) => [t.header, ...t.rows]);
  return [
    ...doc.headings.map((h) => h.span),
    ...doc.sections.map((s) => s.body),
    ...doc.tables.map((t) => t.span),
    ...rows.map((r) => r.span),
    ...rows.flatMap((r) => r.cells.map((c) => c.span)),
    ...doc.items.map((i) => i.span),
    ...doc.codeBlocks.flatMap((b) => [b.span, b.content]),
    ...doc.links.flatMap((l) => [l.span, l.urlSpan]),
    ...doc.quotes,
    ...doc.blocks.map((b) => b.span),
    ...(doc.frontMatterSpan ? [doc.frontMatterSpan] : []),
    ...(doc.frontMatter?.problems.map((p) => p.span) ?? []),
  ];
}

/** What must hold of any text at all; the sentences it breaks. */
function breaches(text: string): string[] {
  const doc = parseMarkdown(text);
  const lineEnds = text.replace(/[^\n\r]/g, ' ');
  const out: string[] = doc.text === text ? [] : ['the text changed'];
  for (const name of ['plain', 'prose', 'withoutCode'] as const) {
    const masked = doc[name];
    if (masked.length !== text.length) out.push(`${name} has another length`);
    else if (masked.replace(/[^\n\r]/g, ' ') !== lineEnds) out.push(`${name} moved line ends`);
    for (let i = 0; i < text.length; i++) {
      if (masked[i] !== text[i] && masked[i] !== ' ') out.push(`${name} rewrote offset ${i}`);
    }
  }
  for (const s of spansOf(doc)) {
    if (!(s.from >= 0 && s.from <= s.to && s.to <= text.length))
      out.push(`span ${s.from}–${s.to} leaves the text`);
  }
  return out;
}

const piece = fc.oneof(
  fc.constantFrom(
    '---',
    'id: A',
    '# H',
    '## 2. H 😀',
    'Setext',
    '===',
    '- a',
    '  - b',
    '1. c',
    '- [ ] t',
    '> q',
    '> - x',
    '| a | b |',
    '| --- | --- |',
    '|  | 2 |',
    '```yaml',
    '~~~',
    '    code',
    '`inline',
    '**b**',
    '[t](u.md)',
    '[t][r]',
    '[r]: u.md',
    '![i](p.png)',
    '<!-- c',
    '-->',
    '<div>',
    '\\|',
    '',
    '\t',
    '\uFEFF',
    'a\\*b',
    '&amp;',
    'https://x.org',
    '[^1]',
    '[^1]: note',
    '\u2028',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

describe('any text', () => {
  it('keeps lengths, line ends and spans', () => {
    const texts = fc.tuple(fc.array(piece, { maxLength: 25 }), fc.constantFrom('\n', '\r\n', '\r'));
    fc.assert(
      fc.property(texts, ([lines, end]) => {
        expect(breaches(lines.join(end))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('also broken in any place', () => {
    const text = readFileSync(
      new URL('../../examples/part2-adr-catalog/adr-001-kafka.md', import.meta.url),
      'utf8',
    );
    for (let cut = 0; cut < text.length; cut += 197) expect(breaches(text.slice(0, cut))).toEqual([]);
  });

  const ROOT = fileURLToPath(new URL('../../examples/', import.meta.url));
  const worked = (readdirSync(ROOT, { recursive: true }) as string[]).filter((f) => f.endsWith('.md'));
  it.each(worked)('%s is sound, with LF and with CRLF', (file) => {
    const text = readFileSync(ROOT + file, 'utf8');
    expect(breaches(text)).toEqual([]);
    const crlf = parseMarkdown(text.replace(/\n/g, '\r\n'));
    const lf = parseMarkdown(text);
    expect(crlf.headings.map((h) => h.text)).toEqual(lf.headings.map((h) => h.text));
    expect(cells(crlf)).toEqual(cells(lf));
    const shown = (doc: MarkdownDoc) => spansOf(doc).map((s) => at(doc, s).replace(/\r\n/g, '\n').trimEnd());
    expect(shown(crlf)).toEqual(shown(lf));
    expect(spansOf(crlf).filter((s) => at(crlf, s).endsWith('\r'))).toEqual([]);
  });
});
