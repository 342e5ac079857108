import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { listOf, numberOf, textOf } from '../record-fields';
import { MODEL, modelText } from './example-files';

/**
 * Cells, totals, NPVs and break-evens have criteria of their own, which say what is wrong; the rule fails with them and tells only what no
 * criterion looks at, the rows of the sensitivity block. Those are compared once the cells follow from their formulas.
 */
export const modelRecomputes: ConsistencyRule = {
  id: 'X-08',
  severity: 'must',
  title: 'The arithmetic of the cost model holds',
  failTitle: 'The cost model does not recompute',
  why: 'Every figure that other files quote comes from here; one row that does not recompute and finance will ask for all of them again.',
  hint: 'Let the fix write the computed values, or correct the assumption that the row was made with.',
  kinds: ['tco-model'],
  check: (packet) => {
    const groups = packet.records('tco-recomputed');
    if (groups.length === 0) return { verdict: 'not-evaluated', reason: 'The packet has no cost model' };
    const problems: RuleProblem[] = packet.records('tco-sensitivity-gap').map((gap) => {
      const edits = listOf(gap, 'write').flatMap((insert, i) => {
        const span = gap.places[`write${i}`];
        return span ? [{ ...span, insert }] : [];
      });
      const title =
        edits.length === 1 ? `Write ${edits[0]?.insert}` : `Write ${edits.length} computed values`;
      return {
        path: gap.path,
        span: gap.span,
        message: textOf(gap, 'message') ?? '',
        related: [],
        ...(edits.length > 0 ? { fix: { title, edits } } : {}),
      };
    });
    const told = groups.find((g) => (numberOf(g, 'wrong') ?? 0) > 0 && textOf(g, 'criterion') !== null);
    const because = told ? textOf(told, 'criterion') : null;
    if (problems.length > 0 || because !== null)
      return { verdict: 'fail', problems, ...(because === null ? {} : { because }) };
    const evidence: Place[] = groups.map(({ path, span }) => ({ path, span }));
    return { verdict: 'pass', evidence };
  },
  examples: {
    pass: [{ files: { [MODEL]: modelText() } }],
    fail: [
      {
        files: { [MODEL]: modelText().replace('npv_low: {blue: 900000', 'npv_low: {blue: 900002') },
        at: [[MODEL, '900002']],
      },
      {
        files: { [MODEL]: modelText().replace('winner_high: red', 'winner_high: blue') },
        at: [[MODEL, 'blue']],
      },
      { files: { [MODEL]: modelText().replace('base: 1050000', 'base: 1100000') }, at: [[MODEL, '1100000']] },
      {
        files: {
          [MODEL]: modelText().replace(
            '- {driver: bill of blue (a_blue), low',
            '- {driver: bill of blue, low',
          ),
        },
        at: [[MODEL, 'bill of blue']],
      },
      // A cell that its formula does not give is told by TCO-04 alone.
      { files: { [MODEL]: modelText().replace('values: [1050000', 'values: [1050009') }, at: [] },
    ],
  },
};
