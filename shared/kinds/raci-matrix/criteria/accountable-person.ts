import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { changed, EXAMPLE_RACI } from '../example-raci';
import { answers, labelOf, type Person, personOf, type Raci } from '../model';

/** Words that name a group; a full name holds none of them. */
const GROUP =
  /\b(?:board|committee|council|crew|department|group|guild|leads|office|org|organisation|organization|platform|rota|squad|team|tribe|unit)\b/i;

/** RACI-04. A person has a full name that is no team's and a role. Keys of nobody are RACI-03's. */
export const accountablePerson: AutoCriterion<Raci> = {
  id: 'RACI-04',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'The one who answers is a person',
  failTitle: 'A team answers for an activity',
  why: 'A team cannot be asked on a Tuesday why the gate was opened; a person can.',
  hint: "Pick the team's lead, by full name and with a role.",
  sources: ['RACI'],
  check: ({ model }) => {
    if (model.activities.length === 0) return failBecause('RACI-08');
    const rowsOf = new Map<string, string[]>();
    let unknown = false;
    for (const activity of model.activities) {
      for (const cell of activity.assignments.filter(answers)) {
        if (!personOf(model, cell.key)) unknown = true;
        rowsOf.set(cell.key, [...(rowsOf.get(cell.key) ?? []), labelOf(activity)]);
      }
    }
    const holders = model.people.filter((person) => rowsOf.has(person.key));
    const teams = new Set(model.people.map((person) => plain(person.at.at('team').text ?? '')));
    const problems = holders.flatMap((person) => flaw(person, teams, rowsOf.get(person.key) ?? []));
    if (problems.length === 0 && unknown) return failBecause('RACI-03');
    return judge(
      problems,
      holders.map((person) => person.at.at('name').span),
    );
  },
  examples: {
    pass: [{ source: EXAMPLE_RACI, evidence: ['Yuki Brannigan'] }],
    fail: [
      {
        source: changed('name: Yuki Brannigan, role: EM', 'name: Streaming Platform, role: EM'),
        at: ['Streaming Platform'],
      },
      {
        source: changed('name: Yuki Brannigan, role: EM', 'name: On-call rota, role: EM'),
        at: ['On-call rota'],
      },
      {
        source: changed('name: Yuki Brannigan, role: EM', 'name: Yuki Brannigan, role: ""'),
        at: ['Yuki Brannigan'],
      },
    ],
  },
};

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

function flaw(person: Person, teams: ReadonlySet<string>, rows: readonly string[]): Problem[] {
  const span = person.at.at('name').span;
  const where = `answers for ${rows.join(', ')}`;
  if (person.name === '') return [{ span, message: `${person.key} ${where} and has no name` }];
  const isTeam = teams.has(plain(person.name)) || GROUP.test(person.name) || !/\S\s+\S/.test(person.name);
  if (isTeam) return [{ span, message: `"${person.name}" ${where} and is no person's full name` }];
  if (person.at.at('role').text === null)
    return [{ span, message: `${person.name} ${where} and has no role` }];
  return [];
}
