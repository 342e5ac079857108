import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule } from '../../rubric/rule';
import { valuesByPlace } from '../../rubric/values-by-place';
import { dayNumber } from '../../text/quantities';
import { listOf, placeOf, type RecordOf, textOf } from '../record-fields';
import { type Found, judgeChain, type Moment, type Step } from './chain';
import { incidentChain, judgeDues } from './incident-dates';
import { belongTogether, distinct, pathsOf } from './partners';

/**
 * The way of a decision: RFC created < pre-read sent < review < consensus ≤ approved ≤ type-1 ADRs ≤ first phase. The way of an incident: start <
 * detected < mitigated < resolved < published, and every action due after it. Days may be equal only where the specification writes ≤. What stands in
 * one file and is told there (AG-07, PM-01, PM-12, ACT-01) counts here without being repeated.
 */
export const datesForward: ConsistencyRule = {
  id: 'X-29',
  severity: 'must',
  title: 'Dates run forward over the packet',
  failTitle: 'Something happened before what it depends on',
  why: 'A review that took place before its pre-read, or an approval before the review, tells a reader that the record was written afterwards.',
  hint: 'Find out which of the two dates is wrong and mend that one; never move a date to please the order.',
  kinds: [
    'rfc',
    'review-agenda',
    'consensus-doc',
    'adr',
    'rollout-plan',
    'postmortem',
    'incident-timeline',
    'action-items',
  ],
  check: (packet) => {
    const found: Found = { problems: [], evidence: [], because: null };
    for (const rfc of packet.records('rfc')) judgeDecision(packet, rfc, found);
    for (const chain of incidentChain(packet)) judgeChain(chain, found);
    judgeDues(packet, found);
    const { problems, evidence, because } = found;
    if (problems.length > 0) return { verdict: 'fail', problems };
    if (because !== null) return { verdict: 'fail', problems, because };
    if (evidence.length === 0)
      return {
        verdict: 'not-evaluated',
        reason: 'The packet holds no two dates of a decision or an incident to compare',
      };
    return { verdict: 'pass', evidence: distinct(evidence) };
  },
  examples: {
    pass: [
      { files: decision('2024-01-01', '2024-01-05', '2024-01-10', '2024-01-12', '2024-01-12') },
      { files: incident('2024-03-12T09:05Z', '2024-03-12T15:00Z', '2024-03-22', '2024-03-29') },
      // A date beside a time stamp is its whole day.
      { files: incident('2024-03-12T09:05Z', '2024-03-12T15:00Z', '2024-03-12', '2024-03-29') },
    ],
    fail: [
      {
        files: decision('2024-01-05', '2024-01-05', '2024-01-10', '2024-01-12', '2024-01-12'),
        at: [['kit/review-agenda.md', '2024-01-05']],
      },
      {
        files: decision('2024-01-01', '2024-01-05', '2024-01-12', '2024-01-12', '2024-01-12'),
        at: [['kit/consensus-doc.md', '2024-01-12']],
      },
      {
        files: decision('2024-01-01', '2024-01-05', '2024-01-10', '2024-01-13', '2024-01-12'),
        at: [['kit/RFC-001-x.md', '2024-01-12']],
      },
      {
        files: incident('2024-03-12T09:05Z', '2024-03-12T09:05Z', '2024-03-22', '2024-03-29'),
        at: [['kit/INC-2024-0312-postmortem.md', '2024-03-12T09:05Z']],
      },
      // PM-01, PM-12, ACT-01 and AG-07 say these in their own files.
      { files: incident('2024-03-12T09:05Z', '2024-03-12T09:00Z', '2024-03-22', '2024-03-29'), at: [] },
      { files: incident('2024-03-12T09:05Z', '2024-03-12T10:00Z', '2024-03-11', '2024-03-29'), at: [] },
      { files: incident('2024-03-12T09:05Z', '2024-03-12T10:00Z', '2024-03-22', '2024-03-12'), at: [] },
      { files: decision('2024-01-01', '2024-01-10', '2024-01-10', '2024-01-12', '2024-01-12'), at: [] },
    ],
  },
};

function decision(created: string, sent: string, review: string, consensus: string, approved: string) {
  return {
    'kit/RFC-001-x.md': `---\nid: RFC-001\ncreated: "${created}"\ndecision-date: "${approved}"\n---\n\n# RFC\n`,
    'kit/review-agenda.md': `---\nmeeting:\n  date: "${review}"\npre_read_sent: "${sent}"\n---\n\n# Agenda\n`,
    'kit/consensus-doc.md': `---\nid: CON-1\nrfc: RFC-001\ndecision_date: "${consensus}"\n---\n\n# Consensus\n`,
  };
}

function incident(start: string, detected: string, published: string, due: string) {
  return {
    'kit/INC-2024-0312-postmortem.md': `---\nid: INC-2024-0312\ndate: "2024-03-12"\nstart: "${start}"\ndetected: "${detected}"\nresolved: "2024-03-12T20:00Z"\npublished: "${published}"\n---\n\n# Postmortem\n`,
    'kit/action-items.yaml': `items:\n  - {id: AI-01, due: "${due}"}\n`,
  };
}

function judgeDecision(packet: Packet, rfc: RecordOf, found: Found): void {
  const rfcs = pathsOf(packet.records('rfc'));
  const consensus = consensusOf(packet, rfc, rfcs);
  const { sent, review } = reviewOf(packet, rfc, rfcs, consensus);
  const chain: readonly Step[] = [
    { moment: moment(rfc, 'created', `the start of ${rfc.id}`), sameDay: false },
    { moment: sent, sameDay: false },
    { moment: review, sameDay: false, told: toldInAgenda },
    { moment: consensus && moment(consensus, 'date', 'the consensus'), sameDay: false },
    { moment: moment(rfc, 'decision-date', `the approval of ${rfc.id}`), sameDay: true },
  ];
  const start: Step = { moment: firstPhase(packet, rfc, rfcs), sameDay: true };
  const adrs = typeOneAdrs(packet, rfc, consensus);
  const own: Found = { ...found, problems: [] };
  if (adrs.length === 0) judgeChain([...chain, start], own);
  for (const adr of adrs)
    judgeChain([...chain, { moment: moment(adr, 'date', adr.id), sameDay: true }, start], own);
  found.because = own.because;
  // Each ADR has the whole way to itself; what they share is told once.
  const told = new Map(
    own.problems.map((problem) => [`${problem.path} ${problem.span.from} ${problem.message}`, problem]),
  );
  found.problems.push(...told.values());
}

/** AG-07 tells of a pre-read that goes out less than two working days ahead. */
function toldInAgenda(before: Moment, after: Moment): string | null {
  return before.path === after.path ? 'AG-07' : null;
}

function moment(record: RecordOf, field: string, name: string): Moment | null {
  const text = textOf(record, field);
  return text === null ? null : { ...placeOf(record, field), name, text };
}

function consensusOf(packet: Packet, rfc: RecordOf, rfcs: readonly string[]): RecordOf | null {
  const all = packet.records('consensus');
  const named = all.find((record) => textOf(record, 'rfc') === rfc.id);
  const [only] = all;
  return (
    named ?? (all.length === 1 && rfcs.length === 1 && only && textOf(only, 'rfc') === null ? only : null)
  );
}

/** Pre-read and review of the agenda nearest to the consensus: a packet may hold the agenda of a later review too. */
function reviewOf(
  packet: Packet,
  rfc: RecordOf,
  rfcs: readonly string[],
  consensus: RecordOf | null,
): { readonly sent: Moment | null; readonly review: Moment | null } {
  const agendas = packet.pathsOf('review-agenda');
  const target = dayNumber((consensus && textOf(consensus, 'date')) ?? textOf(rfc, 'decision-date') ?? '');
  const values = packet.derived(valuesByPlace);
  const dated = agendas
    .filter((path) => belongTogether(packet, [path, agendas], [rfc.path, rfcs]))
    .map((path) => {
      const date = values.get(`meeting-date ${path}`);
      const day = date ? dayNumber(date.value) : null;
      const away = day === null || target === null ? Number.POSITIVE_INFINITY : Math.abs(day - target);
      return { path, date, away };
    })
    .sort((a, b) => a.away - b.away)[0];
  if (!dated) return { sent: null, review: null };
  const sent = values.get(`pre-read-sent ${dated.path}`);
  const at = (value: typeof sent, name: string): Moment | null =>
    value ? { path: value.path, span: value.span, name, text: value.value } : null;
  return { sent: at(sent, 'the sending of the pre-read'), review: at(dated.date, 'the review') };
}

/**
 * Type-1 ADRs of this decision: those the consensus lists, else those that name the RFC and are no older than it. Proposals are not accepted yet, and
 * an ADR that supersedes another belongs to a later decision.
 */
function typeOneAdrs(packet: Packet, rfc: RecordOf, consensus: RecordOf | null): readonly RecordOf[] {
  const created = textOf(rfc, 'created') ?? '';
  const listed = consensus ? listOf(consensus, 'adrs') : [];
  const related = packet.derived(relatedOfAdrs);
  return packet.records('adr').filter((adr) => {
    if (textOf(adr, 'reversibility') !== 'type-1') return false;
    if (!['accepted', 'superseded', 'deprecated'].includes(textOf(adr, 'status') ?? '')) return false;
    if (listed.length > 0) return listed.includes(adr.id);
    const names = related.get(adr.id);
    const date = textOf(adr, 'date') ?? '';
    return (
      Array.isArray(names) &&
      names.includes(rfc.id) &&
      date >= created &&
      listOf(adr, 'supersedes').length === 0
    );
  });
}

function relatedOfAdrs(packet: Packet): ReadonlyMap<string, unknown> {
  return new Map(packet.definitions('ADR').map((adr) => [adr.id, adr.data['related']]));
}

function firstPhase(packet: Packet, rfc: RecordOf, rfcs: readonly string[]): Moment | null {
  const phases = packet.records('plan-phase');
  const plans = pathsOf(phases);
  const plan = plans.find((path) => belongTogether(packet, [path, plans], [rfc.path, rfcs]));
  const first = phases.find((phase) => phase.path === plan);
  return first ? moment(first, 'start', `the start of ${first.id}`) : null;
}
