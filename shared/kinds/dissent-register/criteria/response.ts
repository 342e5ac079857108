import { type AutoCriterion, failBecause, judge } from '../../../rubric/criterion';
import { contentWords, words } from '../../../text/prose';
import { called, type Register } from '../model';

const LEAST_WORDS = 20;
const LEAST_SHARED = 2;

/** DIS-04. */
export const response: AutoCriterion<Register> = {
  id: 'DIS-04',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'The response engages with the dissent',
  failTitle: 'The response does not engage with the dissent',
  why: 'A reply that shares no word with the objection answered something else, and the dissenter noticed.',
  hint: 'Answer the claim in its own terms, and say what was conceded.',
  sources: ['ETSY'],
  check: ({ model }) => {
    if (model.entries.length === 0) return failBecause('DIS-01');
    const problems = model.entries.flatMap((entry) => {
      const at = entry.at('response');
      const span = at.exists ? at.span : entry.at('id').span;
      const text = at.text ?? '';
      if (words(text) < LEAST_WORDS)
        return [
          { span, message: `${called(entry)}: the response has ${words(text)} words of ${LEAST_WORDS}` },
        ];
      const statement = contentWords(entry.at('statement').text ?? '');
      const shared = [...contentWords(text)].filter((word) => statement.has(word));
      if (shared.length >= LEAST_SHARED) return [];
      return [
        {
          span,
          message: `${called(entry)}: the response takes up ${shared.length} of the statement's own terms; ${LEAST_SHARED} are wanted`,
        },
      ];
    });
    return judge(
      problems,
      model.entries.map((entry) => entry.at('response').span),
    );
  },
  examples: {
    pass: [
      {
        source:
          'entries:\n  - id: D-01\n    statement: "Kinesis needs a smaller team"\n    response: "The team point stands and is measured from now on; Kinesis was not taken because growth past 16 % a year makes its bill the larger one by 2026."\n',
      },
    ],
    fail: [
      {
        source:
          'entries:\n  - {id: D-01, statement: "Kinesis needs a smaller team", response: "Noted, thanks"}\n',
        at: ['Noted, thanks'],
      },
      {
        source:
          'entries:\n  - id: D-01\n    statement: "Kinesis needs a smaller team"\n    response: we listened with care to every voice in that room and after some more thought went on along the path that was proposed before\n',
        at: [
          'we listened with care to every voice in that room and after some more thought went on along the path that was proposed before',
        ],
      },
    ],
  },
};
