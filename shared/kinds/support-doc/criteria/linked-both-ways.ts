import { type AutoCriterion, judge, type Problem } from '../../../rubric/criterion';
import { definesForOthers } from '../../../rubric/kit-packet';
import type { Packet } from '../../../rubric/packet';
import { linkBack } from '../link-back';
import type { SupportDoc } from '../model';

/** Kinds that carry the argument; every other kind is an artifact that a paper may support. */
const NOT_SUPPORTED = new Set(['support-doc', 'support-data', 'promo-packet', 'incident-scenario']);

/** DOC-04. Links from templates and from counter-examples don't count: they are not of the packet's story. */
export const linkedBothWays: AutoCriterion<SupportDoc> = {
  id: 'DOC-04',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: true,
  title: 'It links the artifact it supports, and is linked',
  failTitle: 'It stands apart from the artifact it supports',
  why: 'A paper that nothing points at is found by whoever remembers it; one that points at nothing cannot be weighed.',
  hint: 'Link the artifact in the first paragraph, and this paper from the artifact.',
  sources: ['AWSADR'],
  check: ({ model, packet, source }) => {
    const outgoing = packet
      .outgoing(source.path)
      .filter((link) => link.target !== null && link.target !== source.path)
      .filter((link) => isSupported(packet, link.target ?? ''));
    const incoming = packet.incoming(source.path).filter((link) => definesForOthers(link.from));
    const problems: Problem[] = [];
    if (outgoing.length === 0)
      problems.push({
        span: model.title,
        message: 'No link leads to the artifact that this supports',
        ...linkBack(
          model,
          source.path,
          incoming.map((link) => link.from).filter((from) => isSupported(packet, from)),
        ),
      });
    if (incoming.length === 0)
      problems.push({ span: model.title, message: 'No file of the packet links here' });
    return judge(
      problems,
      outgoing.slice(0, 3).map((link) => link.span),
    );
  },
  examples: {
    pass: [
      {
        path: 'kit/examples/note.md',
        source: '# Note\n\nThe numbers of [the RFC](../RFC-001-x.md).\n',
        packet: { 'kit/RFC-001-x.md': '# RFC\n\nCounted in [the note](examples/note.md).\n' },
        evidence: ['../RFC-001-x.md'],
      },
    ],
    fail: [
      {
        path: 'kit/examples/note.md',
        source: '# Note\n\nSee [the other note](other.md).\n',
        packet: {
          'kit/examples/other.md': '# Other\n',
          'kit/senior-grade/README.md': '# All\n\n- [note](../examples/note.md)\n',
        },
        at: ['# Note', '# Note'],
      },
      {
        path: 'kit/examples/note.md',
        source: '# Note\n\nThe numbers, counted.\n',
        packet: { 'kit/RFC-001-x.md': '# RFC\n\nCounted in [the note](examples/note.md).\n' },
        at: ['# Note'],
      },
    ],
  },
};

function isSupported(packet: Packet, path: string): boolean {
  const kind = packet.kindOf(path);
  return kind !== null && !NOT_SUPPORTED.has(kind);
}
