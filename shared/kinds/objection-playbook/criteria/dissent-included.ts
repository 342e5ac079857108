import {
  type AutoCriterion,
  failBecause,
  judge,
  notApplicable,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import { ids } from '../../../text/quantities';
import { block } from '../example-block';
import { type Playbook, textOf } from '../model';

/** OP-08. */
export const dissentIncluded: AutoCriterion<Playbook> = {
  id: 'OP-08',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: true,
  title: 'The recorded dissents are among the questions',
  failTitle: 'A recorded dissent is missing',
  why: 'The people who voted against have the best objections you will get. Leaving them out says that the vote was meant to end the argument.',
  hint: "Add the dissenter's objection to the block of its question, with its id.",
  sources: ['GLDM'],
  check: ({ model, packet, source }) => {
    if (model.objections.length === 0) return failBecause('OP-01');
    if (packet.pathsOf('dissent-register').length === 0)
      return notEvaluated('The packet has no dissent register');
    const all = packet.definitions('D').filter(({ path }) => packet.kindOf(path) === 'dissent-register');
    if (all.length === 0) return notApplicable('The dissent register records no dissent');
    // A register may hold dissents on decisions that this playbook is not about.
    const decisions = new Set(all.map(({ data }) => data['decision']));
    const here = new Set(
      [...decisions].filter((decision) => typeof decision === 'string' && source.text.includes(decision)),
    );
    const about = all.filter(({ data }) => here.has(data['decision']));
    const wanted = about.length > 0 ? about : all;
    const cited = new Set(ids(model.doc.plain, 'D').map((hit) => hit.text));
    const problems = wanted
      .filter(({ id }) => !cited.has(id))
      .map(({ id, title, data, path, span }): Problem => {
        const person = typeof data['person'] === 'string' ? data['person'] : '';
        const name = packet.person(person)?.name ?? person;
        const own = model.objections.find(
          (objection) => name !== '' && textOf(model, objection, 'asker').includes(name),
        );
        return {
          span: own?.field('asker')?.value ?? model.title,
          message: `${id}${name === '' ? '' : ` (${name})`} is recorded and occurs in no answer`,
          related: [{ path, span, message: title }],
        };
      });
    return judge(problems.sort((a, b) => a.span.from - b.span.from));
  },
  examples: {
    pass: [
      { source: block({ Evidence: '[D-01](d.yaml)' }), packet: register('D-01', 'RFC-042') },
      // D-07 is about something else.
      {
        source: `About RFC-042.\n\n${block({ Evidence: '[D-01](d.yaml)' })}`,
        packet: {
          ...register('D-01', 'RFC-042'),
          'old/dissent-register.yaml': register('D-07', 'RFC-001')['kit/dissent-register.yaml'] ?? '',
        },
      },
    ],
    fail: [
      { source: `# Questions\n\n${block({})}`, packet: register('D-01', 'RFC-042'), at: ['# Questions'] },
      {
        source: `# Questions\n\n${block({ 'Asked by': 'Ada Example, lead' })}`,
        packet: register('D-01', 'RFC-042'),
        at: ['Ada Example, lead'],
      },
      { source: '# Questions\n', at: [] },
    ],
  },
};

function register(id: string, decision: string): Readonly<Record<string, string>> {
  return {
    'kit/dissent-register.yaml': `entries:\n  - {id: ${id}, person: Ada Example, decision: ${decision}, statement: No.}\n`,
  };
}
