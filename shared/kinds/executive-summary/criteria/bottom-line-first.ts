import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { quantities } from '../../../text/quantities';
import { type Briefing, textOfBlocks } from '../model';

const LEAST = 3;

/** EX-02. */
export const bottomLineFirst: AutoCriterion<Briefing> = {
  id: 'EX-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Slide 1 holds what, how long, how bad, and the ask',
  failTitle: 'Slide 1 is not the bottom line',
  why: 'A vice president may leave after the first slide. What they take along is all the briefing has done.',
  hint: 'Write slide 1 as if it were the only one: what happened, for how long, how bad, whether it is fixed, and what you ask for. Put the ask into `ask` of the header too.',
  sources: ['BLUF'],
  check: ({ model }) => {
    const slide = model.slide(1);
    if (!slide) return failBecause('EX-01');
    const problems: Problem[] = [];
    const ask = model.header.at('ask');
    if (ask.text === null) {
      const first = model.header.members[0]?.[1].keySpan ?? model.title;
      problems.push({
        span: ask.exists ? ask.keySpan : first,
        message: 'The header has no `ask`: the decision that is wanted, with its price',
      });
    }
    const text = textOfBlocks(model.doc, slide.visible);
    const count = quantities(text).length;
    if (count < LEAST) {
      problems.push({
        span: slide.section.heading.span,
        message: `Slide 1 holds ${count} of ${LEAST} numbers with a unit: what, how long, how bad`,
      });
    }
    return judge(problems, [slide.section.heading.span, ask.span]);
  },
  examples: {
    pass: [
      {
        source: example('Pause at $35,333', '5.37 million events lost in 365 min, 37.98 % of all.'),
        evidence: ['Pause at $35,333'],
      },
    ],
    fail: [
      {
        source: example('Pause at $35,333', 'Events were lost for 365 min.'),
        at: ['## Slide 1 — Orders are whole'],
      },
      { source: example('', '5.37 million events lost in 365 min, 37.98 % of all.'), at: ['ask'] },
      {
        source: '---\nid: B-1\n---\n\n# Briefing\n\n## Slide 1 — Orders\n\n> Notes: 365 min, 40 %, $5.\n',
        at: ['id', '## Slide 1 — Orders'],
      },
      { source: '# Briefing\n', at: [] },
    ],
  },
};

function example(ask: string, bullet: string): string {
  return `---\nid: B-1\nask: "${ask}"\n---\n\n# Briefing\n\n## Slide 1 — Orders are whole\n\n- ${bullet}\n`;
}
