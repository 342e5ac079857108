import { comparePaths } from '../domain/kit-path';
import { KitPacket } from './kit-packet';
import type { Contribution } from './packet';
import type { KindRegistry } from './registry';
import type { ArtifactReport } from './report';
import type { RuleReport } from './rule';
import type { CriterionOutcome } from './run';
import type { ParsedFile, SessionFile, SessionFiles } from './session-file';
import type { Topic } from './topics';

/**
 * What a settled session knows, as plain data that survives a structured clone: with it a later session over the same kit starts where this one
 * stopped, and reads only what changed meanwhile. It belongs to the very program that made it.
 */
export interface KeptSession {
  readonly files: readonly KeptFile[];
  readonly rules: KeptRules;
}

/** A file without its text and its trees: what the others ask about it, and what was decided about it. */
export interface KeptFile extends Pick<ParsedFile, 'unrecognised' | 'template' | 'contribution' | 'fixed'> {
  readonly own: ReadonlyMap<string, CriterionOutcome>;
  readonly report: ArtifactReport;
}

/** By the position of the rule: what it said last, and what it asked the packet. */
export interface KeptRules {
  readonly latest: readonly RuleReport[];
  readonly topics: readonly (readonly Topic[])[];
}

/**
 * What is kept of a file; null when it is not judged, or when something broke or took too long in it: that may go well the next time.
 */
function keepFile({ parsed, own, report }: SessionFile): KeptFile | null {
  if (!parsed || !report || parsed.broke || parsed.unread) return null;
  for (const { result } of own.values()) if (result.verdict === 'error') return null;
  const { unrecognised, template, contribution, fixed } = parsed;
  return { unrecognised, template, contribution, fixed, own, report };
}

/** The same of all files; null when there is one of which nothing is kept. */
export function keepFiles(files: SessionFiles): readonly KeptFile[] | null {
  const all: KeptFile[] = [];
  for (const file of files.values()) {
    const kept = keepFile(file);
    if (!kept) return null;
    all.push(kept);
  }
  return all;
}

/** What the files said to each other. */
export function keptPacket({ files }: KeptSession): KitPacket {
  const contributions = files.map(({ contribution }) => contribution);
  return new KitPacket(contributions.sort((a, b) => comparePaths(a.path, b.path)));
}

/** What came of the files that an earlier session kept. */
export interface TakenUp {
  /** Paths of those whose reports hold. */
  readonly known: readonly string[];
  /** What those said that are gone. */
  readonly gone: readonly Contribution[];
}

/** Gives the files of a session what an earlier one kept of them, and to those with an unchanged text also what was decided about them. */
export function takeUpFiles(
  kept: KeptSession,
  files: SessionFiles,
  registry: KindRegistry,
  unchanged: (path: string) => boolean,
): TakenUp {
  const known: string[] = [];
  const gone: Contribution[] = [];
  for (const was of kept.files) {
    const { path } = was.contribution;
    const file = files.get(path);
    if (!file) {
      gone.push(was.contribution);
      continue;
    }
    file.parsed = keptParsed(was, registry);
    if (!unchanged(path)) continue;
    file.own = new Map(was.own);
    file.report = was.report;
    known.push(path);
  }
  return { known, gone };
}

/** The file as a session holds one whose trees were let go: it is read again if it has to be judged again. */
function keptParsed(kept: KeptFile, registry: KindRegistry): ParsedFile {
  const { unrecognised, template, contribution, fixed } = kept;
  return {
    ...{ unrecognised, template, contribution, fixed },
    kind: contribution.kind === null ? null : registry.get(contribution.kind),
    ...{ source: null, model: null, broke: null, unread: false, shed: true },
  };
}
