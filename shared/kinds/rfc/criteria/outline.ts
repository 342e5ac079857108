import { type AutoCriterion, judge, type Problem } from '../../../rubric/criterion';
import { type MissingSections, missingSections } from '../../../rubric/missing-sections';
import { sectionsFix } from '../../../rubric/repairs/insert-section';
import { headingKey, type MarkdownDoc, type Section } from '../../../text/markdown';
import { words, wordsWithin } from '../../../text/prose';
import { type OutlineMatch, type OutlineStep, placeForSection, textOf } from '../../../text/sections';
import type { Rfc } from '../model';
import { OUTLINE, SECTION_NAMES } from '../outline';
import { SKELETON } from '../skeleton';

export const LEAST_WORDS = 20;

/** RFC-02: carries the finding for a missing section; criteria about its content only refer to it. */
export const outline: AutoCriterion<Rfc> = {
  id: 'RFC-02',
  mode: 'auto',
  severity: 'must',
  scope: 'structure',
  readsPacket: false,
  title: 'All 13 sections are there, in order',
  failTitle: 'A section is missing, too short or out of order',
  why: 'A reviewer looks for what the author would rather not discuss; a missing section answers that question for them.',
  hint: 'Put the section in its place, or write "None" under its heading and the reason.',
  sources: ['GDD', 'RUST'],
  check: ({ model: { doc, outline }, template }) => {
    const problems = missingSections(outline).map((run) => missing(doc, outline, run));
    outline.forEach(({ step, section, misplaced }, i) => {
      if (!section) return;
      if (misplaced) {
        const before = outline
          .slice(0, i)
          .reverse()
          .find((m) => m.section && !m.misplaced);
        problems.push({
          span: section.heading.span,
          message: `"${section.heading.text}"${readAs(section, step)} is out of order; it comes ${before ? `after "${before.section?.heading.text}"` : 'first'}`,
        });
      } else if (!template) {
        if (!isTooShort(doc, section)) return;
        const count = wordsWithin(doc, section.body);
        const message = `"${section.heading.text}" holds ${count} ${count === 1 ? 'word' : 'words'}; ${LEAST_WORDS} are wanted, or "None" and the reason`;
        problems.push({ span: section.heading.span, message });
      }
    });
    problems.sort((a, b) => a.span.from - b.span.from);
    return judge(
      problems,
      outline.flatMap((m) => (m.section ? [m.section.heading.span] : [])),
    );
  },
  examples: {
    pass: [
      { source: example(), evidence: ['## Dissent and feedback log'] },
      {
        source: example().replace(
          /## Open questions\n\n[^#]*/,
          '## Open questions\n\nNone, because every question became an ADR.\n\n',
        ),
      },
      {
        source:
          '## Draft\n\n' +
          example().replace(/^## .*\n\n[^#]*/, (first) => `${first}## A section of our own\n\n`),
      },
      {
        source: example()
          .replace('## Problem, quantified', '# Motivation')
          .replace('## Alternatives considered', '# Rationale and alternatives')
          .replace('## Proposed design', '# Reference-level explanation')
          .replace('## Risks', '# Drawbacks')
          .replace('## Open questions', '# Unresolved questions')
          .replace('## References', '# Prior art')
          .replace(/^## /gm, '# '),
        evidence: ['# Summary and ask', '# Motivation', '# Drawbacks', '# Prior art'],
      },
      { path: 'templates/rfc-template.md', source: example('<what to write here>') },
    ],
    fail: [
      { source: example().replace(/## Dissent[^#]*/, ''), at: ['## Decision and tripwires'] },
      { source: example().replace(/## (?:Risks|Dissent)[^#]*/g, ''), at: ['## Decision and tripwires'] },
      { source: example().replace(/## References[^#]*/, ''), at: ['## Open questions'] },
      { source: example().replace(/(## Rollout[^#]*)(## Risks[^#]*)/, '$2$1'), at: ['## Risks'] },
      { source: example().replace(/## Risks\n\n[^#]*/, '## Risks\n\nNone.\n\n'), at: ['## Risks'] },
    ],
  },
};

/** Says which section of ours one of another name stands for. */
function readAs(section: Section, step: OutlineStep): string {
  const ours = headingKey(step.aliases[0] ?? '');
  return section.heading.key.startsWith(ours) ? '' : `, read as "${step.name}",`;
}

function missing(doc: MarkdownDoc, outline: readonly OutlineMatch[], run: MissingSections): Problem {
  const span = placeForSection(doc, outline, run.at);
  const fix = sectionsFix(doc, SKELETON, run.names);
  if (run.after) return { span, message: `${run.told} before "${run.after.heading.text}"`, ...fix };
  const after = doc.text
    .slice(span.from, span.to)
    .replace(/^#+\s*/, '')
    .trim();
  return { span, message: `${run.told} after "${after}", at the end`, ...fix };
}

/** True for a section that says too little to be judged; a "None" with its reason is no such one. */
export function isTooShort(doc: MarkdownDoc, section: Section): boolean {
  const count = wordsWithin(doc, section.body);
  return count < LEAST_WORDS && !isReasonedNone(textOf(doc, section.body));
}

/** "None, because …": an empty section on purpose. */
function isReasonedNone(text: string): boolean {
  return /^(?:none|n\/a|not applicable)(?!\p{L})/iu.test(text) && words(text) >= 5;
}

function example(body = `${'word '.repeat(LEAST_WORDS)}end.`): string {
  return SECTION_NAMES.map((name) => `## ${OUTLINE[name].name}\n\n${body}\n\n`).join('');
}
