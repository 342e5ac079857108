import { describe, expect, it } from 'vitest';
import type { ArtifactKind } from '../rubric/kind';
import { expectBreaks } from './broken-criterion.test-support';
import { gaps, kitReport } from './kit-fixture.test-support';

/** A change of a worked file, the criterion it breaks, and the exact texts that its findings mark, in text order. */
export type Breaking = readonly [
  id: string,
  change: (text: string) => string,
  at: readonly string[],
  options?: {
    /** Criteria that fail because of the same finding and have none of their own. */
    readonly because?: readonly string[];
    /** The file to change, when it is another one than the one that is judged. */
    readonly in?: string;
    /** Findings of rules over several files that rightly come with it, as id and marked text: the change contradicts another file too. */
    readonly rules?: readonly (readonly [rule: string, text: string])[];
    /** The rule that decides the criterion and has the finding. */
    readonly by?: string;
    /** Everything else in the kit whose verdict rightly changes with it: rules by id, criteria of other files as `path id`. */
    readonly also?: readonly string[];
  },
];

/**
 * Judges a worked file of the kit: it has no gap, every automatic criterion is decided (but those of `open`, which wait for other kinds), and
 * each of the changes makes exactly its criterion fail. Every automatic criterion of the kind must have a change.
 */
export function describeWorkedExample(
  path: string,
  kind: ArtifactKind,
  changes: readonly Breaking[],
  open: readonly string[] = [],
): void {
  const report = kitReport(path);

  it('the worked file has no gap and is staff-ready', () => {
    expect(report.kind).toBe(kind.id);
    expect(gaps(path)).toEqual([]);
    expect(report.grade).toBe('staff-ready');
    const undecided = report.criteria.filter(
      (c) => !['pass', 'manual', 'not-applicable'].includes(c.verdict),
    );
    expect(undecided.map((c) => c.id).filter((id) => !open.includes(id))).toEqual([]);
    const passed = new Set(report.criteria.filter((c) => c.verdict === 'pass').map((c) => c.id));
    expect(automatic(kind).filter((id) => !passed.has(id) && !open.includes(id))).toEqual([]);
  });

  it('every automatic criterion has a change that breaks it', () => {
    expect([...new Set(changes.map(([id]) => id))].sort()).toEqual([...automatic(kind)].sort());
  });

  describe('one change fails one criterion', () => {
    it.each(changes.map((change) => [change[0], change] as const))('%s', (_, [id, change, at, options]) => {
      expectBreaks({ id, path, change, at, ...options });
    });
  });
}

/**
 * Judges the worked files of a kind whose criteria don't all apply to each of them. Every file has no gap, every automatic criterion passes in
 * one of them (but those of `open`), and has a change of a worked file that makes exactly it fail.
 */
export function describeWorkedFiles(
  kind: ArtifactKind,
  files: Readonly<Record<string, readonly Breaking[]>>,
  open: readonly string[] = [],
): void {
  const reports = Object.keys(files).map((path) => kitReport(path));
  const wanted = automatic(kind).filter((id) => !open.includes(id));

  it.each(reports.map((report) => [report.path, report] as const))(
    '%s has no gap and is staff-ready',
    (path, report) => {
      expect(report.kind).toBe(kind.id);
      expect(gaps(path)).toEqual([]);
      expect(report.grade).toBe('staff-ready');
      const undecided = report.criteria.filter((c) => !DECIDED.includes(c.verdict)).map((c) => c.id);
      expect(undecided.filter((id) => !open.includes(id))).toEqual([]);
    },
  );

  it('every automatic criterion passes in a worked file and has a change that breaks it', () => {
    const passed = reports.flatMap((r) => r.criteria.filter((c) => c.verdict === 'pass').map((c) => c.id));
    expect(wanted.filter((id) => !passed.includes(id))).toEqual([]);
    const broken = new Set(Object.values(files).flatMap((changes) => changes.map(([id]) => id)));
    expect([...broken].sort()).toEqual([...wanted].sort());
  });

  describe('one change fails one criterion', () => {
    const changes = Object.entries(files).flatMap(([path, list]) =>
      list.map((change) => [change[0], path, change] as const),
    );
    it.each(changes)('%s in %s', (_, path, [id, change, at, options]) => {
      expectBreaks({ id, path, change, at, ...options });
    });
  });
}

const DECIDED: readonly string[] = ['pass', 'manual', 'not-applicable'];

function automatic(kind: ArtifactKind): string[] {
  return kind.rubric.filter((criterion) => criterion.mode === 'auto').map((criterion) => criterion.id);
}

/** Takes out a Markdown section of level 2 with its heading. */
export function without(heading: string): (text: string) => string {
  return (text) => {
    const from = text.indexOf(`\n## ${heading}`);
    if (from < 0) throw new Error(`The text has no section ${JSON.stringify(heading)}`);
    const next = text.indexOf('\n## ', from + 1);
    return text.slice(0, from) + (next < 0 ? '\n' : text.slice(next));
  };
}

/** Replaces every occurrence; there must be one. */
export function swapAll(from: string | RegExp, to: string): (text: string) => string {
  return (text) => {
    const after = text.replaceAll(from, to);
    if (after === text) throw new Error(`The text does not hold ${String(from)}`);
    return after;
  };
}
