import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { listOf, placeOf, type RecordOf, textOf } from '../record-fields';
import { consensus, RACI } from './example-review';

/** Words around the first difference that a message quotes. */
const SHOWN = 6;

/**
 * A person nobody of the packet knows is DIS-01's finding, a block without a quotation CON-04's. Entries of the register about other
 * decisions than the document's are not expected in it.
 */
export const dissentAttributable: ConsistencyRule = {
  id: 'X-26',
  severity: 'must',
  title: 'Each dissent has its person, their position and their words',
  failTitle: 'A dissent is not the same in both files',
  why: "A dissent that was reworded on the way to the register is the author's no longer, and proves nothing on the day it turns out right.",
  hint: 'Copy the statement letter for letter, and give the person in both files and a position other than consent.',
  kinds: ['dissent-register', 'consensus-doc', 'raci-matrix'],
  check: (packet) => {
    const all = packet.records('dissent');
    const of = (kind: string) => all.filter((dissent) => packet.kindOf(dissent.path) === kind);
    const recorded = of('consensus-doc');
    const entries = of('dissent-register').filter((entry) => concerns(entry, packet));
    for (const [kind, name] of [
      ['dissent-register', 'dissent register'],
      ['consensus-doc', 'consensus document'],
    ] as const)
      if (packet.pathsOf(kind).length === 0)
        return { verdict: 'not-evaluated', reason: `The packet holds no ${name}` };
    if (recorded.length === 0 && entries.length === 0)
      return { verdict: 'not-evaluated', reason: 'Neither file records a dissent' };
    const problems: RuleProblem[] = [];
    const evidence: Place[] = [];
    for (const entry of entries) {
      const block = recorded.find((one) => one.id === entry.id);
      problems.push(
        ...(block ? differences(entry, block, packet) : [onlyIn(entry, packet)]),
        ...personProblems(entry, packet),
      );
      evidence.push(placeOf(entry, 'statement'));
      if (block) evidence.push(placeOf(block, 'statement'));
    }
    for (const block of recorded)
      if (!entries.some((entry) => entry.id === block.id)) problems.push(onlyIn(block, packet));
    if (problems.length > 0) return { verdict: 'fail', problems };
    return { verdict: 'pass', evidence };
  },
  examples: {
    pass: [
      { files: { ...RACI, ...record('D-01 Di Moreau', 'disagree-and-commit'), ...register('D-01', 'DM') } },
      {
        files: {
          ...RACI,
          ...record('D-01 Di Moreau', 'disagree-and-commit'),
          'kit/dissent-register.yaml': `${register('D-01', 'DM')['kit/dissent-register.yaml']}  - {id: D-02, person: BL, decision: RFC-009, statement: "Another matter altogether"}\n`,
        },
      },
    ],
    fail: [
      {
        files: {
          ...RACI,
          ...record('D-01 Di Moreau', 'disagree-and-commit'),
          ...register('D-01', 'DM', 'We will miss the lost rows before finance finds them.'),
        },
        at: [['kit/dissent-register.yaml', 'We will miss the lost rows before finance finds them.']],
      },
      {
        files: { ...RACI, ...record('D-01 Di Moreau', 'consent'), ...register('D-01', 'DM') },
        at: [['kit/consensus-doc.md', 'consent']],
      },
      {
        files: { ...RACI, ...record('D-01 Di Moreau', 'object'), ...register('D-01', 'AR') },
        at: [['kit/dissent-register.yaml', 'AR']],
      },
      {
        files: { ...RACI, ...record('D-01 Di Moreau', 'object'), ...register('D-02', 'DM') },
        at: [
          ['kit/dissent-register.yaml', 'D-02'],
          ['kit/consensus-doc.md', '### D-01 Di Moreau'],
        ],
      },
      {
        files: {
          ...RACI,
          'kit/timeline.yaml': 'responders:\n  - {key: EK, name: Edda Krohn, role: On-call, team: Data}\n',
          ...consensus(
            ['Edda Krohn | object | −3'],
            '## Recorded dissent\n\n### D-01 Edda Krohn\n\n> Finance will miss the lost rows before we do.\n',
          ),
          ...register('D-01', 'EK'),
        },
        at: [['kit/dissent-register.yaml', 'EK']],
      },
    ],
  },
};

/** False for a dissent against another decision than those of the consensus documents; a decision told in words is not told apart. */
function concerns(entry: RecordOf, packet: Packet): boolean {
  const decision = textOf(entry, 'decision');
  const decided = packet
    .records('consensus')
    .flatMap((record) => [textOf(record, 'rfc') ?? [], ...listOf(record, 'adrs')].flat());
  const named = decision !== null && /^[A-Z]+-\d+$/.test(decision);
  return !named || decided.length === 0 || decided.includes(decision);
}

function nameOf(dissent: RecordOf, packet: Packet): string | null {
  const person = textOf(dissent, 'person');
  return person === null ? null : (packet.person(person)?.name ?? person);
}

function onlyIn(dissent: RecordOf, packet: Packet): RuleProblem {
  const inRegister = packet.kindOf(dissent.path) === 'dissent-register';
  const other = packet.pathsOf(inRegister ? 'consensus-doc' : 'dissent-register')[0] ?? '';
  const name = inRegister ? 'consensus document' : 'dissent register';
  return {
    path: dissent.path,
    span: dissent.span,
    message: `${dissent.id} is not in the ${name}`,
    related: packet
      .records('dissent')
      .filter((one) => one.path === other)
      .slice(0, 1)
      .map((one) => ({ path: one.path, span: one.span, message: `the dissents of the ${name}` })),
  };
}

function differences(entry: RecordOf, block: RecordOf, packet: Packet): RuleProblem[] {
  const problems: RuleProblem[] = [];
  const [owner, author] = [nameOf(entry, packet), nameOf(block, packet)];
  if (
    owner !== null &&
    packet.person(owner) &&
    author !== null &&
    owner !== author &&
    !(textOf(block, 'title') ?? '').includes(owner)
  )
    problems.push({
      ...placeOf(entry, 'person'),
      message: `${entry.id} is ${owner}'s here, and ${author}'s in the consensus document`,
      related: [{ ...placeOf(block, 'person'), message: `${entry.id} is ${author}'s` }],
    });
  const [said, quoted] = [textOf(entry, 'statement'), textOf(block, 'statement')];
  if (said !== null && quoted !== null && plain(said) !== plain(quoted)) {
    const [here, there] = firstDifference(plain(said), plain(quoted));
    problems.push({
      ...placeOf(entry, 'statement'),
      message: `${entry.id} reads "${here}" here and "${there}" in the consensus document`,
      related: [{ ...placeOf(block, 'statement'), message: 'the statement as it was accepted' }],
    });
  }
  return problems;
}

/** The dissenter is of the matrix and took a position against; told at the entry, or at the position that says consent. */
function personProblems(entry: RecordOf, packet: Packet): RuleProblem[] {
  const name = nameOf(entry, packet);
  if (name === null || !packet.person(name)) return [];
  const listed = packet.records('raci-person');
  if (listed.length > 0 && !listed.some((one) => one.id === name))
    return [
      {
        ...placeOf(entry, 'person'),
        message: `${name}, of ${entry.id}, is not in the RACI matrix`,
        related: listed
          .slice(0, 1)
          .map((one) => ({ path: one.path, span: one.span, message: 'the people of the matrix start here' })),
      },
    ];
  const positions = packet.records('position');
  const own = positions.filter((row) => row.id === name);
  const voter = packet.facts('voter').some((one) => one.name === name);
  // A voter without a position is CON-02's finding.
  if (own.length === 0 && (positions.length === 0 || voter)) return [];
  const block = packet.records('dissent').find((one) => one.path !== entry.path && one.id === entry.id);
  if (own.length === 0 && block && nameOf(block, packet) !== name) return [];
  if (own.length === 0)
    return [
      {
        ...placeOf(entry, 'person'),
        message: `${name} dissents in ${entry.id}, but took no position`,
        related: positions
          .slice(0, 1)
          .map((row) => ({ path: row.path, span: row.span, message: 'the positions start here' })),
      },
    ];
  if (own.some((row) => textOf(row, 'position') !== 'consent') || (block && nameOf(block, packet) !== name))
    return [];
  return own.slice(0, 1).map((row) => ({
    ...placeOf(row, 'position'),
    message: `${name} consents here, and dissents in ${entry.id}`,
    related: [{ path: entry.path, span: entry.span, message: `${entry.id} is ${name}'s dissent` }],
  }));
}

/** The words alone: one blank between them, plain quotation marks, none around the whole. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^"(.*)"$/, '$1');
}

/** The words around the place where two texts part. */
function firstDifference(a: string, b: string): readonly [string, string] {
  const [left, right] = [a.split(' '), b.split(' ')];
  let at = 0;
  while (at < Math.min(left.length, right.length) && left[at] === right[at]) at++;
  const shown = (words: readonly string[]) => {
    const from = Math.max(0, at - 2);
    const text = words.slice(from, from + SHOWN).join(' ');
    return `${from > 0 ? '…' : ''}${text}${from + SHOWN < words.length ? '…' : ''}`;
  };
  return [shown(left), shown(right)];
}

function record(heading: string, position: string): Record<string, string> {
  return consensus(
    [`Di Moreau | ${position} | −3`, 'Ana Ruiz | disagree-and-commit | 1'],
    `## Recorded dissent\n\n### ${heading}\n\n> "Finance will miss the lost rows before we do."\n`,
  );
}

function register(
  id: string,
  person: string,
  statement = 'Finance will miss the lost rows before we do.',
): Record<string, string> {
  return {
    'kit/dissent-register.yaml': `entries:\n  - {id: ${id}, person: ${person}, decision: RFC-001, statement: "${statement}"}\n`,
  };
}
