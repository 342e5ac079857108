/** Factors for the examples of the criteria: one flow mapping per entry, completed with an id. */
export function factors(...entries: readonly string[]): string {
  const rows = entries.map((entry, i) => `  - {id: CF-0${i + 1}, ${entry}}\n`);
  return `factors:\n${rows.join('')}`;
}
