import { describe, expect, it } from 'vitest';
import { newCheckSession } from '../../shared/studio';
import { PROSE_TEXTS } from './hostile-texts';
import { brokenPromises } from './invariants';
import { pathOfEachKind, sessionOf, workedTexts } from './worked-kit';

/**
 * Whole files made to hold the checker up, as every kind of prose. Processor time at a length and at twice it; only what takes long enough to be
 * measured is judged, and again before it counts. `STAFFWRIGHT_TORTURE` tries every kind, at a million characters.
 */
const LONG = Number(process.env['STAFFWRIGHT_TORTURE'] ?? 0) > 0;
const LENGTH = LONG ? 500_000 : 10_000;
const MOST_MS_PER_KB = 6;
const KINDS = ['executive-summary', 'adr'];
/** A run this short holds more of the engine's own start than of the text. */
const MEASURABLE = 250;

const texts = workedTexts();
const paths = [...pathOfEachKind(sessionOf(texts))].filter(
  ([kind, path]) => path.endsWith('.md') && (LONG || KINDS.includes(kind)),
);

function check(path: string, text: string) {
  const session = newCheckSession('Growth');
  session.setFile(path, text);
  const start = process.cpuUsage();
  session.settle();
  const { user, system } = process.cpuUsage(start);
  return { ms: (user + system) / 1000, broken: brokenPromises(session) };
}

describe.each(paths)('%s', (_, path) => {
  const head = `${(texts.get(path) ?? '').slice(0, 600)}\n\n## Summary\n\n`;

  it('takes the time of its length, whatever it holds', () => {
    const slow: string[] = [];
    for (const { name, make } of PROSE_TEXTS) {
      const twice = head + make(2 * LENGTH);
      const first = check(path, twice);
      expect(first.broken, name).toEqual([]);
      if (first.ms < MEASURABLE || first.ms < (MOST_MS_PER_KB * 2 * LENGTH) / 1000) continue;
      const again = Math.min(...[1, 2].map(() => check(path, twice).ms));
      const half = Math.min(...[1, 2].map(() => check(path, head + make(LENGTH)).ms));
      if (again > MEASURABLE && again / half >= 3)
        slow.push(`${name}: ${half.toFixed(0)} → ${again.toFixed(0)} ms`);
    }
    expect(slow).toEqual([]);
  }, 3_600_000);
});
