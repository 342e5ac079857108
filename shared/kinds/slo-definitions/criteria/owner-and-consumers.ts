import {
  type AutoCriterion,
  failBecause,
  judge,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import { fieldSpan } from '../../../rubric/field-span';
import { respelled } from '../../../rubric/misspelt-name';
import { nearestPerson } from '../../../rubric/nearest-person';
import { PEOPLE, slos } from '../example-slos';
import type { Slos } from '../model';

/** SLD-05. */
export const ownerAndConsumers: AutoCriterion<Slos> = {
  id: 'SLD-05',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'Each objective has a person and a consumer',
  failTitle: 'An objective has no known owner, or nobody who needs it',
  why: 'A promise is made by somebody to somebody. A team as owner answers no telephone, and without a consumer nobody minds if it breaks.',
  hint: 'Name the person who answers for the promise, and who is hurt when it breaks.',
  sources: ['SREW2'],
  check: ({ model, packet }) => {
    if (model.slos.length === 0) return failBecause('SLD-03');
    const problems: Problem[] = [];
    for (const { name, at } of model.slos) {
      const owner = at.at('owner').text;
      if (owner === null) problems.push({ span: fieldSpan(at, 'owner'), message: `${name} has no owner` });
      else if (packet.people.length > 0 && !packet.person(owner)) {
        const near = nearestPerson(owner, packet.people);
        problems.push({
          span: at.at('owner').span,
          message: `${name}: "${owner}" is no person of the packet${near === null ? '' : `; did you mean ${near}?`}`,
          ...respelled(owner, at.tree.text, at.at('owner').span, packet.people),
        });
      }
      const consumers = at.at('consumers');
      if (consumers.texts.length === 0)
        problems.push({
          span: consumers.exists ? consumers.keySpan : at.at('id').span,
          message: `${name} names no consumer`,
        });
    }
    if (problems.length === 0 && packet.people.length === 0)
      return notEvaluated(
        'Owners are compared with the people of the packet, and it names none (RACI matrix)',
      );
    return judge(
      problems,
      model.slos.map(({ at }) => at.at('owner').span),
    );
  },
  examples: {
    pass: [
      {
        source: slos('owner: Leocadia Finch, consumers: [Finance Analytics]'),
        packet: PEOPLE,
        evidence: ['Leocadia Finch'],
      },
    ],
    fail: [
      {
        source: slos('owner: Leocadia Fink, consumers: []', 'consumers: [Finance]', 'owner: Data team'),
        packet: PEOPLE,
        at: ['Leocadia Fink', 'consumers', 'SLO-02', 'Data team', 'SLO-03'],
      },
      { source: 'slos: []\n' },
    ],
  },
};
