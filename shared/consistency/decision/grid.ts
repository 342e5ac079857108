import type { Place, RuleProblem } from '../../rubric/rule';
import { numberOf, placeOf, type RecordOf, textOf } from '../record-fields';
import { type MatrixOf, namedIn, sameOption } from './options';

/** A cell of a table in text against the cell of a matrix. */
function differs(
  place: Place,
  what: string,
  here: { readonly value: number; readonly where: string },
  there: { readonly value: number; readonly where: string; readonly place: Place },
  fix: boolean,
): RuleProblem {
  return {
    ...place,
    message: `${what}: ${here.where} has ${here.value}, ${there.where} has ${there.value}`,
    related: [{ ...there.place, message: `${there.where} has ${there.value}` }],
    ...(fix
      ? { fix: { title: `Write ${there.value}`, edits: [{ ...place.span, insert: String(there.value) }] } }
      : {}),
  };
}

/**
 * Scores and weights that a table in text repeats and the matrix has otherwise. Options that the matrix lacks are for other rules. A cell that
 * agrees with `other`, the grid that this matrix should equal, is right or wrong together with it: one of the two grids has the finding.
 */
export function gridProblems(
  rows: readonly RecordOf[],
  matrix: MatrixOf,
  here: string,
  there: string,
  other: MatrixOf | null = null,
): RuleProblem[] {
  const out: RuleProblem[] = [];
  const told = new Set<string>();
  for (const row of rows) {
    const option = sameOption(namedIn(row), matrix.options);
    for (const criterion of matrix.criteria) {
      const weightIn = (m: MatrixOf | null) => {
        const same = m?.criteria.find((c) => c.id === criterion.id);
        return same ? numberOf(same, 'weight') : null;
      };
      const weight = numberOf(row, `weight:${criterion.id}`);
      const wanted = numberOf(criterion, 'weight');
      if (
        weight !== null &&
        wanted !== null &&
        weight !== wanted &&
        weight !== weightIn(other) &&
        !told.has(criterion.id)
      ) {
        told.add(criterion.id);
        const place = placeOf(row, `weight:${criterion.id}`);
        const what = `Weight of ${criterion.id}`;
        const wants = { value: wanted, where: there, place: placeOf(criterion, 'weight') };
        out.push(differs(place, what, { value: weight, where: here }, wants, false));
      }
      const cell = option ? matrix.cells.get(`${option.slug}/${criterion.id}`) : undefined;
      const score = numberOf(row, `score:${criterion.id}`);
      const scored = cell ? numberOf(cell, 'score') : null;
      if (!cell || score === null || scored === null || score === scored) continue;
      if (score === scoreIn(other, row, criterion.id)) continue;
      const place = placeOf(row, `score:${criterion.id}`);
      const what = `${option?.slug ?? row.id}, ${criterion.id}`;
      const wants = { value: scored, where: there, place: placeOf(cell, 'score') };
      out.push(differs(place, what, { value: score, where: here }, wants, true));
    }
  }
  return out;
}

function scoreIn(matrix: MatrixOf | null, row: RecordOf, criterion: string): number | null {
  const option = matrix ? sameOption(namedIn(row), matrix.options) : null;
  const cell = option ? matrix?.cells.get(`${option.slug}/${criterion}`) : undefined;
  return cell ? numberOf(cell, 'score') : null;
}

/** What a scorecard has otherwise than the matrix it repeats: criteria, their names and weights, options, scores. */
export function cardProblems(card: MatrixOf, matrix: MatrixOf): RuleProblem[] {
  const out: RuleProblem[] = [];
  const head = { path: matrix.path, span: matrix.head.span };
  for (const criterion of card.criteria) {
    const wanted = matrix.criteria.find((c) => c.id === criterion.id);
    if (!wanted) {
      const message = `The scorecard has a criterion ${criterion.id} (${textOf(criterion, 'name') ?? 'no name'}), the matrix has none`;
      out.push({
        path: card.path,
        span: criterion.span,
        message,
        related: [{ ...head, message: `the matrix has ${matrix.criteria.map((c) => c.id).join(', ')}` }],
      });
      continue;
    }
    out.push(...fieldProblem(criterion, wanted, 'name'), ...fieldProblem(criterion, wanted, 'weight'));
  }
  const missing = [
    ...matrix.criteria.filter((c) => !card.criteria.some((own) => own.id === c.id)),
    ...matrix.options.filter((o) => !sameOption(o, card.options)),
  ];
  for (const row of missing) {
    out.push({
      path: card.path,
      span: card.head.span,
      message: `The scorecard has no ${row.id} (${textOf(row, 'name') ?? 'no name'}), which the matrix scores`,
      related: [{ path: row.path, span: row.span, message: `${row.id} in the matrix` }],
    });
  }
  for (const option of card.options) {
    const wanted = sameOption(option, matrix.options);
    if (!wanted) {
      out.push({
        path: card.path,
        span: option.span,
        message: `The scorecard scores ${option.slug}, the matrix does not`,
        related: [{ ...head, message: `the matrix scores ${matrix.options.map((o) => o.slug).join(', ')}` }],
      });
      continue;
    }
    for (const criterion of matrix.criteria) {
      const own = card.cells.get(`${option.slug}/${criterion.id}`);
      const cell = matrix.cells.get(`${wanted.slug}/${criterion.id}`);
      if (own && cell) out.push(...fieldProblem(own, cell, 'score', `${option.slug}, ${criterion.id}`));
    }
  }
  return out;
}

/** Nothing when one of them leaves the field out: an empty cell is the finding of its own file. */
function fieldProblem(own: RecordOf, wanted: RecordOf, field: string, name = own.id): RuleProblem[] {
  const [a, b] = [own.fields[field], wanted.fields[field]];
  if (a === undefined || b === undefined || same(a, b)) return [];
  const place = placeOf(own, field);
  return [
    {
      ...place,
      message: `${name}: the scorecard has ${field} ${String(a)}, the matrix has ${String(b)}`,
      related: [{ ...placeOf(wanted, field), message: `the matrix has ${String(b)}` }],
      ...writable(b, place),
    },
  ];
}

/** Text with marks of YAML or of quotations is left to people: how it must be spelled depends on the quotes around it. */
function writable(value: RecordOf['fields'][string], place: Place) {
  const text = String(value);
  if (typeof value !== 'number' && !/^[\p{L}\p{N}][\p{L}\p{N} ()/&-]*$/u.test(text)) return {};
  return { fix: { title: `Write ${text}`, edits: [{ ...place.span, insert: text }] } };
}

function same(a: RecordOf['fields'][string], b: RecordOf['fields'][string]): boolean {
  if (typeof a === 'string' && typeof b === 'string')
    return a.trim().toLowerCase() === b.trim().toLowerCase();
  return a === b;
}
