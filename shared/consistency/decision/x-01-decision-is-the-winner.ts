import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { numberOf, placeOf, textOf } from '../record-fields';
import { MATRIX, matrixText, RFC, rfcText } from './example-files';
import { decidedRfcs, type MatrixOf, namedIn, sameOption, withoutMatrix } from './options';
import { rename } from './rename';

/** Words an override needs to count as an argument (TM-04 asks for as many). */
const LEAST_REASON = 30;

/** X-01. A matrix that recommends less than its top score without a reason is TM-04's finding, and not told again. */
export const decisionIsTheWinner: ConsistencyRule = {
  id: 'X-01',
  severity: 'must',
  title: 'The RFC decides for the option that the matrix recommends',
  failTitle: 'The RFC and its matrix stand for different options',
  why: 'A reader who opens both files learns that one of them was not read by its author; which option is being approved is then anybody’s guess.',
  hint: 'Name the recommended option in the decision, or re-run the matrix; where judgement beats the score, write the override in both files.',
  kinds: ['rfc', 'tradeoff-matrix'],
  check: (packet) => {
    const pairs = decidedRfcs(packet);
    if (pairs.length === 0) return withoutMatrix(packet);
    const problems: RuleProblem[] = [];
    const evidence: Place[] = [];
    let because: string | undefined;
    for (const { rfc, matrix } of pairs) {
      const decision = packet.recordsOf('rfc-decision', rfc.path)[0];
      const recommended = textOf(matrix.head, 'recommendation');
      if (!decision || recommended === null) continue;
      const at = placeOf(decision, 'option');
      const winner = matrix.options.find((o) => o.slug === recommended);
      const same = sameOption(namedIn(decision), matrix.options);
      const there = placeOf(matrix.head, 'recommendation');
      const related = [{ ...there, message: `the matrix recommends ${recommended}` }];
      if (winner && same !== winner) {
        const decided = namedIn(decision).slug;
        const message = `The RFC decides for ${decided}, the matrix recommends ${recommended}`;
        problems.push({ ...at, message, related, ...rename(decided, at, recommended) });
        continue;
      }
      if (matrix.head.fields['top'] === false) {
        if ((numberOf(matrix.head, 'override-words') ?? 0) < LEAST_REASON) because = 'TM-04';
        else if (decision.fields['override'] !== true) {
          if (rfcShows(packet, rfc.path, matrix)) because = 'RFC-07';
          else problems.push(silent(at, matrix, recommended));
        }
      }
      evidence.push(at, there);
    }
    if (problems.length > 0 || because !== undefined)
      return { verdict: 'fail', problems, ...(because === undefined ? {} : { because }) };
    if (evidence.length === 0)
      return { verdict: 'not-evaluated', reason: 'The RFC names no option, or its matrix recommends none' };
    return { verdict: 'pass', evidence };
  },
  examples: {
    pass: [
      { files: { [RFC]: rfcText(), [MATRIX]: matrixText() } },
      {
        files: {
          [RFC]: rfcText().replace('We take Blue (`blue`).', 'We take Blue by name.'),
          [MATRIX]: matrixText(),
        },
      },
    ],
    fail: [
      {
        files: {
          [RFC]: rfcText().replace('We take Blue (`blue`)', 'We take Red (`red`)'),
          [MATRIX]: matrixText(),
        },
        at: [[RFC, '`red`']],
      },
    ],
  },
};

/** True when the RFC's own table of totals contradicts its decision: RFC-07 then asks for the override. */
function rfcShows(packet: Packet, path: string, matrix: MatrixOf): boolean {
  const recommended = textOf(matrix.head, 'recommendation');
  const scored = packet.recordsOf('score-row', path).filter((r) => numberOf(r, 'total') !== null);
  const own = scored.find((r) => sameOption(namedIn(r), matrix.options)?.slug === recommended);
  return own !== undefined && scored.some((r) => (numberOf(r, 'total') ?? 0) > (numberOf(own, 'total') ?? 0));
}

function silent(at: Place, matrix: MatrixOf, recommended: string): RuleProblem {
  const best = textOf(matrix.head, 'best') ?? 'another option';
  return {
    ...at,
    message: `The matrix recommends ${recommended} over ${best}, which scores higher; the RFC says nothing of an override`,
    related: [{ ...placeOf(matrix.head, 'recommendation'), message: `${recommended}, by an override` }],
  };
}
