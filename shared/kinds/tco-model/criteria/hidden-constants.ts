import { type AutoCriterion, failBecause, judge } from '../../../rubric/criterion';
import { changed, EXAMPLE_MODEL } from '../example-model';
import { type CostModel, formulaSpan, type Series } from '../model';

const LARGEST = 12;

/** Months, hours, days and byte units: numbers that nobody has to defend. */
const UNIT_FACTORS: ReadonlySet<number> = new Set([12, 24, 30, 365, 1000, 1024, 8760]);

/** TCO-09. Formulas that do not parse are TCO-04's. */
export const hiddenConstants: AutoCriterion<CostModel> = {
  id: 'TCO-09',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'No hidden constants',
  failTitle: 'A formula hides a constant',
  why: 'A number inside a formula has no source, no confidence and no sensitivity row: the one place where a model can be bent unseen.',
  hint: 'Promote the number to an assumption with its source; only 12, 24, 30, 365, 1000, 1024 and 8760 may stand in formulas.',
  sources: ['Seed'],
  check: ({ model }) => {
    const all: readonly Series[] = [...model.derived, ...model.options.flatMap((option) => option.lines)];
    const written = all.filter((series) => series.formula !== null);
    if (written.length === 0) return failBecause('TCO-01');
    const problems = written.flatMap((series) => {
      const numbers = series.formula?.ok ? series.formula.value.numbers : [];
      return numbers.flatMap((number) => {
        const value = Number(number.text);
        if (value <= LARGEST || UNIT_FACTORS.has(value)) return [];
        return [
          {
            span: formulaSpan(series.at, number),
            message: `${series.id} holds ${number.text}, which is neither an assumption nor a unit factor`,
          },
        ];
      });
    });
    return judge(
      problems,
      written.slice(0, 5).map((series) => series.at.at('formula').span),
    );
  },
  examples: {
    pass: [{ source: EXAMPLE_MODEL, evidence: ['a_unit * G'] }],
    fail: [
      { source: changed('formula: "a_fte"', 'formula: "a_fte + 250 - 250"'), at: ['250', '250'] },
      { source: changed('"2 * a_fte"', '"20000"'), at: ['20000'] },
    ],
  },
};
