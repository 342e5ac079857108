import type { SectionBlank } from '../../rubric/repairs/insert-section';

/** The sections as the template has them, without its notes: what a missing one is inserted with. */
export const SKELETON: readonly SectionBlank[] = [
  {
    name: 'When to escalate (and when not)',
    aliases: ['when to escalate'],
    blank: `Escalate when <count of rounds, or days of waiting> has passed and <what is held up, for whom>.

Do not escalate <preferences, incidents, and what else>; for those, <where they go instead, by name>.`,
  },
  {
    name: 'Ladder',
    aliases: ['ladder', 'escalation ladder', 'levels'],
    blank: `| Level | Decider | Entry condition | Acknowledge within | Decide within | Output | Appeal |
| --- | --- | --- | --- | --- | --- | --- |
| L0 | <author and objector, by role> | <two rounds, or days> | <hours, business> | <days, business> | <agreed change, or joint page> | <to L1, by whom> |
| L1 | <both leads, by role> | <L0 clock, used up> | <hours, business> | <days, business> | <written decision, or page> | <to L2, by whom> |
| L2 | <captain, full name> | <L1 clock, used up> | <days, business> | <days, business> | <log entry, with dissent> | <to L3, within a day> |
| L3 | <executive, full name> | <appeal, or L2 clock> | <days, business> | <days, business> | <final, with revisit date> | <none, until revisit> |

The decide clocks add up to <sum of days, shown as an addition>. Drawing: <path of the ladder diagram, as a link>.`,
  },
  {
    name: 'How to write it',
    aliases: ['how to write it', 'joint statement', 'joint page', 'template'],
    blank: `The joint page holds, in this order:

1. Agreed facts: <facts, each with its file or reading>
2. Point of disagreement: <one sentence, accepted by both as the question>
3. Options: <two or more, each priced in weeks or money>
4. What each side would need: <number, test or date, for each side>
5. Cost of delay: <work held up, people idle, price per week>`,
  },
  {
    name: 'Clock rules',
    aliases: ['clock rules', 'clock'],
    blank: `- Business hours: <from and to, time zone>
- Deputies: <who stands in at which level, after how long>
- Default below the top: if no decision stands, <actor, and what they do>
- Default at the top: if no decision stands, <what remains in force, recorded by whom>`,
  },
  {
    name: 'After the decision',
    aliases: ['after the decision'],
    blank: `<Who records what, where, within how long.>

<What the objector gets in return for committing, and what ends the commitment.>`,
  },
  {
    name: 'Anti-patterns',
    aliases: ['anti-patterns', 'anti patterns', 'antipatterns'],
    blank: `- Surprise cc: <what it does, and the answer to it>
- Hallway reversal: <what it does, and the answer to it>
- Forum shopping: <what it does, and the answer to it>`,
  },
  {
    name: 'Worked example',
    aliases: ['worked example', 'example'],
    blank: `| When | Level | What happened |
| --- | --- | --- |
| <date, ISO> | before | <first objection, by whom> |
| <date and time, UTC> | L0 | <session opened, acknowledged when> |
| <date and time, UTC> | L0 | <clock used up, page signed> |
| <date and time, UTC> | L1 | <decided, and on which argument> |

What settled it: <the fact or line of the page, in one sentence>.`,
  },
  {
    name: 'Contacts',
    aliases: ['contacts'],
    blank: `| Level | Name | Role | Deputy |
| --- | --- | --- | --- |
| L0 | <full name, author> | <role, team> | <full name, or none> |
| L1 | <full name, lead> | <role, team> | <full name, or none> |
| L2 | <full name, captain> | <role, team> | <full name, or none> |
| L3 | <full name, executive> | <role, team> | <full name, or none> |`,
  },
];
