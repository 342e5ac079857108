import type { OutlineStep } from '../../text/sections';

/** The sections of a postmortem, in the order in which a reader meets them (PM-02), under the names that public templates give them. */
export const OUTLINE = {
  summary: {
    name: 'Summary',
    aliases: ['summary', 'executive summary', 'incident summary', 'tl;dr', 'overview'],
  },
  impact: { name: 'Impact', aliases: ['impact', 'customer impact', 'user impact', 'business impact'] },
  timeline: { name: 'Timeline (UTC)', aliases: ['timeline', 'incident timeline'] },
  detection: { name: 'Detection', aliases: ['detection'] },
  response: { name: 'Response', aliases: ['response', 'resolution'] },
  recovery: { name: 'Recovery', aliases: ['recovery'] },
  causes: { name: 'Root causes and contributing factors', aliases: ['root cause', 'contributing', 'causes'] },
  trigger: { name: 'Trigger', aliases: ['trigger'] },
  wentWell: { name: 'What went well', aliases: ['what went well', 'went well'] },
  wentWrong: {
    name: 'What went wrong',
    aliases: ['what went wrong', 'went wrong', 'what went poorly', 'what did not go well', 'what went badly'],
  },
  lucky: {
    name: 'Where we got lucky',
    aliases: ['where we got lucky', 'we got lucky', 'got lucky', 'lucky', 'where we were lucky'],
  },
  budget: { name: 'SLO and error budget', aliases: ['slo', 'error budget'] },
  actions: {
    name: 'Action items',
    aliases: ['action items', 'actions', 'action', 'corrective actions', 'follow-up'],
  },
  lessons: { name: 'Lessons learned', aliases: ['lessons', 'what we learned', 'learnings'] },
  supporting: {
    name: 'Supporting information',
    aliases: ['supporting', 'references', 'appendix', 'further reading'],
  },
} as const satisfies Readonly<Record<string, OutlineStep>>;

export type SectionName = keyof typeof OUTLINE;

export const SECTION_NAMES = Object.keys(OUTLINE) as readonly SectionName[];
