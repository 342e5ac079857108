import { kitPath } from '../../domain/kit-path';
import type { DataNode } from '../../text/data-tree';
import { firstLine } from '../../text/data-tree';
import { has } from '../../text/quantities';
import type { Span } from '../../text/span';
import { parseYaml } from '../../text/yaml';
import type { Finding } from '../finding';
import { squeeze } from './anchor';
import { UNWAIVABLE, WAIVERS_FILE, type Waiver } from './waiver';

const KEYS = ['finding', 'path', 'quote', 'before', 'after', 'reason', 'by', 'date'] as const;
const WRITTEN = ['finding', 'path', 'quote', 'reason', 'by', 'date'] as const;

/** More than this is no list of exceptions any more. */
const MOST = 1000;

/** What a waiver may name, as far as the session knows it. */
export interface Waivable {
  /** True for ids of criteria and rules, and for `schema` and `size`. */
  knows(id: string): boolean;
  has(path: string): boolean;
}

export interface WaiversReading {
  readonly waivers: readonly Waiver[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the waivers file. Total: an entry that does not hold silences nothing and is a finding with its place; the others count. Waivers for
 * ids and files that are not there are kept out too, so that a misspelt one is noticed.
 */
export function readWaivers(text: string, known: Waivable): WaiversReading {
  if (text.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line))) return { waivers: [], findings: [] };
  const tree = parseYaml(text);
  const findings = tree.problems.map((problem) => waiverFinding('should', problem.span, problem.message));
  const root = tree.root;
  if (!root) return { waivers: [], findings };
  if (root.kind !== 'list') {
    const place = firstLine(text, root.span);
    findings.push(
      waiverFinding('should', place, 'Waivers are a list: each entry starts with "- finding:"', HINT),
    );
    return { waivers: [], findings };
  }
  const waivers: Waiver[] = [];
  for (const item of root.items.slice(0, MOST)) {
    const entry = readEntry(text, item, known);
    if ('problem' in entry) findings.push(entry.problem);
    else if (waivers.some((other) => same(other, entry)))
      findings.push(waiverFinding('info', entry.span, 'This waiver stands twice; one of the two can go'));
    else waivers.push(entry);
  }
  const beyond = root.items[MOST];
  if (beyond)
    findings.push(
      waiverFinding(
        'should',
        firstLine(text, beyond.span),
        `Only the first ${MOST.toLocaleString('en-US')} waivers are read`,
      ),
    );
  return { waivers, findings };
}

const HINT =
  'A waiver names finding, path, quote, reason, by and date; "before" and "after" tell repeated quotes apart.';

function readEntry(text: string, item: DataNode, known: Waivable): Waiver | { readonly problem: Finding } {
  const line = firstLine(text, item.span);
  const wrong = (span: Span, message: string) => ({ problem: waiverFinding('should', span, message, HINT) });
  if (item.kind !== 'map') return wrong(line, 'A waiver is a mapping that starts with "finding:"');
  for (const [key, node] of item.members)
    if (!(KEYS as readonly string[]).includes(key) && !key.startsWith('x-'))
      return wrong(node.key ?? node.span, `"${key}" is not a key of a waiver; it has ${KEYS.join(', ')}`);
  const field = (key: (typeof KEYS)[number]) => {
    const value = item.members.get(key)?.value;
    return typeof value === 'string' || typeof value === 'number' ? squeeze(String(value)).trim() : '';
  };
  const place = (key: string) => {
    const node = item.members.get(key);
    return node && node.span.to > node.span.from ? firstLine(text, node.span) : (node?.key ?? line);
  };
  const missing = WRITTEN.filter((key) => field(key) === '');
  if (missing[0] !== undefined) {
    const message = missing.includes('reason')
      ? 'This waiver gives no reason, so it silences nothing'
      : `This waiver lacks ${missing.map((key) => `"${key}"`).join(', ')}, so it silences nothing`;
    return wrong(place(missing.includes('reason') ? 'reason' : missing[0]), message);
  }
  const finding = field('finding');
  if (UNWAIVABLE.includes(finding))
    return wrong(place('finding'), `Findings "${finding}" are about the exceptions and cannot be waived`);
  if (!known.knows(finding))
    return wrong(place('finding'), `"${finding}" is no criterion or rule of this studio or kit`);
  const path = field('path');
  const checked = kitPath(path);
  if (!checked.ok) return wrong(place('path'), checked.error);
  if (!known.has(path)) return wrong(place('path'), `There is no file "${path}" in this kit`);
  const date = field('date');
  if (!has(date, '^\\d{4}-\\d{2}-\\d{2}$'))
    return wrong(place('date'), `"${date}" is no date; write one such as 2024-03-12`);
  return {
    finding,
    path,
    quote: field('quote'),
    before: field('before'),
    after: field('after'),
    reason: field('reason'),
    by: field('by'),
    date,
    span: line,
  };
}

function same(a: Waiver, b: Waiver): boolean {
  return (['finding', 'path', 'quote', 'before', 'after'] as const).every((key) => a[key] === b[key]);
}

/** A finding about an entry of the waivers file. */
export function waiverFinding(
  severity: Finding['severity'],
  span: Span,
  message: string,
  hint?: string,
): Finding {
  return {
    id: 'waiver',
    severity,
    path: WAIVERS_FILE,
    span,
    message,
    ...(hint === undefined ? {} : { hint }),
    related: [],
  };
}
