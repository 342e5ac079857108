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
  /** The criterion that reports a wrong order of the two in their own file; null where none does. */
  readonly told?: (before: Moment, after: Moment) => string | null;
}

/** What the steps came to. */
export interface Found {
  readonly problems: RuleProblem[];
  readonly evidence: Place[];
  /** The criterion that has already told of a wrong order. */
  because: string | null;
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
export function judgeChain(steps: readonly Step[], found: Found): void {
  let before: Moment | null = null;
  let sameDay = true;
  for (const step of steps) {
    // What is missing still separates: created < sent < review asks created < review.
    sameDay &&= step.sameDay;
    if (!step.moment || !isDated(step.moment.text)) continue;
    if (before) judgeStep(before, { ...step, sameDay }, found);
    before = step.moment;
    sameDay = true;
  }
}

/** Holds one moment against another that has to come before it. */
export function judgeStep(before: Moment, { moment, sameDay, told }: Step, found: Found): void {
  if (!moment) return;
  const [first, second] = [before, moment].map(({ path, span }) => ({ path, span })) as [Place, Place];
  if (!isLate(before.text, moment.text, sameDay)) {
    found.evidence.push(first, second);
    return;
  }
  const criterion = told?.(before, moment) ?? null;
  if (criterion !== null) {
    found.because ??= criterion;
    return;
  }
  const order = sameDay ? 'not before' : 'after';
  found.problems.push({
    ...second,
    message: `${capital(moment.name)} is dated ${moment.text}, ${before.name} ${before.text}; it comes ${order} ${before.name}`,
    related: [{ ...first, message: `${before.name}: ${before.text}` }],
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
