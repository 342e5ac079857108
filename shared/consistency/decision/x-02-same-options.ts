import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { MATRIX, matrixText, RFC, rfcText } from './example-files';
import { decidedRfcs, type MatrixOf, sameOption, withoutMatrix } from './options';

/** X-02. Names are compared as slugs; a short form that fits one option only is the same option. */
export const sameOptions: ConsistencyRule = {
  id: 'X-02',
  severity: 'must',
  title: 'RFC and matrix weigh the same options',
  failTitle: 'An option is in the RFC or in the matrix only',
  why: 'An option that was argued and not scored, or scored and not argued, looks like one that somebody wanted out of the comparison.',
  hint: 'Score the option in the matrix, or give it a heading among the alternatives; use the same slug in code marks in both.',
  kinds: ['rfc', 'tradeoff-matrix'],
  check: (packet) => {
    const pairs = decidedRfcs(packet);
    if (pairs.length === 0) return withoutMatrix(packet);
    const problems: RuleProblem[] = [];
    const evidence: Place[] = [];
    for (const { rfc, matrix } of pairs) {
      const argued = packet.facts('option').filter((o) => o.path === rfc.path);
      if (argued.length === 0 || matrix.options.length === 0) continue;
      problems.push(...compare(packet, rfc.path, matrix));
      evidence.push(...argued.map(({ path, span }) => ({ path, span })));
    }
    if (problems.length > 0) return { verdict: 'fail', problems };
    if (evidence.length === 0)
      return { verdict: 'not-evaluated', reason: 'The RFC or its matrix lists no option' };
    return { verdict: 'pass', evidence };
  },
  examples: {
    pass: [
      { files: { [RFC]: rfcText(), [MATRIX]: matrixText() } },
      { files: { [RFC]: rfcText().replaceAll(' (`blue`)', ' queue'), [MATRIX]: matrixText() } },
    ],
    fail: [
      {
        files: {
          [RFC]: `${rfcText().replace('## Proposed', '### Green (`green`)\n\nNew.\n\n## Proposed')}`,
          [MATRIX]: matrixText(),
        },
        at: [[RFC, '### Green (`green`)']],
      },
      {
        files: {
          [RFC]: rfcText(),
          [MATRIX]: matrixText().replace(
            'recommendation:',
            '  - {id: green, name: Green queue}\nrecommendation:',
          ),
        },
        at: [[MATRIX, 'green']],
      },
    ],
  },
};

function compare(packet: Packet, path: string, matrix: MatrixOf): RuleProblem[] {
  const argued = packet.facts('option').filter((o) => o.path === path);
  const found = new Set<string>();
  const problems: RuleProblem[] = [];
  const list = { path: matrix.path, span: matrix.head.span };
  for (const option of argued) {
    const scored = sameOption(option, matrix.options);
    if (scored) {
      found.add(scored.slug);
      continue;
    }
    const message = `The RFC weighs ${option.name} (${option.slug}), which the matrix does not score`;
    const scores = matrix.options.map((o) => o.slug).join(', ');
    problems.push({
      path,
      span: option.span,
      message,
      related: [{ ...list, message: `the matrix scores ${scores}` }],
    });
  }
  for (const option of matrix.options) {
    if (found.has(option.slug)) continue;
    const [first] = argued;
    const names = argued.map((o) => o.slug).join(', ');
    problems.push({
      path: matrix.path,
      span: option.span,
      message: `The matrix scores ${option.slug}, which the RFC does not weigh`,
      related: first ? [{ path, span: first.span, message: `the RFC weighs ${names}` }] : [],
    });
  }
  return problems;
}
