import { type AutoCriterion, judge } from '../../../rubric/criterion';
import { words } from '../../../text/prose';
import type { Matrix } from '../model';

/** TM-07. */
export const anchors: AutoCriterion<Matrix> = {
  id: 'TM-07',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'The scale is anchored',
  failTitle: 'The scale has no anchors',
  why: 'Without anchors a 3 from one reviewer is a 4 from another, and the total averages moods.',
  hint: 'Write what a 1, a 3 and a 5 look like, in at least four words each, before scoring.',
  sources: ['ATAM'],
  check: ({ model }) => {
    const at = model.root.at('scale', 'anchors');
    const wanted = ['1', '3', '5'];
    const problems = wanted.flatMap((step) => {
      const anchor = at.at(step);
      const count = anchor.text === null ? 0 : words(anchor.text);
      if (count >= 4) return [];
      return [
        {
          span: anchor.exists ? anchor.span : at.keySpan,
          message: anchor.exists
            ? `The anchor for ${step} has ${count} words of 4`
            : `The scale has no anchor for ${step}`,
        },
      ];
    });
    return judge(
      problems,
      wanted.map((step) => at.at(step).span),
    );
  },
  examples: {
    pass: [
      {
        source:
          'scale:\n  anchors:\n    "1": misses the need by far\n    "3": meets it with known work\n    "5": meets it with margin\n',
      },
    ],
    fail: [
      { source: 'scale:\n  anchors:\n    "1": bad\n    "5": meets it with margin\n', at: ['bad', 'anchors'] },
    ],
  },
};
