import type { OutlineStep } from '../../text/sections';

/** The sections of a promotion packet, in the order in which a committee reads them. */
export const OUTLINE = {
  claim: { name: 'Claim', aliases: ['claim'] },
  scope: { name: 'Scope and reach', aliases: ['scope', 'reach'] },
  evidence: { name: 'Evidence by competency', aliases: ['evidence'] },
  changed: {
    name: 'What changed because of this',
    aliases: ['what changed', 'what has changed', 'changed because'],
  },
  differently: {
    name: 'What I would do differently',
    aliases: [
      'what i would do differently',
      'what i would change',
      'do differently',
      'failure',
      'what i got wrong',
      'what i learned',
      'what i learnt',
    ],
  },
  references: { name: 'Who can speak to it', aliases: ['who can speak', 'references', 'who to ask'] },
  guide: { name: 'Reading guide', aliases: ['reading guide', 'how to read', 'reading order'] },
} as const satisfies Readonly<Record<string, OutlineStep>>;

export type SectionName = keyof typeof OUTLINE;

export const SECTION_NAMES = Object.keys(OUTLINE) as readonly SectionName[];
