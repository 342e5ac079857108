import { describe, expect, it } from 'vitest';
import { DISSENT } from './facts/decisions';
import { kitFile, shortPath, WORKED_PATHS } from './kit.test-support';
import { type Sentence, sentenceKey, sentencesOf } from './sentences.test-support';

interface Placed extends Sentence {
  readonly path: string;
}

/** Records that the consistency rules hold equal, and which therefore stand in several files in the same words: never in running text. */
const AGREEING: readonly { readonly why: string; readonly files: RegExp; readonly within?: true }[] = [
  { why: 'entries of the timeline (X-31)', files: /INC-2024-0312-postmortem\.md$|timeline\.yaml$/ },
  {
    why: 'titles of actions and factors (X-38, X-36)',
    files: /INC-2024-0312-postmortem\.md$|(?:action-items|contributing-factors)\.yaml$|fishbone\.mmd$/,
  },
  { why: 'titles of ADRs (X-19)', files: /adr-\d{3}-[\w-]+\.md$|decision-log\.md$/ },
  {
    why: 'conditions (X-30)',
    files: /RFC-042-streaming-migration\.md$|rollout-plan\.yaml$|consensus-doc\.md$/,
  },
  {
    why: 'tripwires (X-21)',
    files: /RFC-042-streaming-migration\.md$|risk-register\.json$|consensus-doc\.md$|dissent-register\.yaml$/,
  },
  {
    why: 'deciders of the ladder (X-28)',
    files: /(?:disagree-and-commit-framework|escalation-playbook|review-agenda)\.md$/,
  },
  { why: 'actions of the review', files: /review-action-items\.yaml$|review-minutes\.md$/ },
  {
    why: 'names of options',
    files: /RFC-042-(?:one-pager|streaming-migration)\.md$|tradeoff-matrix\.yaml$|adr-001-scorecard\.yaml$/,
    within: true,
  },
  {
    why: 'method of the sensitivity, in the words of the schema',
    files: /tradeoff-matrix\.yaml$|adr-00[12]-scorecard\.yaml$/,
  },
  {
    why: 'a measure that two gates read, a trigger that two phases share',
    files: /rollout-plan\.yaml$/,
    within: true,
  },
  { why: 'one source of several prices', files: /tco-5yr-model\.yaml$/, within: true },
];

const quoted = new Set(DISSENT.flatMap(({ text }) => text.split(/(?<=\.) /).map(sentenceKey)));

const sentences = (): Placed[] =>
  WORKED_PATHS.flatMap((path) =>
    sentencesOf(path, kitFile(path)).map((sentence) => ({ ...sentence, path: shortPath(path) })),
  );

/** True when saying it twice is the point: a dissent in its author's words, headings and table heads, records that have to agree. */
function mustAgree(places: readonly Placed[]): boolean {
  if (places.every(({ key }) => quoted.has(key))) return true;
  if (places.every(({ place }) => place === 'title' || place === 'table-head')) return true;
  if (places.some(({ place }) => place === 'prose')) return false;
  return AGREEING.some(
    ({ files, within }) =>
      places.every(({ path }) => files.test(path)) &&
      (within || new Set(places.map(({ path }) => path)).size === places.length),
  );
}

/** Sentences that stand twice, with every place. */
function repeated(all: readonly Placed[]): string[] {
  const byKey = new Map<string, Placed[]>();
  for (const sentence of all) byKey.set(sentence.key, [...(byKey.get(sentence.key) ?? []), sentence]);
  return [...byKey.values()]
    .filter((places) => places.length > 1 && !mustAgree(places))
    .map((places) => `"${places[0]?.text}" ${places.map(({ path, line }) => `${path}:${line}`).join(', ')}`);
}

/** Running text that says in nearly the same words what stands elsewhere: seven words in ten are shared, four of them in a row. */
function nearlyRepeated(all: readonly Placed[]): string[] {
  const words = all.map(({ key }) => key.split(' '));
  const sets = words.map((list) => new Set(list));
  const byRun = new Map<string, number[]>();
  for (const [index, list] of words.entries()) {
    for (const run of new Set(list.slice(3).map((_, at) => list.slice(at, at + 4).join(' ')))) {
      byRun.set(run, [...(byRun.get(run) ?? []), index]);
    }
  }
  const found = new Set<string>();
  for (const indices of byRun.values()) {
    for (const [at, one] of indices.entries()) {
      for (const other of indices.slice(at + 1)) {
        const pair = [all[one], all[other]].filter((each) => each !== undefined);
        const [a, b] = [sets[one], sets[other]];
        if (!a || !b || pair[0]?.key === pair[1]?.key || !pair.some(({ place }) => place === 'prose'))
          continue;
        // A title, a cell or a quotation is what running text refers to, in its own words.
        if (!pair.every(({ place }) => place === 'prose' || place === 'field')) continue;
        const shared = [...a].filter((word) => b.has(word)).length;
        if (shared / (a.size + b.size - shared) < 0.7) continue;
        found.add(pair.map(({ text, path, line }) => `${path}:${line} ${text}`).join('  |  '));
      }
    }
  }
  return [...found].filter((pair) => !/reopens .*ADR-002 within 20 business days/.test(pair));
}

describe('no sentence of six words or more stands twice', () => {
  const all = sentences();

  it('among the more than three thousand of the worked examples', () => {
    expect(all.length).toBeGreaterThan(3000);
    expect(repeated(all)).toEqual([]);
  });

  it('not in nearly the same words either, but for the tripwire that its register and its ADR both state', () => {
    expect(nearlyRepeated(all)).toEqual([]);
  });

  it('a sentence copied from one file to another is found, whatever its case and markup', () => {
    const copy = sentencesOf(
      'copy.md',
      '# T\n\n> x\n\nCost did *not* decide this, and that is said here.\n\nBrokers are ours to size.\n',
    );
    const twice = [
      ...all,
      ...copy.map((sentence) => ({ ...sentence, path: 'copy.md' })),
      ...sentencesOf('a.yaml', 'a: "cost did not decide THIS and that is said here"').map((sentence) => ({
        ...sentence,
        path: 'a.yaml',
      })),
    ];
    expect(repeated(twice)).toHaveLength(1);
  });

  it('a record that agrees may not move into running text', () => {
    const moved = sentencesOf('x.md', 'Page on order-line completeness burn rate.\n').map((sentence) => ({
      ...sentence,
      path: 'part4-postmortem/x.md',
    }));
    expect(repeated([...all, ...moved])).toHaveLength(1);
  });
});
