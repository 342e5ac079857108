import { type AutoCriterion, failBecause, judge } from '../../../rubric/criterion';
import { fishbone } from '../example-fishbone';
import type { Fishbone } from '../model';

const PEOPLE = /(?<!\p{L})(?:people|human|persons?|blame)(?!\p{L})/iu;

/** FB-04. */
export const noPeopleBone: AutoCriterion<Fishbone> = {
  id: 'FB-04',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'No bone is called people',
  failTitle: 'A bone is called people',
  why: 'A bone for people collects names; what made their choices sensible belongs on the bones for process, measurement and timing.',
  hint: 'Rename the bone to the condition, such as "Organisation and communication".',
  sources: ['ETSY'],
  check: ({ model }) => {
    if (model.categories.length === 0) return failBecause(model.doc.type === null ? 'GEN-01' : 'FB-01');
    return judge(
      model.categories.flatMap(({ node }) =>
        PEOPLE.test(node.label)
          ? [{ span: node.span, message: `The category "${node.label}" is about people; name the condition` }]
          : [],
      ),
      model.categories.map(({ node }) => node.span),
    );
  },
  examples: {
    pass: [
      { source: fishbone('Effect', ['Organisation and communication', '1']), evidence: ['Organisation'] },
    ],
    fail: [
      { source: fishbone('Effect', ['Measurement', '1'], ['Human error', '1']), at: ['c1["Human error"]'] },
      { source: 'mindmap\n  head["Effect"]\n' },
    ],
  },
};
