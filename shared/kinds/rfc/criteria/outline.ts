import { type AutoCriterion, judge, type Problem } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import type { MarkdownDoc } from '../../../text/markdown';
import { words } from '../../../text/prose';
import { type OutlineMatch, placeForSection, textOf } from '../../../text/sections';
import type { Rfc } from '../model';
import { OUTLINE, SECTION_NAMES } from '../outline';
import { SKELETON } from '../skeleton';

const LEAST_WORDS = 20;

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
    const problems: Problem[] = [];
    outline.forEach((match, i) => {
      const { step, section, misplaced } = match;
      if (!section) problems.push(missing(doc, outline, i));
      else if (misplaced) {
        const before = outline
          .slice(0, i)
          .reverse()
          .find((m) => m.section && !m.misplaced);
        problems.push({
          span: section.heading.span,
          message: `"${section.heading.text}" is out of order; "${step.name}" comes ${before ? `after "${before.section?.heading.text}"` : 'first'}`,
        });
      } else if (!template) {
        const count = words(doc.plain.slice(section.body.from, section.body.to));
        if (count >= LEAST_WORDS || isReasonedNone(textOf(doc, section.body))) return;
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
      { path: 'templates/rfc-template.md', source: example('<what to write here>') },
    ],
    fail: [
      { source: example().replace(/## Dissent[^#]*/, ''), at: ['## Decision and tripwires'] },
      { source: example().replace(/## References[^#]*/, ''), at: ['## Open questions'] },
      { source: example().replace(/(## Rollout[^#]*)(## Risks[^#]*)/, '$2$1'), at: ['## Risks'] },
      { source: example().replace(/## Risks\n\n[^#]*/, '## Risks\n\nNone.\n\n'), at: ['## Risks'] },
    ],
  },
};

function missing(doc: MarkdownDoc, outline: readonly OutlineMatch[], i: number): Problem {
  const name = outline[i]?.step.name ?? '';
  const span = placeForSection(doc, outline, i);
  const next = outline.slice(i + 1).find((m) => m.section && !m.misplaced)?.section;
  if (!next) {
    const after = doc.text
      .slice(span.from, span.to)
      .replace(/^#+\s*/, '')
      .trim();
    const message = `The section "${name}" is missing; its place is after "${after}", at the end`;
    return { span, message, ...sectionFix(doc, SKELETON, name) };
  }
  return {
    span,
    message: `The section "${name}" is missing; its place is before "${next.heading.text}"`,
    ...sectionFix(doc, SKELETON, name),
  };
}

/** "None, because …": an empty section on purpose. */
function isReasonedNone(text: string): boolean {
  return /^(?:none|n\/a|not applicable)(?!\p{L})/iu.test(text) && words(text) >= 5;
}

function example(body = `${'word '.repeat(LEAST_WORDS)}end.`): string {
  return SECTION_NAMES.map((name) => `## ${OUTLINE[name].name}\n\n${body}\n\n`).join('');
}
