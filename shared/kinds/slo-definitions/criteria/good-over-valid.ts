import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { fieldSpan } from '../../../rubric/field-span';
import { words } from '../../../text/prose';
import { slos } from '../example-slos';
import type { Slos } from '../model';

const LEAST_WORDS = 6;
const COUNTED = /(?<!\p{L})(?:events?|records?|rows?|lines?|windows?|requests?)(?!\p{L})/iu;
const SIDES = [
  ['good_definition', 'good'],
  ['valid_definition', 'valid'],
] as const;

/** SLD-01. */
export const goodOverValid: AutoCriterion<Slos> = {
  id: 'SLD-01',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Good and valid can be counted, and differ',
  failTitle: 'Good or valid cannot be counted',
  why: 'A ratio of two things that can be counted settles an argument; "the pipeline is healthy" starts one, during the incident.',
  hint: 'Write which events are good and which are valid: six words each, with the thing that is counted and where.',
  sources: ['SREW2'],
  check: ({ model }) => {
    if (model.slos.length === 0) return failBecause('SLD-03');
    const problems: Problem[] = [];
    for (const { name, at } of model.slos) {
      for (const [key, side] of SIDES) {
        const text = at.at(key).text ?? '';
        const count = words(text);
        const span = fieldSpan(at, key);
        if (count < LEAST_WORDS)
          problems.push({
            span,
            message: `${name}: the definition of ${side} has ${count} words of ${LEAST_WORDS}`,
          });
        else if (!COUNTED.test(text))
          problems.push({
            span,
            message: `${name}: the definition of ${side} counts no events, records, rows, lines, windows or requests`,
          });
      }
      const [good, valid] = SIDES.map(([key]) => at.at(key).text?.replace(/\s+/g, ' ').toLowerCase() ?? null);
      if (good !== null && good === valid)
        problems.push({
          span: at.at('valid_definition').span,
          message: `${name}: good and valid are the same`,
        });
    }
    return judge(
      problems,
      model.slos.map(({ at }) => at.at('good_definition').span),
    );
  },
  examples: {
    pass: [
      {
        source: slos(
          'good_definition: "Events present as rows within 30 min", valid_definition: "Events accepted by the gateway, once each"',
        ),
        evidence: ['present as rows'],
      },
    ],
    fail: [
      {
        source: slos(
          'good_definition: "The pipeline is healthy", valid_definition: "Everything that ought to be there by then"',
          'good_definition: "Events accepted by the gateway in time", valid_definition: "Events accepted by the gateway in time"',
        ),
        at: [
          'The pipeline is healthy',
          'Everything that ought to be there by then',
          'Events accepted by the gateway in time',
        ],
      },
      { source: 'slos: []\n' },
    ],
  },
};
