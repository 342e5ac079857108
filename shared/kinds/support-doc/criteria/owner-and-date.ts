import {
  type AutoCriterion,
  failBecause,
  judge,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import { respelled } from '../../../rubric/misspelt-name';
import { nearestPerson } from '../../../rubric/nearest-person';
import type { DataReader } from '../../../rubric/read-data';
import { writeDate } from '../../../rubric/repairs/write-value';
import { dayNumber } from '../../../text/quantities';
import type { SupportDoc } from '../model';

/** DOC-03. What is missing altogether is told by GEN-06. */
export const ownerAndDate: AutoCriterion<SupportDoc> = {
  id: 'DOC-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'A person answers for it, as of a day',
  failTitle: 'The owner is no person, or the date is no day',
  why: 'A working paper ages. With a name somebody can be asked; with a date everybody can see whether to ask.',
  hint: 'Write the owner as in the RACI matrix and the date as 2024-03-12.',
  sources: ['MADR'],
  check: ({ model, packet, source }) => {
    const owner = firstOf(model.front, [['owner'], ['author'], ['facilitator'], ['captain']]);
    const date = firstOf(model.front, [['date'], ['created'], ['meeting', 'date']]);
    const problems: Problem[] = [];
    const name = owner?.text ?? null;
    if (owner && name !== null && packet.people.length > 0 && !packet.person(name)) {
      const near = nearestPerson(name, packet.people);
      problems.push({
        span: owner.span,
        message: `"${name}" is no person of the packet${near === null ? '' : `; did you mean ${near}?`}`,
        ...respelled(name, source.text, owner.span, packet.people),
      });
    }
    if (date && !/^\d{4}-\d{2}-\d{2}$/.test(date.spelled ?? ''))
      problems.push({
        span: date.span,
        message: `"${date.spelled}" is no date of the form 2024-03-12`,
        ...writeDate(date),
      });
    else if (date && dayNumber(date.spelled ?? '') === null)
      problems.push({ span: date.span, message: `The calendar has no ${date.spelled}` });
    if (problems.length > 0) return judge(problems);
    if (!owner || name === null || !date) return failBecause('GEN-06');
    if (packet.people.length === 0)
      return notEvaluated(
        'Owners are compared with the people of the packet, and it names none (RACI matrix)',
      );
    return judge([], [owner.span, date.span]);
  },
  examples: {
    pass: [
      {
        path: 'kit/examples/note.md',
        source: '---\nauthor: Ines Duarte\ndate: 2024-03-12\n---\n\n# Note\n',
        packet: packet(),
        evidence: ['Ines Duarte', '2024-03-12'],
      },
    ],
    fail: [
      {
        path: 'kit/examples/note.md',
        source: '---\nowner: Data team\ndate: March 2024\n---\n\n# Note\n',
        packet: packet(),
        at: ['Data team', 'March 2024'],
      },
      {
        path: 'kit/examples/note.md',
        source: '---\nowner: Ines Duarte\ndate: 2024-02-30\n---\n\n# Note\n',
        packet: packet(),
        at: ['2024-02-30'],
      },
      {
        path: 'kit/examples/note.md',
        source: '---\nowner: Ines Duarte\ndate: 12 March 2024\n---\n\n# Note\n',
        packet: packet(),
        at: ['12 March 2024'],
      },
      { path: 'kit/examples/note.md', source: '# Note\n', packet: packet() },
    ],
  },
};

function firstOf(front: DataReader, paths: readonly (readonly string[])[]): DataReader | null {
  return paths.map((path) => front.at(...path)).find((at) => at.spelled !== null) ?? null;
}

function packet(): Readonly<Record<string, string>> {
  return {
    'kit/raci-matrix.yaml':
      'people:\n  - {key: ID, name: Ines Duarte, role: Staff Engineer, team: Data, level: 2}\n',
  };
}
