import type { SectionBlank } from '../../rubric/repairs/insert-section';

/** The sections as the template has them, without its notes: what a missing one is inserted with. */
export const SKELETON: readonly SectionBlank[] = [
  {
    name: 'Purpose and decision needed',
    aliases: ['purpose and decision', 'decision needed', 'purpose'],
    blank: `By <time, UTC> <captain, full name> answers <the question, from the header>. A yes may carry conditions, each with <owner, date and the phase it gates>.

Not for today: <neighbouring decision, and where it will be made>.`,
  },
  {
    name: 'Roles',
    aliases: ['roles'],
    blank: `- Captain: <full name, and what they decide>
- Facilitator: <full name, and why neutral>
- Scribe: <full name, and where the notes appear>
- Author: <full name, answers questions, no vote>`,
  },
  {
    name: 'Pre-read',
    aliases: ['pre-read', 'pre read'],
    blank: `Sent on <date, ISO>. Start with <path of the pre-read, as a link>; with ten minutes more, read <section, and why that one>.`,
  },
  {
    name: 'Agenda (all times UTC)',
    aliases: ['agenda'],
    blank: `| Start | Minutes | Item | Lead | Method | Output |
| --- | --- | --- | --- | --- | --- |
| <start, UTC> | 5 | Opening, roles and rule | <facilitator, full name> | spoken | the question, read aloud |
| <start, UTC> | 10 | Silent read | <facilitator, full name> | silent read, comments in the margin | questions in the margin |
| <start, UTC> | 5 | Clarifying questions | <facilitator, full name> | clarifying round, facts only | answers on the page |
| <start, UTC> | 12 | Options, scores and cost | <author, full name> | contested cells of the matrix only | cells marked, with names |
| <start, UTC> | 8 | Risk, reversibility and rollout | <operator, full name> | worst day first | open risks with owners |
| <start, UTC> | 12 | Structured dissent round | <facilitator, full name> | one turn per voter, lowest score begins | each objection, written by its owner |
| <start, UTC> | 5 | Consent and decision | <captain, full name> | consent round, then the captain | decision, conditions and positions |
| <start, UTC> | 3 | Actions and close | <scribe, full name> | read back | actions with owner and date |`,
  },
  {
    name: 'Ground rules',
    aliases: ['ground rules'],
    blank: `1. <Rule on turns, in one sentence.>
2. <Rule on numbers, and on the file behind each.>
3. <Rule on preferences and objections, with the test between them.>
4. <Rule on running over, and who loses the minutes.>`,
  },
  {
    name: 'Decision rule and fallback',
    aliases: ['decision rule', 'fallback'],
    blank: `Rule: <consent, captain or vote, and what a standing objection does>.

If no decision stands at <time, UTC>, <escalation level, decider and clock, from the playbook> applies, and until then <what stays in force, by name>. The ladder is in <path of the escalation playbook, as a link>.`,
  },
  {
    name: 'Parking lot',
    aliases: ['parking lot'],
    blank: `- <Topic, and the document that covers it.>
- <Second topic, and who takes it.>`,
  },
  {
    name: 'After the meeting',
    aliases: ['after the meeting'],
    blank: `- <Scribe, full name> publishes <minutes, where> by <date and time, UTC>.
- <Dissenter, each by name> edits <their statement, in place> by <date and time, UTC>.
- <Captain, full name> publishes <consensus record, where> by <date, ISO>.`,
  },
];
