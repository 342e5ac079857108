import type { SectionBlank } from '../../rubric/repairs/insert-section';

/** The sections as the template has them, without its notes: what a missing one is inserted with. */
export const SKELETON: readonly SectionBlank[] = [
  {
    name: 'O-01 "<why spend this money at all, in the asker\'s words?>"',
    aliases: ['O-01'],
    blank: `- **Frame:** VP: cost and risk
- **Asked by:** <role and name, of who holds the budget>
- **What is really being asked:** <the worry underneath, as a question?>
- **Answer in one breath:** <number that decides it, with its source id>
- **Evidence:** <path as a link, and the row or cell>
- **Concede:** <what is true in it, eight words or more>
- **If pressed:** <the next fact, and its limit>
- **Do not say:** "<the sentence that would lose them, in quotation marks>"
- **Tripwire:** <TW id and reading, or none with a reason>`,
  },
  {
    name: 'O-02 "<what if the main assumption is wrong, as a number?>"',
    aliases: ['O-02'],
    blank: `- **Frame:** VP: cost and risk
- **Asked by:** <role and name, of who answers for the forecast>
- **What is really being asked:** <the worry underneath, as a question?>
- **Answer in one breath:** <value at which you lose, with its source id>
- **Evidence:** <path as a link, and the row or cell>
- **Concede:** <what is true in it, eight words or more>
- **If pressed:** <the next fact, and its limit>
- **Do not say:** "<the sentence that would lose them, in quotation marks>"
- **Tripwire:** <TW id and reading, or none with a reason>`,
  },
  {
    name: 'O-03 "<why not the option that somebody else runs for us?>"',
    aliases: ['O-03'],
    blank: `- **Frame:** VP: cost and risk
- **Asked by:** <role and name, of who pays for people>
- **What is really being asked:** <the worry underneath, as a question?>
- **Answer in one breath:** <effort and price, with their source ids>
- **Evidence:** <path as a link, and the row or cell>
- **Concede:** <what is true in it, eight words or more>
- **If pressed:** <the next fact, and its limit>
- **Do not say:** "<the sentence that would lose them, in quotation marks>"
- **Tripwire:** <TW id and reading, or none with a reason>`,
  },
  {
    name: 'O-04 "<what does the worst day look like, and the way back?>"',
    aliases: ['O-04'],
    blank: `- **Frame:** VP: cost and risk
- **Asked by:** <role and name, of who is called that day>
- **What is really being asked:** <the worry underneath, as a question?>
- **Answer in one breath:** <minutes to go back, and what stays broken>
- **Evidence:** <path as a link, and the row or cell>
- **Concede:** <what is true in it, eight words or more>
- **If pressed:** <the next fact, and its limit>
- **Do not say:** "<the sentence that would lose them, in quotation marks>"
- **Tripwire:** <TW id and reading, or none with a reason>`,
  },
  {
    name: 'O-05 "<why not the stronger guarantee?>"',
    aliases: ['O-05'],
    blank: `- **Frame:** CTO: technical depth
- **Asked by:** <role and name, of the most senior engineer>
- **What is really being asked:** <the worry underneath, as a question?>
- **Answer in one breath:** <mechanism and its limit, with a number>
- **Evidence:** <path as a link, and the row or cell>
- **Concede:** <what is true in it, eight words or more>
- **If pressed:** <the next fact, and its limit>
- **Do not say:** "<the sentence that would lose them, in quotation marks>"
- **Tripwire:** <TW id and reading, or none with a reason>`,
  },
  {
    name: 'O-06 "<why this limit, and not twice as much?>"',
    aliases: ['O-06'],
    blank: `- **Frame:** CTO: technical depth
- **Asked by:** <role and name, of who knows the mechanism>
- **What is really being asked:** <the worry underneath, as a question?>
- **Answer in one breath:** <two forces and the distance, with a number>
- **Evidence:** <path as a link, and the row or cell>
- **Concede:** <what is true in it, eight words or more>
- **If pressed:** <the next fact, and its limit>
- **Do not say:** "<the sentence that would lose them, in quotation marks>"
- **Tripwire:** <TW id and reading, or none with a reason>`,
  },
  {
    name: 'O-07 "<what stops one team breaking all the others?>"',
    aliases: ['O-07'],
    blank: `- **Frame:** CTO: technical depth
- **Asked by:** <role and name, of the recorded dissenter>
- **What is really being asked:** <the worry underneath, as a question?>
- **Answer in one breath:** <what is caught, what is not, with a number>
- **Evidence:** <path as a link, and the row or cell>
- **Concede:** <what is true in it, eight words or more>
- **If pressed:** <the next fact, and its limit>
- **Do not say:** "<the sentence that would lose them, in quotation marks>"
- **Tripwire:** <TW id and reading, or none with a reason>`,
  },
  {
    name: 'O-08 "<who carries the pager, and for how long?>"',
    aliases: ['O-08'],
    blank: `- **Frame:** IC: career and craft
- **Asked by:** <role and name, of someone on the rota>
- **What is really being asked:** <the worry underneath, as a question?>
- **Answer in one breath:** <pages now, during, and after, with dates>
- **Evidence:** <path as a link, and the row or cell>
- **Concede:** <what is true in it, eight words or more>
- **If pressed:** <the next fact, and its limit>
- **Do not say:** "<the sentence that would lose them, in quotation marks>"
- **Tripwire:** <TW id and reading, or none with a reason>`,
  },
  {
    name: 'O-09 "<what happens to the skills I have?>"',
    aliases: ['O-09'],
    blank: `- **Frame:** IC: career and craft
- **Asked by:** <role and name, of who runs the old system>
- **What is really being asked:** <the worry underneath, as a question?>
- **Answer in one breath:** <weeks or money set aside, and for whom>
- **Evidence:** <path as a link, and the row or cell>
- **Concede:** <what is true in it, eight words or more>
- **If pressed:** <the next fact, and its limit>
- **Do not say:** "<the sentence that would lose them, in quotation marks>"
- **Tripwire:** <TW id and reading, or none with a reason>`,
  },
  {
    name: 'O-10 "<who owns this when it breaks at the seam?>"',
    aliases: ['O-10'],
    blank: `- **Frame:** IC: career and craft
- **Asked by:** <role and name, of who sits downstream>
- **What is really being asked:** <the worry underneath, as a question?>
- **Answer in one breath:** <check that marks the seam, with a number>
- **Evidence:** <path as a link, and the row or cell>
- **Concede:** <what is true in it, eight words or more>
- **If pressed:** <the next fact, and its limit>
- **Do not say:** "<the sentence that would lose them, in quotation marks>"
- **Tripwire:** <TW id and reading, or none with a reason>`,
  },
];
