import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { categoryYears, saysStatusQuo, uncoveredCategories } from '../coverage';
import { changed, EXAMPLE_MODEL } from '../example-model';
import { type CostModel, type CostOption, sumOf } from '../model';

/**
 * TCO-05. The format has no status-quo mark, so the option's own name says it ("status quo", "current", "today"), or a tradeoff matrix of
 * the packet that scores the same option as the status quo.
 */
export const staffingAndMigration: AutoCriterion<CostModel> = {
  id: 'TCO-05',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'Staffing and migration are modelled',
  failTitle: 'Staffing or migration costs nothing',
  why: 'People and the move are usually the two largest lines; a model without them is a price list.',
  hint: 'Add FTE × loaded cost for each year, and the one-off migration of every option that changes something.',
  sources: ['SENG'],
  check: ({ model, packet }) => {
    if (model.options.length === 0) return failBecause('TCO-01');
    const scoredAsNow = new Set(
      packet
        .facts('option')
        .filter((fact) => fact.statusQuo)
        .map((fact) => fact.slug),
    );
    const problems: Problem[] = [];
    let untold = false;
    for (const option of model.options) {
      const staffing = categoryYears(option, 'staffing');
      if (staffing.length === 0) untold = true;
      staffing.forEach((value, year) => {
        if (value === null || value > 0) return;
        const line = option.lines.find((l) => l.category === 'staffing');
        problems.push({
          span: line?.at.at('values', year).span ?? option.at.at('id').span,
          message: `${option.id} has no staffing cost in ${model.yearLabels[year]}`,
        });
      });
      if (saysStatusQuo(option) || scoredAsNow.has(option.id)) continue;
      const migration = categoryYears(option, 'migration');
      if (migration.length === 0 && uncoveredCategories(model, option).includes('migration')) untold = true;
      else if ((sumOf(migration) ?? 1) <= 0) problems.push(noMigration(option));
    }
    if (problems.length === 0 && untold) return failBecause('TCO-01');
    const shown = model.options.flatMap((o) =>
      o.lines.filter((l) => l.category === 'staffing' || l.category === 'migration'),
    );
    return judge(
      problems,
      shown.map((line) => line.at.at('values').span),
    );
  },
  examples: {
    pass: [
      { source: EXAMPLE_MODEL, evidence: ['[3000, 0, 0, 0, 0]'] },
      {
        source: changed('Hourly batch (status quo)', 'Hourly batch'),
        packet: { 'p/tradeoff-matrix.yaml': 'options: [{id: batch, name: Batch, status_quo: true}]\n' },
      },
    ],
    fail: [
      { source: changed('Hourly batch (status quo)', 'Hourly batch'), at: ['[0, 0, 0, 0, 0]'] },
      {
        source: changed(
          'formula: "a_fte", values: [10000, 10000, 10000, 10000, 10000]',
          'formula: "a_fte", values: [10000, 10000, 10000, 0, 10000]',
        ),
        at: ['0'],
      },
    ],
  },
};

function noMigration(option: CostOption): Problem {
  const line = option.lines.find((l) => l.category === 'migration');
  return {
    span: line?.at.at('values').span ?? option.at.at('id').span,
    message: `${option.id} costs nothing to move to; only the status quo does`,
    hint: 'Add the one-off cost of the move in year 1, or say "status quo" in the name of the option that changes nothing.',
  };
}
