import type { OutlineStep } from '../../text/sections';

/** The sections of a consensus document, in order. */
export const OUTLINE = {
  decision: { name: 'Decision', aliases: ['decision'] },
  considered: { name: 'What we considered', aliases: ['what we considered', 'considered', 'options'] },
  positions: { name: 'Positions', aliases: ['positions'] },
  conditions: { name: 'Conditions', aliases: ['conditions'] },
  dissent: { name: 'Recorded dissent', aliases: ['recorded dissent', 'dissent'] },
  tripwires: { name: 'Tripwires', aliases: ['tripwires'] },
  commitments: {
    name: 'Commitments of dissenters and of the captain',
    aliases: ['commitments', 'mutual commitments'],
  },
  revisit: { name: 'Revisit date', aliases: ['revisit'] },
  signOff: { name: 'Sign-off', aliases: ['sign-off', 'sign off', 'signoff', 'signatures'] },
} as const satisfies Readonly<Record<string, OutlineStep>>;

export type SectionName = keyof typeof OUTLINE;

export const SECTION_NAMES = Object.keys(OUTLINE) as readonly SectionName[];
