import { type AutoCriterion, fail, judge, type Problem } from '../../../rubric/criterion';
import { dayNumber } from '../../../text/quantities';
import { changed, EXAMPLE_MODEL } from '../example-model';
import type { CostModel } from '../model';

/** Twelve months, a leap day included. */
const LONGEST_DAYS = 366;

/** TCO-08. */
export const prices: AutoCriterion<CostModel> = {
  id: 'TCO-08',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Prices are dated and sourced',
  failTitle: 'A price has no date or no source',
  why: 'List prices change and differ by region; an undated one cannot be checked and is taken for a guess.',
  hint: 'Give each price its as_of date, within 12 months of the model, and the name of the page it was read from.',
  sources: ['PRICE-K', 'PRICE-M', 'PRICE-A'],
  check: ({ model }) => {
    const list = model.root.at('prices');
    if (model.prices.length === 0) {
      return fail({
        span: list.exists ? list.keySpan : model.root.at('options').keySpan,
        message: 'The model lists no prices',
      });
    }
    const written = model.root.at('date');
    const day = dayNumber(written.text ?? '');
    const problems: Problem[] = [];
    for (const price of model.prices) {
      const id = price.at.at('id').span;
      if (price.at.at('source').text === null)
        problems.push({ span: id, message: `${price.id} has no source` });
      const asOf = price.at.at('as_of');
      const read = dayNumber(asOf.text ?? '');
      if (read === null) {
        problems.push({
          span: asOf.exists ? asOf.span : id,
          message: `${price.id} has no date on which it was read (as_of)`,
        });
      } else if (day !== null && Math.abs(day - read) > LONGEST_DAYS) {
        const message = `${price.id} was read on ${asOf.text}, more than 12 months from the model's date ${written.text}`;
        problems.push({ span: asOf.span, message });
      }
    }
    return judge(
      problems,
      model.prices.slice(0, 5).map((price) => price.at.at('as_of').span),
    );
  },
  examples: {
    pass: [{ source: EXAMPLE_MODEL, evidence: ['2023-10-16'] }],
    fail: [
      { source: changed(', as_of: "2023-10-16"', ', as_of: "2022-10-16"'), at: ['2022-10-16'] },
      {
        source: changed(', source: price page, as_of: "2023-10-16"', ', source: ""'),
        at: ['p_day', 'p_day'],
      },
    ],
  },
};
