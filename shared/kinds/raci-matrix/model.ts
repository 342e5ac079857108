import type { Source } from '../../rubric/artifact';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';

export type Letter = 'R' | 'A' | 'AR' | 'C' | 'I';

const LETTERS: readonly Letter[] = ['R', 'A', 'AR', 'C', 'I'];

export interface Person {
  readonly key: string;
  readonly name: string;
  readonly at: DataReader;
}

/** One cell of the grid; `letter` is null when the file has something else there. */
export interface Assignment {
  readonly key: string;
  readonly letter: Letter | null;
  readonly at: DataReader;
}

export interface Activity {
  readonly id: string;
  readonly name: string;
  readonly assignments: readonly Assignment[];
  readonly at: DataReader;
}

/** A RACI matrix as far as it is written. */
export interface Raci {
  readonly root: DataReader;
  readonly people: readonly Person[];
  readonly activities: readonly Activity[];
}

export function readRaci(source: Source): Raci {
  const root = rootReader(source);
  return {
    root,
    people: root.at('people').items.map((at) => ({
      key: at.at('key').text ?? '',
      name: at.at('name').text ?? '',
      at,
    })),
    activities: root.at('activities').items.map((at) => ({
      id: at.at('id').text ?? '',
      name: at.at('name').text ?? '',
      assignments: at.at('assignments').members.map(([key, cell]) => ({
        key,
        letter: LETTERS.find((letter) => letter === cell.text) ?? null,
        at: cell,
      })),
      at,
    })),
  };
}

/** The one who answers: A or AR. */
export const answers = (cell: Assignment): boolean => cell.letter === 'A' || cell.letter === 'AR';

/** Who does the work: R or AR. */
export const does = (cell: Assignment): boolean => cell.letter === 'R' || cell.letter === 'AR';

export const asked = (cell: Assignment): boolean => cell.letter === 'C';

/** The person a key stands for; null for a key of nobody. */
export function personOf(raci: Raci, key: string): Person | null {
  return raci.people.find((person) => person.key === key) ?? null;
}

/** Where a finding about a whole row stands: at the name of the activity. */
export function placeOf(activity: Activity) {
  const name = activity.at.at('name');
  return name.exists ? name.span : activity.at.at('id').span;
}

/** An activity in messages: its id, else its name. */
export function labelOf(activity: Activity): string {
  return activity.id || activity.name || 'An activity';
}
