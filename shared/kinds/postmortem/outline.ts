import type { OutlineStep } from '../../text/sections';

/** The sections of a postmortem, in the order in which a reader meets them (PM-02). */
export const OUTLINE = {
  summary: { name: 'Summary', aliases: ['summary'] },
  impact: { name: 'Impact', aliases: ['impact'] },
  timeline: { name: 'Timeline (UTC)', aliases: ['timeline'] },
  detection: { name: 'Detection', aliases: ['detection'] },
  response: { name: 'Response', aliases: ['response', 'resolution'] },
  recovery: { name: 'Recovery', aliases: ['recovery'] },
  causes: { name: 'Root causes and contributing factors', aliases: ['root cause', 'contributing'] },
  trigger: { name: 'Trigger', aliases: ['trigger'] },
  wentWell: { name: 'What went well', aliases: ['what went well', 'went well'] },
  wentWrong: { name: 'What went wrong', aliases: ['what went wrong', 'went wrong'] },
  lucky: {
    name: 'Where we got lucky',
    aliases: ['where we got lucky', 'we got lucky', 'got lucky', 'lucky', 'where we were lucky'],
  },
  budget: { name: 'SLO and error budget', aliases: ['slo', 'error budget'] },
  actions: { name: 'Action items', aliases: ['action items', 'actions'] },
  lessons: { name: 'Lessons learned', aliases: ['lessons'] },
  supporting: { name: 'Supporting information', aliases: ['supporting'] },
} as const satisfies Readonly<Record<string, OutlineStep>>;

export type SectionName = keyof typeof OUTLINE;

export const SECTION_NAMES = Object.keys(OUTLINE) as readonly SectionName[];
