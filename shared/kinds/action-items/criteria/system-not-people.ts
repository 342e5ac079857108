import { type AutoCriterion, failBecause, judge } from '../../../rubric/criterion';
import { matches } from '../../../text/quantities';
import { type ActionItems, fieldSpan } from '../model';

const EXHORTATION =
  '(?<!\\p{L})(?:be careful|remind(?:s|ed)?|train(?:s|ed|ing)?|ensure that people)(?!\\p{L})';

/** ACT-09. */
export const systemNotPeople: AutoCriterion<ActionItems> = {
  id: 'ACT-09',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Actions change the system, not the people',
  failTitle: 'An action asks people to be better',
  why: "Reminding and training leave the hazard where it was and move it into somebody's memory.",
  hint: 'Restate it as a change of the system that makes the reminder unnecessary.',
  sources: ['RCA2'],
  check: ({ model, source }) => {
    if (model.items.length === 0) return failBecause('ACT-01');
    const problems = model.items.flatMap((item) => {
      const title = item.at.at('title');
      if (!title.exists) return [];
      return matches(source.text, EXHORTATION, title.span, 'i').map((hit) => ({
        span: { from: hit.from, to: hit.to },
        message: `${item.name}: "${hit.text}" asks people to be better`,
      }));
    });
    return judge(
      problems,
      model.items.map((item) => fieldSpan(item, 'title')),
    );
  },
  examples: {
    pass: [{ source: 'items:\n  - {id: AI-01, title: "Halt producer rollouts when completeness dips"}\n' }],
    fail: [
      { source: 'items:\n  - {id: AI-01, title: "Remind teams to read the schema guide"}\n', at: ['Remind'] },
    ],
  },
};
