import type { SectionBlank } from '../../rubric/repairs/insert-section';
import { OUTLINE } from './outline';

/** The sections as the template has them, without its notes: what a missing one is inserted with. */
export const SKELETON: readonly SectionBlank[] = [
  {
    ...OUTLINE.context,
    blank: `<What exists today, with two or three measured facts and their source.>

<What forces a decision now, and what it will fix for years.>`,
  },
  {
    ...OUTLINE.drivers,
    blank: `- <Heaviest driver, with its weight or its limit.>
- <Second driver, likewise.>
- <Third driver, and what it conflicts with.>`,
  },
  {
    ...OUTLINE.options,
    blank: `### <Option one, name and slug>

- Good, because <strength, with its number>.
- Bad, because <weakness, with its number>.

### <Option two, name and slug>

- Good, because <strength, one your choice lacks>.
- Bad, because <weakness, in terms its advocate accepts>.

### <Option three, or the status quo, name and slug>

- Good, because <what staying spares you, with a number>.
- Bad, because <what staying costs, per year>.`,
  },
  {
    ...OUTLINE.outcome,
    blank: `Chosen option: <name and slug, in code marks>, because <deciding reason, with its number>.

In the context of <situation, in one clause>, facing <force, in one clause>, we decided for <option, by name> and against <options, by name>, to achieve <outcome, with a measure>, accepting that <price, with a number>.`,
  },
  {
    ...OUTLINE.consequences,
    blank: `- Good, because <effect, and who feels it>.
- Bad, because <effect, and who pays for it>.
- Bad, because <second effect, with an amount or a date>.
- Neutral, because <what moves elsewhere, and to which ADR>.`,
  },
  {
    ...OUTLINE.reversibility,
    blank: `Type <one or two, in words>. Walking back after <phase, by name> takes <engineer-weeks, estimated by whom> or <money, with the rate per week shown>. Not recoverable: <what is lost for good, or nothing with a reason>.`,
  },
  {
    ...OUTLINE.scorecard,
    blank: `| Option | Total | What would flip it |
| --- | --- | --- |
| <winner, slug in code marks> | <total, two decimals> | <score or weight, with its value> |
| <runner-up, slug in code marks> | <total, two decimals> | <score or weight, with its value> |
| <status quo, slug in code marks> | <total, two decimals> | <score or weight, or nothing> |

Grid: <path of the scorecard, as a link>.`,
  },
  {
    ...OUTLINE.cost,
    blank: `| Option | Five-year total | NPV | Source |
| --- | --- | --- | --- |
| <winner, slug in code marks> | <money, from the model> | <money, from the model> | <model, as a link> |
| <runner-up, slug in code marks> | <money, from the model> | <money, from the model> | <model, as a link> |`,
  },
  {
    ...OUTLINE.dissent,
    blank: `<Dissent id, full name, role, score and position.>

> "<The statement, word for word, as its author approved it>"

<Your answer to the claim itself, and the tripwire that would prove them right.>`,
  },
  {
    ...OUTLINE.confirmation,
    blank: `<Check, where it runs, owner by full name, first due date.>`,
  },
  {
    ...OUTLINE.revisit,
    blank: `- <Tripwire id, with metric, threshold, window and owner.>
- <Date, ISO, with the question to be asked on it.>`,
  },
  {
    ...OUTLINE.more,
    blank: `<RFC, consensus record and neighbouring ADRs, as links.>`,
  },
];
