import type { Place, RuleProblem } from '../../rubric/rule';
import { dayNumber, minuteNumber } from '../../text/quantities';

/** A dated event of a chain. */
export interface Moment extends Place {
  /** As a subject: "the review". */
  readonly name: string;
  /** A date or a UTC time stamp, as written. */
  readonly text: string;
}

/** A place in a chain; the moment is null where the packet does not state it. */
export interface Step {
  readonly moment: Moment | null;
  /** It may be on the day of the one before it. */
  readonly sameDay: boolean;
}

/** First and last minute that a date or time stamp may mean; null when it is neither. */
function minutes(text: string): readonly [number, number] | null {
  const minute = minuteNumber(text);
  if (minute !== null) return [minute, minute];
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayNumber(text) : null;
  return day === null ? null : [day * 1440, day * 1440 + 1439];
}

/** True when `before` cannot lie before `after`. Two dates are compared as days; beside a time stamp, a date is the whole of its day. */
export function isLate(before: string, after: string, sameDay: boolean): boolean {
  const [a, b] = [minutes(before), minutes(after)];
  if (!a || !b) return false;
  const bothDays = a[0] !== a[1] && b[0] !== b[1];
  if (bothDays) return sameDay ? a[0] > b[0] : a[0] >= b[0];
  return sameDay ? a[0] > b[1] : a[0] >= b[1];
}

/** True for what {@link isLate} can compare. */
export function isDated(text: string): boolean {
  return minutes(text) !== null;
}

/**
 * Holds each moment against the one before it. Absent or undated ones are passed over, and the step across them asks for a later day where any of the
 * steps did. The finding stands at the later moment of the two.
 */
export function judgeChain(steps: readonly Step[], problems: RuleProblem[], evidence: Place[]): void {
  let before: Moment | null = null;
  let sameDay = true;
  for (const step of steps) {
    // What is missing still separates: created < sent < review asks created < review.
    sameDay &&= step.sameDay;
    if (!step.moment || !isDated(step.moment.text)) continue;
    if (before) judgeStep(before, step.moment, sameDay, problems, evidence);
    before = step.moment;
    sameDay = true;
  }
}

/** Holds one moment against another that has to come before it. */
export function judgeStep(
  before: Moment,
  after: Moment,
  sameDay: boolean,
  problems: RuleProblem[],
  evidence: Place[],
): void {
  if (!isLate(before.text, after.text, sameDay)) {
    evidence.push({ path: before.path, span: before.span }, { path: after.path, span: after.span });
    return;
  }
  const order = sameDay ? 'not before' : 'after';
  problems.push({
    path: after.path,
    span: after.span,
    message: `${capital(after.name)} is dated ${after.text}, ${before.name} ${before.text}; it comes ${order} ${before.name}`,
    related: [{ path: before.path, span: before.span, message: `${before.name}: ${before.text}` }],
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
