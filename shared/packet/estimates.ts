import type { Severity } from '../domain/verdict';
import type { Finding, Fix } from '../rubric/finding';
import { PLACEHOLDER } from '../text/lexicon';
import { has } from '../text/quantities';

/**
 * What a criterion asks for: a part that has to be there, words or values in it, or a person's judgement. Rules over several artifacts are
 * told by their own ids.
 */
export type Asks = 'structure' | 'value' | 'question';

/**
 * Minutes by what there is to do (`docs/packet.md`): one table for all kinds, so that nobody has to guess per criterion. They are for somebody
 * who knows the facts; finding a fact out is work of another kind.
 */
export const MINUTES = {
  /** A repair that the program makes by itself: read it, apply it. */
  fix: 1,
  /** Something that does not parse. */
  syntax: 5,
  /** A field that its schema refuses. */
  schema: 3,
  /** Two files disagree: read both places, decide which is right, write it. */
  rule: { must: 8, should: 5, could: 3 },
  /** A part is missing: it has to be written. */
  structure: { must: 20, should: 12, could: 5 },
  /** The part is there and lacks something. */
  value: { must: 10, should: 6, could: 3 },
  /** A question to a person: read the passage, answer, quote. */
  question: 5,
  /** An answer whose passage changed: read again. */
  stale: 2,
  /** A whole artifact from its template, by format. */
  artifact: { md: 90, yaml: 45, json: 45, mmd: 20 },
} as const;

/** However often a gap of one kind occurs in a file, it is mended in one sitting of at most so many minutes. */
export const LONGEST = 90;

/** Each further place of the same gap in a file takes this share of the first. */
const FURTHER = 1 / 3;

/** Minutes that one gap takes when it is the only one of its kind in the file. Remarks weigh nothing and take nothing. */
export function minutesOf(finding: Finding, asks: Asks): number {
  const { id, severity, fix } = finding;
  if (severity === 'info') return 0;
  if (fix && !leavesBlanks(fix)) return MINUTES.fix;
  if (isUnreadable(id)) return MINUTES.syntax;
  if (id === 'schema') return MINUTES.schema;
  if (isRuleId(id)) return MINUTES.rule[severity];
  return MINUTES[asks === 'structure' && id !== BLANKS ? 'structure' : 'value'][severity as Severity];
}

/** Minutes for all places of one criterion or rule in one file. */
export function minutesTogether(findings: readonly Finding[], asks: Asks): number {
  const each = findings.map((finding) => minutesOf(finding, asks)).sort((a, b) => b - a);
  const [first = 0, ...more] = each;
  return Math.min(LONGEST, first + more.reduce((sum, minutes) => sum + Math.ceil(minutes * FURTHER), 0));
}

/** A blank left over is something to be filled in, though the criterion looks at templates too. */
const BLANKS = 'GEN-02';

/** What keeps a file from being read at all. */
export function isUnreadable(id: string): boolean {
  return id === 'syntax' || id === 'GEN-01';
}

/** `X-11`: a consistency rule. */
export function isRuleId(id: string): boolean {
  return /^X-\d/.test(id);
}

/** A repair that only makes room: what it inserts is still to be filled in. */
function leavesBlanks({ edits }: Fix): boolean {
  return edits.some(({ insert }) => has(insert, PLACEHOLDER));
}

/** "10 minutes", "1 h 20 min"; from an hour on in steps of five minutes, since nobody knows it better. */
export function spellMinutes(minutes: number): string {
  if (minutes < 60) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  const rounded = Math.round(minutes / 5) * 5;
  const [hours, rest] = [Math.floor(rounded / 60), rounded % 60];
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** The same in a narrow column: "10 min". */
export function shortMinutes(minutes: number): string {
  return minutes < 60 ? `${minutes} min` : spellMinutes(minutes);
}
