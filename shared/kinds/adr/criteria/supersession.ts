import {
  type AutoCriterion,
  fail,
  judge,
  notApplicable,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import type { Packet } from '../../../rubric/packet';
import type { DataReader } from '../../../rubric/read-data';
import type { Span } from '../../../text/span';
import type { Adr } from '../model';

/** AD-07. That the body stayed as it was accepted cannot be seen in one version of the file; the two-way links can. */
export const supersession: AutoCriterion<Adr> = {
  id: 'AD-07',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
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
    if (status === 'superseded' && successors.texts.length === 0) {
      return fail({
        span: header.at('status').span,
        message: 'The status is superseded, but `superseded-by` names no ADR',
      });
    }
    if (status !== 'superseded' && successors.texts.length > 0) {
      return fail({
        span: successors.span,
        message: `\`superseded-by\` names ${successors.texts.join(', ')}, but the status is "${status ?? ''}"`,
      });
    }
    if (status !== 'superseded' && replaced.texts.length === 0)
      return notApplicable('The ADR neither supersedes another nor is superseded');
    const outcomes = [
      ...successors.items.map((item) => otherSide(item, id, 'supersedes', packet)),
      ...replaced.items.map((item) => otherSide(item, id, 'superseded-by', packet)),
    ];
    const problems = outcomes.flatMap((o) => (o.problem ? [o.problem] : []));
    if (problems.length > 0) return judge(problems);
    const absent = outcomes.find((o) => o.absent !== null)?.absent;
    if (absent) return notEvaluated(`${absent} is not in the packet, so its side of the link cannot be read`);
    return judge(
      [],
      outcomes.map((o) => o.span),
    );
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
      { source: example('ADR-004', 'accepted', '[]', '[ADR-010]'), at: ['[ADR-010]'] },
      {
        source: example('ADR-004', 'superseded', '[]', '[ADR-010]'),
        packet: { 'kit/adr-010-new.md': example('ADR-010', 'accepted', '[]', '[]') },
        at: ['ADR-010'],
      },
    ],
  },
};

interface OtherSide {
  readonly span: Span;
  readonly problem: Problem | null;
  /** The id, when the packet does not have it. */
  readonly absent: string | null;
}

/** Whether the ADR that `item` names has this one in its list `key`. */
function otherSide(
  item: DataReader,
  own: string | null,
  key: 'supersedes' | 'superseded-by',
  packet: Packet,
): OtherSide {
  const id = item.text ?? '';
  const other = packet.definitions('ADR').find((d) => d.id === id);
  if (!other) return { span: item.span, problem: null, absent: id };
  const back = other.data[key];
  if (own !== null && Array.isArray(back) && back.includes(own))
    return { span: item.span, problem: null, absent: null };
  const problem = {
    span: item.span,
    message: `${id} does not name ${own ?? 'this ADR'} under \`${key}\``,
    related: [{ path: other.path, span: other.span, message: `${id} is defined here` }],
  };
  return { span: item.span, problem, absent: null };
}

function example(id: string, status: string, supersedes: string, by: string): string {
  return `---\nid: ${id}\nstatus: ${status}\nsupersedes: ${supersedes}\nsuperseded-by: ${by}\n---\n\n# ${id}\n`;
}
