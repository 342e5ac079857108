import type { SectionBlank } from '../../rubric/repairs/insert-section';
import { OUTLINE } from './outline';

/** The sections as the template has them, without its notes: what a missing one is inserted with. */
export const SKELETON: readonly SectionBlank[] = [
  {
    ...OUTLINE.claim,
    blank: `<Decision, scope and consequence, in three sentences.>

<Why this is work of the target level, in one.>`,
  },
  {
    ...OUTLINE.scope,
    blank: `- Teams: <count, and their names>
- Time: <months, from and to>
- Money: <amount decided on, with the model as a link>
- People affected: <count, and how>`,
  },
  {
    ...OUTLINE.evidence,
    blank: `| Competency | Artifact | My role | Outcome | Who else gained |
| --- | --- | --- | --- | --- |
| <competency one, as the ladder words it> | <artifact, as a link> | <author or other, honestly> | <what happened, past tense, with a number> | <team, other than yours> |
| <competency two, as the ladder words it> | <artifact, as a link> | <author or other, honestly> | <what happened, past tense, with a number> | <team, other than yours> |
| <competency three, as the ladder words it> | <artifact, as a link> | <author or other, honestly> | <what happened, past tense, with a number> | <team, or none> |
| <competency four, as the ladder words it> | <artifact, as a link> | <author or other, honestly> | <what happened, past tense, with a number> | <team, or none> |`,
  },
  {
    ...OUTLINE.changed,
    blank: `- <Rule or gate, since when, kept by whom.>
- <Practice another team took over, with its link.>`,
  },
  {
    ...OUTLINE.differently,
    blank: `<What you decided, what you had been told, what it cost, with the incident id as a link.>

<What you do since, and where it can be seen.>`,
  },
  {
    ...OUTLINE.references,
    blank: `- <Full name, role, and what they saw.>
- <Full name, role, of someone who disagreed.>
- <Full name, role, from another team.>`,
  },
  {
    ...OUTLINE.guide,
    blank: `| Time | Read | Words |
| --- | --- | --- |
| 5 min | <files or sections, as links> | <sum of words, up to 1,100> |
| 15 min | <files or sections, as links> | <sum of words, up to 3,300> |
| 60 min | <files or sections, as links> | <sum of words, up to 13,200> |`,
  },
];
