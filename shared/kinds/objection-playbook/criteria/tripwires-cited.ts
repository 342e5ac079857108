import { type AutoCriterion, fail, failBecause, pass } from '../../../rubric/criterion';
import { ids } from '../../../text/quantities';
import { block } from '../example-block';
import type { Playbook } from '../model';

const LEAST = 3;

/** OP-09. */
export const tripwiresCited: AutoCriterion<Playbook> = {
  id: 'OP-09',
  mode: 'auto',
  severity: 'could',
  scope: 'value',
  readsPacket: false,
  title: 'Three answers or more cite a tripwire',
  failTitle: 'Too few answers cite a tripwire',
  why: 'An answer with a tripwire can be held against you, and is believed for that.',
  hint: 'Tie the answer to a tripwire by its id: the measure that would prove the asker right.',
  sources: ['DOOR'],
  check: ({ model }) => {
    const { doc, objections } = model;
    if (objections.length === 0) return failBecause('OP-01');
    const hits = objections.map(({ section }) => ids(doc.plain, 'TW', section.body)[0] ?? null);
    const cited = hits.filter((hit) => hit !== null);
    if (cited.length >= LEAST) return pass(...cited);
    const bare = objections.find((objection, i) => hits[i] === null && objection.field('tripwire'));
    if (!bare && cited.length === objections.length && objections.length < LEAST) return failBecause('OP-01');
    return fail({
      span: bare?.field('tripwire')?.value ?? model.title,
      message: `${cited.length} answers of ${LEAST} cite a tripwire such as TW-01`,
    });
  },
  examples: {
    pass: [{ source: `${block({})}${block({}, 2)}${block({}, 3)}`, evidence: ['TW-02'] }],
    fail: [
      {
        source: `${block({})}${block({ Tripwire: 'We review it.' }, 2)}${block({}, 3)}`,
        at: ['We review it.'],
      },
      { source: '# Questions\n', at: [] },
    ],
  },
};
