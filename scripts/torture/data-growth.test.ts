import { describe, expect, it } from 'vitest';
import { newCheckSession } from '../../shared/studio';
import { DIAGRAM_TEXTS, JSON_TEXTS, YAML_TEXTS } from './data-texts';
import type { HostileText } from './hostile-texts';
import { brokenPromises } from './invariants';
import { pathOfEachKind, sessionOf, workedTexts } from './worked-kit';

/**
 * YAML, JSON and diagrams that grow, as every kind that is written so. Processor time at a length and at twice it; only what takes long enough to be
 * measured is judged, and again before it counts. `STAFFWRIGHT_TORTURE` goes to a million characters; a run without it tries one kind of each format.
 */
const LONG = Number(process.env['STAFFWRIGHT_TORTURE'] ?? 0) > 0;
const LENGTH = LONG ? 500_000 : 20_000;
/** A run this short holds more of the engine's own start than of the text. */
const MEASURABLE = 250;

const paths = [...pathOfEachKind(sessionOf(workedTexts())).values()];
const ofFormat = (pattern: RegExp): readonly string[] => {
  const all = paths.filter((path) => pattern.test(path));
  return LONG ? all : all.slice(0, 1);
};

const CASES: readonly (readonly [path: string, texts: readonly HostileText[]])[] = [
  ...ofFormat(/\.ya?ml$/).map((path) => [path, YAML_TEXTS] as const),
  ...ofFormat(/\.json$/).map((path) => [path, JSON_TEXTS] as const),
  ...ofFormat(/\.mmd$/).map((path) => [path, DIAGRAM_TEXTS] as const),
];

function check(path: string, text: string) {
  const session = newCheckSession('Growth');
  session.setFile(path, text);
  const start = process.cpuUsage();
  session.settle();
  const { user, system } = process.cpuUsage(start);
  return { ms: (user + system) / 1000, broken: brokenPromises(session) };
}

describe.each(CASES)('%s', (path, texts) => {
  it('takes the time of its length, whatever it holds', () => {
    const slow: string[] = [];
    for (const { name, make } of texts) {
      const twice = make(2 * LENGTH);
      const first = check(path, twice);
      expect(first.broken, name).toEqual([]);
      if (first.ms < MEASURABLE) continue;
      const again = Math.min(...[1, 2].map(() => check(path, twice).ms));
      const half = Math.min(...[1, 2].map(() => check(path, make(LENGTH)).ms));
      if (again > MEASURABLE && again / half >= 3)
        slow.push(`${name}: ${half.toFixed(0)} → ${again.toFixed(0)} ms`);
    }
    expect(slow).toEqual([]);
  }, 3_600_000);
});

it('knows a kind of each format', () => {
  expect(new Set(CASES.map(([path]) => path.split('.').at(-1)))).toEqual(new Set(['yaml', 'json', 'mmd']));
});
