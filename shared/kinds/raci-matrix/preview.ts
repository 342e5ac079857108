import type { Block, CellValue, TableBlock } from '../../preview/block';
import { readableKey } from '../../preview/labels';
import { editable } from '../../rubric/editable';
import { gridChart, MEANING } from './grid-chart';
import { type Activity, answers, asked, does, type Letter, type Person, type Raci } from './model';
import { activityMark } from './rule-marks';

/** Authority levels of the artifact specification, section 6. */
const LEVELS: Readonly<Record<number, string>> = {
  1: 'Individual contributor',
  2: 'Lead, principal or manager',
  3: 'Director',
  4: 'Vice president',
  5: 'Chief technology officer',
};

/** The grid of activities and people, then who the people are and how much each carries. */
export function preview(raci: Raci): Block[] {
  if (raci.activities.length === 0 || raci.people.length === 0) {
    return [
      {
        kind: 'paragraph',
        text: 'The matrix has no people or no activities yet.',
        span: null,
        tone: 'quiet',
      },
    ];
  }
  return [
    ...gridChart(raci, grid(raci)),
    { kind: 'heading', level: 3, text: 'People and what they carry', span: raci.root.at('people').keySpan },
    people(raci),
  ];
}

function grid(raci: Raci): TableBlock {
  const marks = raci.activities.map((activity) => activityMark(raci, activity));
  const marked = marks.some((mark) => mark !== '');
  return {
    kind: 'table',
    caption: 'Activities by person',
    columns: [
      { label: 'Activity', align: 'start', width: 6 },
      { label: 'Phase', align: 'start', width: 2 },
      ...raci.people.map((person) => ({ label: person.key, align: 'center' as const })),
      ...(marked ? [{ label: 'To mend', align: 'start' as const, width: 2 }] : []),
    ],
    rows: raci.activities.map((activity, i) => ({
      ...(marks[i] ? { tone: 'bad' as const } : {}),
      cells: [
        { text: `${activity.id} ${activity.name}`.trim(), span: activity.at.at('name').span },
        { text: readableKey(activity.at.at('phase').spelled ?? '–'), span: activity.at.at('phase').span },
        ...raci.people.map((person) => ({
          ...letterCell(activity, person),
          ...letterEdit(raci, activity, person),
        })),
        ...(marked ? [{ text: marks[i] ?? '', span: null }] : []),
      ],
    })),
  };
}

function letterCell(activity: Activity, person: Person): CellValue {
  const cell = activity.assignments.find((assignment) => assignment.key === person.key);
  if (!cell) return { text: '', span: activity.at.at('assignments').keySpan, tone: 'quiet' };
  const text = cell.letter ?? cell.at.spelled ?? '?';
  const tone =
    cell.letter === null ? 'bad' : answers(cell) ? 'strong' : cell.letter === 'I' ? 'quiet' : 'plain';
  return { text, span: cell.at.span, tone };
}

const LETTERS = (Object.keys(MEANING) as Letter[]).map((value) => ({
  value,
  label: `${value} · ${MEANING[value]}`,
}));

/** Any letter, or none: then the person has no key in the row. */
function letterEdit(raci: Raci, activity: Activity, person: Person) {
  if (person.key === '') return {};
  return editable(
    activity.at.at('assignments', person.key),
    `${person.key} in ${activity.id || activity.name}`,
    { type: 'choice', choices: LETTERS },
    { optional: true, order: raci.people.map(({ key }) => key) },
  );
}

function people(raci: Raci): Block {
  const cells = raci.activities.flatMap((activity) => activity.assignments);
  return {
    kind: 'table',
    caption: 'Number of activities per letter; AR counts as A and as R',
    columns: [
      { label: 'Key', align: 'start' },
      { label: 'Name', align: 'start', width: 3 },
      { label: 'Role', align: 'start', width: 3 },
      { label: 'Team', align: 'start', width: 3 },
      { label: 'Authority', align: 'start', width: 3 },
      { label: 'A', align: 'end' },
      { label: 'R', align: 'end' },
      { label: 'C', align: 'end' },
      { label: 'I', align: 'end' },
    ],
    rows: raci.people.map((person) => {
      const own = cells.filter((cell) => cell.key === person.key);
      const count = (test: typeof answers): CellValue => {
        const number = own.filter(test).length;
        return number === 0 ? { text: '–', span: null, tone: 'quiet' } : { text: String(number), span: null };
      };
      const text = (key: string): CellValue => ({
        text: person.at.at(key).spelled ?? '–',
        span: person.at.at(key).span,
      });
      const level = person.at.at('level');
      return {
        cells: [
          { ...text('key'), tone: 'strong' as const },
          text('name'),
          text('role'),
          text('team'),
          { text: LEVELS[level.number ?? 0] ?? '–', span: level.span },
          count(answers),
          count(does),
          count(asked),
          count((cell) => cell.letter === 'I'),
        ],
      };
    }),
  };
}
