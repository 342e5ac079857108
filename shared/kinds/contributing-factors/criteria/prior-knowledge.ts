import { type AutoCriterion, failBecause, judge, notApplicable } from '../../../rubric/criterion';
import { fieldSpan } from '../../../rubric/field-span';
import { factors } from '../example-factors';
import type { Factors } from '../model';

/** A risk, a dissent or a tripwire by id, a link, or the path of a file. */
const SOURCE =
  /(?<![A-Za-z0-9-])(?:R|D|TW)-\d{2,4}(?!\d)|https?:\/\/|\]\([^)]|[\w-]\.(?:md|ya?ml|json|mmd)(?![\w])/;

/** CTF-06. */
export const priorKnowledge: AutoCriterion<Factors> = {
  id: 'CTF-06',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'What was known before is linked to what knew it',
  failTitle: 'A factor was known before, but not where',
  why: '"We knew" without a record is hindsight; with the risk or the dissent beside it, it is the most uncomfortable finding of the report.',
  hint: 'Name under where the risk, the dissent, the tripwire or the document that said it.',
  sources: ['HOWIE'],
  check: ({ model }) => {
    if (model.factors.length === 0) return failBecause('CTF-01');
    const known = model.factors.filter(({ at }) => at.at('known_before', 'bool').boolean === true);
    if (known.length === 0) return notApplicable('No factor was known before the incident');
    return judge(
      known.flatMap(({ name, at }) => {
        const where = at.at('known_before', 'where');
        if (SOURCE.test(where.text ?? '')) return [];
        return [
          {
            span: where.text === null ? fieldSpan(at, 'known_before') : where.span,
            message: `${name} was known before; name the risk, dissent, tripwire or document that says so`,
          },
        ];
      }),
      known.map(({ at }) => at.at('known_before', 'where').span),
    );
  },
  examples: {
    pass: [
      {
        source: factors(
          'known_before: {bool: true, where: "R-03 names the event"}',
          'known_before: {bool: false, where: Nowhere}',
        ),
        evidence: ['R-03'],
      },
      { source: factors('known_before: {bool: true, where: "See rollout-plan.yaml"}') },
    ],
    fail: [
      {
        source: factors('known_before: {bool: true, where: Everyone knew}'),
        at: ['Everyone knew'],
      },
      { source: 'factors: []\n' },
    ],
  },
};
