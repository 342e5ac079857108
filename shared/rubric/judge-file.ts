import { score } from '../domain/grade';
import { comparePaths } from '../domain/kit-path';
import { partOf } from '../domain/part';
import type { Steps } from '../util/steps';
import { stillCopied, withheld } from './copied/withheld';
import type { Criterion } from './criterion';
import { type CriterionSetting, offReason, settingFor } from './custom/standard';
import { type Deciding, decide } from './decide';
import type { Finding } from './finding';
import type { Broke } from './guard';
import { isCounterExample } from './kit-packet';
import { PROSE_REMARKS } from './prose';
import { asCriterion, remarksOf } from './prose/remark';
import type { ArtifactReport, CriterionResult } from './report';
import type { CriterionOutcome } from './run';
import type { SessionFile } from './session-file';
import type { Topic } from './topics';
import { UNIVERSAL_CRITERIA } from './universal';

/** The criteria of every file; they look at the text and need no model. */
const UNIVERSAL = UNIVERSAL_CRITERIA as readonly Criterion<unknown>[];

/** What a file is judged with. */
export interface Judging extends Deciding {
  readonly settings: readonly CriterionSetting[];
}

/**
 * Decides the criteria of a parsed file that have no outcome yet, and makes its report. Null while the file is not parsed. Yields after each
 * criterion that ran: a judgement that is given up keeps what is decided.
 */
export function* judgeFile(file: SessionFile, judging: Judging): Steps<ArtifactReport | null> {
  if (!file.parsed) return null;
  const { settings } = judging;
  const { source, kind, template, broke } = file.parsed;
  const findings: Finding[] = fixedFindings(file.parsed.fixed, settings, kind?.id ?? null);
  const results: CriterionResult[] = [];
  const unparsed = source !== null && 'data' in source && source.data.root === null;
  const own = settingFor(settings, 'GEN-08', kind?.id ?? null)?.change !== 'off';
  const copied = source && own && !template ? stillCopied(source) : [];
  if (source && kind) {
    for (const criterion of [...UNIVERSAL, ...kind.rubric]) {
      const known = file.own.get(criterion.id);
      const setting = settingFor(settings, criterion.id, kind.id);
      const outcome = known
        ? known
        : setting?.change === 'off'
          ? switchedOff(criterion, setting)
          : file.parsed.unread && !UNIVERSAL.includes(criterion)
            ? brokenOutcome(criterion, broke)
            : unparsed && isJudged(criterion, template) && !UNIVERSAL.includes(criterion)
              ? unparsedOutcome(criterion, setting)
              : yield* decide(weighed(criterion, setting), file, judging);
      file.own.set(criterion.id, outcome);
      if (!known) yield;
      results.push(UNIVERSAL.includes(criterion) ? outcome.result : withheld(outcome.result, copied));
      for (const finding of outcome.findings) findings.push(finding);
    }
  }
  if (source && kind)
    for (const remark of PROSE_REMARKS) {
      const known = file.own.get(remark.id);
      const outcome = known ?? (yield* decide(asCriterion(remark), file, judging));
      file.own.set(remark.id, outcome);
      if (!known) yield;
      findings.push(...remarksOf(outcome, file.path, settingFor(settings, remark.id, kind.id)));
    }
  findings.sort(byPlace);
  const graded = kind !== null && !broke && !template && kind.rubric.some((c) => c.mode === 'auto');
  const { grade, points } = graded ? score(results) : { grade: null, points: null };
  return {
    path: file.path,
    kind: kind?.id ?? null,
    ...(file.parsed.unrecognised === null ? {} : { unrecognised: file.parsed.unrecognised }),
    part: kind ? partOf(kind.part, file.path) : null,
    format: source?.format ?? null,
    template,
    counterExample: isCounterExample(file.path),
    version: file.version,
    grade,
    points,
    criteria: results,
    findings,
    ...(broke ? { broke: broke.message } : {}),
  };
}

/** A criterion as the kit's own standard weighs it. */
function weighed(
  criterion: Criterion<unknown>,
  setting: CriterionSetting | undefined | null,
): Criterion<unknown> {
  return setting && setting.change !== 'off' ? { ...criterion, severity: setting.change } : criterion;
}

/**
 * Takes away the outcomes that no longer hold: the packet says something else on a topic they asked about, or they point at a file that moved
 * what it says. Answers whether there were any.
 */
export function forgetOutdated(
  file: SessionFile,
  said: ReadonlySet<Topic>,
  moved: ReadonlySet<string>,
): boolean {
  let any = false;
  for (const [id, { topics, findings }] of file.own) {
    const stays =
      !topics?.some((topic) => said.has(topic)) && !findings.some((finding) => pointsAt(finding, moved));
    if (stays) continue;
    file.own.delete(id);
    any = true;
  }
  return any;
}

/** Without a model nothing can be said about a kind's own criteria; what only a person can answer can still be asked. */
function brokenOutcome(criterion: Criterion<unknown>, broke: Broke | null): CriterionOutcome {
  const { id, severity } = criterion;
  const verdict =
    criterion.mode === 'self'
      ? ({ verdict: 'manual', reason: criterion.question } as const)
      : ({ verdict: 'error', reason: `The file could not be read: ${broke?.message ?? ''}` } as const);
  return { result: { id, severity, evidence: [], ...verdict }, findings: [] };
}

/** Whether a verdict is wanted at all: not of a question to a person, nor of the values of a template. */
function isJudged(criterion: Criterion<unknown>, template: boolean): boolean {
  return criterion.mode === 'auto' && !(template && criterion.scope === 'value');
}

/** Of data that does not parse there is nothing to read: GEN-01 tells, and "no options" beside a list of options would be wrong. */
function unparsedOutcome(
  { id, severity }: Criterion<unknown>,
  setting: CriterionSetting | undefined | null,
): CriterionOutcome {
  const weight = setting && setting.change !== 'off' ? setting.change : severity;
  return {
    result: { id, severity: weight, verdict: 'fail', evidence: [], because: 'GEN-01' },
    findings: [],
  };
}

function switchedOff({ id, severity }: Criterion<unknown>, setting: CriterionSetting): CriterionOutcome {
  return {
    result: { id, severity, verdict: 'not-applicable', evidence: [], reason: offReason(setting) },
    findings: [],
  };
}

/** Findings about the format, as the kit's own standard counts them. */
function fixedFindings(
  findings: readonly Finding[],
  settings: readonly CriterionSetting[],
  kind: string | null,
): Finding[] {
  return findings.flatMap((finding) => {
    const change = settingFor(settings, finding.id, kind)?.change;
    return change === 'off' ? [] : change ? [{ ...finding, severity: change }] : [finding];
  });
}

export function byPlace(a: Finding, b: Finding): number {
  return a.span.from - b.span.from || comparePaths(a.id, b.id);
}

/** Whether a finding marks or mentions a place in one of the files. */
export function pointsAt(finding: Finding, paths: ReadonlySet<string>): boolean {
  return paths.has(finding.path) || finding.related.some((place) => paths.has(place.path));
}
