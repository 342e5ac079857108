import type { Related } from '../../rubric/finding';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { listOf, placeOf, type RecordOf, textOf } from '../record-fields';
import { adrFile } from './example-adrs';

/** Until it is accepted, an ADR replaces nothing, and the one it would replace says nothing of it. */
const PENDING = ['proposed', 'rejected'];

/**
 * X-18. The missing side of a link is reported in the file that lacks it, where it can be written. What the old ADR's header shows by itself
 * (superseded without a successor, a successor without the status) is AD-07's finding and counts here without being repeated.
 */
export const supersession: ConsistencyRule = {
  id: 'X-18',
  severity: 'must',
  title: 'Supersession resolves both ways',
  failTitle: 'One ADR supersedes another, and the other does not agree',
  why: 'A reader who arrives at the old decision must be sent on to the one in force; a one-way link leaves half of them with rules that no longer hold.',
  hint: 'Write `supersedes` in the new ADR, `superseded-by` and the status in the old one, and date the new one no earlier.',
  kinds: ['adr'],
  check: (packet) => {
    const adrs = packet.records('adr').filter((adr) => textOf(adr, 'id') !== null);
    if (adrs.length === 0) return { verdict: 'not-evaluated', reason: 'The packet holds no ADR' };
    const byId = new Map<string, RecordOf>();
    for (const adr of adrs) if (!byId.has(adr.id)) byId.set(adr.id, adr);
    const problems: RuleProblem[] = [];
    const evidence: Place[] = [];
    let because: string | undefined;
    for (const adr of byId.values()) {
      for (const id of listOf(adr, 'supersedes')) {
        const at = placeOf(adr, `supersedes ${id}`);
        const old = byId.get(id);
        const found = old ? olderProblems(adr, old, at) : [unknown(id, at)];
        if (found === null) because = 'AD-07';
        else problems.push(...found);
        evidence.push(at);
      }
      for (const id of listOf(adr, 'superseded-by')) {
        const at = placeOf(adr, `superseded-by ${id}`);
        const next = byId.get(id);
        if (!next) problems.push(unknown(id, at));
        else if (!listOf(next, 'supersedes').includes(adr.id)) problems.push(oneSided(adr, next, at));
        evidence.push(at);
      }
      if (textOf(adr, 'status') === 'superseded' && listOf(adr, 'superseded-by').length === 0)
        because = 'AD-07';
    }
    problems.push(...cycles(byId));
    if (problems.length > 0) return { verdict: 'fail', problems };
    if (because !== undefined) return { verdict: 'fail', problems, because };
    return {
      verdict: 'pass',
      evidence: evidence.length > 0 ? evidence : adrs.map((adr) => placeOf(adr, 'supersedes')),
    };
  },
  examples: {
    pass: [
      {
        files: {
          ...adrFile('ADR-001', { status: 'superseded', 'superseded-by': '[ADR-002]' }),
          ...adrFile('ADR-002', { supersedes: '[ADR-001]', date: '"2024-01-10"' }),
        },
      },
      { files: { ...adrFile('ADR-001'), ...adrFile('ADR-002') } },
      {
        files: {
          ...adrFile('ADR-001'),
          ...adrFile('ADR-002', { status: 'proposed', supersedes: '[ADR-001]', date: '"2024-01-10"' }),
        },
      },
    ],
    fail: [
      {
        files: { ...adrFile('ADR-001'), ...adrFile('ADR-002', { supersedes: '[ADR-001]' }) },
        at: [['kit/adr-001-x.md', '[]']],
      },
      // The list of successors is missing, without a value, or written in lines.
      ...[undefined, '', '\n  - ADR-003', '[ADR-003]'].map((successors) => ({
        files: {
          ...adrFile('ADR-001', { status: 'superseded', 'superseded-by': successors ?? undefined }),
          ...adrFile('ADR-002', { supersedes: '[ADR-001]' }),
          ...adrFile('ADR-003', { supersedes: successors ? '[ADR-001]' : '[]' }),
        },
        at: successors ? [['kit/adr-001-x.md', successors.trim()] as const] : [],
      })),
      {
        files: {
          ...adrFile('ADR-001', { 'superseded-by': undefined }),
          ...adrFile('ADR-002', { supersedes: '[ADR-001]' }),
        },
        at: [['kit/adr-001-x.md', 'ADR-001']],
      },
      {
        files: {
          ...adrFile('ADR-001', { 'superseded-by': '' }),
          ...adrFile('ADR-002', { supersedes: '[ADR-001]' }),
        },
        at: [['kit/adr-001-x.md', 'superseded-by']],
      },
      {
        files: {
          ...adrFile('ADR-001', { status: 'superseded', 'superseded-by': '[ADR-002]' }),
          ...adrFile('ADR-002'),
        },
        at: [['kit/adr-001-x.md', 'ADR-002']],
      },
      {
        files: {
          ...adrFile('ADR-001', { status: 'superseded', 'superseded-by': '[ADR-002]' }),
          ...adrFile('ADR-002', { supersedes: '[ADR-001]', date: '"2023-01-10"' }),
        },
        at: [['kit/adr-002-x.md', '2023-01-10']],
      },
      { files: adrFile('ADR-001', { supersedes: '[ADR-009]' }), at: [['kit/adr-001-x.md', 'ADR-009']] },
      {
        files: {
          ...adrFile('ADR-001', {
            status: 'superseded',
            supersedes: '[ADR-002]',
            'superseded-by': '[ADR-002]',
          }),
          ...adrFile('ADR-002', {
            status: 'superseded',
            supersedes: '[ADR-001]',
            'superseded-by': '[ADR-001]',
          }),
        },
        at: [['kit/adr-002-x.md', 'ADR-001']],
      },
      // AD-07 says this in the file itself.
      { files: adrFile('ADR-001', { status: 'superseded' }), at: [] },
    ],
  },
};

function unknown(id: string, at: Place): RuleProblem {
  return { ...at, message: `${id} is no ADR of the packet`, related: [] };
}

/** What the older ADR lacks, and dates the wrong way round; null where AD-07 has the finding. */
function olderProblems(adr: RecordOf, old: RecordOf, at: Place): readonly RuleProblem[] | null {
  if (adr === old) return [{ ...at, message: `${adr.id} supersedes itself`, related: [] }];
  if (PENDING.includes(textOf(adr, 'status') ?? '')) return [];
  const related = [{ ...at, message: `${adr.id} supersedes ${old.id}` }];
  const superseded = textOf(old, 'status') === 'superseded';
  const linked = listOf(old, 'superseded-by');
  if (!linked.includes(adr.id))
    return superseded && linked.length === 0 ? null : [missingLink(adr, old, related, superseded)];
  const late = dateProblem(adr, old);
  if (late) return [late];
  return superseded ? [] : null;
}

function missingLink(
  adr: RecordOf,
  old: RecordOf,
  related: readonly Related[],
  superseded: boolean,
): RuleProblem {
  const link = old.places['link'];
  const status = old.places['status'];
  const edits = [
    ...(superseded || !status ? [] : [{ ...status, insert: 'superseded' }]),
    ...(link
      ? [
          {
            ...link,
            insert: `${textOf(old, 'link-before') ?? ''}${adr.id}${textOf(old, 'link-after') ?? ''}`,
          },
        ]
      : []),
  ].sort((a, b) => a.from - b.from);
  const change = superseded ? `Add ${adr.id}` : `Mark as superseded by ${adr.id}`;
  return {
    ...placeOf(old, 'superseded-by'),
    message: `${adr.id} supersedes ${old.id}, but ${old.id} does not name it under \`superseded-by\``,
    related,
    ...(link ? { fix: { title: change, edits } } : {}),
  };
}

function oneSided(adr: RecordOf, next: RecordOf, at: Place): RuleProblem {
  return {
    ...at,
    message: `${adr.id} is superseded by ${next.id}, but ${next.id} does not name it under \`supersedes\``,
    related: [{ ...placeOf(next, 'supersedes'), message: `what ${next.id} supersedes` }],
  };
}

function dateProblem(adr: RecordOf, old: RecordOf): RuleProblem | null {
  const [date, before] = [textOf(adr, 'date'), textOf(old, 'date')];
  const form = /^\d{4}-\d{2}-\d{2}$/;
  if (date === null || before === null || !form.test(date) || !form.test(before) || date >= before)
    return null;
  return {
    ...placeOf(adr, 'date'),
    message: `${adr.id} of ${date} supersedes ${old.id}, which is of ${before}`,
    related: [{ ...placeOf(old, 'date'), message: `${old.id} is of ${before}` }],
  };
}

/** Rings of two ADRs or more, each told once, at the link that closes it. */
function cycles(byId: ReadonlyMap<string, RecordOf>): RuleProblem[] {
  const problems: RuleProblem[] = [];
  const done = new Set<string>();
  for (const start of byId.keys()) {
    const trail: string[] = [];
    const open: { id: string; left: string[] }[] = [];
    const enter = (id: string) => {
      trail.push(id);
      open.push({ id, left: [...listOf(byId.get(id) as RecordOf, 'supersedes')] });
    };
    if (!done.has(start)) enter(start);
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const next = top.left.shift();
      if (next === undefined) {
        done.add(top.id);
        open.pop();
        trail.pop();
      } else if (trail.includes(next) && next !== top.id) {
        const ring = [...trail.slice(trail.indexOf(next)), next];
        const closing = byId.get(top.id) as RecordOf;
        const opening = byId.get(next) as RecordOf;
        problems.push({
          ...placeOf(closing, `supersedes ${next}`),
          message: `The ADRs supersede each other in a ring: ${ring.join(' → ')}`,
          related: [{ ...placeOf(opening, `supersedes ${ring[1]}`), message: 'the ring starts here' }],
        });
      } else if (!done.has(next) && byId.has(next) && next !== top.id) enter(next);
    }
  }
  return problems;
}
