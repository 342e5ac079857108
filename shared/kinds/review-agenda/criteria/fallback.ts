import { type AutoCriterion, fail, judge, type Problem } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { durationsIn } from '../../../text/durations';
import { findSection, linksIn } from '../../../text/sections';
import { type Agenda, agendaSpan } from '../model';
import { SKELETON } from '../skeleton';

/** AG-09. */
export const fallback: AutoCriterion<Agenda> = {
  id: 'AG-09',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'The fallback names the escalation path and its clock',
  failTitle: 'The meeting has no fallback',
  why: 'When the room cannot decide, an agreed path with a clock keeps it from becoming a hallway decision.',
  hint: 'Link escalation-playbook.md and state how long each level has.',
  sources: ['DOOR'],
  check: ({ model }) => {
    const section = findSection(model.doc, ['decision rule', 'fallback']);
    if (!section)
      return fail({
        span: agendaSpan(model),
        message: 'No section says what happens when the meeting cannot decide',
        ...sectionFix(model.doc, SKELETON, 'Decision rule and fallback'),
      });
    const problems: Problem[] = [];
    const link = linksIn(model.doc, section.body).find((l) => /escalation-playbook\.md/.test(l.url));
    if (!link)
      problems.push({
        span: section.heading.span,
        message: 'The fallback does not link the escalation playbook',
      });
    const durations = durationsIn(model.doc.plain, section.body);
    if (durations.length === 0)
      problems.push({ span: section.heading.span, message: 'The fallback states no duration' });
    return judge(
      problems,
      [link?.span, durations[0]].filter((s) => s !== undefined),
    );
  },
  examples: {
    pass: [
      {
        source:
          '# Review\n\n## Decision rule and fallback\n\nThe [playbook](escalation-playbook.md) applies; L0 has 2 days.\n',
        evidence: ['2 days'],
      },
    ],
    fail: [
      {
        source: '# Review\n\n## Decision rule and fallback\n\nWe ask the VP.\n',
        at: ['## Decision rule and fallback', '## Decision rule and fallback'],
      },
      { source: '# Review\n\n## Agenda\n\nTalk.\n', at: ['## Agenda'] },
    ],
  },
};
