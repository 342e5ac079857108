import type { MarkdownDoc, Section } from '../../text/markdown';
import { type Sentence, sentencesIn, splitInSteps, words } from '../../text/prose';
import { has } from '../../text/quantities';
import { atOnce, STEP, type Steps } from '../../util/steps';
import { type CheckInput, type CheckResult, judge, notApplicable, type Problem } from '../criterion';
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
  check: (input) => atOnce(checkInSteps(input)),
  checkInSteps,
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

function* checkInSteps({ source }: CheckInput<unknown>): Steps<CheckResult> {
  if (source.format !== 'md') return notApplicable('Only prose of Markdown files is judged for who acts');
  const doc = source.markdown;
  yield* splitInSteps(doc);
  const problems: Problem[] = [];
  let next = 0;
  for (const section of doc.sections.filter(isDeciding)) {
    if (section.body.to > next) {
      next = section.body.to + STEP;
      yield;
    }
    const { all, hidden } = yield* sentencesOf(doc, section);
    if (all < LEAST_SENTENCES || hidden.length * 2 <= all) continue;
    problems.push({
      span: section.heading.span,
      message: `${hidden.length} of the ${all} sentences under "${section.heading.text}" do not say who acts`,
      related: hidden.slice(0, 10).map(({ span }) => ({
        path: source.path,
        span,
        message: 'Nobody acts in this sentence',
      })),
    });
  }
  return judge(problems);
}

function isDeciding({ heading }: Section): boolean {
  return DECIDING.test(heading.key);
}

/** How many sentences a section has, and those in which nobody acts; those of a subsection belong to it as well. */
function* sentencesOf(
  doc: MarkdownDoc,
  { body }: Section,
): Steps<{ readonly all: number; readonly hidden: readonly Sentence[] }> {
  const hidden: Sentence[] = [];
  let all = 0;
  let next = body.from + STEP;
  for (const sentence of sentencesIn(doc, body)) {
    if (isWhole(sentence)) {
      all++;
      if (has(sentence.text, PASSIVE, 'i')) hidden.push(sentence);
    }
    if (sentence.span.to < next) continue;
    next = sentence.span.to + STEP;
    yield;
  }
  return { all, hidden };
}

/** A whole sentence of a paragraph. */
function isWhole({ block, text }: Sentence): boolean {
  return (
    block.kind === 'paragraph' &&
    !block.inQuote &&
    /[.!?]["'”’)\]]*$/.test(text) &&
    words(text) >= LEAST_WORDS
  );
}
