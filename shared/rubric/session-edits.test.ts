import { describe, expect, it } from 'vitest';
import { kitPaths, kitText } from '../kinds/kit-fixture.test-support';
import { newCheckSession } from '../studio';
import type { KitReport } from './report';
import type { CheckSession } from './session';

/** Numbers that look random and are the same in each run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const changes: readonly ((text: string, next: (below: number) => number) => string)[] = [
  // A letter typed anywhere.
  (text, next) => {
    const at = next(text.length + 1);
    return `${text.slice(0, at)}x${text.slice(at)}`;
  },
  // A line gone.
  (text, next) => {
    const lines = text.split('\n');
    lines.splice(next(lines.length), 1);
    return lines.join('\n');
  },
  // A figure changed.
  (text, next) => {
    const digits = [...text.matchAll(/\d/g)];
    const at = digits[next(Math.max(1, digits.length))]?.index ?? -1;
    return at < 0 ? text : `${text.slice(0, at)}${next(10)}${text.slice(at + 1)}`;
  },
  // A line moved to the top, and everything behind it.
  (text, next) => {
    const at = text.indexOf('\n', next(text.length + 1)) + 1;
    return `${text.slice(0, at)}\n${text.slice(at)}`;
  },
  // The end cut off.
  (text, next) => text.slice(0, text.length - next(Math.ceil(text.length / 3) + 1)),
];

function fresh(session: CheckSession, paths: readonly string[]): KitReport {
  const other = newCheckSession('Worked example');
  for (const path of paths) other.setFile(path, session.text(path));
  other.settle();
  return other.report();
}

/** A report without what counts the edits. */
const plain = (report: KitReport) => ({
  ...report,
  artifacts: report.artifacts.map((artifact) => ({ ...artifact, version: 0 })),
});

describe('after any edits a session says what a new one would say', () => {
  it.each([1, 2, 3])(
    'round %i',
    (seed) => {
      const next = numbers(seed);
      const paths = [...kitPaths()];
      const session = newCheckSession('Worked example');
      for (const path of paths) session.setFile(path, kitText(path));
      session.settle();
      for (let edit = 1; edit <= 24; edit++) {
        const path = paths[next(paths.length)] ?? '';
        const kind = next(12);
        if (kind === 0) session.removeFile(path);
        else if (kind === 1) session.setFile(path, kitText(path));
        else
          session.setFile(
            path,
            (changes[kind % changes.length] ?? String)(session.text(path) ?? kitText(path), next),
          );
        // Some edits come while the checks of earlier ones go on.
        if (next(3) === 0) for (const _ of session.pending()) if (next(20) === 0) break;
        if (next(3) > 0) session.settle();
        if (edit % 6 > 0) continue;
        session.settle();
        const there = paths.filter((one) => session.version(one) !== null);
        expect(plain(session.report())).toEqual(plain(fresh(session, there)));
      }
    },
    120_000,
  );
});
