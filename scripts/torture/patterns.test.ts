import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { literalPatterns, type OwnPattern, patternsUsed, pumpsFor, searchTime } from './own-patterns';
import { sessionOf, workedTexts } from './worked-kit';

/**
 * Every regular expression of ours is tried on texts made from its own words. Backtracking is found by time, not by reading the pattern: an analysis
 * of the syntax knows neither our lookbehinds nor what a search from every place of a text costs. Processor time is measured, and what looks slow
 * is measured again at twice the length, so that a busy machine fails nothing.
 */
const LENGTH = 4000;
/** Processor milliseconds below which a search of so short a text cannot have grown with its square. */
const SUSPECT = 8;
const SLOW = Number(process.env['STAFFWRIGHT_TORTURE'] ?? 0) > 0;

/** Patterns that never see a long text, with what bounds it. */
const BOUNDED: ReadonlyMap<string, string> = new Map([
  ['\\B(?=(?:\\d{3})+$)', 'the digits of one number that the program spells'],
]);

const shared = fileURLToPath(new URL('../../shared/', import.meta.url));
const patterns = new Map<string, OwnPattern>();
for (const pattern of [...literalPatterns(shared), ...patternsUsed(() => sessionOf(workedTexts()))])
  patterns.set(`${pattern.flags}/${pattern.source}`, pattern);

function grows(pattern: OwnPattern, pump: string): string | null {
  const text = (length: number) => `a ${pump.repeat(Math.ceil(length / pump.length))}\u0001`;
  if (searchTime(pattern, text(LENGTH)) < SUSPECT) return null;
  const best = (length: number) => Math.min(...[1, 2, 3].map(() => searchTime(pattern, text(length))));
  const [once, twice] = [best(2 * LENGTH), best(4 * LENGTH)];
  return twice > 30 && twice / once >= 3
    ? `${once.toFixed(0)} → ${twice.toFixed(0)} ms on ${JSON.stringify(pump)}`
    : null;
}

describe('own regular expressions', () => {
  it('are found: literals, and those put together while the kit is checked', () => {
    expect(patterns.size).toBeGreaterThan(700);
    expect([...patterns.values()].some(({ source }) => source.includes('engineer-weeks'))).toBe(true);
  });

  it('grow with the text, not with its square', () => {
    const slow: string[] = [];
    for (const pattern of patterns.values()) {
      if (BOUNDED.has(pattern.source) || pattern.flags.includes('y')) continue;
      const pumps = pumpsFor(pattern);
      // In every run each pattern is tried on the characters alone; the pairs take the time of a long run.
      for (const pump of SLOW ? pumps : pumps.slice(0, 24)) {
        const growth = grows(pattern, pump);
        if (growth) slow.push(`${pattern.where}: /${pattern.source}/${pattern.flags} ${growth}`);
        if (growth) break;
      }
    }
    expect(slow).toEqual([]);
  }, 3_600_000);

  it('would be found: this one is slow', () => {
    expect(grows({ source: '\\s+$', flags: 'u', where: 'here' }, ' ')).not.toBeNull();
    expect(grows({ source: '(?<!\\s)\\s+$', flags: 'u', where: 'here' }, ' ')).toBeNull();
  }, 60_000);
});
