import type { Packet } from '../../rubric/packet';
import { type Figure, type FigureSource, numberOf, placeOf, type RecordOf, textOf } from './figure';

/** Weighted totals in texts: the option of the matrix that they repeat. */
export const scoreFigures: FigureSource = {
  rules: ['X-03', 'X-05'],
  figures: (packet) => {
    const options = packet.records('matrix-option');
    return packet.records('score-row').flatMap((row): Figure[] => {
      const total = numberOf(row, 'total');
      if (total === null) return [];
      const found = options.filter(({ id }) => id === row.id);
      // A kit may score the same option in several matrices: the one that says the same is meant, else the first.
      const option = found.find((one) => near(numberOf(one, 'total'), total)) ?? found[0];
      const decimals = numberOf(row, 'decimals') ?? 2;
      return [
        {
          ...placeOf(row, 'total'),
          text: total.toFixed(decimals),
          source: option
            ? {
                ...placeOf(option, 'total'),
                name: `weighted total of ${textOf(option, 'name') || option.id}`,
                value: (numberOf(option, 'total') ?? numberOf(option, 'exact') ?? 0).toFixed(2),
              }
            : null,
          how: '',
        },
      ];
    });
  },
};

function near(a: number | null, b: number): boolean {
  return a !== null && Math.abs(a - b) <= 0.005 + 1e-9;
}

/** Counts of actions by level and of positions: the rows that they count. */
export const countFigures: FigureSource = {
  rules: ['X-38', 'X-25'],
  figures: (packet) => [
    ...counts(packet, 'level-count', 'level', 'said', packet.records('action'), 'actions of level'),
    ...counts(packet, 'position-count', 'position', 'written', packet.records('position'), 'positions'),
  ],
};

function counts(
  packet: Packet,
  set: string,
  field: string,
  written: string,
  rows: readonly RecordOf[],
  what: string,
): Figure[] {
  return packet.records(set).map((count) => {
    const value = textOf(count, field);
    const counted = rows.filter((row) => textOf(row, field) === value);
    const [first] = counted;
    return {
      path: count.path,
      span: count.span,
      text: textOf(count, written) || String(numberOf(count, 'count') ?? ''),
      source: first
        ? { path: first.path, span: first.span, name: `${what} ${value}`, value: String(counted.length) }
        : null,
      how: '',
    };
  });
}
