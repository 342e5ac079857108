import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { listOf, placeOf, type RecordOf, textOf } from '../record-fields';

/** Roles under which a header may name somebody; `author` includes the owner. */
const HEADER_ROLES = ['author', 'facilitator', 'reviewer'] as const;
type HeaderRole = (typeof HEADER_ROLES)[number];

/** X-43: what the candidate claims to have been is what the files say. A file that names nobody for a role cannot contradict it. */
export const manifestIsTrue: ConsistencyRule = {
  id: 'X-43',
  severity: 'should',
  title: 'The manifest of the promotion packet is true',
  failTitle: 'A role in the promotion packet is not the one in the file',
  why: 'The header of each document is one click away. A role that it does not confirm puts every other role into doubt, and the candidate with them.',
  hint: 'State the role that the file confirms, or have the file say who did what.',
  kinds: [
    'promo-packet',
    'rfc',
    'adr',
    'objection-playbook',
    'review-agenda',
    'consensus-doc',
    'postmortem',
    'executive-summary',
  ],
  check: (packet) => {
    const entries = packet.records('manifest-entry');
    if (entries.length === 0)
      return {
        verdict: 'not-evaluated',
        reason: 'The packet holds no promotion packet with a manifest of roles',
      };
    const roles = packet.records('role');
    const problems: RuleProblem[] = [];
    const evidence: Place[] = [];
    for (const entry of entries) {
      const file = listOf(entry, 'paths').find((path) => packet.files.has(path));
      const stated = roles.filter(({ path }) => path === file);
      if (stated.length === 0) continue;
      const problem = judge(entry, stated, packet);
      if (problem) problems.push(problem);
      else evidence.push(placeOf(entry, 'role'));
    }
    if (problems.length > 0) return { verdict: 'fail', problems };
    return evidence.length > 0
      ? { verdict: 'pass', evidence }
      : { verdict: 'not-evaluated', reason: 'None of the documents in the manifest says who wrote it' };
  },
  examples: {
    pass: [
      { files: { 'kit/a.md': file('owner: Ada Example'), 'kit/promo-packet.md': manifest('author') } },
      {
        files: {
          'kit/a.md': file('owner: Ben Example\nauthors: [Ben Example, Ada Example]'),
          'kit/promo-packet.md': manifest('co-author'),
        },
      },
      {
        files: {
          'kit/a.md': file('owner: Ben Example\nfacilitator: Ada Example'),
          'kit/promo-packet.md': manifest('facilitator'),
        },
      },
      // A file without a facilitator was led by its owner; one without reviewers contradicts nobody.
      { files: { 'kit/a.md': file('owner: Ada Example'), 'kit/promo-packet.md': manifest('facilitator') } },
      { files: { 'kit/a.md': file('owner: Ben Example'), 'kit/promo-packet.md': manifest('reviewer') } },
    ],
    fail: [
      {
        files: { 'kit/a.md': file('owner: Ben Example'), 'kit/promo-packet.md': manifest('author') },
        at: [['kit/promo-packet.md', 'author']],
      },
      {
        files: {
          'kit/a.md': file('owner: Ada Example\nfacilitator: Ben Example'),
          'kit/promo-packet.md': manifest('facilitator'),
        },
        at: [['kit/promo-packet.md', 'facilitator']],
      },
      {
        files: {
          'kit/a.md': file('owner: Ben Example\nreviewers: [Cy Example]'),
          'kit/promo-packet.md': manifest('reviewer'),
        },
        at: [['kit/promo-packet.md', 'reviewer']],
      },
    ],
  },
};

function judge(entry: RecordOf, stated: readonly RecordOf[], packet: Packet): RuleProblem | null {
  const candidate = textOf(entry, 'candidate') ?? '';
  const claimed = textOf(entry, 'role') ?? '';
  const of = (role: HeaderRole) => stated.find(({ id }) => id === role) ?? null;
  const names = (role: HeaderRole) => {
    const row = of(role);
    return row !== null && listOf(row, 'names').some((name) => sameName(name, candidate, packet));
  };
  // Being more than one claims contradicts nothing: an author may have reviewed.
  if (claimed === 'reviewer' && names('author')) return null;
  const asked: HeaderRole =
    claimed === 'facilitator' && !of('facilitator')
      ? 'author'
      : claimed === 'co-author'
        ? 'author'
        : (claimed as HeaderRole);
  const other = of(asked);
  if (!other || names(asked)) return null;
  const held = HEADER_ROLES.filter((role) => names(role));
  const at = placeOf(entry, 'role');
  const [truth] = held;
  return {
    ...at,
    message: `${candidate} is claimed to be the ${claimed} of ${entry.id}, which names ${listOf(other, 'names').join(', ')} as ${asked}${truth ? ` and ${candidate} as ${truth}` : ''}`,
    related: [
      {
        path: other.path,
        span: other.span,
        message: `Named as ${asked}: ${listOf(other, 'names').join(', ')}`,
      },
    ],
    ...(held.length === 1 && truth
      ? { fix: { title: `Write "${truth}"`, edits: [{ ...at.span, insert: truth }] } }
      : {}),
  };
}

function sameName(a: string, b: string, packet: Packet): boolean {
  const name = (text: string) => packet.person(text)?.name ?? text.trim().replace(/\s+/g, ' ');
  return name(a) === name(b);
}

function file(header: string): string {
  return `---\nid: A-1\n${header}\n---\n\n# A\n`;
}

function manifest(role: string): string {
  return `---\ncandidate: Ada Example\nmanifest:\n  - path: a.md\n    kind: rfc\n    my_role: ${role}\n---\n\n# Me\n`;
}
