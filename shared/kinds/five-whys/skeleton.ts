import type { SectionBlank } from '../../rubric/repairs/insert-section';

/** The sections as the template has them, without its notes: what a missing one is inserted with. */
export const SKELETON: readonly SectionBlank[] = [
  {
    name: 'Branches considered and rejected',
    aliases: ['branches considered', 'branches', 'considered and rejected', 'rejected', 'ruled out'],
    blank: `- <Theory, who held it by role>: ruled out because <record, and what it shows>
- <Second theory, and when it was held>: ruled out because <record, and what it shows>`,
  },
  {
    name: 'Limits of this method',
    aliases: ['limits', 'limitations'],
    blank: `<Where a chain could have gone another way, and why it did not.>

<Which steps rest on what people believed, and how sure you are.>`,
  },
];
