import { resolveLink } from '../../../domain/kit-path';
import { type AutoCriterion, judge, notEvaluated, type Problem } from '../../../rubric/criterion';
import type { Packet } from '../../../rubric/packet';
import { valuesByPlace } from '../../../rubric/values-by-place';
import { firstLine } from '../../../text/data-tree';
import type { MarkdownDoc } from '../../../text/markdown';
import type { PieceText } from '../../../text/markdown/piece';
import { inPieces } from '../../../text/markdown/pieces';
import { isFlowchart, parseMermaid } from '../../../text/mermaid';
import { wordsNearby } from '../../../text/nearby';
import { movedSpan, type Span } from '../../../text/span';
import type { Rfc } from '../model';

const LEAST_GUIDE_WORDS = 20;
const PICTURES =
  'The pictures of this file cannot be read, compared or changed in a review: draw them as Mermaid, and say beside each in 20 words how to read it.';

/** RFC-08. The type of a linked diagram is a fact of its file. */
export const diagrams: AutoCriterion<Rfc> = {
  id: 'RFC-08',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'One data-flow and one sequence diagram, each explained',
  failTitle: 'A diagram is missing or stands unexplained',
  why: 'Text alone hides the arrow nobody thought about; readers look for where data rests and what happens when a step fails.',
  hint: 'Draw the data flow and one sequence with its failure branch, and say beside each in 20 words how to read it.',
  sources: ['GDD', 'Seed'],
  check: ({ model, source, packet }) => {
    const { doc } = model;
    const shown = diagramsOf(doc, source.path, packet);
    const place = model.section('design')?.heading.span ?? doc.headings[0]?.span ?? { from: 0, to: 0 };
    const problems: Problem[] = [];
    const evidence: Span[] = [];
    for (const [kind, name] of [
      ['flow', 'data-flow diagram (`flowchart`)'],
      ['sequence', 'sequence diagram (`sequenceDiagram`)'],
    ] as const) {
      const own = shown.filter((d) => d.kind === kind);
      const explained = own.find((d) => d.guide >= LEAST_GUIDE_WORDS);
      if (explained) evidence.push(explained.span);
      else if (own[0])
        problems.push({
          span: own[0].span,
          message: `Beside this ${name} stand ${own[0].guide} words; ${LEAST_GUIDE_WORDS} say how to read it`,
        });
      else if (shown.some((d) => d.kind === 'absent'))
        return notEvaluated(`A linked diagram is not in the packet; it may be the ${name}`);
      else
        problems.push({
          span: place,
          message: `There is no ${name} in Mermaid, drawn here or linked`,
          ...(doc.links.some((link) => link.image) ? { hint: PICTURES } : {}),
        });
    }
    return judge(problems, evidence);
  },
  examples: {
    pass: [
      {
        source: example('flowchart LR\n  a --> b', 'sequenceDiagram\n  a->>b: c'),
        evidence: ['```mermaid'],
      },
      {
        source: `## Design\n\n${'word '.repeat(20)}in [one](d/a.mmd) and [two](d/b.mmd).\n`,
        packet: { 'kit/d/a.mmd': 'graph TD\n  a --> b\n', 'kit/d/b.mmd': 'sequenceDiagram\n  a->>b: c\n' },
      },
    ],
    fail: [
      { source: example('flowchart LR\n  a --> b', 'gantt\n  a :b'), at: ['## Design'] },
      {
        source: '## Design\n\nShort.\n\n```mermaid\nflowchart LR\n  a --> b\n```\n',
        at: ['```mermaid', '## Design'],
      },
      {
        source: '## Design\n\nSee [one](d/a.mmd) and [two](d/b.mmd).\n',
        packet: { 'kit/d/a.mmd': 'graph TD\n  a --> b\n', 'kit/d/b.mmd': 'sequenceDiagram\n  a->>b: c\n' },
        at: ['[one](d/a.mmd)', '[two](d/b.mmd)'],
      },
    ],
  },
};

interface Shown {
  readonly kind: 'flow' | 'sequence' | 'absent' | 'other';
  readonly span: Span;
  /** Words of the longest paragraph beside it. */
  readonly guide: number;
}

interface Drawn extends Pick<Shown, 'kind' | 'span'> {
  readonly block: Span;
}

function drawnIn({ text, codeBlocks }: PieceText): Drawn[] {
  return codeBlocks.flatMap((block) => {
    if (block.lang !== 'mermaid') return [];
    const diagram = parseMermaid(block.text);
    const kind = isFlowchart(diagram) ? 'flow' : diagram.type === 'sequenceDiagram' ? 'sequence' : 'other';
    return [{ kind, span: firstLine(text, block.span), block: block.span }];
  });
}

function diagramsOf(doc: MarkdownDoc, path: string, packet: Packet): Shown[] {
  const guide = wordsNearby(doc, 1);
  const drawn = inPieces(doc, drawnIn, (one, by) => ({
    kind: one.kind,
    span: movedSpan(one.span, by),
    block: movedSpan(one.block, by),
  })).map(({ kind, span, block }): Shown => ({ kind, span, guide: guide(block) }));
  const linked = doc.links.flatMap((link): Shown[] => {
    if (!/\.mmd(?:[?#]|$)/.test(link.url)) return [];
    const target = resolveLink(path, link.url);
    if (target === null) return [];
    const type = packet.derived(valuesByPlace).get(`diagram-type ${target}`)?.value;
    const kind = !packet.files.has(target)
      ? 'absent'
      : /^(?:flowchart|graph)/.test(type ?? '')
        ? 'flow'
        : type === 'sequenceDiagram'
          ? 'sequence'
          : 'other';
    return [{ kind, span: link.span, guide: guide(link.span) }];
  });
  return [...drawn, ...linked];
}

function example(first: string, second: string): string {
  const guide = `${'word '.repeat(20)}end.`;
  return `## Design\n\n${guide}\n\n\`\`\`mermaid\n${first}\n\`\`\`\n\n${guide}\n\n\`\`\`mermaid\n${second}\n\`\`\`\n`;
}
