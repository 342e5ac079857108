import { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EditedTexts } from './edited-texts';

describe("the checker's side of edits", () => {
  it('has the text of the editor after any run of them, with texts from disk in between', () => {
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat(9),
      insert: fc.constantFrom('', 'x', '\n', 'é😀\n\n'),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(edit, fc.constant('reload' as const)), { maxLength: 30 }), (steps) => {
        let state = EditorState.create({ doc: 'one\ntwo\n' });
        let sent = state.doc.toString();
        const texts = new EditedTexts();
        for (const step of steps) {
          if (step === 'reload') {
            state = EditorState.create({ doc: `${state.doc.toString()}more\n` });
            sent = state.doc.toString();
            texts.drop('a.md');
            continue;
          }
          const from = step.at % (state.doc.length + 1);
          const to = Math.min(state.doc.length, from + step.remove);
          const transaction = state.update({ changes: { from, to, insert: step.insert } });
          state = transaction.state;
          sent = texts.edited('a.md', sent, JSON.parse(JSON.stringify(transaction.changes.toJSON())));
          expect(sent).toBe(state.doc.toString());
        }
      }),
    );
  });
});
