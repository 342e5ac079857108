import type { Fact } from '../../rubric/fact';
import type { DataReader } from '../../rubric/read-data';
import { words } from '../../text/prose';
import type { Span } from '../../text/span';
import { type Matrix, ownWeights, standing, weightedTotal, weightsBalance } from './model';

type Fields = Record<string, string | number | boolean>;

/**
 * The matrix as others compare with it: what it decides and recommends (`matrix`), its criteria (`matrix-criterion`), options
 * (`matrix-option`) and cells (`matrix-cell`). Rows of one matrix are those of one file.
 */
export function gridFacts(matrix: Matrix): Fact[] {
  const { root } = matrix;
  if (matrix.criteria.length === 0 && matrix.options.length === 0) return [];
  const sound = matrix.computable && weightsBalance(matrix);
  const best = sound ? standing(matrix, ownWeights(matrix)) : null;
  const reason = root.at('override', 'reason').text;
  return [
    row('matrix', root.at('id').text ?? '', root.at('id').span, [
      text('decision', root.at('decision')),
      text('cites', root.at('x-cites')),
      text('recommendation', root.at('recommendation')),
      ['best', best?.winner.id ?? null, null],
      ['override-words', reason === null ? 0 : words(reason), null],
      // The recommended option may share the first place with another.
      ['top', best === null ? null : isTop(matrix, best.totals.get(best.winner.id) ?? 0), null],
    ]),
    ...matrix.criteria.map((c) =>
      row('matrix-criterion', c.id, c.at.at('id').span, [
        text('name', c.at.at('name')),
        text('note', c.at.at('anchor_note')),
        number('weight', c.at.at('weight')),
      ]),
    ),
    ...matrix.options
      .filter((o) => o.id !== '')
      .map((o) =>
        row('matrix-option', o.id, o.at.at('id').span, [
          text('name', o.at.at('name')),
          number('total', o.at.at('weighted_total')),
          ['exact', sound ? weightedTotal(matrix, o, ownWeights(matrix)) : null, null],
        ]),
      ),
    ...matrix.options.flatMap((o) =>
      matrix.criteria
        .filter((c) => o.id !== '' && c.id !== '' && o.at.at('scores', c.id).exists)
        .map((c) => {
          const at = o.at.at('scores', c.id);
          return row('matrix-cell', `${o.id}/${c.id}`, at.keySpan, [
            ['option', o.id, null],
            ['criterion', c.id, null],
            number('score', at.at('score')),
            text('evidence', at.at('evidence')),
          ]);
        }),
    ),
  ];
}

function isTop(matrix: Matrix, best: number): boolean {
  const own = matrix.options.find((o) => o.id === matrix.recommendation);
  return own !== undefined && weightedTotal(matrix, own, ownWeights(matrix)) >= best - 1e-9;
}

type Field = readonly [name: string, value: string | number | boolean | null, span: Span | null];

function text(name: string, at: DataReader): Field {
  return [name, at.text, at.exists ? at.span : null];
}

function number(name: string, at: DataReader): Field {
  return [name, at.number, at.exists ? at.span : null];
}

function row(set: string, id: string, span: Span, list: readonly Field[]): Fact {
  const fields: Fields = {};
  const places: Record<string, Span> = {};
  for (const [name, value, at] of list) {
    if (value !== null) fields[name] = value;
    if (at) places[name] = at;
  }
  return { type: 'record', set, id, fields, places, span };
}
