import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { MarkdownModel } from './markdown-model';
import { wordsOf } from './pipeline';
import { PreviewSearch } from './preview-search';

function searchOf(text: string) {
  const asked: string[] = [];
  let state = EditorState.create({ doc: text });
  const model = new MarkdownModel(state.doc, { render: async () => ({ kind: 'nothing' }) });
  const search = new PreviewSearch(model, {
    words: async (sources) => {
      asked.push(...sources);
      return { texts: sources.map(wordsOf) };
    },
  });
  const replace = (find: string, insert: string) => {
    const from = state.doc.toString().indexOf(find);
    const transaction = state.update({ changes: { from, to: from + find.length, insert } });
    state = transaction.state;
    model.update(state.doc, transaction.changes);
  };
  const places = async (query: string) =>
    (await search.find(query))?.map(({ block, nth }) => [model.source(block), nth]);
  return { search, asked, replace, places };
}

describe('finding words in a preview', () => {
  it('looks at what is read, not at how it is written', async () => {
    const { places } = searchOf('# One Two\n\nA **one** two, [one\ntwo](two.md).\n\nthree\n');
    expect(await places('one  TWO')).toEqual([
      ['# One Two', 0],
      ['A **one** two, [one\ntwo](two.md).', 0],
      ['A **one** two, [one\ntwo](two.md).', 1],
    ]);
    expect(await places('two.md')).toEqual([]);
    expect(await places('')).toEqual([]);
  });

  it('finds blocks far out of the page, and asks only for what changed', async () => {
    const { places, asked, replace } = searchOf(`${'word\n\n'.repeat(500)}needle here\n`);
    expect(await places('needle')).toHaveLength(1);
    asked.length = 0;
    replace('needle', 'needle needle');
    expect(await places('needle')).toHaveLength(2);
    expect(asked).toEqual(['needle needle here']);
  });

  it('gives up for a later query', async () => {
    const { search } = searchOf('one two');
    const first = search.find('one');
    const second = search.find('two');
    expect(await first).toBeNull();
    expect(await second).toHaveLength(1);
  });
});
