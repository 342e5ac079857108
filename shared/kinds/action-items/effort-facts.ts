import type { Fact } from '../../rubric/fact';
import type { DataReader } from '../../rubric/read-data';
import { numbersOfData, sumFact } from '../../rubric/stated-numbers';

/** The numbers of the actions, and the weeks that they add up to: all of them, those of a priority and those of a level. */
export function effortFacts(root: DataReader): Fact[] {
  const sums = new Map<string, number>();
  for (const item of root.at('items').items) {
    const weeks = item.at('effort_weeks').number;
    if (weeks === null) continue;
    const groups = ['all', `priority ${item.at('priority').text}`, `level ${item.at('level').text}`];
    for (const group of groups) sums.set(group, (sums.get(group) ?? 0) + weeks);
  }
  const at = root.at('items').keySpan;
  return [
    ...numbersOfData(root.tree),
    ...[...sums.values()].flatMap((weeks) => sumFact(Math.round(weeks * 100) / 100, 'weeks', at)),
  ];
}
