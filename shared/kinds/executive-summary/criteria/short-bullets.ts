import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { words } from '../../../text/prose';
import { contains } from '../../../text/span';
import type { Briefing, Slide } from '../model';

const MOST_BULLETS = 5;
const MOST_WORDS = 22;

/** EX-04. A paragraph on a slide is read as a bullet is; notes are spoken and may be longer. */
export const shortBullets: AutoCriterion<Briefing> = {
  id: 'EX-04',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Slides have at most five bullets of at most 22 words',
  failTitle: 'A slide is too full',
  why: 'A room reads or listens. A full slide is read, and the speaker talks to people who are not there.',
  hint: 'Keep the bullets that decide; move the rest into the notes or the postmortem.',
  sources: ['PYR'],
  check: ({ model }) => {
    if (model.slides.length === 0) return failBecause('EX-01');
    const problems: Problem[] = [];
    for (const slide of model.slides) {
      const surplus = slide.bullets[MOST_BULLETS];
      if (surplus) {
        problems.push({
          span: surplus.span,
          message: `Slide ${slide.number} has ${slide.bullets.length} bullets; at most ${MOST_BULLETS}`,
        });
      }
      for (const span of passages(slide)) {
        const count = words(model.doc.plain.slice(span.from, span.to));
        if (count > MOST_WORDS)
          problems.push({
            span,
            message: `${count} words on slide ${slide.number} in one go; at most ${MOST_WORDS}`,
          });
      }
    }
    return judge(
      problems.sort((a, b) => a.span.from - b.span.from),
      model.slides.flatMap(({ bullets }) => (bullets[0] ? [bullets[0].span] : [])),
    );
  },
  examples: {
    pass: [
      {
        source: example(`- One thing.\n- Another.\n\n> Notes: ${'word '.repeat(60)}`),
        evidence: ['One thing'],
      },
    ],
    fail: [
      { source: example('- A.\n- B.\n- C.\n- D.\n- E.\n- F is one more.\n- G.\n'), at: ['F is one more.'] },
      {
        source: example(`- Short.\n- ${'word '.repeat(22)}end.\n`),
        at: [`${'word '.repeat(22)}end.`],
      },
      { source: example(`${'word '.repeat(29)}end.\n`), at: [`${'word '.repeat(29)}end.`] },
      { source: '# Briefing\n', at: [] },
    ],
  },
};

/** Bullets, and paragraphs that stand in none. */
function passages({ bullets, visible }: Slide) {
  const loose = visible.filter(
    (block) => block.kind === 'paragraph' && !bullets.some((item) => contains(item.span, block.span)),
  );
  return [...bullets, ...loose].map(({ span }) => span);
}

function example(body: string): string {
  return `# Briefing\n\n## Slide 1 — Orders are whole\n\n${body}\n`;
}
