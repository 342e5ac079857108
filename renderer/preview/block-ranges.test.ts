import { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockGrammar } from './block-grammar';
import { BlockList } from './block-list';
import { BlockReader } from './block-ranges';
import { eachBlock } from './each-block';

function blocks(text: string) {
  const reader = new BlockReader(EditorState.create({ doc: text }).doc);
  reader.work(() => false);
  return reader.ranges().map(({ type, from, to }) => [type, text.slice(from, to)]);
}

describe('block ranges', () => {
  it('finds front matter, headings, paragraphs, tables and fences with their text', () => {
    const text =
      '---\nid: A\nlist:\n  - one\n---\n\n# Title\n\nProse\nover lines.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```yaml\nx: 1\n```\n';
    expect(blocks(text)).toEqual([
      ['FrontMatter', '---\nid: A\nlist:\n  - one\n---'],
      ['ATXHeading1', '# Title'],
      ['Paragraph', 'Prose\nover lines.'],
      ['Table', '| a | b |\n| - | - |\n| 1 | 2 |'],
      ['FencedCode', '```yaml\nx: 1\n```'],
    ]);
  });

  it('takes a rule at the start for a rule when nothing closes it', () => {
    expect(blocks('---\n\ntext')).toEqual([
      ['HorizontalRule', '---'],
      ['Paragraph', 'text'],
    ]);
  });

  it('keeps the indented text of a footnote with it', () => {
    expect(blocks('See[^1].\n\n[^1]: First\n\n    More of it.\n\nAfter.')).toEqual([
      ['Paragraph', 'See[^1].'],
      ['Footnote', '[^1]: First\n\n    More of it.'],
      ['Paragraph', 'After.'],
    ]);
  });

  it('holds terms and what explains them together', () => {
    expect(
      blocks('Before.\n\nLag\n: Time behind.\n: In minutes.\n\n    More.\n\nSkew\n\n: Uneven.\n\nAfter.'),
    ).toEqual([
      ['Paragraph', 'Before.'],
      ['DefinitionList', 'Lag\n: Time behind.\n: In minutes.\n\n    More.'],
      ['DefinitionList', 'Skew\n\n: Uneven.'],
      ['Paragraph', 'After.'],
    ]);
    expect(blocks('# T\n: no term\n\n- item\n  : in it\n')).toEqual([
      ['ATXHeading1', '# T'],
      ['Paragraph', ': no term'],
      ['BulletList', '- item\n  : in it'],
    ]);
  });

  it('shows the head of a long text before the rest is parsed', () => {
    const text = '# One\n\nA paragraph of some words that repeats.\n\n'.repeat(6000);
    const reader = new BlockReader(EditorState.create({ doc: text }).doc);
    const early = reader.ranges().length;
    expect(early).toBeGreaterThan(100);
    expect(reader.done).toBe(false);
    let slices = 0;
    while (!reader.work(() => true)) slices++;
    expect(slices).toBeGreaterThan(10);
    expect(reader.ranges()).toHaveLength(12_000);
  });

  it('gives the same blocks after any edits as a fresh parse, and tells what became of them', () => {
    const piece = fc.constantFrom(
      '\n',
      '\n\n',
      ': ',
      '- ',
      '    ',
      '# ',
      '> ',
      '```\n',
      '[^a]: ',
      'word',
      '---\n',
      '===\n',
      '| a |\n|-|\n',
      '<div>\n\n',
      '\n</div>\n',
      '<!-- ',
      '-->\n',
      '\n\nwords\n\n',
      '\n\n# head\n\n- item\n\n    more\n\n',
    );
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat(12),
      insert: fc.array(piece, { maxLength: 3 }),
      work: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        (start, edits) => {
          let state = EditorState.create({ doc: start.join('') });
          const reader = new BlockReader(state.doc);
          const list = new BlockList();
          reader.work(() => false);
          list.take(reader.take());
          for (const [index, { at, remove, insert, work }] of edits.entries()) {
            const from = at % (state.doc.length + 1);
            const to = Math.min(state.doc.length, from + remove);
            const transaction = state.update({ changes: { from, to, insert: insert.join('') } });
            state = transaction.state;
            reader.update(state.doc, transaction.changes);
            // Some edits come while the one before is still being read.
            if (!work && index < edits.length - 1) continue;
            const before = new Map(list.blocks.map((block) => [block, block.revision]));
            reader.work(() => false);
            const { blocks, touched } = list.take(reader.take());
            const fresh = new BlockReader(state.doc);
            fresh.work(() => false);
            expect(reader.ranges()).toEqual(fresh.ranges());
            expect(blocks.map((block) => ({ type: block.type, from: block.from, to: block.to }))).toEqual(
              fresh.ranges(),
            );
            // What was not touched is drawn as it was.
            for (const block of blocks)
              if (!touched.includes(block)) expect(before.get(block)).toBe(block.revision);
          }
        },
      ),
      { numRuns: 500 },
    );
  }, 30_000);

  it('reads a long text piece by piece as it would at once', () => {
    const text = [
      '# One\n',
      'A paragraph\nof lines.\n',
      '- item\n\n  more\n- other\n',
      '1. one\n',
      '> quote\nlazy\n',
      '| a |\n|-|\n| b |\n',
      '```\ncode\n\n# no heading\n```\n',
      '    code\n',
      'Setext\n===\n',
      '[label]: https://example.com\n',
    ];
    let at = 7;
    const long = Array.from({ length: 12_000 }, () => {
      at = (at * 75 + 74) % 65_537;
      return `${text[at % text.length]}${at % 3 === 0 ? '' : '\n'}`;
    }).join('');
    const whole: { type: string; from: number; to: number }[] = [];
    const grammar = blockGrammar(
      () => 0,
      () => undefined,
    );
    eachBlock(grammar.parse(long), (type, from, to) => whole.push({ type, from, to }));
    const reader = new BlockReader(EditorState.create({ doc: long }).doc);
    reader.work(() => false);
    expect(reader.ranges()).toEqual(whole);
    expect(long.length).toBeGreaterThan(150_000);
  }, 30_000);

  it('reads only what an edit touched of a long text', () => {
    const text = '# One\n\nA paragraph of some words that repeats.\n\n- item\n- other\n\n'.repeat(3000);
    let state = EditorState.create({ doc: text });
    const reader = new BlockReader(state.doc);
    reader.work(() => false);
    reader.take();
    const at = text.indexOf('A paragraph', text.length / 2) + 2;
    const transaction = state.update({ changes: { from: at, insert: 'x' } });
    state = transaction.state;
    reader.update(state.doc, transaction.changes);
    let steps = 0;
    while (!reader.work(() => true)) steps++;
    expect(steps).toBeLessThan(12);
    expect(reader.take()).toMatchObject([{ shift: 1, ranges: { length: 3 } }]);
  });

  it('gives the same blocks after edits as a fresh parse', () => {
    let state = EditorState.create({
      doc: '---\nid: A\n---\n# T\n\none\n\n- a\n- b\n\n[^n]: note\n\ntwo\n\n```\ncode\n```\n\nthree\n',
    });
    const reader = new BlockReader(state.doc);
    reader.work(() => false);
    const text = () => state.doc.toString();
    const edits = (): readonly { from: number; to: number; insert: string }[] => [
      { from: 19, to: 19, insert: ' more' },
      { from: 0, to: 4, insert: '' },
      { from: 0, to: 0, insert: '---\n' },
      { from: 30, to: 30, insert: '\n\n```\n' },
      { from: 30, to: 36, insert: '' },
      { from: text().indexOf('two'), to: text().indexOf('two'), insert: '    ' },
      { from: text().indexOf('[^n]'), to: text().indexOf('[^n]') + 6, insert: '' },
    ];
    for (let step = 0; step < edits().length; step++) {
      const edit = edits()[step] ?? { from: 0, to: 0, insert: '' };
      const transaction = state.update({ changes: edit });
      state = transaction.state;
      reader.update(state.doc, transaction.changes);
      reader.work(() => false);
      const fresh = new BlockReader(state.doc);
      fresh.work(() => false);
      expect(reader.ranges()).toEqual(fresh.ranges());
    }
  });
});
