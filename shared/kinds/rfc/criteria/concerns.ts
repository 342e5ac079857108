import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import type { MarkdownDoc, Section } from '../../../text/markdown';
import { words } from '../../../text/prose';
import { blocksIn, itemsIn, subSections, tablesIn } from '../../../text/sections';
import type { Span } from '../../../text/span';
import type { Rfc } from '../model';

const LEAST_WORDS = 25;

const CONCERNS: readonly (readonly [string, RegExp])[] = [
  ['security and privacy', /security|privacy/],
  ['observability', /observab|monitor/],
  ['data quality and schemas', /data quality|schema/],
  ['operations and on-call', /operat|on-call|on call/],
  ['cost', /(?<!\p{L})costs?(?!\p{L})/u],
];

/** RFC-10. */
export const concerns: AutoCriterion<Rfc> = {
  id: 'RFC-10',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Cross-cutting concerns are answered, not listed',
  failTitle: 'A cross-cutting concern is left open',
  why: 'Those who run, secure and pay for the system read only this section; a heading with a line under it tells them nobody asked.',
  hint: 'Write 25 words or more per concern, or "N/A because" and the reason.',
  sources: ['GDD', 'UBER'],
  check: ({ model }) => {
    const section = model.section('concerns');
    if (!section) return failBecause('RFC-02');
    const problems: Problem[] = [];
    const evidence: Span[] = [];
    for (const [name, pattern] of CONCERNS) {
      const answer = answerTo(model.doc, section, pattern);
      if (!answer) {
        problems.push({ span: section.heading.span, message: `Nothing is said about ${name}` });
        continue;
      }
      const count = words(model.doc.plain.slice(answer.body.from, answer.body.to));
      const dismissed = /(?:n\/a|not applicable),?\s+because/i.test(
        model.doc.plain.slice(answer.body.from, answer.body.to),
      );
      if (count >= LEAST_WORDS || dismissed) evidence.push(answer.at);
      else
        problems.push({
          span: answer.at,
          message: `${name[0]?.toUpperCase()}${name.slice(1)} gets ${count} of ${LEAST_WORDS} words`,
        });
    }
    return judge(problems, evidence);
  },
  examples: {
    pass: [
      { source: example(), evidence: ['### Security and privacy', '### Cost'] },
      { source: example().replace(/(### Cost\n\n).*/, '$1N/A because it is free.') },
      { source: example().replace(/### (.*)\n\n/g, '**$1.** ') },
    ],
    fail: [
      { source: example().replace(/### Observability\n\n.*\n/, ''), at: ['## Cross-cutting concerns'] },
      {
        source: example().replace(/(### Operations and on-call\n\n).*/, '$1The rota stays.'),
        at: ['### Operations and on-call'],
      },
      { source: '## Context\n\nNo concerns.\n', at: [] },
    ],
  },
};

/** Where a concern is answered: under a heading that names it, else in the longest item, row or paragraph that opens with it. */
function answerTo(
  doc: MarkdownDoc,
  section: Section,
  pattern: RegExp,
): { readonly at: Span; readonly body: Span } | null {
  const sub = subSections(doc, section).find((s) => pattern.test(s.heading.key));
  if (sub) return { at: sub.heading.span, body: sub.body };
  const pieces = [
    ...itemsIn(doc, section.body).map((item) => item.span),
    ...tablesIn(doc, section.body).flatMap((table) => table.rows.map((row) => row.span)),
    ...blocksIn(doc, section.body)
      .filter((b) => b.kind === 'paragraph')
      .map((b) => b.span),
  ].filter((span) => pattern.test(doc.plain.slice(span.from, span.to).trim().slice(0, 60).toLowerCase()));
  let best: { at: Span; body: Span; count: number } | null = null;
  for (const span of pieces) {
    const count = words(doc.plain.slice(span.from, span.to));
    if (!best || count > best.count) best = { at: span, body: span, count };
  }
  return best;
}

function example(): string {
  const names = [
    'Security and privacy',
    'Observability',
    'Data quality and schemas',
    'Operations and on-call',
    'Cost',
  ];
  return `## Cross-cutting concerns\n\n${names.map((name) => `### ${name}\n\n${'word '.repeat(LEAST_WORDS)}end.\n`).join('\n')}`;
}
