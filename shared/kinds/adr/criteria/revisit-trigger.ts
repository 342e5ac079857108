import { type AutoCriterion, fail, pass } from '../../../rubric/criterion';
import type { Packet } from '../../../rubric/packet';
import { dates, has, ids, QTY } from '../../../text/quantities';
import { blocksIn } from '../../../text/sections';
import type { Span } from '../../../text/span';
import { missingSection } from '../missing-section';
import type { Adr } from '../model';

/** AD-09. A tripwire that the packet defines brings its metric and threshold along; any other trigger states them beside its id or date. */
export const revisitTrigger: AutoCriterion<Adr> = {
  id: 'AD-09',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: true,
  title: 'The ADR says when it is reopened',
  failTitle: 'Nothing says when the ADR is reopened',
  why: 'A decision for ever is a decision nobody owns; the metric that reopens it is what makes it an honest bet.',
  hint: 'Write "reopen if metric passes threshold for window", with a tripwire id or a date.',
  sources: ['AZADR'],
  check: ({ model, packet }) => {
    const { doc } = model;
    const section = model.section('revisit');
    if (!section) return missingSection(model, 'revisit');
    const known = packet.derived(tripwiresWithThreshold);
    const named: Span[] = [];
    for (const block of blocksIn(doc, section.body)) {
      const triggers = [...ids(doc.plain, 'TW', block.span), ...dates(doc.plain, block.span)];
      named.push(...triggers);
      const stated = has(doc.plain.slice(block.span.from, block.span.to), QTY);
      const whole = triggers.find((t) => stated || known.has(t.text));
      if (whole) return pass({ from: whole.from, to: whole.to });
    }
    return fail(
      named[0]
        ? {
            span: { from: named[0].from, to: named[0].to },
            message: 'This trigger has no threshold: no quantity stands beside it',
          }
        : { span: section.heading.span, message: 'The section names neither a tripwire id nor a date' },
    );
  },
  examples: {
    pass: [
      {
        source: '## Revisit triggers\n\nTW-02: effort > 2.15 FTE, two quarters running.\n',
        evidence: ['TW-02'],
      },
      { source: '## Revisit triggers\n\n- 2024-11-08: reopen if growth is below 16.4 % a year.\n' },
      {
        source: '## Revisit triggers\n\nTW-01 reopens this.\n',
        packet: {
          'kit/dissent-register.yaml':
            'entries: []\ntripwires:\n  - {id: TW-01, metric: completeness, threshold: "< 99.95 %"}\n',
        },
      },
    ],
    fail: [
      { source: '## Revisit triggers\n\nTW-01 reopens this.\n', at: ['TW-01'] },
      { source: '## Revisit triggers\n\nWhen things change.\n', at: ['## Revisit triggers'] },
      { source: '## Confirmation\n\nA test.\n', at: ['## Confirmation'] },
    ],
  },
};

function tripwiresWithThreshold(packet: Packet): ReadonlySet<string> {
  const known = packet.definitions('TW').filter((tripwire) => tripwire.data['threshold'] !== undefined);
  return new Set(known.map((tripwire) => tripwire.id));
}
