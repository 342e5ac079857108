import type { OutlineStep } from '../../text/sections';

/**
 * The sections of an RFC, in the order in which it argues (RFC-02), under the names that public templates give them. The first name fits
 * best: where a file has both a problem and a motivation, the problem is read.
 */
export const OUTLINE = {
  summary: {
    name: 'Summary and ask',
    aliases: ['summary', 'executive summary', 'tl;dr', 'tldr', 'abstract'],
  },
  context: { name: 'Context', aliases: ['context', 'background', 'introduction', 'current state'] },
  problem: { name: 'Problem, quantified', aliases: ['problem', 'the problem', 'motivation'] },
  goals: { name: 'Goals and non-goals', aliases: ['goals', 'goal', 'objectives'] },
  alternatives: {
    name: 'Alternatives considered',
    aliases: [
      'alternatives',
      'options',
      'considered options',
      'rationale and alternatives',
      'alternative',
      'option',
    ],
  },
  design: {
    name: 'Proposed design',
    aliases: [
      'proposed design',
      'design',
      'detailed design',
      'technical design',
      'proposed solution',
      'proposal',
      'reference-level explanation',
      'solution',
    ],
  },
  concerns: { name: 'Cross-cutting concerns', aliases: ['cross-cutting', 'cross cutting'] },
  rollout: {
    name: 'Rollout plan',
    aliases: ['rollout', 'roll-out', 'roll out', 'migration', 'adoption', 'release plan', 'deployment plan'],
  },
  risks: { name: 'Risks', aliases: ['risk', 'drawbacks'] },
  dissent: { name: 'Dissent and feedback log', aliases: ['dissent', 'feedback', 'objections'] },
  decision: { name: 'Decision and tripwires', aliases: ['decision', 'recommendation', 'resolution'] },
  questions: {
    name: 'Open questions',
    aliases: ['open questions', 'unresolved questions', 'open issues', 'unresolved issues'],
  },
  references: {
    name: 'References',
    aliases: ['references', 'further reading', 'related', 'prior art', 'links', 'bibliography'],
  },
} as const satisfies Readonly<Record<string, OutlineStep>>;

export type SectionName = keyof typeof OUTLINE;

export const SECTION_NAMES = Object.keys(OUTLINE) as readonly SectionName[];
