import { EditorState, Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { describe, expect, it } from 'vitest';
import { paragraphAt, sentenceAt, writingModesOf } from './writing-modes';

const TEXT = '# Head\n\nOne is here. Two follows (it does.) Three ends\nin the next line.\n\nAnother one.\n';
const doc = Text.of(TEXT.split('\n'));
const slice = ({ from, to }: { from: number; to: number }) => TEXT.slice(from, to);

describe('the place one writes at', () => {
  it('is a paragraph', () => {
    expect(slice(paragraphAt(doc, TEXT.indexOf('in the')))).toBe(
      'One is here. Two follows (it does.) Three ends\nin the next line.',
    );
    expect(slice(paragraphAt(doc, 0))).toBe('# Head');
    expect(slice(paragraphAt(doc, 7))).toBe('');
    expect(slice(paragraphAt(doc, TEXT.length))).toBe('');
  });

  it('is a sentence of it', () => {
    const at = (text: string) => {
      const offset = TEXT.indexOf(text);
      return slice(sentenceAt(doc, paragraphAt(doc, offset), offset));
    };
    expect(at('is here')).toBe('One is here.');
    expect(at(' Two')).toBe('One is here.');
    expect(at('Two')).toBe('Two follows (it does.)');
    expect(at('next')).toBe('Three ends\nin the next line.');
  });
});

describe('what steps back', () => {
  const back = (dim: 'paragraph' | 'sentence', at: string) => {
    const view = new EditorView({
      state: EditorState.create({
        doc: TEXT,
        selection: { anchor: TEXT.indexOf(at) },
        extensions: writingModesOf({ dim, typewriter: false }),
      }),
    });
    const texts = [...view.dom.querySelectorAll('.cm-stepped-back')].map(
      (element) => element.textContent ?? '',
    );
    view.destroy();
    return texts.filter((text) => text !== '');
  };

  it('is all but the paragraph, or but the sentence', () => {
    expect(back('paragraph', 'Two')).toEqual(['# Head', 'Another one.']);
    expect(back('sentence', 'Two')).toEqual([
      '# Head',
      'One is here. ',
      ' Three ends',
      'in the next line.',
      'Another one.',
    ]);
  });
});

describe('the line of the cursor', () => {
  it('is brought to the middle by keys, not by a click or a program', () => {
    const state = EditorState.create({
      doc: TEXT,
      extensions: writingModesOf({ dim: null, typewriter: true }),
    });
    const scrolls = (userEvent: string | null, spec: object = { selection: { anchor: 20 } }) =>
      state.update({ ...spec, ...(userEvent === null ? {} : { userEvent }) }).effects.length;
    expect([scrolls('select'), scrolls('input.type', { changes: { from: 0, insert: 'x' } })]).toEqual([1, 1]);
    expect([scrolls('select.pointer'), scrolls(null)]).toEqual([0, 0]);
  });
});
