import { type AutoCriterion, fail, judge, notApplicable } from '../../../rubric/criterion';
import { fieldSpan } from '../../../rubric/field-span';
import { words } from '../../../text/prose';
import type { Paper } from '../model';

const LEAST_WORDS = 5;

/** DAT-05. */
export const methodTold: AutoCriterion<Paper> = {
  id: 'DAT-05',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Every measure says how it was counted',
  failTitle: 'It is not told how a measure was counted',
  why: 'The first question about a number of an incident is where it comes from; without the method nobody can count again after a correction.',
  hint: 'Say what was counted, over which period, and which numbers it was computed from.',
  sources: ['SREW10'],
  check: ({ model }) => {
    if (model.shape !== 'impact-assessment') return notApplicable('The file holds no measures of impact');
    const measures = model.root.at('measures');
    if (measures.items.length === 0)
      return fail({
        span: measures.exists ? measures.keySpan : model.root.span,
        message: 'The assessment holds no measure yet',
      });
    return judge(
      measures.items.flatMap((at) => {
        const count = words(at.at('method').text ?? '');
        if (count >= LEAST_WORDS) return [];
        return [
          {
            span: fieldSpan(at, 'method'),
            message: `${at.at('id').text ?? 'A measure'} tells its method in ${count} words; at least ${LEAST_WORDS} are wanted`,
          },
        ];
      }),
      measures.items.map((at) => at.at('method').span),
    );
  },
  examples: {
    pass: [
      {
        path: 'kit/impact-assessment.yaml',
        source: 'measures:\n  - {id: IM-01, method: Counted from the filter counter per window}\n',
        evidence: ['Counted from'],
      },
    ],
    fail: [
      {
        path: 'kit/impact-assessment.yaml',
        source:
          'measures:\n  - {id: IM-01, method: From the log}\n  - {id: IM-02}\n  - {id: IM-03, method: ""}\n',
        at: ['From the log', 'IM-02', 'method'],
      },
      { path: 'kit/impact-assessment.yaml', source: 'measures: []\n', at: ['measures'] },
    ],
  },
};
