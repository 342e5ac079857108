import { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, wordCounting } from './word-count';

const plain = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

describe('counting words', () => {
  it('counts runs between blanks that hold a letter or a digit', () => {
    const { doc } = EditorState.create({ doc: '# Two words\n\n- one — 3.5 %, été\n' });
    expect(countWords(doc)).toBe(5);
  });

  it('is right after any edits of a long text, and looks only at what they touched', () => {
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat(3000),
      insert: fc.constantFrom('', 'a b', '\n', ' \n\n x ', 'word '.repeat(300)),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
        let state = EditorState.create({ doc: 'Some words that stand in a line.\n'.repeat(3000) });
        countWords(state.doc);
        for (const { at, remove, insert } of edits) {
          const from = at % (state.doc.length + 1);
          const changes = { from, to: Math.min(state.doc.length, from + remove), insert };
          state = state.update({ changes }).state;
          let pieces = 0;
          for (const _ of wordCounting(state.doc)) pieces++;
          expect(pieces).toBeLessThan(20);
          expect(countWords(state.doc)).toBe(plain(state.doc.toString()));
        }
      }),
      { numRuns: 40 },
    );
  });
});
