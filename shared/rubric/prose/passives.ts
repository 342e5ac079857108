import type { MarkdownDoc, Section } from '../../text/markdown';
import { type Sentence, sentencesIn, words } from '../../text/prose';
import { has } from '../../text/quantities';
import { judge, notApplicable, type Problem } from '../criterion';
import type { Remark } from './remark';

/** Sections that say who does what from now on. */
const DECIDING =
  /^(?:decision(?: outcome)?|(?:the |our )?ask|(?:executive )?summary and (?:the )?ask|what we ask(?: for)?|recommendation)$/;
/** Fewer sentences show no habit. */
const LEAST_SENTENCES = 4;
/** Shorter ones are labels. */
const LEAST_WORDS = 4;
const BE = '(?:is|are|was|were|be|been|being|gets?|got)';
const BETWEEN = '(?:(?:not|never|also|then|only|now|\\p{L}+ly) ){0,2}';
/** Participles that hardly ever say what somebody did: "is limited", "are needed". */
const STATES =
  'needed|interested|limited|related|unrelated|concerned|based|unchanged|unaffected|expected|supposed|required|dedicated|detailed|complicated|advanced|experienced|aligned|involved';
const IRREGULAR =
  'agreed|begun|bought|broken|brought|built|chosen|cut|done|drawn|driven|felt|found|given|held|hidden|kept|known|laid|led|lent|lost|made|meant|met|paid|put|read|run|said|seen|sent|set|shown|shut|sold|spent|split|spread|stopped|taken|taught|told|thought|thrown|understood|undone|won|worn|written|withdrawn';
const PASSIVE = `\\b${BE} ${BETWEEN}(?:(?!(?:${STATES})\\b)\\p{L}+[^e\\s]ed|${IRREGULAR})\\b(?! (?:by|of|to be)\\b)`;

/** PROSE-04: decisions and asks that name nobody who acts. */
export const passives: Remark = {
  id: 'PROSE-04',
  mode: 'auto',
  severity: 'info',
  scope: 'value',
  readsPacket: false,
  title: 'Decisions and asks say who acts',
  failTitle: 'A decision or ask hides who acts',
  why: 'What "will be done" has no owner; the person who has to approve asks whose promise it is.',
  hint: 'Begin with who: "We retire …", "The payments team moves …".',
  sources: ['Seed'],
  check: ({ source }) => {
    if (source.format !== 'md') return notApplicable('Only prose of Markdown files is judged for who acts');
    const doc = source.markdown;
    const problems: Problem[] = [];
    for (const section of doc.sections.filter(isDeciding)) {
      const all = ownSentences(doc, section);
      const hidden = all.filter(({ text }) => has(text, PASSIVE, 'i'));
      if (all.length < LEAST_SENTENCES || hidden.length * 2 <= all.length) continue;
      problems.push({
        span: section.heading.span,
        message: `${hidden.length} of the ${all.length} sentences under "${section.heading.text}" do not say who acts`,
        related: hidden.slice(0, 10).map(({ span }) => ({
          path: source.path,
          span,
          message: 'Nobody acts in this sentence',
        })),
      });
    }
    return judge(problems);
  },
  examples: {
    pass: [
      {
        path: 'note.md',
        source:
          '# Note\n\n## Decision\n\nWe retire the batch. The log is kept for seven days. The payments team moves first. It was approved by the board.\n',
      },
      {
        path: 'note.md',
        source:
          '# Note\n\n## History\n\nIt was built here. It was moved there. It was kept for a year. It was then stopped.\n',
      },
    ],
    fail: [
      {
        path: 'note.md',
        source:
          '# Note\n\n## Decision\n\nThe batch will be retired. The log is kept for seven days. The checks are moved first. We then measure the delay.\n',
        at: ['## Decision'],
      },
    ],
  },
};

function isDeciding({ heading }: Section): boolean {
  return DECIDING.test(heading.key);
}

/** Whole sentences of a section's paragraphs; those of a subsection belong to it as well. */
function ownSentences(doc: MarkdownDoc, { body }: Section): readonly Sentence[] {
  return sentencesIn(doc, body).filter(
    ({ block, text }) =>
      block.kind === 'paragraph' &&
      !block.inQuote &&
      /[.!?]["'”’)\]]*$/.test(text) &&
      words(text) >= LEAST_WORDS,
  );
}
