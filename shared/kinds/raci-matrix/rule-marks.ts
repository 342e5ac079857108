import { MOST_ASKED, MOST_DOING } from './criteria/few-voices';
import { LARGEST_SHARE } from './criteria/shared-load';
import { type Activity, answers, asked, does, type Person, personOf, type Raci } from './model';

/** What the rules say about a row (RACI-01, 02, 03 and 05), in the words of the grid; empty when it is sound. */
export function activityMark(raci: Raci, activity: Activity): string {
  const count = (test: typeof answers) => activity.assignments.filter(test).length;
  const accountable = count(answers);
  const doing = count(does);
  const nobody = activity.assignments.filter((cell) => personOf(raci, cell.key) === null);
  return [
    accountable === 0 ? 'no A' : accountable > 1 ? `${accountable} A` : '',
    doing === 0 ? 'no R' : doing > MOST_DOING ? `${doing} R` : '',
    count(asked) > MOST_ASKED ? `${count(asked)} C` : '',
    ...nobody.map((cell) => `${cell.key} is nobody`),
  ]
    .filter((mark) => mark !== '')
    .join(', ');
}

/** What the rules say about a person (RACI-03 and 06): without a cell, or answering for too much; empty when all is well. */
export function personMark(raci: Raci, person: Person): string {
  const rows = raci.activities.length;
  const own = raci.activities.flatMap(({ assignments }) =>
    assignments.filter((cell) => cell.key === person.key),
  );
  if (own.length === 0) return 'no cell';
  const held = own.filter(answers).length;
  return held / rows > LARGEST_SHARE ? `A of ${Math.round((100 * held) / rows)} %` : '';
}
