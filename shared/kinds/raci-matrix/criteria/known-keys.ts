import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { changed, EXAMPLE_RACI, raci } from '../example-raci';
import { labelOf, personOf, type Raci } from '../model';

/** RACI-03. A key that two people share names neither, so it is told here too. */
export const knownKeys: AutoCriterion<Raci> = {
  id: 'RACI-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Keys exist, and no person is without an assignment',
  failTitle: 'A key names nobody, or a person does nothing',
  why: 'A key that resolves to nobody is a duty nobody has; a listed person without a cell was forgotten or should not be listed.',
  hint: 'Correct the key, add the person, or give the person a cell.',
  sources: ['RACI'],
  check: ({ model }) => {
    if (model.activities.length === 0) return failBecause('RACI-08');
    const problems: Problem[] = [];
    const used = new Set(
      model.activities.flatMap((activity) => activity.assignments.map((cell) => cell.key)),
    );
    const seen = new Set<string>();
    for (const person of model.people) {
      const at = person.at.at('key');
      const span = at.exists ? at.span : person.at.span;
      if (person.key !== '' && seen.has(person.key)) {
        problems.push({ span, message: `${person.key} is the key of two people` });
      } else if (!used.has(person.key)) {
        problems.push({
          span,
          message: `${person.name || person.key || 'This person'} has no cell in any activity`,
        });
      }
      seen.add(person.key);
    }
    for (const activity of model.activities) {
      for (const cell of activity.assignments) {
        if (personOf(model, cell.key)) continue;
        problems.push({
          span: cell.at.keySpan,
          message: `${labelOf(activity)} assigns ${cell.key}, which is the key of nobody`,
        });
      }
    }
    return judge(
      problems,
      model.people.map((person) => person.at.at('key').span),
    );
  },
  examples: {
    pass: [{ source: EXAMPLE_RACI, evidence: ['YB'] }],
    fail: [
      { source: changed('{YB: AR, OP: I}', '{YB: AR, ZZ: I}'), at: ['ZZ'] },
      { source: raci(['Build it; build; {DC: A, YB: R}']), at: ['OP'] },
      {
        source: changed('{key: OP, name: Odalys', '{key: DC, name: Odalys'),
        at: ['DC', 'OP', 'OP', 'OP', 'OP', 'OP', 'OP'],
      },
    ],
  },
};
