import { type AutoCriterion, fail, judge, type Problem } from '../../../rubric/criterion';
import { called, type Register } from '../model';

/** DIS-01. Persons are compared with the packet's people when it has any. */
export const entriesKnown: AutoCriterion<Register> = {
  id: 'DIS-01',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'Dissents have their own ids and a known person',
  failTitle: 'A dissent cannot be attributed',
  why: 'Dissent that belongs to nobody can be neither answered nor credited when it turns out right.',
  hint: 'Give each entry an id such as D-01 and the key of a person in the RACI matrix.',
  sources: ['RACI'],
  check: ({ model, packet }) => {
    if (model.entries.length === 0) {
      return fail({ span: model.root.at('entries').keySpan, message: 'The register has no entries' });
    }
    const problems: Problem[] = [];
    const seen = new Set<string>();
    for (const entry of model.entries) {
      const id = entry.at('id');
      if (id.text === null || !/^D-\d{2}$/.test(id.text)) {
        problems.push({
          span: id.span,
          message: `"${id.spelled ?? ''}" is no dissent id; write D and two digits, such as D-01`,
        });
      } else if (seen.has(id.text))
        problems.push({ span: id.span, message: `${id.text} stands twice in the register` });
      seen.add(id.text ?? '');
      const person = entry.at('person');
      if (person.text === null)
        problems.push({
          span: person.exists ? person.span : id.span,
          message: `${called(entry)} names no person`,
        });
      else if (packet.people.length > 0 && !packet.person(person.text)) {
        problems.push({
          span: person.span,
          message: `"${person.text}" is no key or name among the packet's people`,
        });
      }
    }
    return judge(
      problems,
      model.entries.map((entry) => entry.at('id').span),
    );
  },
  examples: {
    pass: [{ source: 'entries:\n  - {id: D-01, person: LF}\n  - {id: D-02, person: KD}\n' }],
    fail: [
      {
        source: 'entries:\n  - {id: D-01, person: LF}\n  - {id: D-01}\n  - {id: D1, person: KD}\n',
        at: ['D-01', 'D-01', 'D1'],
      },
      {
        source: 'entries:\n  - {id: D-01, person: XX}\n',
        packet: {
          'kit/raci-matrix.yaml':
            'people:\n  - {key: LF, name: Leocadia Finch, role: Lead, team: Analytics, level: 2}\n',
        },
        at: ['XX'],
      },
    ],
  },
};
