import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { type ActionItems, fieldSpan, LEVELS, listSpan, percentOf } from '../model';

const LEAST_SHARE = 0.4;

/** ACT-02. */
export const strongLevels: AutoCriterion<ActionItems> = {
  id: 'ACT-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'At least two fifths of the actions eliminate or automate',
  failTitle: 'Too few actions remove or automate the hazard',
  why: 'Documents and guardrails ask people to remember; a committee looks for the actions after which nobody has to.',
  hint: 'Ask of each action: can a machine make this impossible?',
  sources: ['NIOSH', 'RCA2'],
  check: ({ model }) => {
    if (model.items.length === 0) return failBecause('ACT-01');
    const problems: Problem[] = [];
    for (const item of model.items) {
      if (!(LEVELS as readonly string[]).includes(item.level)) {
        problems.push({
          span: fieldSpan(item, 'level'),
          message: `${item.name}: the level must be ${LEVELS.join(', ')}; found ${item.level ? `"${item.level}"` : 'none'}`,
        });
      }
    }
    const strong = model.items.filter((item) => item.level === 'eliminate' || item.level === 'automate');
    if (strong.length / model.items.length < LEAST_SHARE) {
      problems.push({
        span: listSpan(model),
        message: `${strong.length} of ${model.items.length} actions (${percentOf(strong.length, model.items.length)}) eliminate or automate; 40 % are wanted`,
      });
    }
    return judge(
      problems,
      strong.map((item) => fieldSpan(item, 'level')),
    );
  },
  examples: {
    pass: [
      {
        source: 'items:\n  - {id: AI-01, level: eliminate}\n  - {id: AI-02, level: document}\n',
        evidence: ['eliminate'],
      },
    ],
    fail: [
      {
        source: 'items:\n  - {id: AI-01, level: hope}\n  - {id: AI-02, level: document}\n',
        at: ['hope', 'items'],
      },
    ],
  },
};
