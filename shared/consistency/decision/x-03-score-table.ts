import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { numberOf, placeOf, type RecordOf, textOf } from '../record-fields';
import { MATRIX, matrixText, RFC, rfcText } from './example-files';
import { gridProblems } from './grid';
import { decidedRfcs, type MatrixOf, namedIn, sameOption, withoutMatrix } from './options';

/** X-03. A total that the matrix has wrong is TM-03's finding: text that quotes the right one is not to blame. */
export const scoreTable: ConsistencyRule = {
  id: 'X-03',
  severity: 'must',
  title: 'The score table of the RFC equals the matrix',
  failTitle: 'A score in the RFC is not the one in the matrix',
  why: 'The table is what people vote on; when the matrix behind it says something else, the vote was about numbers that nobody stands for.',
  hint: 'Copy the value from the matrix, or correct the matrix and recompute its totals.',
  kinds: ['rfc', 'tradeoff-matrix'],
  check: (packet) => {
    const pairs = decidedRfcs(packet);
    if (pairs.length === 0) return withoutMatrix(packet);
    const problems: RuleProblem[] = [];
    const evidence: Place[] = [];
    for (const { rfc, matrix } of pairs) {
      for (const row of rowsOf(packet, rfc.path)) {
        const option = sameOption(namedIn(row), matrix.options);
        // An option that only one of them has is X-02's to tell.
        if (!option) continue;
        const total = numberOf(row, 'total');
        const stated = numberOf(option, 'total');
        if (total !== null && stated !== null) {
          evidence.push(placeOf(row, 'total'));
          problems.push(...totalProblem(row, option, matrix));
        }
      }
      problems.push(...gridProblems(rowsOf(packet, rfc.path), matrix, 'the RFC', 'the matrix'));
    }
    if (problems.length > 0) return { verdict: 'fail', problems };
    if (evidence.length === 0)
      return {
        verdict: 'not-evaluated',
        reason: 'The RFC has no table with the totals of the matrix’s options',
      };
    return { verdict: 'pass', evidence };
  },
  examples: {
    pass: [
      { files: { [RFC]: rfcText(), [MATRIX]: matrixText() } },
      { files: { [RFC]: rfcText().replace('4.60', '4.6'), [MATRIX]: matrixText() } },
    ],
    fail: [
      { files: { [RFC]: rfcText().replace('4.60', '4.70'), [MATRIX]: matrixText() }, at: [[RFC, '4.70']] },
      {
        files: { [RFC]: rfcText().replace('| 2 | 5 |', '| 3 | 5 |'), [MATRIX]: matrixText() },
        at: [[RFC, '3']],
      },
      {
        files: { [RFC]: rfcText().replace('(60)', '(50)'), [MATRIX]: matrixText() },
        at: [[RFC, 'C1 speed (50)']],
      },
    ],
  },
};

function rowsOf(packet: Packet, path: string): readonly RecordOf[] {
  return packet.recordsOf('score-row', path);
}

function totalProblem(row: RecordOf, option: RecordOf, matrix: MatrixOf): RuleProblem[] {
  const total = numberOf(row, 'total') ?? 0;
  const decimals = Math.min(2, numberOf(row, 'decimals') ?? 2);
  const allowed = 0.5 * 10 ** -decimals + 1e-9;
  const stated = numberOf(option, 'total') ?? 0;
  const exact = numberOf(option, 'exact') ?? stated;
  if (Math.abs(total - stated) <= allowed || Math.abs(total - exact) <= allowed) return [];
  const at = placeOf(row, 'total');
  const written = stated.toFixed(decimals);
  return [
    {
      ...at,
      message: `The RFC gives ${textOf(option, 'name') ?? option.id} a total of ${total}, the matrix has ${stated}`,
      related: [{ ...placeOf(option, 'total'), path: matrix.path, message: `the matrix has ${stated}` }],
      fix: { title: `Write ${written}`, edits: [{ ...at.span, insert: written }] },
    },
  ];
}
