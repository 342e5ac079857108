import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { numberOf, placeOf, type RecordOf, textOf } from '../record-fields';
import { type Band, bandScore, bandsIn, scoresTotalCost, usualBands } from './cost-bands';
import { CARD, MATRIX, MODEL, matrixText, modelText } from './example-files';
import { type Modelled, modelled, npvPlace, npvsOf } from './model-values';
import { type MatrixOf, matrices } from './options';
import { decidesAdr } from './x-07-options-modelled';

/**
 * X-06. The premium is taken over the cheapest option that the matrix scores, or over the cheapest of the model: a score that fits either passes.
 * An option that an RFC's matrix scores and no model prices is X-07's finding.
 */
export const costScore: ConsistencyRule = {
  id: 'X-06',
  severity: 'must',
  title: 'The cost score follows the model',
  failTitle: 'A cost score does not follow from the model',
  why: 'Cost is the one criterion with a number behind it; a score that the number does not give tells the committee how the others were made.',
  hint: 'Score by the bands in the anchor_note, or change the bands and all scores with them; say "not modelled" where the model has no such option.',
  kinds: ['tradeoff-matrix', 'tco-model'],
  check: (packet) => {
    const priced = modelled(packet);
    if (priced.length === 0) return { verdict: 'not-evaluated', reason: 'The packet has no cost model' };
    const problems: RuleProblem[] = [];
    const evidence: Place[] = [];
    for (const matrix of matrices(packet)) {
      for (const criterion of matrix.criteria) {
        const note = textOf(criterion, 'note') ?? '';
        if (!scoresTotalCost(textOf(criterion, 'name') ?? '', note)) continue;
        problems.push(...judge(matrix, criterion, bandsIn(note), priced));
        evidence.push(placeOf(criterion, 'note'));
      }
    }
    if (problems.length > 0) return { verdict: 'fail', problems };
    if (evidence.length === 0)
      return { verdict: 'not-evaluated', reason: 'No matrix of the packet has a criterion for total cost' };
    return { verdict: 'pass', evidence };
  },
  examples: {
    pass: [
      { files: { [MATRIX]: matrixText(), [MODEL]: modelText() } },
      {
        files: {
          [CARD]: matrixText('ADR-001')
            .replace('id: red', 'id: green')
            .replace('the cheapest of the two', 'not modelled, guessed'),
          [MODEL]: modelText().replace('npv: 1050000', 'npv: 1000000'),
        },
      },
    ],
    fail: [
      {
        files: { [MATRIX]: matrixText(), [MODEL]: modelText().replaceAll('1050000', '1090000') },
        at: [[MATRIX, '4']],
      },
      {
        files: { [MATRIX]: matrixText().replace('≤ 7.5 % → 4', '≤ 4 % → 4'), [MODEL]: modelText() },
        at: [[MATRIX, '4']],
      },
      {
        files: { [CARD]: matrixText('ADR-001').replace('id: red', 'id: green'), [MODEL]: modelText() },
        at: [[CARD, 'the cheapest of the two']],
      },
    ],
  },
};

function judge(
  matrix: MatrixOf,
  criterion: RecordOf,
  written: readonly Band[] | null,
  priced: readonly Modelled[],
): RuleProblem[] {
  const bands = written ?? usualBands();
  const here = priced.filter((m) => matrix.options.some((o) => o.slug === m.slug));
  const out: RuleProblem[] = [];
  for (const option of matrix.options) {
    const cell = matrix.cells.get(`${option.slug}/${criterion.id}`);
    const score = cell ? numberOf(cell, 'score') : null;
    if (!cell || score === null) continue;
    const own = priced.find((m) => m.slug === option.slug);
    if (!own) {
      if (decidesAdr(matrix) && !/not[ -]modell?ed/i.test(textOf(cell, 'evidence') ?? ''))
        out.push(unmodelled(cell, option.slug, priced));
      continue;
    }
    const premiums = [...premiumsOver(own, here), ...premiumsOver(own, priced)];
    const scores = premiums.map((p) => bandScore(bands, p));
    if (premiums.length === 0 || scores.includes(score)) continue;
    out.push(
      wrong(
        cell,
        criterion,
        own,
        cheapestOf(here),
        score,
        premiums[0] ?? 0,
        scores[0] ?? null,
        written !== null,
      ),
    );
  }
  return out;
}

/** What the option costs more than the cheapest of a group, as a share; by stated and by computed NPVs. */
function premiumsOver(own: Modelled, group: readonly Modelled[]): number[] {
  const lowest = cheapestOf(group);
  if (!lowest) return [];
  return npvsOf(own)
    .flatMap((npv) => npvsOf(lowest).map((min) => npv / min - 1))
    .filter((p) => Number.isFinite(p));
}

function cheapestOf(group: readonly Modelled[]): Modelled | null {
  let best: Modelled | null = null;
  for (const option of group) {
    const npv = npvsOf(option)[0];
    const least = best ? npvsOf(best)[0] : undefined;
    if (npv !== undefined && (least === undefined || npv < least)) best = option;
  }
  return best;
}

function wrong(
  cell: RecordOf,
  criterion: RecordOf,
  own: Modelled,
  lowest: Modelled | null,
  score: number,
  premium: number,
  wanted: number | null,
  written: boolean,
): RuleProblem {
  const at = placeOf(cell, 'score');
  const share = `${(premium * 100).toFixed(2)} %`;
  const bands = written ? 'the bands of the anchor_note' : 'the usual bands (the anchor_note states none)';
  const gives = wanted === null ? 'no score' : String(wanted);
  const npv = npvsOf(own)[0];
  return {
    ...at,
    message: `${own.slug} is ${share} above ${lowest?.slug ?? 'the cheapest'} in NPV, which by ${bands} scores ${gives}; here it is ${score}`,
    related: [
      { ...npvPlace(own), message: `NPV of ${own.slug}: ${npv}` },
      ...(lowest && lowest !== own
        ? [{ ...npvPlace(lowest), message: `NPV of ${lowest.slug}: ${npvsOf(lowest)[0]}` }]
        : []),
      { ...placeOf(criterion, 'note'), message: 'what a premium scores' },
    ],
    ...(wanted === null
      ? {}
      : { fix: { title: `Write ${wanted}`, edits: [{ ...at.span, insert: String(wanted) }] } }),
  };
}

function unmodelled(cell: RecordOf, slug: string, priced: readonly Modelled[]): RuleProblem {
  const [first] = priced;
  return {
    ...placeOf(cell, 'evidence'),
    message: `The model has no option ${slug}; the evidence of its cost score does not say "not modelled"`,
    related: first
      ? [{ ...first.place, message: `the model prices ${priced.map((m) => m.slug).join(', ')}` }]
      : [],
  };
}
