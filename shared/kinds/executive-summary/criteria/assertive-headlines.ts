import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { assertsSomething } from '../../../text/assertions';
import { words } from '../../../text/prose';
import { has, QTY } from '../../../text/quantities';
import { type Briefing, SLIDES } from '../model';

const MOST_WORDS = 16;
const LEAST_WITH_NUMBERS = 3;

/** EX-03. */
export const assertiveHeadlines: AutoCriterion<Briefing> = {
  id: 'EX-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Headlines are claims, three of them with a number',
  failTitle: 'Headlines are topics',
  why: 'Most people read the headlines and nothing else. Five claims in a row tell the story; five topics tell that there is one.',
  hint: 'Turn the topic into a sentence of at most sixteen words with a verb: not "Impact", but "Direct cost is $98,600".',
  sources: ['PYR'],
  check: ({ model }) => {
    const { doc, slides } = model;
    if (slides.length === 0) return failBecause('EX-01');
    const problems: Problem[] = [];
    let numbered = 0;
    for (const { headline, number, section } of slides) {
      const text = doc.plain.slice(headline.from, headline.to);
      if (has(text, QTY)) numbered++;
      const count = words(text);
      const span = count === 0 ? section.heading.span : headline;
      if (count === 0) problems.push({ span, message: `Slide ${number} has no headline` });
      else if (!assertsSomething(text))
        problems.push({ span, message: `The headline of slide ${number} names a topic; it has no verb` });
      else if (count > MOST_WORDS)
        problems.push({
          span,
          message: `The headline of slide ${number} has ${count} words; at most ${MOST_WORDS}`,
        });
    }
    if (problems.length === 0 && numbered < LEAST_WITH_NUMBERS) {
      if (slides.length < SLIDES) return failBecause('EX-01');
      const plain = slides.find(({ headline }) => !has(doc.plain.slice(headline.from, headline.to), QTY));
      problems.push({
        span: plain?.headline ?? model.title,
        message: `${numbered} headlines of ${slides.length} hold a number with a unit; at least ${LEAST_WITH_NUMBERS} are wanted`,
      });
    }
    return judge(
      problems,
      slides.map(({ headline }) => headline),
    );
  },
  examples: {
    pass: [
      {
        source: example(
          'Checkout was down for 42 min',
          'The outage cost $120,000',
          'Retries amplify every fault',
          'Four fixes land by 2024-06-30',
          'We ask for 3 weeks of engineering',
        ),
        evidence: ['Retries amplify every fault'],
      },
    ],
    fail: [
      {
        source: example(
          'Overview',
          'The outage cost $120,000',
          'Root cause',
          'Four fixes land by 2024-06-30',
          'We ask for 3 weeks of engineering',
        ),
        at: ['Overview', 'Root cause'],
      },
      {
        source: example(
          'Checkout was down',
          'The outage cost $120,000',
          'Retries amplify every fault',
          'Four fixes land in June',
          'We ask for 3 weeks of engineering',
        ),
        at: ['Checkout was down'],
      },
      {
        source:
          '# Briefing\n\n## Slide 1 — Checkout was down for 42 min because every retry of every client came back at the same second after the fault\n\n## Slide 2\n',
        at: [
          'Checkout was down for 42 min because every retry of every client came back at the same second after the fault',
          '## Slide 2',
        ],
      },
      { source: '# Briefing\n', at: [] },
    ],
  },
};

function example(...headlines: readonly string[]): string {
  return `# Briefing\n\n${headlines.map((text, i) => `## Slide ${i + 1} — ${text}\n\n- Text.\n\n`).join('')}`;
}
