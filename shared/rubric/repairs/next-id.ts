/** The id that comes after these: the family of the last one, its number one more than the highest that is taken, written as wide. */
export function nextId(ids: readonly string[], taken: readonly string[]): string | null {
  const last = ids.findLast((id) => /\d$/.test(id));
  if (last === undefined) return null;
  let end = last.length;
  while (/\d/.test(last[end - 1] ?? '')) end--;
  const family = last.slice(0, end);
  const digits = last.slice(end);
  let highest = 0;
  for (const id of [...ids, ...taken]) {
    const number = id.startsWith(family) ? id.slice(family.length) : '';
    if (/^\d{1,9}$/.test(number)) highest = Math.max(highest, Number(number));
  }
  return family + String(highest + 1).padStart(digits.length, '0');
}

/** The first id of a family, read off a pattern such as `^R-\d{2}$`; null for patterns of another form. */
export function firstId(pattern: string, taken: readonly string[]): string | null {
  const parts = /^\^([A-Z]{1,8}-?)\\d(?:\{(\d)(?:,\d?)?\}|\+)?\$$/.exec(pattern);
  if (!parts) return null;
  const [, family = '', width = '1'] = parts;
  return nextId([`${family}${'0'.repeat(Number(width))}`], taken);
}
