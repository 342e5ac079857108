import { type AutoCriterion, fail, notApplicable, pass } from '../../../rubric/criterion';
import type { Packet } from '../../../rubric/packet';
import { addEntry, writeValue } from '../../../rubric/repairs/write-value';
import type { Adr } from '../model';

/**
 * AD-07. What the header shows by itself; the other side of each link is X-18's, which reports it in the file that lacks it. That the body stayed
 * as it was accepted cannot be seen in one version of the file.
 */
export const supersession: AutoCriterion<Adr> = {
  id: 'AD-07',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  rules: ['X-18'],
  title: 'Supersession is written on both sides',
  failTitle: 'Supersession is written on one side only',
  why: 'A reader who arrives at the old decision must be sent on, and one at the new must see what it replaced; a one-way link loses half of them.',
  hint: 'Set `superseded-by` in the old ADR and `supersedes` in the new one, and leave the old text as it was accepted.',
  sources: ['AWSADR'],
  check: ({ model: { header }, packet }) => {
    const status = header.at('status').text;
    const successors = header.at('superseded-by');
    const replaced = header.at('supersedes');
    const id = header.at('id').text;
    const takers = (id === null ? undefined : packet.derived(takersById).get(id)) ?? [];
    if (status === 'superseded' && successors.texts.length === 0) {
      const [taker] = takers;
      return fail({
        span: header.at('status').span,
        message: 'The status is superseded, but `superseded-by` names no ADR',
        ...(taker && takers.length === 1 ? addEntry(header, 'superseded-by', taker.id) : {}),
      });
    }
    if (status !== 'superseded' && successors.texts.length > 0) {
      return fail({
        span: successors.span,
        message: `\`superseded-by\` names ${successors.texts.join(', ')}, but the status is "${status ?? ''}"`,
        ...(takers.some((taker) => successors.texts.includes(taker.id))
          ? writeValue(header.at('status'), 'superseded')
          : {}),
      });
    }
    if (status !== 'superseded' && replaced.texts.length === 0 && takers.length === 0)
      return notApplicable('The ADR neither supersedes another nor is superseded');
    return pass(...[...successors.items, ...replaced.items].map((item) => item.span));
  },
  examples: {
    pass: [
      {
        source: example('ADR-004', 'superseded', '[]', '[ADR-010]'),
        packet: { 'kit/adr-010-new.md': example('ADR-010', 'accepted', '[ADR-004]', '[]') },
        evidence: ['ADR-010'],
      },
      {
        source: example('ADR-010', 'accepted', '[ADR-004]', '[]'),
        packet: { 'kit/adr-004-old.md': example('ADR-004', 'superseded', '[]', '[ADR-010]') },
      },
    ],
    fail: [
      { source: example('ADR-004', 'superseded', '[]', '[]'), at: ['superseded'] },
      {
        source: example('ADR-004', 'superseded', '[]', '[]'),
        packet: { 'kit/adr-010-new.md': example('ADR-010', 'accepted', '[ADR-004]', '[]') },
        at: ['superseded'],
      },
      {
        source: example('ADR-004', 'accepted', '[]', '[ADR-010]'),
        packet: { 'kit/adr-010-new.md': example('ADR-010', 'accepted', '[ADR-004]', '[]') },
        at: ['[ADR-010]'],
      },
      { source: example('ADR-004', 'accepted', '[]', '[ADR-010]'), at: ['[ADR-010]'] },
    ],
  },
};

/** The ADRs that say of each id that they supersede it. */
function takersById(packet: Packet): ReadonlyMap<unknown, readonly { readonly id: string }[]> {
  const takers = new Map<unknown, { readonly id: string }[]>();
  for (const adr of packet.definitions('ADR'))
    for (const replaced of new Set(asList(adr.data['supersedes']))) {
      const known = takers.get(replaced);
      if (known) known.push(adr);
      else takers.set(replaced, [adr]);
    }
  return takers;
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function example(id: string, status: string, supersedes: string, by: string): string {
  return `---\nid: ${id}\nstatus: ${status}\nsupersedes: ${supersedes}\nsuperseded-by: ${by}\n---\n\n# ${id}\n`;
}
