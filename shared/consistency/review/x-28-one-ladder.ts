import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { clocksIn } from '../../text/clocks';
import { placeOf, type RecordOf, textOf } from '../record-fields';
import { meantBy, sameDeciders, spaced } from './deciders';
import { agenda } from './example-review';

const CLOCKS = [
  ['acknowledge', 'acknowledges'],
  ['decide', 'decides'],
] as const;
const NAMES: Readonly<Record<string, string>> = {
  'review-agenda': 'the agenda',
  'disagree-commit': 'the house rules',
  diagram: 'the diagram',
};

/**
 * X-28. The playbook is the ladder; the diagram, the agenda's fallback and the house rules repeat it, and are held against it where they do. A level
 * with less authority than the one below is ESC-02's finding; here it may not have the same either. A decider named by a role, or not at all, is
 * compared as far as the packet knows whom it means.
 */
export const oneLadder: ConsistencyRule = {
  id: 'X-28',
  severity: 'must',
  title: 'Escalation is one ladder',
  failTitle: 'The escalation ladder is told in two ways',
  why: 'In a dispute each side finds the version that suits it; two ladders are one more thing to escalate.',
  hint: 'Copy levels, deciders and clocks from the escalation playbook, and let each level outrank the one before.',
  kinds: ['escalation-playbook', 'diagram', 'review-agenda', 'disagree-commit'],
  check: (packet) => {
    const all = packet.records('ladder-rung');
    const ladder = all.filter((rung) => packet.kindOf(rung.path) === 'escalation-playbook');
    if (ladder.length === 0)
      return { verdict: 'not-evaluated', reason: 'The packet holds no escalation playbook with a ladder' };
    const copies = new Map<string, RecordOf[]>();
    for (const rung of all)
      if (packet.kindOf(rung.path) !== 'escalation-playbook')
        copies.set(rung.path, [...(copies.get(rung.path) ?? []), rung]);
    const authority = risingAuthority(ladder, packet);
    const problems: RuleProblem[] = [...authority.problems];
    for (const [path, rungs] of copies) problems.push(...differences(path, rungs, ladder, packet));
    if (problems.length > 0) return { verdict: 'fail', problems };
    if (authority.because !== undefined) return { verdict: 'fail', problems, because: authority.because };
    if (copies.size === 0)
      return {
        verdict: 'not-evaluated',
        reason: 'No diagram, agenda or house rules of the packet repeat the ladder',
      };
    return { verdict: 'pass', evidence: all.map((rung) => ({ path: rung.path, span: rung.span })) };
  },
  examples: {
    pass: [
      {
        files: {
          ...people(),
          ...playbook('L0 | Ana Ruiz | 4 h | 2 days', 'L1 | Bo Lindgren | 1 day | 16 h'),
          ...fallback('Level 0 | the author | 4 hours | 2 days', 'Level 1 | both EMs | 8 h | 2 days'),
          'kit/diagrams/ladder.mmd':
            'flowchart TD\n  a["L0: Ana Ruiz · acknowledge 4 h · decide 2 days"] --> b["L1: Bo Lindgren · acknowledge 1 day · decide 2 days"]\n',
        },
      },
    ],
    fail: [
      {
        files: {
          ...people(),
          ...playbook('L0 | Ana Ruiz | 4 h | 2 days', 'L1 | Bo Lindgren | 1 day | 2 days'),
          ...fallback('L0 | Bo Lindgren | 4 h | 2 days', 'L1 | Bo Lindgren | 1 day | 3 days'),
        },
        at: [
          ['kit/review-agenda.md', 'Bo Lindgren'],
          ['kit/review-agenda.md', '3 days'],
        ],
      },
      {
        files: {
          ...people(),
          ...playbook(
            'L0 | Ana Ruiz | 4 h | 2 days',
            'L1 | Bo Lindgren | 1 day | 2 days',
            'L2 | Cy Wren | 1 day | 2 days',
          ),
          'kit/diagrams/ladder.mmd':
            'flowchart TD\n  a["L0: Ana Ruiz · acknowledge 4 h · decide 2 days"] --> b["L1: Bo Lindgren · acknowledge 1 day · decide 1 day"]\n',
        },
        at: [
          ['kit/escalation-playbook.md', 'Cy Wren'],
          ['kit/diagrams/ladder.mmd', '1 day'],
          ['kit/diagrams/ladder.mmd', 'b["L1: Bo Lindgren · acknowledge 1 day · decide 1 day"]'],
        ],
      },
      {
        files: {
          ...people(),
          ...playbook('L0 | the two authors | 4 h | 2 days', 'L1 | Ana Ruiz | 1 day | 2 days'),
          ...fallback('L0 | both leads | 4 h | 2 days', 'L1 | the EMs | 1 day | 2 days'),
        },
        at: [
          ['kit/review-agenda.md', 'both leads'],
          ['kit/review-agenda.md', 'the EMs'],
        ],
      },
      {
        files: {
          ...people(),
          ...playbook('L0 | Ana Ruiz | 4 h | 2 days', 'L1 | Bo Lindgren | 1 day | 2 days'),
          ...agenda('## Fallback\n\n- L1: Bo Lindgren, acknowledge within 1 day, decide within 5 days\n'),
        },
        at: [['kit/review-agenda.md', '5 days']],
      },
      // ESC-02 says that authority falls.
      {
        files: {
          ...people(),
          ...playbook('L0 | Bo Lindgren | 4 h | 2 days', 'L1 | Ana Ruiz | 1 day | 2 days'),
        },
        at: [],
      },
    ],
  },
};

interface Authority {
  readonly problems: readonly RuleProblem[];
  readonly because?: string;
}

function risingAuthority(ladder: readonly RecordOf[], packet: Packet): Authority {
  const problems: RuleProblem[] = [];
  let because: string | undefined;
  let below: { readonly rung: RecordOf; readonly level: number } | null = null;
  for (const rung of ladder) {
    const levels = meantBy(textOf(rung, 'decider') ?? '', packet).people.flatMap(
      (person) => person.level ?? [],
    );
    if (levels.length === 0) continue;
    const level = Math.max(...levels);
    if (below && level < below.level) because = 'ESC-02';
    else if (below && level === below.level)
      problems.push({
        ...placeOf(rung, 'decider'),
        message: `${rung.id} is decided at authority ${level}, as ${below.rung.id} is: nobody outranks the level before`,
        related: [
          { ...placeOf(below.rung, 'decider'), message: `${below.rung.id} has authority ${below.level}` },
        ],
      });
    below = { rung, level };
  }
  return { problems, ...(because === undefined ? {} : { because }) };
}

function differences(
  path: string,
  rungs: readonly RecordOf[],
  ladder: readonly RecordOf[],
  packet: Packet,
): RuleProblem[] {
  const name = NAMES[packet.kindOf(path) ?? ''] ?? 'the copy';
  const problems: RuleProblem[] = [];
  for (const rung of rungs) {
    const there = ladder.find((one) => one.id === rung.id);
    if (!there) {
      const top = ladder.at(-1) as RecordOf;
      problems.push({
        path,
        span: rung.span,
        message: `${rung.id} is no level of the escalation playbook`,
        related: [{ path: top.path, span: top.span, message: `the ladder ends at ${top.id}` }],
      });
      continue;
    }
    const [mine, theirs] = [textOf(rung, 'decider') ?? '', textOf(there, 'decider') ?? ''];
    if (mine !== '' && theirs !== '' && !sameDeciders(mine, theirs, packet))
      problems.push(
        differs(
          rung,
          there,
          'decider',
          `${rung.id} is decided by "${mine}" in ${name}, by "${theirs}" in the playbook`,
        ),
      );
    for (const [field, verb] of CLOCKS) {
      const [here, wanted] = [textOf(rung, field), textOf(there, field)];
      if (here === null || wanted === null || sameClock(here, wanted) || lacksClock(here, wanted)) continue;
      const message = `${rung.id} ${verb} within ${here} in ${name}, within ${wanted} in the playbook`;
      problems.push(differs(rung, there, field, message));
    }
  }
  const last = rungs.at(-1) as RecordOf;
  const missing = ladder.filter((one) => !rungs.some((rung) => rung.id === one.id));
  // One level alone is a quotation, not a copy of the ladder.
  if (rungs.length > 1 && missing.length > 0)
    problems.push({
      path,
      span: last.span,
      message: `${missing.map((one) => one.id).join(', ')} of the playbook ${missing.length === 1 ? 'is' : 'are'} missing in ${name}`,
      related: missing.map((one) => ({
        path: one.path,
        span: one.span,
        message: `${one.id} in the playbook`,
      })),
    });
  return problems;
}

function differs(rung: RecordOf, there: RecordOf, field: string, message: string): RuleProblem {
  const place: Place = placeOf(rung, field);
  const wanted = textOf(there, field) ?? '';
  const at = rung.places[field];
  return {
    ...place,
    message,
    related: [{ ...placeOf(there, field), message: `"${wanted}" in the playbook` }],
    ...(at ? { fix: { title: `Write "${wanted}"`, edits: [{ ...at, insert: wanted }] } } : {}),
  };
}

/** The copy has a clock and the playbook none: ESC-02 says so, and there is nothing to hold the copy against. */
function lacksClock(here: string, wanted: string): boolean {
  return clocksIn(here).length > 0 && clocksIn(wanted).length === 0;
}

/** Clocks are equal in business time: 8 h are a day. What is no clock is a finding of its own file, or compared as written. */
function sameClock(a: string, b: string): boolean {
  const [left, right] = [clocksIn(a)[0], clocksIn(b)[0]];
  return left && right ? Math.abs(left.days - right.days) < 1e-9 : spaced(a) === spaced(b);
}

function people(): Record<string, string> {
  return {
    'kit/raci-matrix.yaml':
      'people:\n' +
      '  - {key: AR, name: Ana Ruiz, role: Staff Engineer, team: Tools, level: 1}\n' +
      '  - {key: BL, name: Bo Lindgren, role: EM Data, team: Data, level: 2}\n' +
      '  - {key: CW, name: Cy Wren, role: EM Web, team: Web, level: 2}\n',
  };
}

function table(rows: readonly string[]): string {
  const head = '| Level | Decider | Acknowledge within | Decide within |\n|---|---|---|---|\n';
  return `${head}${rows.map((row) => `| ${row} |\n`).join('')}`;
}

function playbook(...rows: readonly string[]): Record<string, string> {
  return { 'kit/escalation-playbook.md': `# Playbook\n\n## Ladder\n\n${table(rows)}` };
}

function fallback(...rows: readonly string[]): Record<string, string> {
  return agenda(`## Decision rule and fallback\n\n${table(rows)}`);
}
