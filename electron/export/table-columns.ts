import { widestPiece, widthOf } from './keep-words';
import type { TableFit } from './table-fit';

/** Steps in which the width that is left over is given away. */
const STEPS = 48;
/** Rows that are looked at: a longer table is judged by a sample of them. */
const SAMPLE = 60;
/** Space between columns, in units of the font size. */
const GAP = 0.7;

/**
 * The share of the width each column gets, in per cent: no column is narrower than its widest word, and what is left goes, step by step, where it
 * saves the most lines. `rows` are the texts of the cells, the head first.
 */
export function columnShares(rows: readonly (readonly string[])[], fit: TableFit): number[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  if (count === 0) return [];
  const least = Array.from(
    { length: count },
    (_, c) => Math.max(1, ...rows.map((row) => minimum(row[c] ?? '', fit))) + GAP,
  );
  const whole = Math.max(
    fit.width,
    least.reduce((sum, width) => sum + width, 0),
  );
  const widths = [...least];
  const step = (whole - least.reduce((sum, width) => sum + width, 0)) / STEPS;
  const texts = sample(rows).map((row) => Array.from({ length: count }, (_, c) => widthOf(row[c] ?? '')));
  if (step > 0) for (let i = 0; i < STEPS; i++) widen(widths, texts, step);
  return widths.map((width) => (width / whole) * 100);
}

function minimum(text: string, fit: TableFit): number {
  return fit.oneLine(text) ? widthOf(text) : widestPiece(text);
}

function sample(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  if (rows.length <= SAMPLE) return rows;
  // Steps of no whole number: rows that come in a rhythm would else be seen in one of its beats only.
  return Array.from({ length: SAMPLE }, (_, i) => rows[Math.floor((i * rows.length) / SAMPLE)] ?? []);
}

/** Gives one step to the column that makes the rows lowest; among equals to the one whose texts are squeezed most. */
function widen(widths: number[], texts: readonly (readonly number[])[], step: number): void {
  const before = widths.map((width, c) => texts.map((row) => (row[c] ?? 0) / Math.max(0.1, width - GAP)));
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  widths.forEach((width, c) => {
    let saved = 0;
    let squeezed = 0;
    texts.forEach((row, r) => {
      const own = before[c]?.[r] ?? 0;
      squeezed = Math.max(squeezed, own);
      const others = Math.max(1, ...before.map((column, other) => (other === c ? 0 : (column[r] ?? 0))));
      // Lines as a fraction: a gain that only adds up over several steps counts too.
      saved += Math.max(own, others) - Math.max((row[c] ?? 0) / (width + step - GAP), others);
    });
    const gain = saved + squeezed * 0.001;
    if (gain > most) [best, most] = [c, gain];
  });
  widths[best] = (widths[best] ?? 0) + step;
}
