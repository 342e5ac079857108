import { type Grade, type Scored, score, standing, WEIGHT } from '../domain/grade';
import { PARTS, type PartInfo } from '../domain/part';
import type { Severity } from '../domain/verdict';
import type { ArtifactReport } from '../rubric/report';
import type { Span } from '../text/span';
import { aboutIn, asksIn, type PacketInputs } from './inputs';
import { labelsOf } from './labels';
import { isOwnArtifact, openTasks, type Task } from './work';

/** One criterion or rule that keeps a deliverable from its next grade. */
export interface Gap {
  readonly id: string;
  readonly severity: Severity;
  readonly path: string;
  /** What people call the file. */
  readonly label: string;
  readonly title: string;
  /** The first place to go to; null where a whole file or a person's answer is meant. */
  readonly span: Span | null;
  readonly minutes: number;
}

/** A file of a deliverable. */
export interface DeliverableFile {
  readonly path: string;
  readonly label: string;
  readonly grade: Grade | null;
  readonly gaps: number;
  readonly minutes: number;
}

/** One of the four things that a committee reads. */
export interface Deliverable {
  readonly part: PartInfo['part'];
  readonly name: string;
  readonly sprint: PartInfo['sprint'];
  /** Judged as one document, with all criteria of its files; null while its main artifact is missing or a check broke. */
  readonly grade: Grade | null;
  /** 0–1; null as the grade. */
  readonly points: number | null;
  readonly waivers: number;
  readonly met: number;
  readonly judged: number;
  readonly files: readonly DeliverableFile[];
  /** Title of the kind without which there is no such deliverable; null when it is there. */
  readonly missing: string | null;
  /** Criteria that are not met and rules that do not hold, gravest first. */
  readonly gaps: readonly Gap[];
  /** Minutes until it is staff-ready; 0 when it is. */
  readonly toStaff: number;
  /** Minutes for all that is open. */
  readonly minutes: number;
}

/** The kind that makes a deliverable: without it a committee has nothing to read. */
export const MAIN_KIND: Readonly<Record<1 | 2 | 3 | 4, string>> = {
  1: 'rfc',
  2: 'adr',
  3: 'consensus-doc',
  4: 'postmortem',
};

/** A criterion or rule of a deliverable as the grade counts it. */
interface Counted extends Scored {
  readonly id: string;
  readonly path: string;
}

export function deliverables(inputs: PacketInputs): readonly Deliverable[] {
  return PARTS.map((part) => deliverable(inputs, part));
}

function deliverable(inputs: PacketInputs, { part, deliverable: name, sprint }: PartInfo): Deliverable {
  const { report, registry } = inputs;
  const label = labelsOf(inputs);
  const own = report.artifacts.filter((artifact) => artifact.part === part && isOwnArtifact(artifact));
  const main = MAIN_KIND[part as keyof typeof MAIN_KIND];
  const there = own.some(({ kind }) => kind === main);
  const tasks = own.flatMap((artifact) => openTasks(artifact, asksIn(inputs, artifact)));
  const counted = [...own.flatMap(criteriaOf), ...rulesOf(inputs, new Set(own.map(({ path }) => path)))];
  const { grade, points } = there ? score(counted) : { grade: null, points: null };
  const judged = counted.filter((one) => standing(one) !== null);
  return {
    part,
    name,
    sprint,
    grade,
    points,
    waivers: counted.filter((one) => one.waived).length,
    met: judged.filter((one) => standing(one) === 'met').length,
    judged: judged.length,
    missing: there ? null : (registry.get(main)?.title ?? main),
    files: own.map((artifact) => {
      const ownTasks = tasks.filter(({ path }) => path === artifact.path);
      return {
        path: artifact.path,
        label: label(artifact.path),
        grade: artifact.grade,
        gaps: ownTasks.filter(({ does }) => does !== 'answer').length,
        minutes: minutesOf(ownTasks),
      };
    }),
    gaps: gapsOf(inputs, counted, tasks, label),
    toStaff: there ? minutesToStaff(counted, tasks) : 0,
    minutes: minutesOf(tasks),
  };
}

function criteriaOf({ path, criteria, grade }: ArtifactReport): readonly Counted[] {
  // A file that has only the criteria of every file is not graded, and does not grade others.
  return grade === null && criteria.every(({ verdict }) => verdict !== 'error')
    ? []
    : criteria.map((result) => ({ ...result, path }));
}

/** The rules that compared something of a deliverable: met where they hold, unmet where they point at one of its files. */
function rulesOf({ report }: PacketInputs, paths: ReadonlySet<string>): readonly Counted[] {
  return report.rules.flatMap(({ id, severity, verdict, evidence, findings, waived }): Counted[] => {
    if (verdict === 'pass') {
      const place = evidence.find(({ path }) => paths.has(path));
      return place ? [{ id, severity, verdict, path: place.path }] : [];
    }
    const here = findings.filter(({ path }) => paths.has(path));
    const [first] = here.filter((finding) => !finding.waived);
    const silenced = waived ?? (first ? undefined : here[0]?.waived);
    const place = first ?? here[0];
    return place ? [{ id, severity, verdict: 'fail', path: place.path, waived: silenced }] : [];
  });
}

const GRAVITY: Readonly<Record<Severity, number>> = { must: 0, should: 1, could: 2 };

function gapsOf(
  inputs: PacketInputs,
  counted: readonly Counted[],
  tasks: readonly Task[],
  label: (path: string) => string,
): readonly Gap[] {
  const kinds = new Map(inputs.report.artifacts.map(({ path, kind }) => [path, kind]));
  return counted
    .filter((one) => standing(one) === 'unmet')
    .map(({ id, path, severity }) => {
      const task = tasks.find((one) => one.id === id && one.path === path);
      return {
        id,
        severity,
        path,
        label: label(path),
        title: aboutIn(inputs, kinds.get(path) ?? null)(id).failTitle,
        span: task?.findings[0]?.span ?? null,
        minutes: task?.minutes ?? 0,
      };
    })
    .sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
}

/** Staff-ready needs no failing must and this share of the points (artifact specification, section 1). */
const STAFF_POINTS = 0.85;

/**
 * Minutes until a deliverable is staff-ready: every failing must, and of the rest as much as the points lack, what gives most for its time
 * first.
 */
function minutesToStaff(counted: readonly Counted[], tasks: readonly Task[]): number {
  const time = new Map(tasks.map((task) => [`${task.path} ${task.id}`, task.minutes]));
  let [total, earned, minutes] = [0, 0, 0];
  const rest: { readonly weight: number; readonly minutes: number }[] = [];
  for (const one of counted) {
    const stands = standing(one);
    if (stands === null) continue;
    const weight = WEIGHT[one.severity];
    total += weight;
    const needs = time.get(`${one.path} ${one.id}`) ?? 0;
    if (stands === 'met') earned += weight;
    else if (stands === 'partly') earned += weight / 2;
    else if (one.severity === 'must') {
      earned += weight;
      minutes += needs;
    } else rest.push({ weight, minutes: needs });
  }
  rest.sort((a, b) => a.minutes / a.weight - b.minutes / b.weight);
  for (const { weight, minutes: needs } of rest) {
    if (total === 0 || earned / total >= STAFF_POINTS) break;
    earned += weight;
    minutes += needs;
  }
  return minutes;
}

function minutesOf(tasks: readonly Task[]): number {
  return tasks.reduce((sum, { minutes }) => sum + minutes, 0);
}
