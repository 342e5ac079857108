import { type AutoCriterion, fail, judge, type Problem } from '../../../rubric/criterion';
import type { Packet } from '../../../rubric/packet';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { words } from '../../../text/prose';
import { ids, matches } from '../../../text/quantities';
import type { Span } from '../../../text/span';
import { packet } from '../example-packet';
import type { PromoPacket } from '../model';
import { OUTLINE } from '../outline';
import { SKELETON } from '../skeleton';

export const LEAST_WORDS = 40;

/** PP-06. */
export const failureOwned: AutoCriterion<PromoPacket> = {
  id: 'PP-06',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: true,
  title: 'One failure is owned, with the incident or tripwire that shows it',
  failTitle: 'No failure is owned',
  why: 'Committees have read many packets without a failure and believe none of them. A true one, told by you, is remembered in your favour.',
  hint: 'Say in forty words what you decided, what you had been told, what it cost, and link the postmortem or the tripwire that tripped.',
  sources: ['HOWIE'],
  check: ({ model, packet: kit, source }) => {
    const section = model.section('differently');
    if (!section)
      return fail({
        span: model.place('differently'),
        message: 'There is no section "What I would do differently"',
        ...sectionFix(model.doc, SKELETON, OUTLINE.differently.name),
      });
    const problems: Problem[] = [];
    const { span } = section.heading;
    const count = words(model.doc.plain.slice(section.body.from, section.body.to));
    if (count < LEAST_WORDS)
      problems.push({ span, message: `"${section.heading.text}" has ${count} words of ${LEAST_WORDS}` });
    const shown = proofs(model, kit, source.path, section.body);
    if (shown.length === 0)
      problems.push({ span, message: 'No incident and no tripwire that tripped shows this failure' });
    return judge(problems, [span, ...shown]);
  },
  examples: {
    pass: [
      { source: packet({}), evidence: ['INC-2024-0312'] },
      { source: packet({ differently: `TW-01 tripped. ${'I should have known. '.repeat(10)}` }) },
    ],
    fail: [
      { source: packet({ differently: 'INC-2024-0312 was mine.' }), at: ['## What I would do differently'] },
      {
        source: packet({ differently: 'I should delegate more. '.repeat(12) }),
        at: ['## What I would do differently'],
      },
      {
        source: packet({ differently: `TW-01 showed it. ${'I should have known. '.repeat(10)}` }),
        packet: {
          'kit/dissent-register.yaml': 'tripwires:\n  - {id: TW-01, metric: Effort, state: armed}\n',
        },
        at: ['## What I would do differently'],
      },
      { source: '# Me\n\n## Reading guide\n\nText.\n', at: ['## Reading guide'] },
    ],
  },
};

/** Incidents by id or by a link to their postmortem, and tripwires that are not known to be untripped. */
function proofs({ doc }: PromoPacket, kit: Packet, path: string, within: Span): readonly Span[] {
  const quiet = new Set(
    kit
      .definitions('TW')
      .flatMap(({ id, data }) => (data['state'] === undefined || data['state'] === 'tripped' ? [] : [id])),
  );
  const loud = new Set(
    kit.definitions('TW').flatMap(({ id, data }) => (data['state'] === 'tripped' ? [id] : [])),
  );
  return [
    ...matches(doc.plain, '(?<![A-Za-z0-9-])INC-\\d[\\d-]*', within),
    ...ids(doc.plain, 'TW', within).filter(({ text }) => loud.has(text) || !quiet.has(text)),
    ...kit
      .outgoing(path)
      .filter(
        ({ target, span }) =>
          span.from >= within.from &&
          span.to <= within.to &&
          target !== null &&
          kit.kindOf(target) === 'postmortem',
      )
      .map(({ span }) => span),
  ];
}
