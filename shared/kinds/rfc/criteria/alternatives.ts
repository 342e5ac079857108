import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { type Alternative, alternatives as read } from '../alternatives';
import type { Rfc } from '../model';
import { isTooShort } from './outline';

const LEAST_OPTIONS = 3;
const LEAST_ARGUMENTS = 2;

/** RFC-06. */
export const alternatives: AutoCriterion<Rfc> = {
  id: 'RFC-06',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Three real alternatives, the status quo among them',
  failTitle: 'The alternatives are too few or not argued',
  why: 'One option beside a straw man tells the committee that the decision came first and the analysis after it.',
  hint: 'Write the strongest case for the shortest option, with the help of someone who wants it.',
  sources: ['GDD', 'RUST'],
  check: ({ model }) => {
    const section = model.section('alternatives');
    if (!section) return failBecause('RFC-02');
    const options = read(model);
    // A section with next to nothing in it is the outline's finding.
    if (options.length === 0 && isTooShort(model.doc, section)) return failBecause('RFC-02');
    const problems: Problem[] = [];
    if (options.length < LEAST_OPTIONS) {
      problems.push({
        span: section.heading.span,
        message: `${options.length} of ${LEAST_OPTIONS} alternatives have a heading of their own`,
      });
    }
    if (options.length > 0 && !options.some((o) => o.statusQuo)) {
      problems.push({
        span: section.heading.span,
        message: 'No alternative is the status quo; its heading says "status quo", "do nothing" or "current"',
      });
    }
    for (const option of options) {
      const lacks = lacking(option);
      if (lacks.length > 0)
        problems.push({
          span: option.section.heading.span,
          message: `"${option.name}" has ${lacks.join(', ')}`,
        });
    }
    return judge(
      problems,
      options.map((o) => o.section.heading.span),
    );
  },
  examples: {
    pass: [
      { source: example(), evidence: ['### Status quo'] },
      { source: example().replaceAll('**Pros:**\n\n- one\n- two', '**Pros:** one; two') },
      { source: example().replaceAll('**Pros:**\n\n- one\n- two', '- Pros\n  - one\n  - two') },
    ],
    fail: [
      {
        source: example().replace(/### Kinesis[\s\S]*?(?=### Status)/, ''),
        at: ['## Alternatives considered'],
      },
      {
        source: example().replace('### Status quo (`batch`)', '### Batch (`batch`)'),
        at: ['## Alternatives considered'],
      },
      { source: example().replace('- one\n- two', '- one'), at: ['### Kafka (`kafka-msk`)'] },
      {
        source: example().replace('Rejected because it is late.', 'It is late.'),
        at: ['### Status quo (`batch`)'],
      },
      { source: '## Context\n\nNo alternatives.\n', at: [] },
      { source: '## Alternatives\n\nN/A.\n', at: [] },
      { source: `## Alternatives\n\n${'We looked at the two. '.repeat(5)}\n`, at: ['## Alternatives'] },
    ],
  },
};

function lacking(option: Alternative): string[] {
  return [
    option.pros < LEAST_ARGUMENTS ? `${option.pros} of ${LEAST_ARGUMENTS} pros` : null,
    option.cons < LEAST_ARGUMENTS ? `${option.cons} of ${LEAST_ARGUMENTS} cons` : null,
    option.reasoned ? null : 'no sentence with "because", "rejected" or "not chosen"',
  ].filter((l) => l !== null);
}

function example(): string {
  const option = (name: string, outcome: string) =>
    `### ${name}\n\n**Pros:**\n\n- one\n- two\n\n**Cons:**\n\n- three\n- four\n\n${outcome}\n\n`;
  return `## Alternatives considered\n\n### Scores\n\nSee the matrix.\n\n${option('Kafka (`kafka-msk`)', 'Chosen because it leads.')}${option('Kinesis (`kinesis`)', 'Not chosen.')}${option('Status quo (`batch`)', 'Rejected because it is late.')}`;
}
