import { describe, expect, it } from 'vitest';
import { kitPaths, kitText } from '../kinds/kit-fixture.test-support';
import { newCheckSession } from '../studio';
import { patience, rounds, seeded } from '../util/seeded.test-support';
import { changed } from './random-edits.test-support';
import type { KitReport } from './report';
import type { CheckSession } from './session';

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

/** How many kinds are edited before the session is compared with a new one, which takes its time. */
const TOGETHER = 6;

const PATHS = [...kitPaths()];

function settled(): CheckSession {
  const session = newCheckSession('Worked example');
  for (const path of PATHS) session.setFile(path, kitText(path));
  session.settle();
  return session;
}

function same(session: CheckSession): void {
  session.settle();
  const there = PATHS.filter((one) => session.version(one) !== null);
  expect(plain(session.report())).toEqual(plain(fresh(session, there)));
}

describe('after any edits a session says what a new one would say', () => {
  it.each([1, 2, 3])(
    'all over the kit, round %i',
    (seed) => {
      const next = seeded(seed);
      const session = settled();
      for (let edit = 1; edit <= rounds(24); edit++) {
        const path = PATHS[next(PATHS.length)] ?? '';
        const kind = next(12);
        if (kind === 0) session.removeFile(path);
        else if (kind === 1) session.setFile(path, kitText(path));
        else session.setFile(path, changed(session.text(path) ?? kitText(path), next));
        // Some edits come while the checks of earlier ones go on.
        if (next(3) === 0) for (const _ of session.pending()) if (next(20) === 0) break;
        if (next(3) > 0) session.settle();
        if (edit % 6 === 0) same(session);
      }
    },
    patience(120_000),
  );

  it(
    'in one file of each kind, a few at a time',
    () => {
      const next = seeded(7);
      const session = settled();
      const kinds = [...new Map(PATHS.map((path) => [session.artifact(path)?.kind ?? '', path])).values()];
      for (let round = 0; round < rounds(1); round++)
        for (let first = 0; first < kinds.length; first += TOGETHER) {
          const paths = kinds.slice(first, first + TOGETHER);
          for (const path of paths)
            for (let edit = 0; edit < 5; edit++) {
              session.setFile(path, changed(session.text(path) ?? '', next));
              session.settle();
            }
          same(session);
          for (const path of paths) session.setFile(path, kitText(path));
        }
      same(session);
    },
    patience(120_000),
  );
});
