import { type AutoCriterion, fail, failBecause, judge, pass } from '../../../rubric/criterion';
import { words } from '../../../text/prose';
import { blocksIn } from '../../../text/sections';
import { decidedOption, scoreTable } from '../alternatives';
import type { Rfc } from '../model';

const LEAST_OVERRIDE_WORDS = 30;

/** RFC-07. */
export const scoredDecision: AutoCriterion<Rfc> = {
  id: 'RFC-07',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'The decision follows the scores or says why not',
  failTitle: 'The decision and the scores do not meet',
  why: 'Scores that do not lead to the decision are decoration, and a reader will ask which of the two was made up.',
  hint: 'Repeat the totals of tradeoff-matrix.yaml in a table, and name the option with the highest one in the decision.',
  sources: ['MCDM'],
  check: ({ model }) => {
    const section = model.section('alternatives');
    const decision = model.section('decision');
    if (!section || !decision) return failBecause('RFC-02');
    const scores = scoreTable(model);
    if (!scores || scores.options.length === 0) {
      return fail({
        span: section.heading.span,
        message: 'No table gives a total per option; it needs the columns "Option" and "Total"',
      });
    }
    const unscored = scores.options.filter((o) => o.total === null);
    if (unscored.length > 0)
      return judge(unscored.map((o) => ({ span: o.totalAt, message: `"${o.name}" has no numeric total` })));
    const decided = decidedOption(model, scores.options);
    if (!decided) {
      const names = scores.options.map((o) => o.slug).join(', ');
      return fail({
        span: decision.heading.span,
        message: `The decision names none of the scored options (${names})`,
        hint: 'Write the slug in code marks beside the name of the option.',
      });
    }
    const best = Math.max(...scores.options.map((o) => o.total ?? 0));
    const winner = scores.options.find((o) => o.total === best);
    if (decided.option.total === best) return pass(decided.span, decided.option.totalAt);
    const override = blocksIn(model.doc, decision.body).find((b) =>
      /(?<!\p{L})overrid/iu.test(model.doc.plain.slice(b.span.from, b.span.to)),
    );
    const reason = override ? words(model.doc.plain.slice(override.span.from, override.span.to)) : 0;
    if (override && reason >= LEAST_OVERRIDE_WORDS) return pass(override.span);
    return fail({
      span: override?.span ?? decided.span,
      message: `The decision is ${decided.option.slug} with ${decided.option.total?.toFixed(2)}, but ${winner?.slug} has ${best.toFixed(2)}; ${
        override
          ? `the override gives ${reason} of ${LEAST_OVERRIDE_WORDS} words of reason`
          : 'no override says why'
      }`,
    });
  },
  examples: {
    pass: [
      { source: example('Kafka (`kafka-msk`) becomes the backbone.'), evidence: ['`kafka-msk`', '4.40'] },
      {
        source: example(`We choose Kinesis. This is an override of the score: ${'reason '.repeat(30)}.`),
        evidence: ['override'],
      },
      {
        source: example('Kafka on MSK, rather than `batch`.')
          .replaceAll('`kafka-msk`', 'Kafka on MSK')
          .replace('`batch`.', 'batch.'),
      },
    ],
    fail: [
      { source: example('Kinesis (`kinesis`) becomes the backbone.'), at: ['`kinesis`'] },
      { source: example('`kinesis`, an override.'), at: ['`kinesis`, an override.'] },
      { source: example('We go on.'), at: ['## Decision'] },
      { source: example('`kafka-msk`').replace('4.40', 'high'), at: ['high'] },
      { source: '## Alternatives\n\nNo table.\n\n## Decision\n\nKafka.\n', at: ['## Alternatives'] },
    ],
  },
};

function example(decision: string): string {
  return `## Alternatives\n\n| Option | C1 | Total |\n|---|---|---|\n| Kafka (\`kafka-msk\`) | 5 | 4.40 |\n| Kinesis (\`kinesis\`) | 4 | 4.05 |\n\n## Decision\n\n${decision}\n`;
}
