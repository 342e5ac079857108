/** A table of a benchmark on the terminal: columns as wide as needed, `{p50, p95}` as both. */
export function table(print, head, rows) {
  const cells = [head, ...rows.map((row) => row.map(cell))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  for (const row of cells)
    print(
      `  ${row.map((text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]))).join('  ')}`,
    );
}

function cell(value) {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'object') return `${short(value.p50)} / ${short(value.p95)}`;
  return String(value);
}

function short(value) {
  return Math.abs(value) < 100 ? value.toFixed(1) : String(Math.round(value));
}

export function ms(value) {
  return value === null || value === undefined ? '–' : short(value);
}

export function ratio(ours, theirs) {
  return ours && theirs ? `${(ours / theirs).toFixed(2)}x` : '–';
}
