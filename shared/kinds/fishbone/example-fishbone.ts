/** A mindmap for the examples of the criteria: a head, and per category its name and its leaves. */
export function fishbone(head: string, ...categories: readonly (readonly [string, ...string[]])[]): string {
  const bones = categories.map(([name, ...leaves], i) => {
    const lines = leaves.map((leaf, n) => `      l${i}${n}["${leaf}"]\n`);
    return `    c${i}["${name}"]\n${lines.join('')}`;
  });
  return `mindmap\n  head["${head}"]\n${bones.join('')}`;
}
