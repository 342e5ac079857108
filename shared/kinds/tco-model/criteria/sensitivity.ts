import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { type SensitivityRow, sensitivityRows } from '../cases';
import { changed, EXAMPLE_MODEL } from '../example-model';
import type { CostModel } from '../model';

const WANTED = [
  { name: 'traffic', pattern: /traffic|growth|volume/i },
  { name: 'retention', pattern: /retention/i },
];

/** TCO-06. One sound row per driver is enough; whether the stated NPVs recompute is the packet rule X-08's. */
export const sensitivity: AutoCriterion<CostModel> = {
  id: 'TCO-06',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Sensitivity covers traffic and retention',
  failTitle: 'Sensitivity to traffic or retention is missing',
  why: 'Traffic and retention are the two numbers most likely to be wrong in year 3; a ranking that was never swept over them is luck.',
  hint: 'Sweep growth (or volume) and retention low and high, and record which option wins at each end.',
  sources: ['Seed'],
  check: ({ model }) => {
    if (model.options.length === 0) return failBecause('TCO-01');
    const at = model.root.at('sensitivity');
    const ids = new Set(model.options.map((option) => option.id));
    const rows = sensitivityRows(model);
    const good: SensitivityRow[] = [];
    const problems: Problem[] = [];
    for (const { name, pattern } of WANTED) {
      const candidates = rows
        .filter((row) => pattern.test(row.driver))
        .map((row) => ({ row, flaws: flaws(row, ids) }));
      const sound = candidates.find((candidate) => candidate.flaws.length === 0);
      if (sound) good.push(sound.row);
      else if (candidates[0]) problems.push(...candidates[0].flaws);
      else
        problems.push({
          span: at.exists ? at.keySpan : model.root.at('options').keySpan,
          message: `No sensitivity row sweeps ${name}`,
        });
    }
    return judge(
      problems,
      good.map((row) => row.at.at('driver').span),
    );
  },
  examples: {
    pass: [{ source: EXAMPLE_MODEL, evidence: ['hot retention (a_ret)'] }],
    fail: [
      {
        source: changed(
          '- {driver: hot retention (a_ret), unit: days, low: 3,',
          '- {driver: hot days (a_ret), unit: days, low: 3,',
        ),
        at: ['sensitivity'],
      },
      { source: changed('low: 3, base: 7, high: 14', 'low: 14, base: 7, high: 14'), at: ['14'] },
      {
        source: changed('winner_low: hosted, winner_high: stream', 'winner_low: both, winner_high: stream'),
        at: ['both'],
      },
    ],
  },
};

function flaws(row: SensitivityRow, ids: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  if (row.low === null || row.high === null) {
    const end = row.low === null ? 'low' : 'high';
    problems.push({ span: row.at.at('driver').span, message: `"${row.driver}" has no ${end} value` });
  } else if (row.low === row.high) {
    problems.push({
      span: row.at.at('high').span,
      message: `"${row.driver}" is swept from ${row.low} to ${row.high}, which is no sweep`,
    });
  }
  for (const end of ['winner_low', 'winner_high'] as const) {
    const winner = row.at.at(end);
    if (winner.text !== null && ids.has(winner.text)) continue;
    problems.push({
      span: winner.exists ? winner.span : row.at.at('driver').span,
      message: `"${row.driver}" names ${winner.text === null ? 'no winner' : `"${winner.text}", which is no option,`} at its ${end === 'winner_low' ? 'low' : 'high'} end`,
    });
  }
  return problems;
}
