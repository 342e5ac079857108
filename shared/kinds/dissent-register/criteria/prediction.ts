import { type AutoCriterion, failBecause, judge } from '../../../rubric/criterion';
import { contentWords, words } from '../../../text/prose';
import { has, QTY } from '../../../text/quantities';
import { called, type Register } from '../model';

const LEAST_WORDS = 8;
/** Things that are counted or timed: a prediction about one of them can be checked even without a number. */
const METRIC =
  /\b(?:rate|ratio|share|count|latency|lag|freshness|completeness|correctness|errors?|effort|cost|npv|pages?|rows?|records?|events?|tickets?|time)\b/i;

/** DIS-02. A metric is a measured thing by name, or the metric of the entry's own tripwire. */
export const prediction: AutoCriterion<Register> = {
  id: 'DIS-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Each dissent predicts something observable',
  failTitle: 'A dissent predicts nothing that could be seen',
  why: 'A prediction with a place and a measure can be proved wrong; a worry can only be repeated.',
  hint: 'Ask: what would we see, where, and by when?',
  sources: ['DOOR'],
  check: ({ model }) => {
    if (model.entries.length === 0) return failBecause('DIS-01');
    const problems = model.entries.flatMap((entry) => {
      const at = entry.at('predicted_failure');
      const text = at.text ?? '';
      const span = at.exists ? at.span : entry.at('id').span;
      if (words(text) < LEAST_WORDS) {
        return [
          {
            span,
            message: `${called(entry)}: the predicted failure has ${words(text)} words of ${LEAST_WORDS}`,
          },
        ];
      }
      const metric = model.tripwire(entry.at('tripwire').text ?? '')?.at('metric').text ?? '';
      const shared = [...contentWords(metric)].some((word) => contentWords(text).has(word));
      if (has(text, QTY) || METRIC.test(text) || shared) return [];
      return [
        { span, message: `${called(entry)}: the predicted failure names neither a number nor a metric` },
      ];
    });
    return judge(
      problems,
      model.entries.map((entry) => entry.at('predicted_failure').span),
    );
  },
  examples: {
    pass: [
      {
        source:
          'entries:\n  - {id: D-01, predicted_failure: "Rows go missing from the warehouse during P2 before any page fires"}\n',
      },
    ],
    fail: [
      {
        source: 'entries:\n  - {id: D-01, predicted_failure: "It will go badly wrong for all of us later"}\n',
        at: ['It will go badly wrong for all of us later'],
      },
      { source: 'entries:\n  - {id: D-01, predicted_failure: "Data loss"}\n', at: ['Data loss'] },
    ],
  },
};
