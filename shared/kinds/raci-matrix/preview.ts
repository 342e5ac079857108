import type { Block, CellValue } from '../../preview/block';
import { readableKey } from '../../preview/labels';
import { type Activity, answers, asked, does, type Letter, type Person, type Raci } from './model';

const MEANING: Readonly<Record<Letter, string>> = {
  R: 'does the work',
  A: 'answers for it',
  AR: 'answers for it and does it',
  C: 'is asked before',
  I: 'is told after',
};

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
  const legend = (Object.keys(MEANING) as Letter[])
    .map((letter) => `${letter} ${MEANING[letter]}`)
    .join(' · ');
  return [
    { kind: 'paragraph', text: legend, span: null, tone: 'quiet' },
    grid(raci),
    { kind: 'heading', level: 3, text: 'People and what they carry', span: raci.root.at('people').keySpan },
    people(raci),
  ];
}

function grid(raci: Raci): Block {
  const marks = raci.activities.map(ruleMark);
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
        ...raci.people.map((person) => letterCell(activity, person)),
        ...(marked ? [{ text: marks[i] ?? '', span: null }] : []),
      ],
    })),
  };
}

function letterCell(activity: Activity, person: Person): CellValue {
  const cell = activity.assignments.find((assignment) => assignment.key === person.key);
  if (!cell) return { text: '', span: null, tone: 'quiet' };
  const text = cell.letter ?? cell.at.spelled ?? '?';
  const tone =
    cell.letter === null ? 'bad' : answers(cell) ? 'strong' : cell.letter === 'I' ? 'quiet' : 'plain';
  return { text, span: cell.at.span, tone };
}

/** What the rules say about a row, in the words of the grid; empty when it is sound. */
function ruleMark(activity: Activity): string {
  const count = (test: typeof answers) => activity.assignments.filter(test).length;
  const accountable = count(answers);
  return [
    accountable === 0 ? 'no A' : accountable > 1 ? `${accountable} A` : '',
    count(does) === 0 ? 'no R' : count(does) > 3 ? `${count(does)} R` : '',
    count(asked) > 5 ? `${count(asked)} C` : '',
  ]
    .filter((mark) => mark !== '')
    .join(', ');
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
