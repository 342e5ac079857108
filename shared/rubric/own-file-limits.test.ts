import { describe, expect, it } from 'vitest';
import { readManifest } from '../domain/manifest';
import { readComposition } from '../portfolio/read-composition';
import { readRedaction } from '../portfolio/redaction/read-redaction';
import type { DataNode } from '../text/data-tree';
import { parseYaml } from '../text/yaml';
import { readAssessments } from './assessments/read-assessments';
import { readRubric } from './custom/read-rubric';
import { readGlossary, readPeople } from './custom/vocabulary';
import type { Finding } from './finding';
import { readWaivers } from './waivers/read-waivers';

/*
 * The files in which a kit says something about itself: how much of each is read. One entry less than the limit, as many, one more; what is not
 * read is told, with its place.
 */

const KB = 1024;
const lines = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');
const padded = (text: string, length: number) => `${text}# ${'x'.repeat(length - text.length - 2)}`;
const MANIFEST = 'version: 1\nname: Kit\n';

interface Read {
  /** How much of it counts: entries, or 1 for a file that is read at all. */
  readonly counts: number;
  readonly told: readonly string[];
}

const manifest = (text: string): Read => {
  const { manifest: read, problems } = readManifest(text);
  return { counts: read === null ? 0 : 1, told: problems.map(({ message }) => message) };
};
const messages = (findings: readonly Finding[]) => findings.map(({ message }) => message);

const composition = (text: string, count: (read: ReturnType<typeof readComposition>) => number): Read => {
  const read = readComposition(text);
  return { counts: count(read), told: read.problems.map(({ message }) => message) };
};

function waivers(count: number): Read {
  const text = lines(
    count,
    (n) => `- {finding: T-01, path: a.md, quote: "q${n}", reason: r, by: Ada, date: "2024-03-20"}`,
  );
  const read = readWaivers(text, { knows: () => true, has: () => true });
  return { counts: read.waivers.length, told: messages(read.findings) };
}

function answers(count: number): Read {
  const text = lines(
    count,
    (n) => `- {criterion: T-09, path: a.md, answer: "yes", note: "n${n}", by: Ada, date: "2024-03-20"}`,
  );
  const read = readAssessments(text, { isQuestion: () => true, knows: () => true, has: () => true });
  return { counts: read.assessments.length, told: messages(read.findings) };
}

function listed(key: 'people' | 'glossary', count: number): Read {
  const entry = (n: number) =>
    key === 'people'
      ? `{key: p${n}, name: Person ${n}, role: engineer, team: t}`
      : `{term: term ${n}, meaning: m}`;
  const text = `${key}:\n${lines(count, (n) => `- ${entry(n)}`)}\n`;
  const node = parseYaml(text).node([key]) as DataNode;
  const findings: Finding[] = [];
  const facts = (key === 'people' ? readPeople : readGlossary)('kit.yaml', text, node, findings);
  return { counts: facts.length, told: messages(findings) };
}

function rules(count: number): Read {
  const text = `version: 1\nrules:\n${lines(
    count,
    (n) => `- {id: T-${100 + n}, severity: must, title: t, why: w, hint: h, ask: Is it so}`,
  )}\n`;
  const findings: Finding[] = [];
  const read = readRubric('rubric.yaml', text, 'md', {
    criteria: new Set<string>(),
    declared: new Set<string | null>(),
    findings,
  });
  return { counts: read.length, told: messages(findings) };
}

function hidden(count: number): Read {
  const text = `version: 1\nterms:\n${lines(count, (n) => `- {original: Secret${n}x, pseudonym: Alias ${n} y}`)}\n`;
  const { redaction, problems } = readRedaction(text);
  return { counts: redaction?.terms.length ?? 0, told: problems.map(({ message }) => message) };
}

/** What is read, its limit, what reads so much of it, what is told beyond, and how much counts then. */
type Limit = readonly [
  what: string,
  limit: number,
  read: (count: number) => Read,
  told: string,
  beyond: number,
];

/** Files that are read or not. */
const FILES: readonly Limit[] = [
  ['kit.yaml, characters', 256 * KB, (n) => manifest(padded(MANIFEST, n)), 'longer than 256 KB', 0],
  [
    'kit.yaml, folders',
    200,
    (n) => manifest(`${MANIFEST}folders: [${Array.from({ length: n }, (_, i) => `f${i}`).join(', ')}]\n`),
    'more than 200 entries',
    0,
  ],
  [
    'kit.yaml, the name',
    200,
    (n) => manifest(`version: 1\nname: ${'x'.repeat(n)}\n`),
    'longer than 200 characters',
    0,
  ],
  [
    'the portfolio, characters',
    512 * KB,
    (n) => composition(padded('version: 1\n', n), ({ broken }) => (broken ? 0 : 1)),
    'longer than 512 KB',
    0,
  ],
];

/** Lists whose entries count one by one. */
const LISTS: readonly Limit[] = [
  ['people', 1000, (n) => listed('people', n), 'more than 1000 entries; the rest is not read', 1000],
  ['glossary', 1000, (n) => listed('glossary', n), 'more than 1000 entries; the rest is not read', 1000],
  ['rules of a rubric', 200, rules, 'at most 200 rules; the rest is not read', 200],
  ['waivers', 1000, waivers, 'Only the first 1,000 waivers are read', 1000],
  ['answers', 5000, answers, 'Only the first 5,000 answers are read', 5000],
  // A list that is cut off would leave open what it was to hide.
  ['what is hidden', 1000, hidden, 'more than 1000 entries', 0],
  ...(['order', 'leave_out', 'appendix'] as const).map(
    (key): Limit => [
      `the portfolio, ${key}`,
      5000,
      (n) =>
        composition(
          `version: 1\n${key}:\n${lines(n, (i) => `- f/${i}.md`)}\n`,
          ({ composition: { order, leaveOut, appendix } }) =>
            order.length + leaveOut.length + appendix.length,
        ),
      'Only the first 5,000 entries',
      5000,
    ],
  ),
];

describe('what a kit says about itself is read up to a limit: one less, as much, one more', () => {
  it.each(FILES)('%s', (_what, limit, read, told, beyond) => {
    for (const fine of [limit - 1, limit]) expect(read(fine)).toEqual({ counts: 1, told: [] });
    expect(read(limit + 1)).toEqual({ counts: beyond, told: [expect.stringContaining(told)] });
  });

  it.each(LISTS)('%s', (_what, limit, read, told, beyond) => {
    for (const fine of [limit - 1, limit]) expect(read(fine)).toEqual({ counts: fine, told: [] });
    expect(read(limit + 1)).toEqual({ counts: beyond, told: [expect.stringContaining(told)] });
  });
});
