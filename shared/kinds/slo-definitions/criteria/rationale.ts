import { type AutoCriterion, failBecause, judge } from '../../../rubric/criterion';
import { fieldSpan } from '../../../rubric/field-span';
import { words } from '../../../text/prose';
import { has, QTY } from '../../../text/quantities';
import { slos } from '../example-slos';
import type { Slos } from '../model';

const LEAST_WORDS = 15;

/** SLD-07. */
export const rationale: AutoCriterion<Slos> = {
  id: 'SLD-07',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Each target says whom it serves',
  failTitle: 'A target does not say why it is that number',
  why: 'Nines without a reason are copied from the last service; the reason is what lets somebody lower the target without a fight.',
  hint: 'Say in fifteen words who is hurt at what level, with a number or a "because".',
  sources: ['SREW2'],
  check: ({ model }) => {
    if (model.slos.length === 0) return failBecause('SLD-03');
    return judge(
      model.slos.flatMap(({ name, at }) => {
        const text = at.at('rationale').text ?? '';
        const span = fieldSpan(at, 'rationale');
        const count = words(text);
        if (count < LEAST_WORDS)
          return [{ span, message: `${name}: the rationale has ${count} words of ${LEAST_WORDS}` }];
        if (has(text, QTY) || has(text, '(?<!\\p{L})because(?!\\p{L})', 'i')) return [];
        return [
          { span, message: `${name}: the rationale names neither a number with a unit nor a "because"` },
        ];
      }),
      model.slos.map(({ at }) => at.at('rationale').span),
    );
  },
  examples: {
    pass: [
      {
        source: slos(
          'rationale: "Ad pacing is corrected inside the hour, because a grocer who overspends before noon cannot win the money back"',
        ),
        evidence: ['Ad pacing'],
      },
    ],
    fail: [
      {
        source: slos(
          'rationale: "Industry standard"',
          'rationale: "This is what comparable companies in our industry promise to the people who read their dashboards"',
          'title: bare',
        ),
        at: [
          'Industry standard',
          'This is what comparable companies in our industry promise to the people who read their dashboards',
          'SLO-03',
        ],
      },
      { source: 'slos: []\n' },
    ],
  },
};
