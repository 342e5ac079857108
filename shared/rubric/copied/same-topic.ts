/** Whether two headings, as they are compared, are about the same: equal, or one is the beginning of the other. */
export function sameTopic(a: string, b: string): boolean {
  if (a === b) return a !== '';
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 4 && (long.startsWith(`${short} `) || long.startsWith(`${short}s`));
}
