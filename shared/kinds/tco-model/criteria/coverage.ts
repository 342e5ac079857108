import { type AutoCriterion, judge, type Problem } from '../../../rubric/criterion';
import { NEEDED, uncoveredCategories } from '../coverage';
import { changed, EXAMPLE_MODEL } from '../example-model';
import { type CostModel, YEARS } from '../model';

const LEAST_OPTIONS = 3;

/** TCO-01. Carries the finding when the model has no options at all. */
export const coverage: AutoCriterion<CostModel> = {
  id: 'TCO-01',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Five years, three options or more, the same categories in each',
  failTitle: 'The options are not costed alike',
  why: 'A cost that one option carries and another leaves out decides the ranking without being argued; finance finds it first.',
  hint: 'Add the missing line, with zeros where it costs nothing, or record the category under excluded with the reason.',
  sources: ['Seed'],
  check: ({ model }) => {
    const options = model.root.at('options');
    const years = model.root.at('meta', 'years');
    const problems: Problem[] = [];
    if (years.items.length !== YEARS) {
      problems.push({ span: years.keySpan, message: `The model covers ${years.items.length} years of 5` });
    }
    if (model.options.length < LEAST_OPTIONS) {
      problems.push({
        span: options.keySpan,
        message: `The model costs ${model.options.length} options; at least ${LEAST_OPTIONS} are wanted`,
      });
    }
    for (const option of model.options) {
      const at = option.at.at('id').span;
      const own = new Set(option.lines.map((line) => line.category));
      const lacking = NEEDED.filter((group) => !group.some((category) => own.has(category)));
      for (const group of lacking) {
        problems.push({ span: at, message: `${option.id} has no ${group.join(' and no ')} line` });
      }
      for (const category of uncoveredCategories(model, option)) {
        if (lacking.some((group) => group.includes(category))) continue;
        problems.push({
          span: at,
          message: `${option.id} has no ${category} line, which another option has, and excluded does not name ${category}`,
        });
      }
      for (const line of option.lines) {
        const values = line.at.at('values');
        const count = line.values.filter((value) => value !== null).length;
        if (count === YEARS && values.items.length === YEARS) continue;
        const found =
          count === values.items.length ? `${count}` : `${count} numbers among ${values.items.length}`;
        problems.push({
          span: values.exists ? values.span : line.at.at('id').span,
          message: `${line.id} has ${found} values of ${YEARS}`,
        });
      }
    }
    return judge(problems, [years.span, ...model.options.map((option) => option.at.at('id').span)]);
  },
  examples: {
    pass: [
      { source: EXAMPLE_MODEL, evidence: ['stream'] },
      {
        source: changed(
          '      - {id: h_migration, category: migration, formula: "max(0, 2 - y) * a_move", values: [3000, 0, 0, 0, 0]}\n',
          '',
          changed('item: licences', 'item: migration of the hosted stream'),
        ),
      },
    ],
    fail: [
      {
        source: changed(
          'category: staffing, formula: "2 * a_fte"',
          'category: tooling, formula: "2 * a_fte"',
        ),
        at: ['stream', 'hosted', 'batch'],
      },
      {
        source: changed('id: b_storage, category: storage', 'id: b_storage, category: other'),
        at: ['batch'],
      },
      {
        source: changed('[600, 720, 864, 1037, 1244]', '[600, 720, 864, 1037]'),
        at: ['[600, 720, 864, 1037]'],
      },
      {
        source: changed('years: [2024, 2025, 2026, 2027, 2028]', 'years: [2024, 2025, 2026]'),
        at: ['years'],
      },
    ],
  },
};
