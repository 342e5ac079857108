import { type AutoCriterion, fail, judge, type Problem } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import type { Span } from '../../../text/span';
import { type Briefing, SLIDES } from '../model';
import { SKELETON } from '../skeleton';

/** EX-01. */
export const fiveSlides: AutoCriterion<Briefing> = {
  id: 'EX-01',
  mode: 'auto',
  severity: 'must',
  scope: 'structure',
  readsPacket: false,
  title: 'There are five slides, in order',
  failTitle: 'There are not five slides in order',
  why: 'Five slides fit into the quarter of an hour that a decider has; the sixth is the one during which they read their mail.',
  hint: 'Merge or split until there are five: bottom line and ask, impact, why, what changes, decision.',
  sources: ['Seed'],
  check: ({ model }) => {
    const { slides, title } = model;
    if (slides.length === 0)
      return fail({ span: title, message: 'There is no heading such as "## Slide 1 — <what happened>"' });
    const problems: Problem[] = [];
    let expected = 1;
    const seen = new Set<number>();
    for (const { number, section } of slides) {
      const span = section.heading.span;
      if (number < 1 || number > SLIDES)
        problems.push({ span, message: `Slide ${number} is beyond the ${SLIDES} that a briefing has` });
      else if (seen.has(number))
        problems.push({ span, message: `There is a second slide ${number}`, ...renumbered(model) });
      else if (number < expected)
        problems.push({ span, message: `Slide ${number} stands behind slide ${expected - 1}` });
      else expected = number + 1;
      seen.add(number);
    }
    for (let number = 1; number <= SLIDES; number++)
      if (!seen.has(number))
        problems.push({
          span: placeOf(model, number),
          message: `Slide ${number} is missing`,
          // Five slides of which two share a number lack none: the numbers are wrong.
          ...(slides.length === SLIDES
            ? {}
            : sectionFix(model.doc, SKELETON, SKELETON[number - 1]?.name ?? '')),
        });
    problems.sort((a, b) => a.span.from - b.span.from);
    return judge(
      problems,
      slides.map(({ section }) => section.heading.span),
    );
  },
  examples: {
    pass: [
      { source: example(1, 2, 3, 4, 5), evidence: ['## Slide 5'] },
      { source: `${example(1, 2, 3, 4, 5)}## Appendix\n\nMethods.\n` },
      {
        source:
          '# Briefing\n\n## Slide 1: Now\n\n## Slide 2/5 Then\n\n## Slide 3\n\n## Slide 4\n\n## Slide 5\n',
      },
    ],
    fail: [
      { source: example(1, 2, 3, 5), at: ['## Slide 5 — Orders are whole'] },
      { source: example(1, 2, 3, 4), at: ['## Slide 4 — Orders are whole'] },
      { source: example(1, 2, 3, 4, 5, 6), at: ['## Slide 6 — Orders are whole'] },
      { source: example(1, 3, 2, 4, 5), at: ['## Slide 2 — Orders are whole'] },
      {
        source: example(1, 2, 2, 4, 5),
        at: ['## Slide 2 — Orders are whole', '## Slide 4 — Orders are whole'],
      },
      { source: '# Briefing\n\n## Impact\n\nMuch.\n', at: ['# Briefing'] },
    ],
  },
};

/** Five slides whose numbers never go down are numbered by their places. */
function renumbered({ slides, doc }: Briefing): Pick<Problem, 'fix'> {
  const falling = slides.some(({ number }, i) => number < (slides[i - 1]?.number ?? 0));
  if (slides.length !== SLIDES || falling) return {};
  const edits = slides.flatMap(({ number, section }, i) => {
    const { from, to } = section.heading.span;
    const digits = /\d+/.exec(doc.text.slice(from, to));
    if (!digits || number === i + 1) return [];
    const at = from + digits.index;
    return [{ from: at, to: at + digits[0].length, insert: String(i + 1) }];
  });
  return { fix: { title: 'Number the slides 1 to 5', edits } };
}

/** A missing slide goes before the next one there is, else behind the last. */
function placeOf({ slides, title }: Briefing, number: number): Span {
  const next = slides.find((slide) => slide.number > number) ?? slides.at(-1);
  return next?.section.heading.span ?? title;
}

function example(...numbers: readonly number[]): string {
  return `# Briefing\n\n${numbers.map((n) => `## Slide ${n} — Orders are whole\n\n- Text.\n\n`).join('')}`;
}
