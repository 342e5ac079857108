import { vagueWords } from '../../text/lexicon';
import type { MarkdownDoc, Section } from '../../text/markdown';
import type { PieceText } from '../../text/markdown/piece';
import { inPiecesBySteps, sumOfPieces } from '../../text/markdown/pieces';
import { allSentences, splitInSteps, words } from '../../text/prose';
import { has, QTY } from '../../text/quantities';
import { holderAmong, type Span } from '../../text/span';
import { atOnce, STEP, type Steps } from '../../util/steps';
import { type AutoCriterion, type CheckInput, type CheckResult, judge, notApplicable } from '../criterion';
import { movedProblem, type OwnProblem } from '../moved-problem';

/** Sections whose sentences carry the decision: no vague word without a number there. */
const LOAD_BEARING =
  /^(?:(?:executive )?summary|tl dr|(?:context and )?problem|goals|decision|impact|consequences)/;

/** Elsewhere this many vague words per 1,000 words are ordinary English. */
const ALLOWED_PER_THOUSAND = 3;

/** GEN-05: adjectives where a number should stand. */
export const vagueQuantities: AutoCriterion<unknown> = {
  id: 'GEN-05',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Load-bearing sentences hold numbers, not adjectives',
  failTitle: 'A vague quantity stands where a number should',
  why: '"Significantly faster" cannot be argued with, so it persuades nobody; a committee reads it as not having measured.',
  hint: 'Replace the word with number, unit and date, or delete the claim.',
  sources: ['UBER', 'SREW10'],
  check: (input) => atOnce(checkInSteps(input)),
  checkInSteps,
  examples: {
    pass: [
      {
        path: 'note.md',
        source:
          '# Note\n\n## Summary\n\nThe p95 falls from 94 min to 5 min, a fast path by 2024-06-28.\n\n## Notes\n\nSeveral people asked.\n',
      },
      {
        path: 'note.md',
        source: '# Note\n\n## Summary\n\nWe follow the book "Fast and Robust Streams", as one team.\n',
      },
      {
        path: 'note.md',
        source:
          '# Note\n\n## Goals\n\n| Goal | Target |\n| --- | --- |\n| Better freshness | p95 of 5 min |\n\nA fast path, `p95 5 min`.\n',
      },
    ],
    fail: [
      {
        path: 'note.md',
        source: '# Note\n\n## Summary\n\nThe new pipeline is significantly more robust.\n',
        at: ['significantly', 'robust'],
      },
      {
        path: 'adr-001-x.md',
        source:
          '# ADR\n\n## Context and problem\n\nBatch is slow.\n\n## Decision drivers\n\n| Driver |\n| --- |\n| Better data |\n\n## Decision outcome\n\nA robust log.\n',
        at: ['slow', 'Better', 'robust'],
      },
      {
        path: 'note.md',
        source: '# Summary\n\nA robust log.\n\n# Motivation\n\nIt is slow.\n',
        at: ['robust'],
      },
      {
        path: 'note.md',
        source: '# Note\n\n## Notes\n\nSome came. Many asked. Several left. Various stayed.\n',
        at: ['Some', 'Many', 'Several', 'Various'],
      },
    ],
  },
};

function* checkInSteps({ source }: CheckInput<unknown>): Steps<CheckResult> {
  if (source.format !== 'md') return notApplicable('Only prose is judged for vague quantities');
  const doc = source.markdown;
  yield* splitInSteps(doc);
  const bearer = holderAmong(doc.sections.filter(carriesDecision(doc)).map((section) => section.body));
  const inBearing: OwnProblem[] = [];
  const elsewhere: OwnProblem[] = [];
  const search = { find: vagueIn, inSteps: vagueInSteps, move: movedProblem };
  for (const problem of yield* inPiecesBySteps(doc, search))
    (bearer(problem.span) ? inBearing : elsewhere).push(problem);
  yield;
  const allowed = Math.max(
    ALLOWED_PER_THOUSAND,
    Math.floor((ALLOWED_PER_THOUSAND * sumOfPieces(doc, wordsOfProse)) / 1000),
  );
  if (elsewhere.length <= allowed) return judge(inBearing);
  const often = `such words stand ${elsewhere.length} times outside the decisive sections, and a text of this length bears ${allowed}`;
  return judge(
    [...inBearing, ...elsewhere.map((p) => ({ ...p, message: `${p.message}; ${often}` }))].sort(
      (a, b) => a.span.from - b.span.from,
    ),
  );
}

/** The vague words in sentences, cells and headings that hold no number. */
function vagueIn(piece: PieceText): readonly OwnProblem[] {
  return atOnce(vagueInSteps(piece));
}

function* vagueInSteps(piece: PieceText): Steps<readonly OwnProblem[]> {
  const rowOf = rowsByCell(piece);
  const counted = new Map<Span, boolean>();
  const holdsNumber = (whole: Span) => {
    const known = counted.get(whole);
    if (known !== undefined) return known;
    const holds = has(piece.plain.slice(whole.from, whole.to), QTY);
    counted.set(whole, holds);
    return holds;
  };
  const problems: OwnProblem[] = [];
  let next = STEP;
  for (const { span, block } of allSentences(piece)) {
    // The number may stand in code, or in the next cell of the row.
    if (!holdsNumber(rowOf.get(block.span.from) ?? span))
      for (const hit of vagueWords(piece.prose, span))
        problems.push({
          span: { from: hit.from, to: hit.to },
          message: `"${hit.text}" says no quantity, and the sentence gives none`,
        });
    if (span.to < next) continue;
    next = span.to + STEP;
    yield;
  }
  return problems;
}

function wordsOfProse({ prose }: PieceText): number {
  return words(prose);
}

/** The row of each cell, by where the cell starts. */
function rowsByCell(doc: PieceText): ReadonlyMap<number, Span> {
  const rows = new Map<number, Span>();
  for (const table of doc.tables)
    for (const row of table.rows) for (const cell of row.cells) rows.set(cell.span.from, row.span);
  return rows;
}

/** True for the sections of {@link LOAD_BEARING}. The document's title is none of them, unless it is called as a section among its like is. */
function carriesDecision(doc: MarkdownDoc): (section: Section) => boolean {
  const titled = doc.headings[0]?.level === 1 && doc.sections.length > 1;
  const first = doc.sections.some((s) => s.index > 0 && s.heading.level === 1);
  return ({ heading, index }) => {
    const named = LOAD_BEARING.exec(heading.key)?.[0];
    return named !== undefined && (!(titled && index === 0) || (first && named === heading.key));
  };
}
