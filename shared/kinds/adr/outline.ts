import type { OutlineStep } from '../../text/sections';

/** The sections of an ADR, in the order in which a later reader needs them. */
export const OUTLINE = {
  context: { name: 'Context and problem', aliases: ['context', 'problem', 'issue'] },
  drivers: { name: 'Decision drivers', aliases: ['decision drivers', 'drivers'] },
  options: {
    name: 'Considered options',
    aliases: ['considered options', 'options', 'alternatives', 'positions'],
  },
  outcome: { name: 'Decision outcome', aliases: ['decision outcome', 'outcome', 'decision'] },
  consequences: { name: 'Consequences', aliases: ['consequences', 'implications'] },
  reversibility: { name: 'Reversibility and exit cost', aliases: ['reversibility', 'exit cost'] },
  scorecard: { name: 'Scorecard', aliases: ['scorecard', 'scores'] },
  cost: { name: 'Cost', aliases: ['cost'] },
  dissent: { name: 'Dissent', aliases: ['dissent'] },
  confirmation: { name: 'Confirmation', aliases: ['confirmation', 'compliance', 'validation'] },
  revisit: { name: 'Revisit triggers', aliases: ['revisit'] },
  more: { name: 'More information', aliases: ['more information', 'references', 'links'] },
} as const satisfies Readonly<Record<string, OutlineStep>>;

export type SectionName = keyof typeof OUTLINE;

export const SECTION_NAMES = Object.keys(OUTLINE) as readonly SectionName[];
