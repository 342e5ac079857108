import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { words } from '../../../text/prose';
import { dates, matches, quantities } from '../../../text/quantities';
import { blocksIn } from '../../../text/sections';
import type { Span } from '../../../text/span';
import type { Rfc } from '../model';

export const MOST_WORDS = 180;
/** "This RFC proposes" asks as "We propose" does; what others once proposed does not. */
const ASK =
  '(?<!\\p{L})(?:(?:we|I) propose|(?:RFC|proposal|document|design|change|team) proposes|we (?:will|ask|request))(?!\\p{L})|Recommend|Decision needed';

/** RFC-03. */
export const summaryAsk: AutoCriterion<Rfc> = {
  id: 'RFC-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Page one carries the ask',
  failTitle: 'Page one does not carry the ask',
  why: 'A director who reads one page and cannot repeat the request assumes the author does not know it either.',
  hint: 'Lead with the decision, its cost and its date, in at most 180 words.',
  sources: ['NFLX', 'BLUF'],
  check: ({ model }) => {
    const section = model.section('summary');
    if (!section) return failBecause('RFC-02');
    const { doc } = model;
    const heading = section.heading.span;
    const text = doc.plain.slice(section.body.from, section.body.to);
    const problems: Problem[] = [];
    const count = words(text);
    if (count > MOST_WORDS) {
      problems.push({
        span: overflow(doc.plain, section.body),
        message: `The summary has ${count} words; ${MOST_WORDS} fit on page one`,
      });
    }
    const asks = matches(doc.plain, ASK, section.body, 'i');
    if (asks.length === 0)
      problems.push({
        span: heading,
        message:
          'The summary does not say what is asked for: no "We propose", "We will", "Recommend" or "Decision needed"',
      });
    const figures = quantities(doc.plain, section.body);
    if (figures.length < 2)
      problems.push({
        span: heading,
        message: `The summary holds ${figures.length} of 2 quantities: what it costs and what it brings`,
      });
    const when = dates(doc.plain, section.body);
    if (when.length === 0)
      problems.push({ span: heading, message: 'The summary holds no date: by when is the decision needed?' });
    return judge(
      problems,
      blocksIn(doc, section.body)
        .slice(0, 1)
        .map((b) => b.span),
    );
  },
  examples: {
    pass: [
      {
        source:
          '## Summary\n\nWe propose to move to Kafka for $952,563. Data is 5 min old then.\n\nDecision by 2023-11-10.\n',
        evidence: ['We propose'],
      },
      { source: '## TL;DR\n\nDecision needed by 2023-11-10: $952,563 for a delay of 5 min.\n' },
    ],
    fail: [
      {
        source: '## Summary\n\nKafka costs $952,563 and takes 5 min, from 2023-11-10.\n',
        at: ['## Summary'],
      },
      { source: '## Summary\n\nWe propose Kafka for $952,563.\n', at: ['## Summary', '## Summary'] },
      {
        source: `## Summary\n\nWe propose $5 and 5 min by 2023-11-10.${' a'.repeat(171)} over the edge.\n\nMore.\n`,
        at: ['the edge.'],
      },
      { source: '## Context\n\nNo summary.\n', at: [] },
    ],
  },
};

/** From the first word too many to the end of its paragraph. */
function overflow(text: string, body: Span): Span {
  let seen = 0;
  const token = /\S+/g;
  token.lastIndex = body.from;
  for (let m = token.exec(text); m && m.index < body.to; m = token.exec(text)) {
    if (!/[\p{L}\p{N}]/u.test(m[0])) continue;
    if (++seen <= MOST_WORDS) continue;
    const blank = /\n\s*\n/g;
    blank.lastIndex = m.index;
    const end = Math.min(blank.exec(text)?.index ?? text.length, body.to);
    return { from: m.index, to: m.index + text.slice(m.index, end).trimEnd().length };
  }
  return body;
}
