import { type AutoCriterion, fail, judge, type Problem } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { sentencesIn } from '../../../text/prose';
import { dates } from '../../../text/quantities';
import type { Consensus } from '../model';
import { decidedOption } from '../option';
import { OUTLINE } from '../outline';
import { SKELETON } from '../skeleton';

const MOST_SENTENCES = 2;

/** CON-01. */
export const decisionSentence: AutoCriterion<Consensus> = {
  id: 'CON-01',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'The decision is one sentence with option, scope and date',
  failTitle: 'The decision is not one sentence with option and date',
  why: 'Months later people quote the decision line; if it needs a paragraph, they will quote different halves of it.',
  hint: 'Write "We adopt X for Y from DATE", with the option by its slug.',
  sources: ['NYG'],
  check: ({ model, packet }) => {
    const section = model.section('decision');
    if (!section)
      return fail({
        span: model.place('decision'),
        message: 'There is no "Decision" section; its place is at this heading',
        ...sectionFix(model.doc, SKELETON, OUTLINE.decision.name),
      });
    const { doc } = model;
    const heading = section.heading.span;
    const problems: Problem[] = [];
    const sentences = sentencesIn(doc, section.body).filter((s) => s.block.kind !== 'heading');
    const third = sentences[MOST_SENTENCES];
    if (third) {
      const last = sentences.at(-1)?.span.to ?? third.span.to;
      problems.push({
        span: { from: third.span.from, to: last },
        message: `The decision takes ${sentences.length} sentences; one or two are wanted`,
      });
    }
    const option = decidedOption(model, packet);
    if (!option)
      problems.push({ span: heading, message: 'The decision names none of the options that were weighed' });
    const when = dates(doc.plain, section.body);
    if (when.length === 0)
      problems.push({ span: heading, message: 'The decision holds no date: from when, or by when?' });
    return judge(
      problems,
      sentences.slice(0, 1).map((s) => s.span),
    );
  },
  examples: {
    pass: [
      {
        source: '## Decision\n\nWe adopt Kafka on MSK (`kafka-msk`) for all topics from 2023-11-20.\n',
        evidence: ['We adopt'],
      },
      {
        source:
          '## Decision\n\nWe adopt Kafka for all topics from 2023-11-20.\n\n## What we considered\n\n| Option | Score |\n|---|---|\n| Kafka | 4.40 |\n| Kinesis | 4.05 |\n',
      },
    ],
    fail: [
      {
        source: '## Decision\n\nWe adopt `kafka-msk` from 2023-11-20. It is good. It is right. Really.\n',
        at: ['It is right. Really.'],
      },
      { source: '## Decision\n\nWe go on as planned.\n', at: ['## Decision', '## Decision'] },
      { source: '## Positions\n\nNone.\n', at: ['## Positions'] },
    ],
  },
};
