import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { has, MONEY, QTY } from '../../../text/quantities';
import { block } from '../example-block';
import { type Frame, type Playbook, textOf } from '../model';

const RISK = '(?<!\\p{L})(?:high|critical)[ -]risks?(?!\\p{L})';
const MECHANISM =
  '(?<!\\p{L})(?:partition|schema|offset|replay|consisten|latenc|throughput|replica|failover|quorum|durab|idempoten|transaction|compatib|retention|encrypt|token|isolation|ordering|deduplicat|backpressure|cache|index|shard|protocol)';
const WORK =
  '(?<!\\p{L})(?:on[- ]call|skill|ownership|growth|workload|pager|rota(?!\\p{L})|career|craft(?!\\p{L})|training)';

/** OP-07. The words of the asker, and what not to say, are no evidence. */
export const frameLanguage: AutoCriterion<Playbook> = {
  id: 'OP-07',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Evidence speaks the language of its frame',
  failTitle: 'Evidence is in the language of another frame',
  why: 'A partition count says nothing to someone who signs budgets, and a price nothing to someone who carries the pager.',
  hint: 'Swap the evidence for the frame: money or a high risk for the VP, mechanism with a number for the CTO, working life for the engineer.',
  sources: ['Seed'],
  check: ({ model }) => {
    if (model.objections.length === 0) return failBecause('OP-01');
    const framed = model.objections.flatMap((objection) => {
      const field = objection.field('evidence') ?? objection.field('answer');
      return objection.frame && field ? [{ objection, frame: objection.frame, span: field.value }] : [];
    });
    if (framed.length === 0) return failBecause('OP-03');
    const problems: Problem[] = framed
      .filter(
        ({ objection, frame }) =>
          !speaks(frame, textOf(model, objection, 'answer', 'evidence', 'concede', 'pressed')),
      )
      .map(({ objection, frame, span }) => ({
        span,
        message: `${objection.id} is for the frame ${frame} and ${LACK[frame]}`,
      }));
    return judge(
      problems,
      framed.map(({ span }) => span),
    );
  },
  examples: {
    pass: [
      { source: block({}), evidence: ['$445,740'] },
      {
        source: block({
          Evidence: '[R-03](r.json) is the one critical risk',
          'Answer in one breath': '45 min',
        }),
      },
      { source: block({ Frame: 'CTO', Evidence: '[Rows](m.yaml): retention of 14 days costs more' }) },
      { source: block({ Frame: 'IC: craft', Evidence: '[RACI](r.yaml): on-call load of 10 pages' }) },
    ],
    fail: [
      {
        source: block({ Evidence: '[Plan](p.yaml): 6 brokers', 'Answer in one breath': 'We add 6 brokers.' }),
        at: ['[Plan](p.yaml): 6 brokers'],
      },
      {
        source: block({
          Frame: 'CTO',
          Evidence: '[ADR](a.md): a schema check',
          'Answer in one breath': 'It is checked.',
        }),
        at: ['[ADR](a.md): a schema check'],
      },
      { source: block({ Frame: 'IC', Evidence: '[Model](m.yaml): $5' }), at: ['[Model](m.yaml): $5'] },
      { source: '# Questions\n', at: [] },
    ],
  },
};

const LACK: Readonly<Record<Frame, string>> = {
  VP: 'holds neither an amount of money nor a high or critical risk',
  CTO: 'does not name a mechanism with a number',
  IC: 'says nothing about working life: on-call, skills, ownership, growth or workload',
};

function speaks(frame: Frame, text: string): boolean {
  if (frame === 'VP') return has(text, MONEY) || has(text, RISK, 'i');
  if (frame === 'CTO') return has(text, QTY) && has(text, MECHANISM, 'i');
  return has(text, WORK, 'i');
}
