import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { newCheckSession } from '../studio';
import { KeptTrees } from './kept-trees';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

describe('kept trees', () => {
  it('are those that came first, until there is too much text', () => {
    const trees = new KeptTrees(10);
    expect([trees.keep('a', 6), trees.keep('b', 5), trees.keep('c', 4)]).toEqual([true, false, true]);
    trees.drop('a');
    expect(trees.keep('b', 5)).toBe(true);
    expect(trees.keep('b', 6)).toBe(true);
    expect(trees.keep('c', 5)).toBe(false);
  });

  it('make no difference to any verdict, whether all are kept or none', () => {
    const report = (keptText: number) => {
      const session = newCheckSession('Kit', { keptText });
      for (const part of ['part2-adr-catalog', 'part4-postmortem']) {
        const folder = join(ROOT, 'examples', part);
        for (const entry of readdirSync(folder, { withFileTypes: true }))
          if (entry.isFile())
            session.setFile(`${part}/${entry.name}`, readFileSync(join(folder, entry.name), 'utf8'));
      }
      session.settle();
      session.setFile('part4-postmortem/five-whys.md', '# Five whys\n');
      session.settle();
      return session.report();
    };
    expect(report(0)).toEqual(report(Number.POSITIVE_INFINITY));
  }, 60_000);
});
