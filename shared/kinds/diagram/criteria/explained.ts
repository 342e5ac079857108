import { type AutoCriterion, fail, failBecause, pass } from '../../../rubric/criterion';
import { definesForOthers } from '../../../rubric/kit-packet';
import type { Diagram } from '../model';

const LEAST_WORDS = 20;

/** DG-06. A kit of a diagram alone fails it: a diagram that no text uses is what the criterion is about. That nothing links it, X-15 tells. */
export const explained: AutoCriterion<Diagram> = {
  id: 'DG-06',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: true,
  title: 'A text shows and explains the diagram',
  failTitle: 'No text explains the diagram',
  why: 'A diagram nobody points at is an attachment; with a reading guide it becomes an argument.',
  hint: 'Link the diagram from the text that needs it, with 20 words on how to read it within two paragraphs.',
  sources: ['GDD'],
  check: ({ model: { doc }, source, packet }) => {
    if (packet.incoming(source.path).length === 0 && definesForOthers(source.path))
      return failBecause('X-15');
    const links = packet.incoming(source.path).filter((link) => /\.(?:md|markdown)$/i.test(link.from));
    if (links.some((link) => link.wordsAround >= LEAST_WORDS)) return pass(doc.typeSpan);
    const most = links.reduce((a, link) => Math.max(a, link.wordsAround), 0);
    const message =
      links.length === 0
        ? 'No Markdown file of the packet links to this diagram'
        : `The best of ${links.length} ${links.length === 1 ? 'link' : 'links'} to this diagram has ${most} words of prose beside it; ${LEAST_WORDS} say how to read it`;
    return fail({
      span: doc.typeSpan,
      message,
      related: links
        .slice(0, 3)
        .map((link) => ({ path: link.from, span: link.span, message: 'linked here' })),
    });
  },
  examples: {
    pass: [
      {
        path: 'kit/diagrams/a.mmd',
        source: 'flowchart LR\n  a --> b\n',
        packet: { 'kit/text.md': `# T\n\nSee [the flow](diagrams/a.mmd).\n\n${'word '.repeat(20)}\n` },
        evidence: ['flowchart'],
      },
    ],
    fail: [
      { path: 'kit/diagrams/a.mmd', source: 'flowchart LR\n  a --> b\n', at: [] },
      {
        path: 'kit/diagrams/a.mmd',
        source: 'flowchart LR\n  a --> b\n',
        packet: { 'kit/data.yaml': 'drawn: diagrams/a.mmd\n' },
        at: ['flowchart'],
      },
      {
        path: 'kit/diagrams/a.mmd',
        source: 'flowchart LR\n  a --> b\n',
        packet: { 'kit/text.md': '# T\n\nSee [the flow](diagrams/a.mmd).\n' },
        at: ['flowchart'],
      },
    ],
  },
};
