import { type AutoCriterion, judge, type Problem } from '../../../rubric/criterion';
import { missingSections } from '../../../rubric/missing-sections';
import { sectionsFix } from '../../../rubric/repairs/insert-section';
import type { Section } from '../../../text/markdown';
import type { Span } from '../../../text/span';
import type { Postmortem } from '../model';
import { OUTLINE, SECTION_NAMES } from '../outline';
import { SKELETON } from '../skeleton';

/** PM-02: carries the finding for a missing section; criteria about its content only refer to it. */
export const sectionsPresent: AutoCriterion<Postmortem> = {
  id: 'PM-02',
  mode: 'auto',
  severity: 'must',
  scope: 'structure',
  readsPacket: false,
  title: 'All sections are present, in order',
  failTitle: 'A section is missing or out of order',
  why: 'Readers compare postmortems by their sections; one that is left out reads as the part the authors did not want to face.',
  hint: 'Insert the heading and write under it what is known; "not known, because …" is an answer too.',
  sources: ['SREB'],
  check: ({ model, source }) => {
    const title = model.doc.headings[0]?.span ?? { from: 0, to: Math.min(1, source.text.length) };
    const named = (section: Section | null) => (section ? `"${section.heading.text}"` : 'the title');
    // Missing sections are marked at the heading after which they belong.
    const problems = missingSections(model.outline).map(
      ({ names, before, told }): Problem => ({
        span: before?.heading.span ?? title,
        message: `${told} after ${named(before)}`,
        ...sectionsFix(model.doc, SKELETON, names),
      }),
    );
    const present: Span[] = [];
    let last: Section | null = null;
    for (const { section, misplaced } of model.outline) {
      if (!section) continue;
      if (!misplaced) {
        last = section;
        present.push(section.heading.span);
      } else {
        const message = `"${section.heading.text}" is out of order; its place is after ${named(last)}`;
        problems.push({ span: section.heading.span, message });
      }
    }
    problems.sort((a, b) => a.span.from - b.span.from);
    return judge(problems, present);
  },
  examples: {
    pass: [
      { source: outline([]), evidence: ['## Trigger', '## Where we got lucky'] },
      {
        source: `${outline(['What went well', 'What went wrong', 'Where we got lucky']).replace(
          '## Lessons learned\n',
          '## Lessons learned\n\n### What went well\n\n### What went wrong\n\n### Where we got lucky\n',
        )}\n# Statistics\n\nNone.\n`,
        evidence: ['### Where we got lucky', '## Supporting information'],
      },
    ],
    fail: [
      { source: outline(['Recovery']), at: ['## Response'] },
      { source: outline(['Detection', 'Response', 'Recovery']), at: ['## Timeline (UTC)'] },
      { source: outline(['Summary', 'Supporting information']), at: ['# Report', '## Lessons learned'] },
      {
        source: outline(['Trigger']).replace('## Impact\n', '## Trigger\n\nHere.\n\n## Impact\n'),
        at: ['## Trigger'],
      },
    ],
  },
};

function outline(without: readonly string[]): string {
  const names = SECTION_NAMES.map((name) => OUTLINE[name].name).filter((name) => !without.includes(name));
  return `# Report\n\n${names.map((name) => `## ${name}\n\nText.\n`).join('\n')}`;
}
