import type { SectionBlank } from '../../rubric/repairs/insert-section';
import { OUTLINE } from './outline';

/** The sections as the template has them, without its notes: what a missing one is inserted with. */
export const SKELETON: readonly SectionBlank[] = [
  {
    ...OUTLINE.summary,
    blank: `<What the system did, between which two timestamps, to what count of what.>

<How it was noticed, by which role or alert, minutes after the first harm.>

<What is recovered, what is permanent, and the direct cost with its parts.>

<Conditions and actions, counted, and when the strongest action lands.>`,
  },
  {
    ...OUTLINE.impact,
    blank: `| Measure | Value | Fate | How it was measured |
| --- | --- | --- | --- |
| <records lost or wrong, in your unit> | <count, exact> | <recovered or permanent, one word> | <counter and window, or query> |
| <share of all records, same window> | <percentage, two decimals> | <recovered or permanent, one word> | <numerator, over denominator> |
| <people misled, by what> | <count, out of all> | <recovered, permanent or not applicable> | <report or query, by whom> |
| <direct cost, sum of its parts> | <money, exact> | <recovered or permanent, one word> | <each addend, with its source> |
| <error budget, share used> | <percentage, of which SLO> | <recovered, permanent or not applicable> | <bad over budget, both counted> |
| <work it caused, in people-hours> | <count, with unit> | <not applicable, usually> | <time sheets, or ticket tags> |

What these figures cannot tell: <limit of the method, and in which direction it errs>.`,
  },
  {
    ...OUTLINE.timeline,
    blank: `| Time (UTC) | Event | Tag | Source |
| --- | --- | --- | --- |
| <time, UTC> | <change that set it off, with version> | trigger | <record ref, or log line> |
| <time, UTC> | <first harm, as a counter shows it> | impact-start | <record ref, or log line> |
| <time, UTC> | <first signal, and who could see it> | signal | <record ref, or log line> |
| <time, UTC> | <coincidence, taken for a cause> | red-herring | <record ref, or log line> |
| <time, UTC> | <green check, and what it was trusted for> | belief | <record ref, or log line> |
| <time, UTC> | <second signal, in another system> | signal | <record ref, or log line> |
| <time, UTC> | <explanation, settled on by whom> | belief | <record ref, or log line> |
| <time, UTC> | <second coincidence, later ruled out> | red-herring | <record ref, or log line> |
| <time, UTC> | <moment somebody knew, and how> | detection | <record ref, or log line> |
| <time, UTC> | <incident declared, with severity> | declaration | <record ref, or log line> |
| <time, UTC> | <theory ruled out, and by what> | action | <record ref, or log line> |
| <time, UTC> | <query or test, and what it isolated> | action | <record ref, or log line> |
| <time, UTC> | <harm stopped, by which step> | mitigation | <record ref, or log line> |
| <time, UTC> | <repair begins, with its scope> | recovery | <record ref, or log line> |
| <time, UTC> | <repair complete, as measured> | recovery | <record ref, or log line> |
| <time, UTC> | <verified whole, by which comparison> | resolution | <record ref, or log line> |

| Duration | From | To | Minutes |
| --- | --- | --- | --- |
| Time to detect | impact-start | detection | <minutes, computed> |
| Time to declare | detection | declaration | <minutes, computed> |
| Time to mitigate | detection | mitigation | <minutes, computed> |
| Total impact | impact-start | mitigation | <minutes, computed> |
| Time to resolve | impact-start | resolution | <minutes, computed> |`,
  },
  {
    ...OUTLINE.detection,
    blank: `<Who or what noticed, by which comparison, how long after the first harm.>

<Signals that existed before that, and why they reached nobody.>

<Alert that fires on these data, at which minute, and what is spared then.>`,
  },
  {
    ...OUTLINE.response,
    blank: `<First theory, why it was reasonable, what ruled it out.>

<Query or observation that found the place, and the role that asked for it.>

<Mitigation chosen, alternatives set aside, minutes taken.>`,
  },
  {
    ...OUTLINE.recovery,
    blank: `<What was replayed or rebuilt, from which source, in minutes.>

<Check that proves it whole, with its result.>

<What could not be restored, and the cut-off that explains the amount.>`,
  },
  {
    ...OUTLINE.causes,
    blank: `| Factor | Category | Kind | How it contributed | Evidence | Without it |
| --- | --- | --- | --- | --- | --- |
| CF-01 <condition, as it existed> | schema and code | latent | <mechanism, in one clause> | <record ref, or document> | <amount avoided, computed> |
| CF-02 <condition, as it existed> | measurement | detection | <mechanism, in one clause> | <record ref, or document> | <amount avoided, computed> |
| CF-03 <condition, as it existed> | process and change | active | <mechanism, in one clause> | <record ref, or document> | <amount avoided, or not known> |
| CF-04 <condition, as it existed> | architecture and dependencies | recovery | <mechanism, in one clause> | <record ref, or document> | <amount avoided, or not known> |

<How the factors fitted together, in three sentences, without ranking people.>`,
  },
  {
    ...OUTLINE.trigger,
    blank: `<Event, version and minute, and why it was an ordinary thing to do.>`,
  },
  {
    ...OUTLINE.wentWell,
    blank: `- <What limited the harm, and the decision behind it.>
- <Second, from another responder.>
- <Third, about tools or rehearsal.>`,
  },
  {
    ...OUTLINE.wentWrong,
    blank: `- <Difficulty, with what it cost in minutes or records.>
- <Second difficulty, in another team's work.>
- <Third difficulty, in communication.>`,
  },
  {
    ...OUTLINE.lucky,
    blank: `- <Circumstance, and what follows on a day without it.>
- <Second circumstance, with its number.>
- <Third circumstance, and whom it spared.>`,
  },
  {
    ...OUTLINE.budget,
    blank: `| SLO | Target and window | Valid | Budget | Consumed |
| --- | --- | --- | --- | --- |
| SLO-01 <promise, three words> | <percentage, days, rolling> | <count, valid events> | <count, one minus target times valid> | <percentage, with the division> |
| SLO-02 <promise, three words> | <percentage, days, rolling> | <count, valid events> | <count, one minus target times valid> | <percentage, with the division> |

Consequence under the budget policy: <what freezes, until when, who may grant an exception>.`,
  },
  {
    ...OUTLINE.actions,
    blank: `| ID | Action | Level | Owner | Due | Priority | SLO | CF | Verification |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| AI-01 | <verb first, what changes> | eliminate | <full name, one person> | <date, ISO> | P0 | <SLO id, existing> | <CF ids, existing> | <test that fails today, and its expected result> |
| AI-02 | <verb first, what changes> | automate | <full name, one person> | <date, ISO> | P0 | <SLO id, existing> | <CF ids, existing> | <test that fails today, and its expected result> |
| AI-03 | <verb first, what changes> | guardrail | <full name, one person> | <date, ISO> | P1 | <SLO id, existing> | <CF ids, existing> | <test that fails today, and its expected result> |
| AI-04 | <verb first, what changes> | document | <full name, one person> | <date, ISO> | P2 | <SLO id, existing> | <CF ids, existing> | <test that fails today, and its expected result> |`,
  },
  {
    ...OUTLINE.lessons,
    blank: `- <Lesson, as a question for the next review.>
- <Second lesson, with the document it changes.>`,
  },
  {
    ...OUTLINE.supporting,
    blank: `- Evidence: <raw records and full timeline, as links>
- Analysis: <factors, whys and fishbone, as links>
- Decisions that followed: <ADR ids, as links>`,
  },
];
