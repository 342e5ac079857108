import { fileName } from '../../domain/kit-path';
import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { listOf, placeOf, type RecordOf, textOf } from '../record-fields';
import { adrFile } from './example-adrs';

/** What is only proposed has its review before it; what was rejected or withdrawn closes no door. */
const IN_FORCE = ['accepted', 'superseded', 'deprecated'];

/** Another review is one outside the packet, or one whose record lists no ADRs, that the ADR links. */
export const type1Reviewed: ConsistencyRule = {
  id: 'X-20',
  severity: 'must',
  title: 'Type-1 decisions were reviewed, with the captain deciding',
  failTitle: 'A one-way door was passed without its review',
  why: 'A decision that costs months to undo is the one a committee expects to have been argued in a room, by the person who answers for it.',
  hint: 'List the ADR under `adrs` of the consensus document or link the review it had, and name the captain among its decision-makers.',
  kinds: ['adr', 'consensus-doc'],
  check: (packet) => {
    const adrs = packet.records('adr').filter((adr) => textOf(adr, 'id') !== null);
    if (adrs.length === 0) return { verdict: 'not-evaluated', reason: 'The packet holds no ADR' };
    const oneWay = adrs.filter(
      (adr) =>
        textOf(adr, 'reversibility') === 'type-1' && IN_FORCE.includes(textOf(adr, 'status') ?? 'accepted'),
    );
    if (oneWay.length === 0)
      return { verdict: 'pass', evidence: adrs.map((adr) => placeOf(adr, 'reversibility')) };
    const reviews = packet.records('consensus');
    const problems: RuleProblem[] = [];
    const evidence: Place[] = [];
    for (const adr of oneWay) {
      const listed = reviews.find((review) => listOf(review, 'adrs').includes(adr.id));
      const elsewhere = listed ? null : otherReview(adr, packet);
      if (listed) evidence.push(placeOf(listed, 'adrs'), ...captainProblems(adr, listed, packet, problems));
      else if (elsewhere) evidence.push(elsewhere);
      else if (reviews.length === 0)
        return {
          verdict: 'not-evaluated',
          reason: `Whether ${adr.id} was reviewed shows once the packet holds a consensus document`,
        };
      else problems.push(unreviewed(adr, reviews));
    }
    if (problems.length > 0) return { verdict: 'fail', problems };
    return { verdict: 'pass', evidence };
  },
  examples: {
    pass: [
      { files: { ...adrFile('ADR-001', { reversibility: 'type-1' }), ...consensus('[ADR-001]') } },
      {
        files: { ...adrFile('ADR-001', { reversibility: 'type-1', status: 'proposed' }), ...consensus('[]') },
      },
      {
        files: {
          ...adrFile(
            'ADR-001',
            { reversibility: 'type-1' },
            '[Board review](https://example.org/review-12)\n',
          ),
          ...consensus('[ADR-002]'),
        },
      },
    ],
    fail: [
      {
        files: { ...adrFile('ADR-001', { reversibility: 'type-1' }), ...consensus('[ADR-002]') },
        at: [['kit/adr-001-x.md', 'type-1']],
      },
      {
        files: {
          ...adrFile('ADR-001', { reversibility: 'type-1', 'decision-makers': '[Kofi Darrow]' }),
          ...consensus('[ADR-001]'),
        },
        at: [['kit/adr-001-x.md', '[Kofi Darrow]']],
      },
    ],
  },
};

function unreviewed(adr: RecordOf, reviews: readonly RecordOf[]): RuleProblem {
  return {
    ...placeOf(adr, 'reversibility'),
    message: `${adr.id} is type-1, but no review lists it and it links none`,
    related: reviews.map((review) => ({
      ...placeOf(review, 'adrs'),
      message: `this review decided ${listOf(review, 'adrs').join(', ') || 'no ADR'}`,
    })),
  };
}

/** The place of the decision-makers as evidence, unless the review's captain is missing among them. */
function captainProblems(adr: RecordOf, review: RecordOf, packet: Packet, into: RuleProblem[]): Place[] {
  const captain = textOf(review, 'captain');
  const makers = listOf(adr, 'decision-makers');
  if (captain === null || makers.length === 0) return [];
  const nameOf = (one: string) => packet.person(one)?.name ?? one;
  if (makers.some((maker) => nameOf(maker) === nameOf(captain))) return [placeOf(adr, 'decision-makers')];
  into.push({
    ...placeOf(adr, 'decision-makers'),
    message: `${adr.id} was decided by ${makers.join(', ')}; the captain of its review is ${captain}`,
    related: [{ ...placeOf(review, 'captain'), message: `${captain} is captain` }],
  });
  return [];
}

function otherReview(adr: RecordOf, packet: Packet): Place | null {
  const link = packet.outgoing(adr.path).find(({ url, target }) => {
    if (target === null) return /^https?:.*review/i.test(url);
    const listing = packet.recordsOf('consensus', target)[0];
    return listing
      ? listOf(listing, 'adrs').length === 0
      : /review-minutes/i.test(fileName(target)) && !sameReview(target, packet);
  });
  return link ? { path: adr.path, span: link.span } : null;
}

/** Minutes that lie beside a consensus document are those of its review. */
function sameReview(minutes: string, packet: Packet): boolean {
  const folder = minutes.slice(0, minutes.lastIndexOf('/') + 1);
  return packet
    .records('consensus')
    .some((record) => record.path.startsWith(folder) && !record.path.slice(folder.length).includes('/'));
}

function consensus(adrs: string): Record<string, string> {
  return {
    'kit/consensus-doc.md': `---\nid: CONSENSUS\ncaptain: Dmitri Castellane\nadrs: ${adrs}\n---\n\n# Record\n`,
  };
}
