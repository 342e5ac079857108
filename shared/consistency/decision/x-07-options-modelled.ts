import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { slugOf } from '../../text/option-name';
import { listOf, textOf } from '../record-fields';
import { ADR, adrText, MATRIX, MODEL, matrixText, modelText } from './example-files';
import { type Modelled, modelled } from './model-values';
import { type MatrixOf, matrices, namedIn, sameOption } from './options';

/** True for the scorecard of an ADR: it may score options that nobody priced, and says so in their evidence. */
export function decidesAdr(matrix: MatrixOf): boolean {
  return /^ADR-/.test(textOf(matrix.head, 'decision') ?? '');
}

/** X-07. Options that only an ADR's scorecard weighs are X-06's matter. */
export const optionsModelled: ConsistencyRule = {
  id: 'X-07',
  severity: 'must',
  title: 'The cost model covers the options',
  failTitle: 'Matrix and cost model price different options',
  why: 'An option without a price loses the cost argument by default, and one that is priced but never weighed makes readers ask who dropped it.',
  hint: 'Give each scored option its lines in the model; name an option that only the model has in the ADR that considered it.',
  kinds: ['tradeoff-matrix', 'tco-model', 'adr'],
  check: (packet) => {
    const priced = modelled(packet);
    if (priced.length === 0) return { verdict: 'not-evaluated', reason: 'The packet has no cost model' };
    const all = matrices(packet).filter((m) => m.options.length > 0);
    const scored = all.filter((m) => !decidesAdr(m));
    if (scored.length === 0)
      return { verdict: 'not-evaluated', reason: 'The packet has no tradeoff matrix that decides an RFC' };
    const problems: RuleProblem[] = [];
    const prices = priced.map((m) => m.slug).join(', ');
    for (const matrix of scored) {
      for (const option of matrix.options) {
        if (sameOption(option, priced)) continue;
        problems.push({
          path: matrix.path,
          span: option.span,
          message: `The cost model has no option ${option.slug}`,
          related: priced.slice(0, 1).map((m) => ({ ...m.place, message: `the model prices ${prices}` })),
        });
      }
    }
    for (const option of priced) {
      if (all.some((m) => sameOption(option, m.options)) || namedInAdr(packet, option)) continue;
      problems.push({
        ...option.place,
        message: `The model prices ${option.slug}, which no matrix scores and no ADR names`,
        related: scored.slice(0, 1).map((m) => ({
          path: m.path,
          span: m.head.span,
          message: `the matrix scores ${m.options.map((o) => o.slug).join(', ')}`,
        })),
      });
    }
    if (problems.length > 0) return { verdict: 'fail', problems };
    const evidence: Place[] = priced.map((m) => m.place);
    return { verdict: 'pass', evidence };
  },
  examples: {
    pass: [
      { files: { [MATRIX]: matrixText(), [MODEL]: modelText() } },
      {
        files: {
          [MATRIX]: matrixText(),
          [MODEL]: `${modelText().replace('sensitivity:', '  - {id: grey, name: Grey queue, npv: 9}\nsensitivity:')}`,
          [ADR]: `${adrText()}\nWe also priced \`grey\`.\n`,
        },
      },
    ],
    fail: [
      {
        files: {
          [MATRIX]: matrixText().replaceAll('red', 'green').replace('Red', 'Green'),
          [MODEL]: modelText(),
        },
        at: [
          [MATRIX, 'green'],
          [MODEL, 'red'],
        ],
      },
    ],
  },
};

/** By its slug in code marks, or as an option that the ADR weighs. */
function namedInAdr(packet: Packet, option: Modelled): boolean {
  const name = slugOf(option.name);
  return (
    packet.records('adr-slugs').some((r) => listOf(r, 'slugs').includes(option.slug)) ||
    packet.records('adr-option').some((r) => sameOption(option, [namedIn(r)]) !== null) ||
    packet.definitions('ADR').some((adr) => slugOf(adr.title).includes(name))
  );
}
