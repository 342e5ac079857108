import type { Answer } from '../../domain/grade';
import { kitPath } from '../../domain/kit-path';
import type { DataNode } from '../../text/data-tree';
import { firstLine } from '../../text/data-tree';
import { has } from '../../text/quantities';
import type { Span } from '../../text/span';
import { parseYaml } from '../../text/yaml';
import type { Finding } from '../finding';
import { squeeze } from '../waivers/anchor';
import { ANSWERS, ASSESSMENTS_FILE, type Assessment, lacking } from './assessment';

const KEYS = ['criterion', 'path', 'answer', 'note', 'quote', 'before', 'after', 'by', 'date'] as const;
const WRITTEN = ['criterion', 'path', 'answer', 'by', 'date'] as const;

/** The history of a packet with all its questions asked many times over; more is not read. */
const MOST = 5000;

/** What an answer may name, as far as the session knows it. */
export interface Assessable {
  /** True for criteria whose question a person answers. */
  isQuestion(id: string): boolean;
  /** True for ids of criteria and rules that the program decides. */
  knows(id: string): boolean;
  has(path: string): boolean;
}

export interface AssessmentsReading {
  /** In the order of the file: all answers, those that later ones replace too. */
  readonly assessments: readonly Assessment[];
  readonly findings: readonly Finding[];
}

/** Reads the file of answers. Total: an entry that does not hold counts for nothing and is a finding with its place; the others count. */
export function readAssessments(text: string, known: Assessable): AssessmentsReading {
  if (text.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line))) return { assessments: [], findings: [] };
  const tree = parseYaml(text);
  const findings = tree.problems.map((problem) => selfFinding('should', problem.span, problem.message));
  const root = tree.root;
  if (!root) return { assessments: [], findings };
  if (root.kind !== 'list') {
    const place = firstLine(text, root.span);
    findings.push(
      selfFinding('should', place, 'Answers are a list: each entry starts with "- criterion:"', HINT),
    );
    return { assessments: [], findings };
  }
  const assessments: Assessment[] = [];
  const seen = new Set<string>();
  for (const item of root.items.slice(0, MOST)) {
    const entry = readEntry(text, item, known);
    if ('problem' in entry) {
      findings.push(entry.problem);
      continue;
    }
    const key = sameness(entry);
    if (seen.has(key))
      findings.push(selfFinding('info', entry.span, 'This answer stands twice; one of the two can go'));
    else assessments.push(entry);
    seen.add(key);
  }
  const beyond = root.items[MOST];
  if (beyond)
    findings.push(
      selfFinding(
        'should',
        firstLine(text, beyond.span),
        `Only the first ${MOST.toLocaleString('en-US')} answers are read`,
        'Delete answers at the top that later ones replace.',
      ),
    );
  return { assessments, findings };
}

const HINT =
  'An answer names criterion, path, answer (yes, partly or no), by and date; "note" says why, and "quote" holds the passage it rests on.';

function readEntry(
  text: string,
  item: DataNode,
  known: Assessable,
): Assessment | { readonly problem: Finding } {
  const line = firstLine(text, item.span);
  const wrong = (span: Span, message: string) => ({ problem: selfFinding('should', span, message, HINT) });
  if (item.kind !== 'map') return wrong(line, 'An answer is a mapping that starts with "criterion:"');
  for (const [key, node] of item.members)
    if (!(KEYS as readonly string[]).includes(key) && !key.startsWith('x-'))
      return wrong(node.key ?? node.span, `"${key}" is not a key of an answer; it has ${KEYS.join(', ')}`);
  const field = (key: (typeof KEYS)[number]) => {
    const value = item.members.get(key)?.value;
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? squeeze(String(value)).trim()
      : '';
  };
  const place = (key: string) => {
    const node = item.members.get(key);
    return node && node.span.to > node.span.from ? firstLine(text, node.span) : (node?.key ?? line);
  };
  const missing = WRITTEN.filter((key) => field(key) === '');
  if (missing[0] !== undefined)
    return wrong(
      place(missing[0]),
      `This answer lacks ${missing.map((key) => `"${key}"`).join(', ')}, so it counts for nothing`,
    );
  const criterion = field('criterion');
  if (!known.isQuestion(criterion))
    return wrong(
      place('criterion'),
      known.knows(criterion)
        ? `"${criterion}" is decided by the program; only questions for a person are answered here`
        : `"${criterion}" is no criterion of this studio or kit`,
    );
  const path = field('path');
  const checked = kitPath(path);
  if (!checked.ok) return wrong(place('path'), checked.error);
  if (!known.has(path)) return wrong(place('path'), `There is no file "${path}" in this kit`);
  const answer = ANSWERS.find((word) => word === field('answer'));
  if (!answer) return wrong(place('answer'), `"${field('answer')}" is no answer; write yes, partly or no`);
  const date = field('date');
  if (!has(date, '^\\d{4}-\\d{2}-\\d{2}$'))
    return wrong(place('date'), `"${date}" is no date; write one such as 2024-03-12`);
  const lack = lacking(answer, field('note'), field('quote'));
  if (lack !== null) return wrong(place('answer'), lack);
  const quote = field('quote');
  return {
    criterion,
    path,
    answer,
    note: field('note'),
    anchor: quote === '' ? null : { quote, before: field('before'), after: field('after') },
    by: field('by'),
    date,
    span: line,
  };
}

function sameness({ span: _, ...entry }: Assessment): string {
  return JSON.stringify(entry);
}

/** A finding about an entry of the file of answers. */
export function selfFinding(
  severity: Finding['severity'],
  span: Span,
  message: string,
  hint?: string,
): Finding {
  return {
    id: 'self',
    severity,
    path: ASSESSMENTS_FILE,
    span,
    message,
    ...(hint === undefined ? {} : { hint }),
    related: [],
  };
}

/** The answer that counts and what the others said last, by question of one file. */
export interface Standing {
  readonly counts: Assessment;
  readonly others: readonly { readonly answer: Answer; readonly by: string; readonly date: string }[];
}

/**
 * What stands of the answers to each question of one file. The latest counts, whoever gave it: by date, and on one day by its place in the
 * file. Of everybody else the last answer is kept beside it, so that two readers who disagree are seen to.
 */
export function standings(assessments: readonly Assessment[]): ReadonlyMap<string, Standing> {
  const latest = new Map<string, Map<string, Assessment>>();
  for (const one of inTime(assessments)) {
    const people = latest.get(one.criterion) ?? new Map<string, Assessment>();
    latest.set(one.criterion, people);
    people.delete(one.by);
    people.set(one.by, one);
  }
  const out = new Map<string, Standing>();
  for (const [criterion, people] of latest) {
    const [counts, ...others] = [...people.values()].reverse();
    if (counts)
      out.set(criterion, { counts, others: others.map(({ answer, by, date }) => ({ answer, by, date })) });
  }
  return out;
}

/** Oldest first; answers of one day stay as they stand in the file. */
function inTime(assessments: readonly Assessment[]): readonly Assessment[] {
  return [...assessments].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
