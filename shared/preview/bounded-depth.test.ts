import type { Element, ElementContent, Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { boundDepth, DEEPEST_ELEMENT } from './bounded-depth';

/** Elements within each other, the innermost with words; a word beside each. */
function nested(levels: number): Root {
  let inner: ElementContent[] = [{ type: 'text', value: 'words' }];
  for (let i = 0; i < levels; i++)
    inner = [
      { type: 'element', tagName: 'b', properties: {}, children: inner },
      { type: 'text', value: '.' },
    ];
  return { type: 'root', children: inner };
}

function depthOf(root: Root): number {
  let depth = 0;
  let node: Root | ElementContent | undefined = root;
  while (node && 'children' in node) {
    node = (node.children as ElementContent[]).find((child): child is Element => child.type === 'element');
    if (node) depth++;
  }
  return depth;
}

function words(root: Root): string {
  const out: string[] = [];
  const open: (Root | ElementContent)[] = [root];
  for (let one = open.pop(); one; one = open.pop()) {
    if (one.type === 'text') out.push(one.value);
    if ('children' in one) open.push(...[...(one.children as ElementContent[])].reverse());
  }
  return out.join('');
}

describe('elements within elements', () => {
  it.each([1, DEEPEST_ELEMENT - 1, DEEPEST_ELEMENT])('%i levels stay', (levels) => {
    const root = nested(levels);
    boundDepth(root);
    expect(root).toEqual(nested(levels));
  });

  it.each([DEEPEST_ELEMENT + 1, 1000, 100_000])(
    'of %i levels the inner ones become text, and no word is lost',
    (levels) => {
      const root = nested(levels);
      const before = words(root);
      boundDepth(root);
      expect(depthOf(root)).toBe(DEEPEST_ELEMENT);
      expect(words(root)).toBe(before);
    },
  );
});
