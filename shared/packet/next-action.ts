import { type Grade, score } from '../domain/grade';
import { PARTS } from '../domain/part';
import type { Severity } from '../domain/verdict';
import type { ArtifactReport } from '../rubric/report';
import type { Span } from '../text/span';
import { MAIN_KIND } from './deliverables';
import { isUnreadable, MINUTES, spellMinutes } from './estimates';
import { aboutIn, asksIn, type PacketInputs } from './inputs';
import { labelsOf } from './labels';
import { openTasks, type Task } from './work';

/** One thing to do next. */
export interface Action {
  /** The same as long as the same is to be done. */
  readonly key: string;
  readonly does: Task['does'] | 'begin';
  readonly id: string;
  readonly severity: Severity;
  /** Null for an artifact that is not there. */
  readonly path: string | null;
  readonly label: string;
  /** What is to be done, without label and time: "no rollback trigger in phase P2". */
  readonly text: string;
  readonly places: number;
  readonly span: Span | null;
  readonly minutes: number;
  /** The grade that the file has once this alone is done, where that is a better one. */
  readonly lifts: Grade | null;
}

/** "RFC: no rollback trigger in phase P2, 10 minutes". */
export function sentenceOf({ label, text, minutes }: Action): string {
  return `${label}: ${text}, ${spellMinutes(minutes)}`;
}

/**
 * Everything to be done, best first: what cannot be read (nothing else of the file can be judged), then musts, then the questions behind a
 * must, then shoulds and the rest. Of equals, what lifts a file's grade by itself comes first, then what takes least time, then reading order.
 */
export function rankedActions(inputs: PacketInputs): readonly Action[] {
  const label = labelsOf(inputs);
  const actions: Action[] = [];
  for (const report of inputs.report.artifacts) {
    if (report.template || report.counterExample) continue;
    const about = aboutIn(inputs, report.kind);
    for (const task of openTasks(report, asksIn(inputs, report))) {
      const { id, findings } = task;
      const [first] = findings;
      actions.push({
        key: `${task.path} ${id}`,
        does: task.does,
        id,
        severity: task.severity,
        path: task.path,
        label: label(task.path),
        text: textOf(task, about(id).failTitle),
        places: findings.length,
        span: first?.span ?? null,
        minutes: task.minutes,
        lifts: lifted(report, id),
      });
    }
  }
  return [...actions, ...beginnings(inputs)]
    .map((action, index) => ({ action, index }))
    .sort(
      (a, b) =>
        tier(a.action) - tier(b.action) ||
        Number(b.action.lifts !== null) - Number(a.action.lifts !== null) ||
        a.action.minutes - b.action.minutes ||
        a.index - b.index,
    )
    .map(({ action }) => action);
}

/** Deliverables without the artifact that makes them. They come behind the musts of what is begun, and before everything else. */
function beginnings({ report, registry }: PacketInputs): readonly Action[] {
  const own = report.artifacts.filter((one) => !one.template && !one.counterExample);
  return PARTS.flatMap(({ part, deliverable }): Action[] => {
    const kind = registry.get(MAIN_KIND[part as keyof typeof MAIN_KIND]);
    if (!kind || own.some((one) => one.kind === kind.id)) return [];
    return [
      {
        key: `begin ${kind.id}`,
        does: 'begin',
        id: kind.id,
        severity: 'must',
        path: null,
        label: deliverable,
        text: `not begun; start from the template of “${kind.title}”`,
        places: 0,
        span: null,
        minutes: MINUTES.artifact[kind.format],
        lifts: null,
      },
    ];
  });
}

const BY_SEVERITY: Readonly<Record<Severity, number>> = { must: 1, should: 4, could: 6 };

function tier({ id, does, severity }: Action): number {
  if (severity === 'must' && isUnreadable(id)) return 0;
  // Nothing is lost by a question that waits, but it counts only when it is answered.
  const waits = does === 'answer' ? 1 : does === 'begin' ? 2 : 0;
  return BY_SEVERITY[severity] + waits;
}

/** The grade of a file with one more criterion met; null when that is no better than the one it has. */
function lifted(report: ArtifactReport, id: string): Grade | null {
  if (report.grade === null || report.grade === 'staff-ready') return null;
  if (!report.criteria.some((result) => result.id === id && result.verdict === 'fail')) return null;
  const { grade } = score(
    // What failed for the same reason is met with it.
    report.criteria.map((result) =>
      result.id === id || result.because === id ? { ...result, verdict: 'pass' as const } : result,
    ),
  );
  return grade !== null && RANK[grade] > RANK[report.grade] ? grade : null;
}

const RANK: Readonly<Record<Grade, number>> = { draft: 0, 'senior-grade': 1, 'staff-ready': 2 };

/** Longest text of an action, in UTF-16 units. */
const LONG = 140;

function textOf({ findings, does, stale }: Task, failTitle: string): string {
  const [first] = findings;
  if (does === 'answer')
    return `${stale ? 'answer again, the text changed' : 'for you to judge'}: “${shortened(failTitle)}”`;
  if (!first) return lowerFirst(failTitle);
  if (findings.length === 1) return shortened(lowerFirst(first.message));
  return `${shortened(lowerFirst(failTitle))} in ${findings.length} places`;
}

function shortened(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  if (plain.length <= LONG) return plain;
  const cut = plain.lastIndexOf(' ', LONG);
  return `${plain.slice(0, cut < LONG / 2 ? LONG : cut)}…`;
}

/** Words that begin a message and are no names; anything else keeps its capital. */
const BEGINS =
  /^(?:A|An|The|No|Not|Nobody|Nothing|None|Each|Every|This|These|That|There|Its?|One|Two|Three|Only|Some|All|Both|Any|Neither|Phase|Section|Sections|Money|Dates?|Numbers?|Links?)(?=\s)/;

function lowerFirst(text: string): string {
  return BEGINS.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
