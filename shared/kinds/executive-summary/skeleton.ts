import type { SectionBlank } from '../../rubric/repairs/insert-section';

/** The sections as the template has them, without its notes: what a missing one is inserted with. */
export const SKELETON: readonly SectionBlank[] = [
  {
    name: 'Slide 1 — <what happened and that it is fixed, as a claim of sixteen words at most>',
    aliases: ['slide 1'],
    blank: `- <What the system did, with counts and date, under twenty-two words.>
- <How long, how noticed, in minutes.>
- <What is restored, and how you know.>
- <What is lost for good, with its count.>
- Ask: <the decision, its price and its date>

> Notes: <the one sentence to say if there is time for one, and what was not affected>`,
  },
  {
    name: 'Slide 2 — <what it cost, as a claim with a number in it>',
    aliases: ['slide 2'],
    blank: `- <Direct cost, with its largest part.>
- <Second part, and why it cannot be had back.>
- <What looked worse, and is recovered.>
- <People misled, out of how many.>

> Notes: <how the sum is made, and what it leaves out>`,
  },
  {
    name: 'Slide 3 — <why it was possible, with a system as the subject>',
    aliases: ['slide 3'],
    blank: `- <First condition, in plain words, with its CF id.>
- <Second condition, and how it met the first.>
- <What the instruments watched, and what they could not see.>
- <What was known beforehand, by id, and what was done with it.>

> Notes: <your sentence, should anyone ask whose doing it was>`,
  },
  {
    name: 'Slide 4 — <what changes, by count and by date, as a claim>',
    aliases: ['slide 4'],
    blank: `- <Actions by level, as counts.>
- <What is live already, and what it does on this incident's data.>
- <What lands next, with its date.>
- Residual until <date, ISO>: <what can still happen, and its limit>

> Notes: <effort in weeks, and where the owners are listed>`,
  },
  {
    name: 'Slide 5 — <what you ask for, with its price, as a sentence>',
    aliases: ['slide 5'],
    blank: `- Decide by <date, ISO>; decider: <role, one person>.
- Approve <money, with its two largest parts>.
- Approve <weeks, by action id>.
- If not: <what happens instead, from which date>

> Notes: <owners by name, and the smallest version of the ask you would accept>`,
  },
];
