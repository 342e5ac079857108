import type { Fact } from '../../rubric/fact';
import type { DataReader } from '../../rubric/read-data';
import { ids } from '../../text/quantities';
import { breakEvens, MAX_CASES, plainDriver } from './cases';
import type { CostModel } from './model';

/** The break-evens as others compare with them (`break-even`): value, unit, the pair, and the tripwires that the entry says it stands behind. */
export function breakEvenFacts(model: CostModel): Fact[] {
  return breakEvens(model)
    .slice(0, MAX_CASES)
    .flatMap((entry, i) => {
      if (entry.value === null || entry.driver === '') return [];
      const fields = {
        driver: plainDriver(entry.driver),
        value: entry.value,
        unit: entry.at.at('unit').text ?? '',
        between: entry.between,
        tripwires: tripwiresIn(entry.at),
      };
      const places = { value: entry.at.at('value').span };
      const span = entry.at.at('driver').span;
      return [{ type: 'record' as const, set: 'break-even', id: String(i + 1), fields, places, span }];
    });
}

/** Notes such as "the number behind TW-02". */
function tripwiresIn(at: DataReader): readonly string[] {
  const found = at.members.flatMap(([, member]) => ids(member.text ?? '', 'TW').map((m) => m.text));
  return [...new Set(found)].sort();
}
