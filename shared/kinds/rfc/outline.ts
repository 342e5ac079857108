import type { OutlineStep } from '../../text/sections';

/** The sections of an RFC, in the order in which it argues (RFC-02). */
export const OUTLINE = {
  summary: { name: 'Summary and ask', aliases: ['summary', 'tl;dr', 'tldr'] },
  context: { name: 'Context', aliases: ['context', 'background'] },
  problem: { name: 'Problem, quantified', aliases: ['problem'] },
  goals: { name: 'Goals and non-goals', aliases: ['goals'] },
  alternatives: {
    name: 'Alternatives considered',
    aliases: ['alternatives', 'options', 'considered options'],
  },
  design: { name: 'Proposed design', aliases: ['proposed design', 'design'] },
  concerns: { name: 'Cross-cutting concerns', aliases: ['cross-cutting', 'cross cutting'] },
  rollout: { name: 'Rollout plan', aliases: ['rollout', 'roll-out'] },
  risks: { name: 'Risks', aliases: ['risk'] },
  dissent: { name: 'Dissent and feedback log', aliases: ['dissent', 'feedback'] },
  decision: { name: 'Decision and tripwires', aliases: ['decision'] },
  questions: { name: 'Open questions', aliases: ['open questions', 'unresolved questions'] },
  references: { name: 'References', aliases: ['references'] },
} as const satisfies Readonly<Record<string, OutlineStep>>;

export type SectionName = keyof typeof OUTLINE;

export const SECTION_NAMES = Object.keys(OUTLINE) as readonly SectionName[];
