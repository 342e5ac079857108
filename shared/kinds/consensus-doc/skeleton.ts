import type { SectionBlank } from '../../rubric/repairs/insert-section';
import { OUTLINE } from './outline';

/** The sections as the template has them, without its notes: what a missing one is inserted with. */
export const SKELETON: readonly SectionBlank[] = [
  {
    ...OUTLINE.decision,
    blank: `We adopt <option and slug, by name> for <scope, in one clause> from <date, ISO>, under <condition ids, or no conditions>.`,
  },
  {
    ...OUTLINE.considered,
    blank: `| Option | Slug | Score | Five-year NPV | Source |
| --- | --- | --- | --- | --- |
| <option one, by name> | <slug, in code marks> | <total, two decimals> | <money, from the model> | <matrix and model, as links> |
| <option two, by name> | <slug, in code marks> | <total, two decimals> | <money, from the model> | <matrix and model, as links> |
| <status quo, by name> | <slug, in code marks> | <total, two decimals> | <money, from the model> | <matrix and model, as links> |

<What carried the decision, what did not, and who weighs them differently.>`,
  },
  {
    ...OUTLINE.positions,
    blank: `| Name | Role | Position | Score | Reason |
| --- | --- | --- | --- | --- |
| <full name, voter one> | <role, team> | <consent, consent-with-reservation, disagree-and-commit, object or abstain> | <minus ten to ten, integer> | <their reason, in four words or more> |
| <full name, voter two> | <role, team> | <consent, consent-with-reservation, disagree-and-commit, object or abstain> | <minus ten to ten, integer> | <their reason, in four words or more> |
| <full name, voter three> | <role, team> | <consent, consent-with-reservation, disagree-and-commit, object or abstain> | <minus ten to ten, integer> | <their reason, in four words or more> |
| <full name, voter four> | <role, team> | <consent, consent-with-reservation, disagree-and-commit, object or abstain> | <minus ten to ten, integer> | <their reason, in four words or more> |`,
  },
  {
    ...OUTLINE.conditions,
    blank: `| ID | Condition | Owner | Due | Gates | Evidence | State |
| --- | --- | --- | --- | --- | --- | --- |
| C-1 | <statement, true once it is met> | <full name, one person> | <date, ISO> | <phase id, from the plan> | <document or measurement, by name> | open |
| C-2 | <statement, true once it is met> | <full name, one person> | <date, ISO> | <phase id, from the plan> | <document or measurement, by name> | open |`,
  },
  {
    ...OUTLINE.dissent,
    blank: `### D-01 <full name, dissenter one>

- **Position:** <position, score and role>
- **Statement:**

> "<What they said, word for word, as they approved it in writing>"

- **Would change my mind:** <an observation, with a number and a place>
- **Response:** <answer to the claim, and the part of it you grant>
- **Tripwire:** TW-01

### D-02 <full name, or remove this block>

- **Position:** <position, score and role>
- **Statement:**

> "<The second statement, in quotation marks, unedited by you>"

- **Would change my mind:** <an observation, with a number and a date>
- **Response:** <answer to the claim, and what measures it from now on>
- **Tripwire:** TW-02`,
  },
  {
    ...OUTLINE.tripwires,
    blank: `| ID | Metric | Threshold | Window | Owner | Action | Deadline (business days) |
| --- | --- | --- | --- | --- | --- | --- |
| TW-01 | <metric, collected today> | <comparison, number, unit> | <duration, or count> | <full name, one person> | <what stops, what is reopened> | <whole number, of days> |
| TW-02 | <metric, collected today> | <comparison, number, unit> | <duration, or count> | <full name, one person> | <what stops, what is reopened> | <whole number, of days> |`,
  },
  {
    ...OUTLINE.commitments,
    blank: `- <Captain, full name> <does what, visibly, and by when>
- <Dissenter, full name> <does what, and leaves what closed unless a tripwire fires>`,
  },
  {
    ...OUTLINE.revisit,
    blank: `<Date, ISO, with the documents to bring and who calls the meeting.>`,
  },
  {
    ...OUTLINE.signOff,
    blank: `| Name | Capacity | Signed |
| --- | --- | --- |
| <full name, dissenter> | accepts the wording of <D-id, their own> | <date, ISO> |
| <full name, facilitator> | facilitator, confirms the positions | <date, ISO> |
| <full name, captain> | captain, decides | <date, ISO> |`,
  },
];
