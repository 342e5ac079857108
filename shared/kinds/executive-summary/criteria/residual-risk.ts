import { type AutoCriterion, fail, failBecause, pass } from '../../../rubric/criterion';
import { DATE, matches } from '../../../text/quantities';
import type { Span } from '../../../text/span';
import type { Briefing, Slide } from '../model';

const RESIDUAL =
  '(?<!\\p{L})(?:remaining|remains? (?:exposed|open|possible)|residual|still (?:exposed|at risk|possible|open)|exposed until|exposure (?:remains|until))(?!\\p{L})';

/** EX-09. The day belongs to the exposure: it stands in the same bullet, or in one right behind it. */
export const residualRisk: AutoCriterion<Briefing> = {
  id: 'EX-09',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'The remaining risk is named, with its last day',
  failTitle: 'The remaining risk is not named',
  why: 'Someone who hears what is fixed and nothing else takes the rest for safe. Naming what can still happen is what makes the fixes credible.',
  hint: 'Say on slide 4 or 5 what can still happen, and until when: "Residual until 2024-05-17: …".',
  sources: ['NIST30'],
  check: ({ model }) => {
    const slides = [model.slide(4), model.slide(5)].filter((slide) => slide !== null);
    const [first] = slides;
    if (!first) return failBecause('EX-01');
    const named = slides.flatMap((slide) => mentions(model, slide));
    const dated = named.find(({ date }) => date);
    if (dated) return pass(dated.span);
    const [undated] = named;
    if (!undated && slides.length < 2) return failBecause('EX-01');
    return undated
      ? fail({ span: undated.span, message: 'This exposure has no date: until when can it still happen?' })
      : fail({
          span: first.section.heading.span,
          message: 'Neither slide 4 nor slide 5 says what can still happen, and until when',
        });
  },
  examples: {
    pass: [
      { source: example('Residual until 2024-05-17: an old gap loses attribution.'), evidence: ['Residual'] },
      { source: example('Remaining risks:\n  - A bad rollout is not halted before 2024-05-03.') },
      { source: example('We are still exposed to one.\n- It closes on 2024-05-03.') },
    ],
    fail: [
      {
        source: example('The team will monitor the data closely.'),
        at: ['## Slide 4 — Twelve actions land'],
      },
      { source: example('Alerts go live on 2024-03-22.'), at: ['## Slide 4 — Twelve actions land'] },
      { source: example('Some residual risk stays with us.'), at: ['residual'] },
      { source: '# Briefing\n\n## Slide 1 — It is over\n', at: [] },
    ],
  },
};

function mentions({ doc }: Briefing, slide: Slide): { readonly span: Span; readonly date: boolean }[] {
  const blocks = [...slide.visible, ...slide.notes].sort((a, b) => a.span.from - b.span.from);
  return blocks.flatMap(({ span }, i) => {
    const [hit] = matches(doc.plain, RESIDUAL, span, 'i');
    if (!hit) return [];
    const near = { from: span.from, to: (blocks[i + 1] ?? blocks[i])?.span.to ?? span.to };
    return [{ span: { from: hit.from, to: hit.to }, date: matches(doc.plain, DATE, near).length > 0 }];
  });
}

function example(bullet: string): string {
  return `# Briefing\n\n## Slide 4 — Twelve actions land\n\n- ${bullet}\n\n## Slide 5 — We ask for little\n`;
}
