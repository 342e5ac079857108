import type { Block, CellValue, TableBlock } from '../../preview/block';
import { capitalised, readableKey } from '../../preview/labels';
import { editable, textCell } from '../../rubric/editable';
import { growing, isBlank, placed } from '../../rubric/growing';
import { gridChart } from './grid-chart';
import { letterEdit } from './letter-edit';
import { type Activity, answers, asked, does, labelOf, type Person, type Raci } from './model';
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
      { ...grid(raci), forWriting: true },
      { ...people(raci), forWriting: true },
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
    ...growing(raci.root.at('activities'), 'activity'),
    rows: raci.activities.map((activity, i) => ({
      ...(marks[i] ? { tone: 'bad' as const } : {}),
      ...placed(activity.at, labelOf(activity)),
      cells: [
        nameCell(activity),
        phaseCell(activity),
        ...raci.people.map((person) => ({
          ...letterCell(activity, person),
          ...letterEdit(raci, activity, person),
        })),
        ...(marked ? [{ text: marks[i] ?? '', span: null }] : []),
      ],
    })),
  };
}

function nameCell(activity: Activity): CellValue {
  const name = textCell(activity.at.at('name'), `Name of ${labelOf(activity)}`, { order: KEYS });
  const id: CellValue = { text: `${activity.id} `, span: activity.at.at('id').span };
  return {
    text: `${activity.id} ${name.text}`.trim(),
    span: name.span,
    parts: activity.id === '' ? [name] : [id, name],
  };
}

function phaseCell(activity: Activity): CellValue {
  const at = activity.at.at('phase');
  return {
    ...textCell(at, `Phase of ${labelOf(activity)}`, { order: KEYS }),
    ...(at.text === null || isBlank(at.text) ? {} : { text: readableKey(at.text) }),
  };
}

/** Keys of an activity in the order of the format. */
const KEYS = ['id', 'name', 'phase', 'assignments', 'artifact'];

function letterCell(activity: Activity, person: Person): CellValue {
  const cell = activity.assignments.find((assignment) => assignment.key === person.key);
  if (!cell) return { text: '', span: activity.at.at('assignments').keySpan, tone: 'quiet' };
  const text = cell.letter ?? cell.at.spelled ?? '?';
  const tone =
    cell.letter === null ? 'bad' : answers(cell) ? 'strong' : cell.letter === 'I' ? 'quiet' : 'plain';
  return { text, span: cell.at.span, tone };
}

function people(raci: Raci): TableBlock {
  const cells = raci.activities.flatMap((activity) => activity.assignments);
  return {
    kind: 'table',
    caption: 'Number of activities per letter; AR counts as A and as R',
    columns: [
      { label: 'Key', align: 'start' },
      { label: 'Name', align: 'start', width: 3 },
      { label: 'A', align: 'end' },
      { label: 'R', align: 'end' },
      { label: 'C', align: 'end' },
      { label: 'I', align: 'end' },
      { label: 'Role', align: 'start', width: 3 },
      { label: 'Team', align: 'start', width: 3 },
      { label: 'Authority', align: 'start', width: 3 },
    ],
    ...growing(raci.root.at('people'), 'person', {
      key: 'key',
      along: raci.activities.map(({ at }) => ({ path: at.at('assignments').path, value: null })),
    }),
    rows: raci.people.map((person, i) => {
      const named = person.key !== '' && !isBlank(person.key);
      const label = named ? person.key : `person ${i + 1}`;
      const own = cells.filter((cell) => cell.key === person.key);
      const count = (test: typeof answers): CellValue => {
        const number = own.filter(test).length;
        return number === 0 ? { text: '–', span: null, tone: 'quiet' } : { text: String(number), span: null };
      };
      const text = (key: string) =>
        textCell(person.at.at(key), `${capitalised(key)} of ${label}`, { order: PERSON_KEYS });
      return {
        ...placed(person.at, label),
        cells: [
          keyCell(person, own.length > 0, text('key')),
          text('name'),
          count(answers),
          count(does),
          count(asked),
          count((cell) => cell.letter === 'I'),
          text('role'),
          text('team'),
          levelCell(person, label),
        ],
      };
    }),
  };
}

/** Keys of a person in the order of the format. */
const PERSON_KEYS = ['key', 'name', 'role', 'team', 'level'];

/** Others speak of a person by the key: it is written here as long as nobody does. */
function keyCell({ at }: Person, used: boolean, cell: CellValue): CellValue {
  const key = at.at('key');
  return used ? { text: key.spelled ?? '–', span: key.span, tone: 'strong' } : { ...cell, tone: 'strong' };
}

function levelCell({ at }: Person, label: string): CellValue {
  const level = at.at('level');
  return {
    text: LEVELS[level.number ?? 0] ?? '–',
    span: level.span,
    ...editable(
      level,
      `Authority of ${label}, from 1 to 5`,
      { type: 'number', min: 1, max: 5, whole: true },
      { order: PERSON_KEYS },
    ),
  };
}
