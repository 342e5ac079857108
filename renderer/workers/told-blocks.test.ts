import { expect, it } from 'vitest';
import type { Block } from '../../shared/preview/block';
import { HeardBlocks, ToldBlocks } from './told-blocks';

const blocks = (...texts: readonly string[]): readonly Block[] =>
  texts.map((text, at) => ({ kind: 'paragraph', text, span: { from: at * 10, to: at * 10 + text.length } }));

it('what is told in pieces is heard whole, through other files and texts that cannot be read', () => {
  const told = new ToldBlocks();
  const heard = new HeardBlocks();
  let id = 0;
  const ask = (path: string, made: readonly Block[] | null, length = 100) => {
    const message = structuredClone(told.tell(++id, path, made, length));
    return {
      message,
      texts: heard.hear(id, message)?.map(({ block }) => (block.kind === 'paragraph' ? block.text : '')),
    };
  };
  expect(ask('a.json', blocks('One', 'Two', 'Three')).texts).toEqual(['One', 'Two', 'Three']);
  const second = ask('a.json', blocks('One', 'Two!', 'Three'));
  expect(second.message.changes?.blocks).toHaveLength(1);
  expect(second.texts).toEqual(['One', 'Two!', 'Three']);
  expect(ask('a.json', null).texts).toBeUndefined();
  expect(ask('a.json', blocks('One')).texts).toEqual(['One']);
  const other = ask('b.json', blocks('Other'));
  expect(other.message.since).toBeNull();
  expect(ask('a.json', blocks('One', 'Four')).texts).toEqual(['One', 'Four']);
});
