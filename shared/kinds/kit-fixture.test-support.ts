import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Block } from '../preview/block';
import { blocksOf } from '../rubric/blocks-of';
import { PROSE_REMARKS } from '../rubric/prose';
import type { ArtifactReport } from '../rubric/report';
import type { RuleReport } from '../rubric/rule';
import type { CheckSession } from '../rubric/session';
import { newCheckSession } from '../studio';
import { LineIndex } from '../text/line-index';
import { afterThisFile } from './after-this-file.test-support';
import { verdictChanges, verdictsOf } from './verdict-changes.test-support';

/** The worked kit of the repository: `examples/` and `scenarios/`, as it lies on disk. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDERS = ['examples', 'scenarios'];

const REMARKS = new Set(PROSE_REMARKS.map(({ id }) => id));

/** A finding that the unmutated file does not have, with the exact text it marks. */
export interface NewFinding {
  readonly id: string;
  readonly text: string;
  /** From 1. */
  readonly line: number;
  readonly severity: string;
  readonly message: string;
}

export interface Mutated {
  /** New findings of the criteria, in text order; findings of the schema are in {@link schema}. */
  readonly findings: readonly NewFinding[];
  readonly schema: readonly NewFinding[];
  /**
   * Everything in the whole kit that has another verdict now, sorted: criteria of this file by id, those of others as `path id`, rules by id.
   * One that does not fail, but has become something else, says what: `RFC-08 not-evaluated`.
   */
  readonly failing: readonly string[];
  readonly report: ArtifactReport;
}

/** What a change does to one rule over the kit. */
export interface RuleMutated {
  /** Findings of the rule that were not there before, with the text they mark and the other places they name. */
  readonly findings: readonly {
    readonly path: string;
    readonly text: string;
    readonly line: number;
    readonly severity: string;
    readonly message: string;
    readonly related: readonly (readonly [path: string, text: string])[];
  }[];
  /** Everything that has another verdict now, as in {@link Mutated}: rules by id, criteria as `path id`. */
  readonly failing: readonly string[];
}

let loaded: { session: CheckSession; texts: Map<string, string> } | null = null;
/** The verdicts of the unmutated kit; made anew when a file is added to it. */
let unmutated: ReadonlyMap<string, string> | null = null;

function kit() {
  if (!loaded) {
    const texts = new Map<string, string>();
    for (const folder of FOLDERS) {
      for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const path = `${entry.parentPath}/${entry.name}`.slice(ROOT.length).replaceAll('\\', '/');
        texts.set(path, readFileSync(join(ROOT, path), 'utf8'));
      }
    }
    const session = newCheckSession('Worked example');
    for (const [path, text] of texts) session.setFile(path, text);
    session.settle();
    loaded = { session, texts };
  }
  return loaded;
}

// Loaded on import: reading and checking the whole kit is no part of any test's time.
kit();

/** Adds a file to the kit of the test file that asks for it, such as one that the app assembles from the others. */
export function addToKit(path: string, text: string): void {
  const { texts, session } = kit();
  texts.set(path, text);
  session.setFile(path, text);
  session.settle();
  unmutated = null;
  afterThisFile.push(() => {
    texts.delete(path);
    session.removeFile(path);
    session.settle();
    unmutated = null;
  });
}

function verdictsBefore(): ReadonlyMap<string, string> {
  unmutated ??= verdictsOf(kit().session.report());
  return unmutated;
}

/** The paths of the worked kit, such as `examples/part4-postmortem/action-items.yaml`. */
export function kitPaths(): readonly string[] {
  return [...kit().texts.keys()];
}

export function kitText(path: string): string {
  const text = kit().texts.get(path);
  if (text === undefined) throw new Error(`The worked kit has no ${path}`);
  return text;
}

/** As {@link kitText}, with null for a file that the kit does not have. */
export function kitTextOrNull(path: string): string | null {
  return kit().texts.get(path) ?? null;
}

/** The report of an unmutated file. */
export function kitReport(path: string): ArtifactReport {
  kitText(path);
  return reportOf(path);
}

/** What an unmutated file means, as the preview shows it. */
export function kitBlocks(path: string): readonly Block[] {
  const parsed = kit().session.parsed(path);
  return blocksOf(parsed?.kind ?? null, parsed?.source ?? null) ?? [];
}

/** What became of a rule over the unmutated kit. */
export function kitRule(id: string): RuleReport {
  const report = kit()
    .session.report()
    .rules.find((rule) => rule.id === id);
  if (!report) throw new Error(`There is no rule ${id}`);
  return report;
}

/** Findings of an unmutated file that would stop a reader or show a gap: none, in a worked example. */
export function gaps(path: string): readonly string[] {
  const text = kitText(path);
  return kitReport(path)
    .findings.filter((f) => f.severity === 'must' || f.severity === 'should')
    .map((f) => `${f.id} line ${new LineIndex(text).position(f.span.from).line}: ${f.message}`);
}

/**
 * Changes one file of the worked kit, checks the kit again and says what became worse in that file (or in `of`). The kit is put back
 * afterwards. Throws when the change changes nothing, so that a test cannot pass by missing its target.
 */
export function mutate(path: string, change: (text: string) => string, of: string = path): Mutated {
  const before = kitText(path);
  const after = change(before);
  if (after === before) throw new Error(`The mutation of ${path} changed nothing`);
  return withFile(path, before, after, of);
}

/** As {@link mutate}, with the file taken out of the kit. */
export function remove(path: string, of: string): Mutated {
  return withFile(path, kitText(path), null, of);
}

/**
 * Changes files of the worked kit (null takes one out; a new path adds one) and says what becomes of a rule. The kit is put back afterwards.
 * Throws when a change changes nothing.
 */
export function mutateForRule(
  rule: string,
  changes: Readonly<Record<string, ((text: string) => string) | null>>,
): RuleMutated {
  const { session, texts } = kit();
  const known = new Set(kitRule(rule).findings.map((f) => f.message));
  const before = verdictsBefore();
  try {
    for (const [path, change] of Object.entries(changes)) {
      const text = texts.get(path) ?? '';
      const after = change === null ? null : change(text);
      if (after === text) throw new Error(`The mutation of ${path} changed nothing`);
      if (after === null) session.removeFile(path);
      else session.setFile(path, after);
    }
    session.settle();
    const now = session.report();
    const at = (path: string, span: { from: number; to: number }) =>
      (session.text(path) ?? '').slice(span.from, span.to);
    const report = now.rules.find((r) => r.id === rule);
    if (!report) throw new Error(`There is no rule ${rule}`);
    return {
      findings: report.findings
        .filter((f) => !known.has(f.message))
        .map((f) => ({
          path: f.path,
          text: at(f.path, f.span),
          line: new LineIndex(session.text(f.path) ?? '').position(f.span.from).line,
          severity: f.severity,
          message: f.message,
          related: f.related.map((r) => [r.path, at(r.path, r.span)] as const),
        })),
      failing: verdictChanges(before, verdictsOf(now)),
    };
  } finally {
    for (const path of Object.keys(changes)) {
      const text = texts.get(path);
      if (text === undefined) session.removeFile(path);
      else session.setFile(path, text);
    }
    session.settle();
  }
}

function withFile(path: string, before: string, after: string | null, of: string): Mutated {
  const { session } = kit();
  const old = reportOf(of);
  const verdicts = verdictsBefore();
  const oldText = session.text(of) ?? '';
  if (after === null) session.removeFile(path);
  else session.setFile(path, after);
  try {
    session.settle();
    const report = reportOf(of);
    const text = session.text(of) ?? '';
    const fresh = newFindings(old, oldText, report, text);
    return {
      // Remarks weigh nothing, and a change made to break a criterion need not be good prose.
      findings: fresh.filter((f) => f.id !== 'schema' && !REMARKS.has(f.id)),
      schema: fresh.filter((f) => f.id === 'schema'),
      failing: verdictChanges(verdicts, verdictsOf(session.report()), of),
      report,
    };
  } finally {
    session.setFile(path, before);
    session.settle();
  }
}

function reportOf(path: string): ArtifactReport {
  const report = kit().session.artifact(path);
  if (!report) throw new Error(`The worked kit has no report for ${path}`);
  return report;
}

function newFindings(old: ArtifactReport, oldText: string, now: ArtifactReport, text: string): NewFinding[] {
  const key = (f: ArtifactReport['findings'][number], t: string) =>
    `${f.id}|${f.message}|${t.slice(f.span.from, f.span.to)}`;
  const known = new Map<string, number>();
  for (const f of old.findings) known.set(key(f, oldText), (known.get(key(f, oldText)) ?? 0) + 1);
  const lines = new LineIndex(text);
  const fresh: NewFinding[] = [];
  for (const f of now.findings) {
    const k = key(f, text);
    const left = known.get(k) ?? 0;
    if (left > 0) known.set(k, left - 1);
    else
      fresh.push({
        id: f.id,
        text: text.slice(f.span.from, f.span.to),
        line: lines.position(f.span.from).line,
        severity: f.severity,
        message: f.message,
      });
  }
  return fresh;
}

/** Replaces the first occurrence of `from`, which must be there; `after` starts the search behind that text. */
export function swap(from: string, to: string, after = ''): (text: string) => string {
  return (text) => {
    const start = after === '' ? 0 : text.indexOf(after);
    const at = start < 0 ? -1 : text.indexOf(from, start + after.length);
    if (at < 0) throw new Error(`The text does not hold ${JSON.stringify(start < 0 ? after : from)}`);
    return text.slice(0, at) + to + text.slice(at + from.length);
  };
}

/** Applies several changes in order. */
export function all(...changes: readonly ((text: string) => string)[]): (text: string) => string {
  return (text) => changes.reduce((t, change) => change(t), text);
}
