import { describe, expect, it } from 'vitest';
import { globProblem, pathPattern } from './path-pattern';

describe('a path pattern', () => {
  it.each([
    ['*.md', 'a.md', true],
    ['*.md', 'x/a.md', true],
    ['x/*.md', 'x/a.md', true],
    ['x/*.md', 'x/y/a.md', false],
    ['x/*.md', 'y/x/a.md', false],
    ['x/**', 'x/y/a.md', true],
    ['x/**/a.md', 'x/a.md', true],
    ['x/**/a.md', 'x/y/z/a.md', true],
    ['x/**/a.md', 'x/ba.md', false],
    ['**/a.md', 'a.md', true],
    ['**/a.md', 'x/a.md', true],
    ['**/a.md', 'x/ba.md', false],
    ['a?.md', 'ab.md', true],
    ['a?.md', 'a.md', false],
    ['a.md', 'axmd', false],
    ['x/*-*.md', 'x/a-b-c.md', true],
    ['', '', true],
  ])('%j on %j: %s', (glob, path, fits) => expect(pathPattern(glob)(path)).toBe(fits));

  it('takes no longer for stars that overlap', () => {
    const start = performance.now();
    expect(pathPattern(`${'*a'.repeat(100)}b`)('a'.repeat(1000))).toBe(false);
    expect(pathPattern(`x/${'**a'.repeat(90)}b`)(`x/${'a'.repeat(1000)}`)).toBe(false);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it.each(['/a', '../a', 'a\\b', '[ab]', '{a,b}', 'a'.repeat(301)])('%j has a problem', (glob) =>
    expect(globProblem(glob)).not.toBeNull(),
  );
});
