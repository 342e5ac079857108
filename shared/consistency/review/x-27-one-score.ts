import type { Fix } from '../../rubric/finding';
import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { numberOf, placeOf, textOf } from '../record-fields';
import { consensus, RACI } from './example-review';

/** Where scores stand, how their field and their note are called, and how messages call the place. */
const SOURCES = [
  { set: 'rfc-dissent', field: 'score', note: 'note', name: 'the RFC' },
  { set: 'position', field: 'score', note: 'reason', name: 'the consensus document' },
  { set: 'stakeholder', field: 'stance', note: 'note', name: 'the stakeholder map' },
] as const;
const CHANGED =
  /(?<!\p{L})(?:was|were|from|moved|changed|rose|fell|raised|lowered|before|earlier|up|down|since|until)(?!\p{L})|→|->/iu;

interface Score {
  readonly value: number;
  readonly name: string;
  readonly note: string;
  readonly at: Place;
}

/**
 * Scores may change between the files if a note beside one of them says so and names the other score. Where two files agree, the third is
 * the one to mend; where all differ, each is held against the record of the decision.
 */
export const oneScore: ConsistencyRule = {
  id: 'X-27',
  severity: 'must',
  title: 'One score per person in RFC, consensus and stakeholder map',
  failTitle: 'A person has two scores and no note says why',
  why: 'A score that moves between two files without a word looks like a dissent that somebody smoothed.',
  hint: 'Write the same score in all three files, or say beside it what it was before and why it changed.',
  kinds: ['rfc', 'consensus-doc', 'support-data'],
  check: (packet) => {
    const stated = scoresByPerson(packet);
    const sources = new Set([...stated.values()].flat().map((score) => score.name));
    if (sources.size < 2)
      return {
        verdict: 'not-evaluated',
        reason: 'Scores are compared once two of RFC, consensus document and stakeholder map state them',
      };
    const problems: RuleProblem[] = [];
    const evidence: Place[] = [];
    for (const [person, scores] of stated) {
      if (scores.length > 1) evidence.push(...scores.map((score) => score.at));
      problems.push(...disagreements(person, scores));
    }
    if (problems.length > 0) return { verdict: 'fail', problems };
    return { verdict: 'pass', evidence };
  },
  examples: {
    pass: [
      {
        files: {
          ...RACI,
          ...rfc('−3', 'fears for the rows'),
          ...consensus(['Di Moreau | object | −3']),
          ...map('-3'),
        },
      },
      {
        files: {
          ...RACI,
          ...rfc('−5', 'moved to −3 on 2024-01-09'),
          ...consensus(['Di Moreau | object | −3']),
        },
      },
    ],
    fail: [
      {
        files: {
          ...RACI,
          ...rfc('3', 'fears for the rows'),
          ...consensus(['Di Moreau | object | −3']),
          ...map('-3'),
        },
        at: [['kit/rfc-001.md', '3']],
      },
      {
        files: {
          ...RACI,
          ...rfc('−3', 'fears for the rows'),
          ...consensus(['Di Moreau | object | 4']),
          ...map('-3'),
        },
        at: [['kit/consensus-doc.md', '4']],
      },
      {
        files: { ...RACI, ...consensus(['Di Moreau | object | −3']), ...map('-2') },
        at: [['kit/stakeholder-map.yaml', '-2']],
      },
    ],
  },
};

function scoresByPerson(packet: Packet): ReadonlyMap<string, readonly Score[]> {
  const found = new Map<string, Score[]>();
  for (const { set, field, note, name } of SOURCES)
    for (const record of packet.records(set)) {
      const value = numberOf(record, field);
      const person = packet.person(record.id)?.name ?? record.id;
      const known = found.get(person) ?? [];
      if (value === null || known.some((score) => score.name === name)) continue;
      found.set(person, [
        ...known,
        { value, name, note: textOf(record, note) ?? '', at: placeOf(record, field) },
      ]);
    }
  return found;
}

function disagreements(person: string, scores: readonly Score[]): RuleProblem[] {
  const values = new Set(scores.map((score) => score.value));
  if (values.size < 2) return [];
  const usual = [...values].find((value) => scores.filter((score) => score.value === value).length > 1);
  const reference = scores.find((score) => score.value === usual) ?? recordOf(scores);
  return scores.flatMap((score) => {
    if (score.value === reference.value || explained(score, reference)) return [];
    const others = scores.filter((other) => other.value !== score.value);
    return [
      {
        ...score.at,
        message: `${person} has ${signed(score.value)} in ${score.name} and ${signed(reference.value)} in ${reference.name}`,
        related: others.map((other) => ({ ...other.at, message: `${signed(other.value)} in ${other.name}` })),
        ...(usual === undefined ? {} : { fix: writing(score, reference.value) }),
      },
    ];
  });
}

/** The consensus document is the record of the decision; without it, the first file. */
function recordOf(scores: readonly Score[]): Score {
  return scores.find((score) => score.name === SOURCES[1].name) ?? (scores[0] as Score);
}

function explained(a: Score, b: Score): boolean {
  return says(a.note, b.value) || says(b.note, a.value);
}

/** True when a note tells of a change and names the score, with its sign. */
function says(note: string, score: number): boolean {
  const sign = score < 0 ? '[-−–]' : '(?<![-−–])\\+?';
  return (
    CHANGED.test(note) && new RegExp(`(?<![\\d.])${sign}${Math.abs(score)}(?![\\d.]*\\d)`, 'u').test(note)
  );
}

function signed(score: number): string {
  return score < 0 ? `−${-score}` : String(score);
}

/** Data files take the ASCII minus, texts the real one. */
function writing(score: Score, value: number): Fix {
  const insert = score.at.path.endsWith('.md') ? signed(value) : String(value);
  return { title: `Write ${insert}`, edits: [{ ...score.at.span, insert }] };
}

function rfc(score: string, concern: string): Record<string, string> {
  return {
    'kit/rfc-001.md': `---\nid: RFC-001\nkind: rfc\n---\n\n# RFC\n\n## Dissent and feedback log\n\n| Name | Role | Score | Concern | Disposition |\n|---|---|---|---|---|\n| Di Moreau | EM | ${score} | ${concern} | accepted |\n`,
  };
}

function map(stance: string): Record<string, string> {
  return { 'kit/stakeholder-map.yaml': `people:\n  - {key: DM, stance: ${stance}, frame: IC}\n` };
}
