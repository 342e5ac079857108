import type { SectionBlank } from '../../rubric/repairs/insert-section';

/** The sections of a framework for disagreeing and committing with what each must say: what a missing one is inserted with. */
export const SKELETON: readonly SectionBlank[] = [
  {
    name: 'Definitions',
    aliases: ['definitions', 'terms'],
    blank: `- **Preference:** <what one would rather have, and why it stops nothing>
- **Reasoned objection:** <harm that would follow, and which shared aim it hits>`,
  },
  {
    name: 'Steps',
    aliases: ['steps', 'process', 'rounds'],
    blank: `1. <First step, and who speaks> (<minutes, whole number> min)
2. <Second step, and what it leaves behind> (<minutes, whole number> min)
3. <Decision, and by whom> (<minutes, whole number> min)`,
  },
  {
    name: 'What commit means',
    aliases: [
      'what commit means',
      'what committing means',
      'what commitment means',
      'commit means',
      'commit',
    ],
    blank: `- Will <do what, so that anyone can see it>
- Will <do what else, and by when>
- Will not <do what, in which meeting or channel>`,
  },
  {
    name: 'What the captain owes dissenters',
    aliases: ['what the captain owes', 'captain'],
    blank: `- <Records the dissent, in whose words and where>
- <Sets a tripwire, with which metric and threshold>
- <Comes back, on which date and with which readings>`,
  },
  {
    name: 'Type 1 versus Type 2 path',
    aliases: ['type 1', 'types', 'paths', 'two paths', 'routes'],
    blank: `| Type | Quorum | Clock |
| --- | --- | --- |
| Type 1 | <who must be there, by role> | <days, business> |
| Type 2 | <who must be there, by role> | <days, business> |`,
  },
  {
    name: 'Scripts',
    aliases: ['scripts', 'phrases', 'what to say', 'sentences to say'],
    blank: `- "<What one says to object, word for word>"
- "<What one says to commit, word for word>"
- "<What the captain says, before the decision>"
- "<What the captain says, after it>"`,
  },
  {
    name: 'When commit ends',
    aliases: [
      'when commit ends',
      'when commitment ends',
      'when the commitment ends',
      'exit',
      'end of commitment',
    ],
    blank: '<Tripwire, date or fact, and who reopens the decision then.>',
  },
];
