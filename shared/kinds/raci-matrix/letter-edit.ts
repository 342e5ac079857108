import { editable } from '../../rubric/editable';
import { isBlank } from '../../rubric/growing';
import { type Activity, type Letter, labelOf, type Person, type Raci } from './model';

/** What the letters say. */
export const MEANING: Readonly<Record<Letter, string>> = {
  R: 'does the work',
  A: 'answers for it',
  AR: 'answers for it and does it',
  C: 'is asked before',
  I: 'is told after',
};

const LETTERS = (Object.keys(MEANING) as Letter[]).map((value) => ({
  value,
  label: `${value} · ${MEANING[value]}`,
}));

/** Any letter, or none: then the person has no key in the row. */
export function letterEdit(raci: Raci, activity: Activity, person: Person) {
  if (person.key === '' || isBlank(person.key)) return {};
  return editable(
    activity.at.at('assignments', person.key),
    `${person.key} in ${labelOf(activity)}`,
    { type: 'choice', choices: LETTERS },
    { optional: true, order: raci.people.map(({ key }) => key) },
  );
}
