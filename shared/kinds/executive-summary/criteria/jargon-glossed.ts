import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { firstUse, isGlossed, JARGON } from '../jargon';
import type { Briefing } from '../model';

/** EX-07. */
export const jargonGlossed: AutoCriterion<Briefing> = {
  id: 'EX-07',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Terms of the trade are explained at their first use',
  failTitle: 'A term of the trade is not explained',
  why: 'A decider who meets a word they do not know decides about the presenter instead of the matter.',
  hint: 'Put its meaning in brackets behind it, or write what it does in its place.',
  sources: ['BLUF'],
  check: ({ model }) => {
    if (model.slides.length === 0) return failBecause('EX-01');
    const problems: Problem[] = [];
    for (const jargon of JARGON) {
      for (const { span } of model.slides.flatMap(({ visible }) => visible)) {
        const text = model.doc.plain.slice(span.from, span.to);
        const use = firstUse(text, jargon);
        if (!use) continue;
        if (!isGlossed(text, use)) {
          problems.push({
            span: { from: span.from + use.from, to: span.from + use.to },
            message: `"${use.text}" is used here for the first time and not explained`,
          });
        }
        break;
      }
    }
    problems.sort((a, b) => a.span.from - b.span.from);
    return judge(problems);
  },
  examples: {
    pass: [
      { source: example('The schema registry (the service that approves data formats) said yes.') },
      {
        source: example(
          'The service that approves data formats (schema registry) said yes. The schema registry has one mode.',
        ),
      },
      { source: example('Consumer lag, the delay between writing and reading, was flat.') },
      { source: example('A TTL of 4 h, meaning that state is forgotten after that, was too short.') },
      { source: example('Savings offset the cost, and the loss was offset by insurance.') },
      { source: `${example('All is well.')}> Notes: consumer lag was flat.\n` },
    ],
    fail: [
      {
        source: example('The schema registry accepted it. Consumer lag was flat (CF-03).'),
        at: ['schema registry', 'Consumer lag'],
      },
      { source: example('The DLQ was empty (see the postmortem).'), at: ['DLQ'] },
      { source: example('Readers restarted from a stale offset.'), at: ['stale offset'] },
      { source: '# Briefing\n', at: [] },
    ],
  },
};

function example(bullet: string): string {
  return `# Briefing\n\n## Slide 3 — A filter hid its rejects\n\n- ${bullet}\n\n`;
}
