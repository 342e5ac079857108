import type { SectionBlank } from '../../rubric/repairs/insert-section';
import { OUTLINE } from './outline';
import { DESIGN } from './skeleton-design';

/** The sections as the template has them, without its notes: what a missing one is inserted with. */
export const SKELETON: readonly SectionBlank[] = [
  {
    ...OUTLINE.summary,
    blank: `We propose to <change, in one clause> between <start date, ISO> and <end date, ISO>, so that <measure, from its number today> becomes <target, with unit>.

Waiting costs <money per year, with its section>. The change costs <money in year one, from the model> and over five years <NPV, from the model>, against <NPV of the runner-up, from the model>.

Decision needed from <captain, full name> by <date, ISO>, because <what starts or expires, on that date>.`,
  },
  {
    ...OUTLINE.context,
    blank: `<Who the system serves, and with what, in two sentences.>

<Volume today, mean and peak, with units and source.>

<Path of the data today, step by step, with the services named.>

<Fixed points, such as region, currency, contracts, that this RFC does not touch.>

<Terms you use in a narrow sense, each defined in one sentence.>`,
  },
  {
    ...OUTLINE.problem,
    blank: `| Symptom | Measure | Baseline period | Source | Annual cost |
| --- | --- | --- | --- | --- |
| <symptom, as its victim puts it> | <value, with unit> | <quarter, or two dates> | <where measured, by whom> | <money per year, or not priced> |
| <second symptom, same form> | <value, with unit> | <same period, if you can> | <where measured, by whom> | <money per year, or not priced> |
| <third symptom, same form> | <value, with unit> | <same period, if you can> | <where measured, by whom> | <money per year, or not priced> |

Doing nothing costs <sum per year, with the addition shown>. What the change would remove of it, and from when: <share or amount, with the assumption behind it>.

Not visible in this table: <what nobody measures today, and why it matters>.`,
  },
  {
    ...OUTLINE.goals,
    blank: `### Goals

| Goal | Measure | Target | By when |
| --- | --- | --- | --- |
| G1 <goal, three words> | <what is counted, and where> | <number, with unit> | <date, ISO> |
| G2 <goal, three words> | <what is counted, and where> | <number, with unit> | <date, ISO> |
| G3 <goal, three words> | <what is counted, and where> | <number, with unit> | <date, ISO> |

### Non-goals

- <Excluded thing, in five words or more, and who might expect it.>
- <Second excluded thing, with the document that does cover it, if any.>
- <Third excluded thing, and why it can wait.>`,
  },
  {
    ...OUTLINE.alternatives,
    blank: `Weights were agreed on <date, ISO> by <full names, the losing side included>; scores followed on <date, ISO>. The full grid is in <path of the matrix file, as a link>.

| Option | <criterion one, weight> | <criterion two, weight> | <criterion three, weight> | <criterion four, weight> | <criterion five, weight> | Total |
| --- | --- | --- | --- | --- | --- | --- |
| <option one, slug in code marks> | <score, integer> | <score, integer> | <score, integer> | <score, integer> | <score, integer> | <total, two decimals> |
| <option two, slug in code marks> | <score, integer> | <score, integer> | <score, integer> | <score, integer> | <score, integer> | <total, two decimals> |
| <status quo, with its slug> | <score, integer> | <score, integer> | <score, integer> | <score, integer> | <score, integer> | <total, two decimals> |

What would flip the winner: <weight or score, and the value at which it flips>.

### <Option one, name and slug>

**How it works.** <Mechanism, in three sentences, for an engineer of another team.>

**Pros:**

- <Strength, with a number or an id.>
- <Second strength, with a number or an id.>

**Cons:**

- <Weakness, with a number or an id.>
- <Second weakness, with a number or an id.>

**Outcome.** <Chosen or not chosen, because of which criteria and at what price.>

### <Option two, name and slug>

**How it works.** <Mechanism, told so that its advocate would nod.>

**Pros:**

- <What it does better than your choice, with a number.>
- <Second thing it does well, with a number.>

**Cons:**

- <What it would cost you, with a number.>
- <Second cost, with a number.>

**Outcome.** <Not chosen, because of what, and under which conditions you would choose it.>

### Status quo: <today's system, name and slug>

**How it works.** <What stays as it is, and what must still be maintained.>

**Pros:**

- <What it spares you, with a number.>
- <Second thing it spares you, with a number.>

**Cons:**

- <What continues to hurt, with its row in section 3.>
- <What gets worse with growth, with the rate.>

**Outcome.** <Rejected or kept, because of what.>`,
  },
  {
    ...OUTLINE.design,
    blank: DESIGN,
  },
  {
    ...OUTLINE.concerns,
    blank: `### Security and privacy

<Data classes touched, the control, its owner, and what the control does not cover.>

### Observability

<What is counted, what pages, and which loss would leave every gauge green.>

### Data quality and schemas

<Who may change a schema, what refuses a bad change, and where rejects are kept.>

### Operations and on-call

<Pages per month now and after, FTE assumed, and who agreed to carry it.>

### Cost

<Year one and five years, linked to the model, with the assumption that decides it.>`,
  },
  {
    ...OUTLINE.rollout,
    blank: `| Phase | Start | End | Entry gate | Exit gate | Rollback trigger | Revert in |
| --- | --- | --- | --- | --- | --- | --- |
| P0 <phase, one word> | <date, ISO> | <date, ISO> | <check, with its number> | <check, with its number> | <metric, threshold, window> | <minutes, rehearsed or not> |
| P1 <phase, one word> | <date, ISO> | <date, ISO> | <check, with its number> | <check, with its number> | <metric, threshold, window> | <minutes, rehearsed or not> |
| P2 <phase, one word> | <date, ISO> | <date, ISO> | <check, with its number> | <check, with its number> | <metric, threshold, window> | <minutes, rehearsed or not> |

Why this order: <strongest argument against your order of phases, and your answer>. The plan itself is <path of the rollout plan, as a link>.`,
  },
  {
    ...OUTLINE.risks,
    blank: `| Risk | L × I | Owner | What makes us stop |
| --- | --- | --- | --- |
| <risk id, with its title> | <product, with both factors> | <one full name, no team> | <metric, threshold, window> |
| <second risk id, with its title> | <product, with both factors> | <one full name, no team> | <metric, threshold, window> |
| <third risk id, with its title> | <product, with both factors> | <one full name, no team> | <metric, threshold, window> |

The register is <path of the risk register, as a link>. The one I worry about most: <id, and why its score is honest>.`,
  },
  {
    ...OUTLINE.dissent,
    blank: `| Name | Role | Score | Concern | Disposition | Answer |
| --- | --- | --- | --- | --- | --- |
| <full name, voter one> | <role, team> | <score, minus ten to ten> | <concern, in their terms> | <accepted, rejected, deferred or disagree-and-commit> | <what changed, or id> |
| <full name, voter two> | <role, team> | <score, minus ten to ten> | <concern, in their terms> | <accepted, rejected, deferred or disagree-and-commit> | <what changed, or id> |
| <full name, voter three> | <role, team> | <score, minus ten to ten> | <concern, in their terms> | <accepted, rejected, deferred or disagree-and-commit> | <what changed, or id> |
| <full name, voter four> | <role, team> | <score, minus ten to ten> | <concern, in their terms> | <accepted, rejected, deferred or disagree-and-commit> | <what changed, or id> |
| <full name, voter five> | <role, team> | <score, minus ten to ten> | <concern, in their terms> | <accepted, rejected, deferred or disagree-and-commit> | <what changed, or id> |`,
  },
  {
    ...OUTLINE.decision,
    blank: `Decision: <option and slug, scope, start date, or still open>. Decided by <captain, full name> on <date, ISO>; it follows the highest score, or overrides it for the reason given in <path of the matrix, as a link>.

| Tripwire | Metric | Threshold | Window | Owner | Action |
| --- | --- | --- | --- | --- | --- |
| TW-01 | <metric, already collected> | <comparison, with unit> | <duration, or count> | <full name, one person> | <what is reopened, and the days allowed> |
| TW-02 | <metric, already collected> | <comparison, with unit> | <duration, or count> | <full name, one person> | <what is reopened, and the days allowed> |`,
  },
  {
    ...OUTLINE.questions,
    blank: `| Question | Owner | Due | What hangs on it |
| --- | --- | --- | --- |
| <question, ending in a question mark> | <full name, one person> | <date, ISO> | <ADR or section, and the effect> |
| <second question, same form> | <full name, one person> | <date, ISO> | <ADR or section, and the effect> |`,
  },
  {
    ...OUTLINE.references,
    blank: `- Numbers: <matrix and model, as links>
- Plan and safety: <rollout plan, register and runbook, as links>
- People: <pre-read, minutes or consensus record, as links>`,
  },
];
