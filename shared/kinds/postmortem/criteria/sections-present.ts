import { type AutoCriterion, judge, type Problem } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
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
    const problems: Problem[] = [];
    const present: Span[] = [];
    // A missing section is marked at the heading after which it belongs.
    let last = model.doc.headings[0]?.span ?? { from: 0, to: Math.min(1, source.text.length) };
    let after = 'the title';
    for (const { step, section, misplaced } of model.outline) {
      if (section && !misplaced) {
        last = section.heading.span;
        after = `"${section.heading.text}"`;
        present.push(section.heading.span);
      } else if (section) {
        problems.push({
          span: section.heading.span,
          message: `"${section.heading.text}" comes too early; its place is after ${after}`,
        });
      } else {
        problems.push({
          span: last,
          message: `The section "${step.name}" is missing; its place is after ${after}`,
          ...sectionFix(model.doc, SKELETON, step.name),
        });
      }
    }
    return judge(problems, present);
  },
  examples: {
    pass: [{ source: outline([]), evidence: ['## Trigger', '## Where we got lucky'] }],
    fail: [
      { source: outline(['Recovery']), at: ['## Response'] },
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
