import { type AutoCriterion, fail, judge, pass } from '../../../rubric/criterion';
import { matches } from '../../../text/quantities';
import { missingSection } from '../missing-section';
import type { Adr } from '../model';
import { choices } from '../outcome';

/** AD-02. */
export const oneDecision: AutoCriterion<Adr> = {
  id: 'AD-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'One decision, in active voice, with its reason',
  failTitle: 'The decision is not one sentence with a reason',
  why: 'A record that does not say in one sentence what was chosen and why will be re-argued by everyone who finds it.',
  hint: 'Write "Chosen option: X, because Y" once; a second choice is a second ADR.',
  sources: ['NYG', 'MADR'],
  check: (input) => {
    const { model } = input;
    const made = choices(model);
    if (made.length > 1) {
      return judge(
        made.slice(1).map((c) => ({
          span: { from: c.at.from, to: c.at.to },
          message: `This is choice ${made.indexOf(c) + 1} of ${made.length}; an ADR records one`,
        })),
      );
    }
    const outcome = model.section('outcome');
    if (!outcome) return missingSection(model, 'outcome');
    const inOutcome = made.filter((c) => c.at.from >= outcome.body.from && c.at.to <= outcome.body.to);
    if (inOutcome[0]?.option) return pass(inOutcome[0].sentence);
    const active = matches(model.doc.plain, '(?<!\\p{L})We will(?!\\p{L})', outcome.body);
    if (active.length > 0 && made.length === 0) return pass(...active);
    const stray = made[0];
    if (stray) {
      const message =
        inOutcome.length > 0
          ? 'This choice gives no reason: "Chosen option: X, because Y"'
          : 'The choice stands outside the decision outcome';
      return fail({ span: stray.sentence, message });
    }
    return fail({
      span: outcome.heading.span,
      message: 'The outcome holds neither "Chosen option: …, because …" nor "We will …"',
    });
  },
  examples: {
    pass: [
      {
        source: '## Decision outcome\n\nChosen option: Kafka (`kafka`), because it leads.\n',
        evidence: ['because it leads'],
      },
      { source: '## Decision outcome\n\nWe will run Kafka on MSK.\n' },
    ],
    fail: [
      { source: '## Decision outcome\n\nKafka was selected.\n', at: ['## Decision outcome'] },
      { source: '## Decision outcome\n\nChosen option: Kafka.\n', at: ['Chosen option: Kafka.'] },
      {
        source: '## Decision outcome\n\nChosen option: A, because B.\n\nChosen option: C, because D.\n',
        at: ['Chosen option'],
      },
      { source: '## Context\n\nText.\n\n## Consequences\n\nText.\n', at: ['## Consequences'] },
    ],
  },
};
