import type { PersonFact } from '../../rubric/fact';
import { misspelt, writing } from '../../rubric/misspelt-name';
import type { Packet } from '../../rubric/packet';
import { looksLikePerson } from '../../rubric/person-like';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { onceFor } from '../../util/once-for';
import { type RecordOf, textOf } from '../record-fields';

/** Fields that a criterion of their own kind compares with the people: a wrong name there is its finding. */
const SAID_BY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'action-items': { 'items.owner': 'ACT-01' },
  'decision-log': { 'table.decider': 'DL-03' },
  'dissent-register': { 'entries.person': 'DIS-01' },
  'review-agenda': {
    author: 'AG-03',
    owner: 'AG-03',
    captain: 'AG-03',
    facilitator: 'AG-03',
    scribe: 'AG-03',
  },
  rfc: { captain: 'RFC-01' },
  'risk-register': { 'risks.owner': 'RR-02' },
  'slo-definitions': { 'slos.owner': 'SLD-05' },
  'support-data': { owner: 'DAT-02', 'items.owner': 'DAT-02', 'items.by': 'DAT-02' },
  'support-doc': { owner: 'DOC-03' },
};
/** Other places of an unknown name that a finding lists. */
const MOST_RELATED = 8;

/**
 * Only fields and columns that name people are read. A name one or two letters from a known one is misspelt; one that is like nobody's
 * is reported where an owner, author or decider belongs and it is plainly a person's: roles, teams and groups may stand there too.
 */
export const namesKnown: ConsistencyRule = {
  id: 'X-22',
  severity: 'must',
  title: 'Names are known and spelled once',
  failTitle: 'A name is misspelt, or belongs to nobody in the packet',
  why: 'Readers look people up and ask them; a name in two spellings is two people to a search, and an owner whom no list knows is nobody.',
  hint: 'Write the full name as it stands in the RACI matrix or among the responders, or add the person there.',
  kinds: [
    'raci-matrix',
    'incident-timeline',
    'adr',
    'decision-log',
    'rfc',
    'review-agenda',
    'consensus-doc',
    'dissent-register',
  ],
  check: (packet) => {
    const { people } = packet;
    if (people.length === 0)
      return {
        verdict: 'not-evaluated',
        reason: 'The packet lists no people: it has neither a RACI matrix nor the responders of an incident',
      };
    const problems: RuleProblem[] = spelledTwice(packet);
    const evidence: Place[] = [];
    const strangers = new Map<string, RecordOf[]>();
    let because: string | undefined;
    for (const stated of packet.records('stated-name')) {
      const name = (textOf(stated, 'name') ?? '').normalize('NFC');
      if (packet.person(name)) {
        evidence.push({ path: stated.path, span: stated.span });
        continue;
      }
      const meant = meantBy(name, people);
      if (meant === 'role') continue;
      if (!meant && !(stated.fields['decides'] === true && looksLikePerson(name))) continue;
      const said = saidBy(stated, packet);
      if (said !== null) because ??= said;
      else if (meant) problems.push(wrongName(stated, name, meant, packet));
      else strangers.set(name, [...(strangers.get(name) ?? []), stated]);
    }
    for (const [name, places] of strangers) problems.push(stranger(name, places));
    if (problems.length > 0) return { verdict: 'fail', problems };
    if (because !== undefined) return { verdict: 'fail', problems, because };
    return { verdict: 'pass', evidence };
  },
  examples: {
    pass: [
      { files: { ...people(), 'kit/a.md': '---\nid: A\nowner: Ana Ruiz\n---\n\n# A\n' } },
      // A key, a role, a team, a group, a name in a script without capitals, and two similar people who are both known.
      {
        files: {
          ...people(),
          'kit/a.yaml': 'owner: AR\nauthor: Staff Engineer\n',
          'kit/b.yaml': 'owner: Streaming Platform\n',
          'kit/c.yaml': 'owner: Data Reliability Team\nauthor: 山田太郎\n',
          'kit/d.yaml': 'items:\n  - {owner: Ann Ruiz}\n  - {owner: Ana Ruiz and Ann Ruiz}\n',
        },
      },
    ],
    fail: [
      {
        files: { ...people(), 'kit/a.md': '---\nid: A\nowner: Bartolomé Lindgreen\n---\n\n# A\n' },
        at: [['kit/a.md', 'Bartolomé Lindgreen']],
      },
      {
        files: { ...people(), 'kit/a.yaml': 'owner: Zed Nowak\n', 'kit/b.yaml': 'author: Zed Nowak\n' },
        at: [['kit/a.yaml', 'Zed Nowak']],
      },
      {
        files: {
          ...people(),
          'kit/a.md': '# A\n\n| Task | Owner |\n|---|---|\n| Build | Ana Ruiz, Bartolome Lindgren |\n',
        },
        at: [['kit/a.md', 'Bartolome Lindgren']],
      },
      {
        files: {
          ...people(),
          'kit/timeline.yaml':
            'responders:\n  - {key: BL, name: Bartolomé Lindgrén, role: Director, team: Platform}\n',
        },
        at: [['kit/timeline.yaml', 'Bartolomé Lindgrén']],
      },
    ],
  },
};

/** One key with two spellings of a name, in the lists that define the people. */
function spelledTwice(packet: Packet): RuleProblem[] {
  const first = new Map<string, ReturnType<typeof packet.facts<'person'>>[number]>();
  return packet.facts('person').flatMap((person) => {
    const known = first.get(person.key);
    if (person.key === '') return [];
    if (!known) first.set(person.key, person);
    if (!known || known.path === person.path || !misspelt(person.name, [known])) return [];
    return [
      {
        path: person.path,
        span: person.span,
        message: `${person.key} is "${person.name}" here and "${known.name}" in another list`,
        related: [{ path: known.path, span: known.span, message: known.name }],
        ...(person.span.to - person.span.from === person.name.length ? writing(known.name, person.span) : {}),
      },
    ];
  });
}

function wrongName(stated: RecordOf, name: string, meant: PersonFact, packet: Packet): RuleProblem {
  const definition = packet.facts('person').find((fact) => fact.name === meant.name);
  return {
    path: stated.path,
    span: stated.span,
    message: `"${name}" is nobody of the packet; ${meant.name} is spelled like that nearly`,
    related: definition ? [{ path: definition.path, span: definition.span, message: meant.name }] : [],
    ...(stated.fields['exact'] === true ? writing(meant.name, stated.span) : {}),
  };
}

function stranger(name: string, places: readonly RecordOf[]): RuleProblem {
  const [first, ...others] = places as [RecordOf, ...RecordOf[]];
  return {
    path: first.path,
    span: first.span,
    message: `${name} (${first.id.slice(first.id.lastIndexOf('.') + 1)}) is neither in the RACI matrix nor among the responders`,
    related: others
      .slice(0, MOST_RELATED)
      .map((other) => ({ path: other.path, span: other.span, message: 'named here too' })),
  };
}

/** Whom a name that nobody has means; `role` for a role or a team. The same names are asked about after each edit. */
function meantBy(name: string, people: readonly PersonFact[]): PersonFact | 'role' | null {
  const known = meanings(people);
  let meant = known.get(name);
  if (meant === undefined) {
    meant = isRoleOrTeam(name, people) ? 'role' : misspelt(name, people);
    if (known.size >= MOST_NAMES) known.clear();
    known.set(name, meant);
  }
  return meant;
}

const MOST_NAMES = 5000;
const meanings = onceFor(
  (_people: readonly PersonFact[]): Map<string, PersonFact | 'role' | null> => new Map(),
);

function isRoleOrTeam(name: string, people: readonly PersonFact[]): boolean {
  const said = name.toLowerCase();
  return people.some(({ role, team }) => said === role.toLowerCase() || said === team.toLowerCase());
}

/** The criterion that compares this very field; null when none does. */
function saidBy(stated: RecordOf, packet: Packet): string | null {
  const kind = packet.kindOf(stated.path) ?? '';
  const { path, span } = stated;
  const atOwner = (record: RecordOf) => record.path === path && record.places['owner']?.from === span.from;
  if (kind === 'consensus-doc') {
    if (packet.records('review-condition').some(atOwner)) return 'CON-07';
    if (
      packet.facts('voter').length > 0 &&
      packet.records('position').some((row) => row.path === path && row.span.from === span.from)
    )
      return 'CON-02';
    if (stated.id === 'captain' && packet.pathsOf('review-agenda').length > 0) return 'CON-06';
  }
  // Where an agenda names its author, AG-03 does not look at the owner.
  if (kind === 'review-agenda' && stated.id === 'owner' && hasAuthor(path, packet)) return null;
  return SAID_BY[kind]?.[stated.id] ?? null;
}

function hasAuthor(path: string, packet: Packet): boolean {
  return packet.records('stated-name').some((one) => one.path === path && one.id === 'author');
}

function people(): Record<string, string> {
  return {
    'kit/raci-matrix.yaml':
      'people:\n' +
      '  - {key: AR, name: Ana Ruiz, role: Staff Engineer, team: Streaming Platform, level: 1}\n' +
      '  - {key: AN, name: Ann Ruiz, role: Manager, team: Finance, level: 2}\n' +
      '  - {key: BL, name: Bartolomé Lindgren, role: Director, team: Platform, level: 3}\n',
  };
}
