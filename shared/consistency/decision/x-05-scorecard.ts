import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { textOf } from '../record-fields';
import { ADR, adrText, CARD, MATRIX, matrixText } from './example-files';
import { cardProblems, gridProblems } from './grid';
import { type MatrixOf, matrices, sameOption } from './options';

/**
 * A scorecard cites a matrix when it says so (`x-cites`: the RFC, or the id of the matrix), or when its ADR is related to the RFC and it
 * scores the same options. The table that the ADR itself repeats is held against the scorecard.
 */
export const scorecardEqualsMatrix: ConsistencyRule = {
  id: 'X-05',
  severity: 'must',
  title: 'A scorecard equals the matrix it cites',
  failTitle: 'A scorecard differs from the matrix it cites',
  why: 'Two grids for one decision, with one cell apart, let each side of a dispute hold up the one it likes.',
  hint: 'Copy the cell from the matrix, or change the matrix first and the scorecard with it.',
  kinds: ['tradeoff-matrix', 'adr'],
  check: (packet) => {
    const all = matrices(packet);
    if (all.length === 0) return { verdict: 'not-evaluated', reason: 'The packet has no tradeoff matrix' };
    const problems: RuleProblem[] = [];
    const evidence: Place[] = [];
    for (const card of all) {
      const adr = textOf(card.head, 'decision') ?? '';
      if (!/^ADR-/.test(adr)) continue;
      const matrix = cited(packet, card, all);
      if (matrix) {
        problems.push(...cardProblems(card, matrix));
        evidence.push({ path: card.path, span: card.head.span });
      }
      const path = packet.definitions('ADR').find((d) => d.id === adr)?.path;
      const rows = path === undefined ? [] : packet.recordsOf('score-row', path);
      problems.push(...gridProblems(rows, card, adr, 'its scorecard', matrix));
      evidence.push(...rows.map((r) => ({ path: r.path, span: r.span })));
    }
    if (problems.length > 0) return { verdict: 'fail', problems };
    if (evidence.length === 0)
      return { verdict: 'not-evaluated', reason: 'No scorecard of an ADR cites a matrix of the packet' };
    return { verdict: 'pass', evidence };
  },
  examples: {
    pass: [{ files: { [MATRIX]: matrixText(), [ADR]: adrText(), [CARD]: matrixText('ADR-001', 'SC-1') } }],
    fail: [
      {
        files: {
          [MATRIX]: matrixText(),
          [ADR]: adrText(),
          [CARD]: matrixText('ADR-001', 'SC-1')
            .replace('{score: 2,', '{score: 3,')
            .replace('weight: 40', 'weight: 35'),
        },
        at: [
          [CARD, '35'],
          [CARD, '3'],
        ],
      },
      {
        files: {
          [MATRIX]: matrixText(),
          [CARD]: `x-cites: RFC-007\n${matrixText('ADR-001', 'SC-1').replace('- id: red', '- id: green').replace('Red queue', 'Green queue')}`,
        },
        at: [
          [CARD, 'SC-1'],
          [CARD, 'green'],
        ],
      },
    ],
  },
};

function cited(packet: Packet, card: MatrixOf, all: readonly MatrixOf[]): MatrixOf | null {
  const cites = textOf(card.head, 'cites');
  const named = all.find(
    (m) => m !== card && cites !== null && (m.head.id === cites || textOf(m.head, 'decision') === cites),
  );
  if (named || cites !== null) return named ?? null;
  const related = new Set(relatedOf(packet, card));
  return (
    all.find(
      (m) =>
        m !== card &&
        related.has(textOf(m.head, 'decision') ?? '') &&
        m.options.length === card.options.length &&
        card.options.every((o) => sameOption(o, m.options)),
    ) ?? null
  );
}

function relatedOf(packet: Packet, card: MatrixOf): readonly string[] {
  const related = packet.definitions('ADR').find((d) => d.id === textOf(card.head, 'decision'))?.data[
    'related'
  ];
  return Array.isArray(related) ? (related as readonly string[]) : [];
}
