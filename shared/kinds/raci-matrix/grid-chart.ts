import type { Block, TableBlock } from '../../preview/block';
import { leftOut, listed, MOST_MARKS } from '../../preview/chart/left-out';
import type { GridCell, LegendEntry } from '../../preview/chart/spec';
import { letterEdit, MEANING } from './letter-edit';
import { type Activity, type Assignment, answers, does, type Person, type Raci } from './model';
import { activityMark, personMark } from './rule-marks';

/** Activities by person. Rows and columns that break a rule are marked, with what is wrong behind or under them. `table` holds the same letters. */
export function gridChart(raci: Raci, table: TableBlock): Block[] {
  const count = raci.activities.length * raci.people.length;
  if (raci.people.length > 30 || raci.activities.length > MOST_MARKS / 4)
    return [leftOut('the letters as a grid', `${count} fields are more than a picture can hold.`), table];
  const rows = raci.activities.map((activity) => {
    const note = activityMark(raci, activity);
    return {
      label: `${activity.id} ${activity.name}`.trim() || 'An activity',
      span: activity.at.at('name').span,
      cells: raci.people.map((person) => cellOf(raci, activity, person)),
      ...(note === '' ? {} : { note, paint: 'bad-wash' as const }),
    };
  });
  const columns = raci.people.map((person) => {
    const note = personMark(raci, person);
    return {
      label: person.key || person.name || '–',
      span: person.at.at('key').span,
      ...(note === '' ? {} : { note, paint: 'bad-wash' as const }),
    };
  });
  const marked = [...rows, ...columns].some((each) => 'note' in each);
  return [
    {
      kind: 'chart',
      title: 'Who does what',
      alt: altOf(raci),
      chart: { form: 'grid', columns, rows, legend: legendOf(marked) },
      table,
      // The picture holds all the words of the table already.
      tabled: true,
      span: raci.root.at('activities').keySpan,
    },
  ];
}

function cellOf(raci: Raci, activity: Activity, person: Person): GridCell | null {
  const cell = activity.assignments.find((assignment) => assignment.key === person.key);
  const edit = letterEdit(raci, activity, person);
  const where = `${activity.id || activity.name}, ${person.name || person.key}`;
  if (!cell) {
    if (!('edit' in edit)) return null;
    const span = activity.at.at('assignments').keySpan;
    return { text: '', paint: null, silent: true, name: `${where}: nothing`, span, ...edit };
  }
  const text = cell.letter ?? cell.at.spelled ?? '?';
  const means = cell.letter === null ? 'is no letter of the matrix' : MEANING[cell.letter];
  const extra = answers(cell) && activity.assignments.filter(answers).indexOf(cell) > 0;
  return {
    text,
    paint: cell.letter === null || extra ? 'bad' : paintOf(cell),
    ...(answers(cell) ? { strong: true } : {}),
    ...(cell.letter === 'I' ? { quiet: true } : {}),
    name: `${where}: ${text}, ${means}`,
    span: cell.at.span,
    ...edit,
  };
}

function paintOf(cell: Assignment) {
  if (answers(cell)) return 'accent';
  return does(cell) ? 'accent-wash' : null;
}

function legendOf(marked: boolean): LegendEntry[] {
  return [
    { label: 'A answers, AR answers and does', paint: 'accent', shape: 'box' },
    { label: 'R does', paint: 'accent-wash', shape: 'box' },
    { label: 'C is asked before, I is told after', paint: 'paper', shape: 'box' },
    ...(marked ? [{ label: 'breaks a rule', paint: 'bad-wash', shape: 'box' } as const] : []),
  ];
}

function altOf(raci: Raci): string {
  const rows = raci.activities.length;
  const held = raci.people
    .map((person) => ({
      who: person.name || person.key,
      count: raci.activities.filter((activity) =>
        activity.assignments.some((cell) => cell.key === person.key && answers(cell)),
      ).length,
    }))
    .sort((a, b) => b.count - a.count)[0];
  const most = held && held.count > 0 ? ` ${held.who} answers for most: ${held.count} of ${rows}.` : '';
  const broken = [
    ...raci.activities.map((activity) => [
      activity.id || activity.name || 'an activity',
      activityMark(raci, activity),
    ]),
    ...raci.people.map((person) => [person.key || person.name || 'a person', personMark(raci, person)]),
  ].flatMap(([who, mark]) => (mark === '' ? [] : [`${who} (${mark})`]));
  const rules = broken.length === 0 ? 'No row or column breaks a rule.' : `To mend: ${listed(broken)}.`;
  return `A grid of ${rows} activities and ${raci.people.length} people.${most} ${rules}`;
}
