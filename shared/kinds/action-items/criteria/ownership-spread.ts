import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { type ActionItems, fieldSpan, listSpan, percentOf } from '../model';

const MOST_SHARE = 0.3;
const LEAST_TEAMS = 3;

/** ACT-10. */
export const ownershipSpread: AutoCriterion<ActionItems> = {
  id: 'ACT-10',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Ownership is spread over at least three teams',
  failTitle: 'One person or team carries the actions',
  why: 'An incident crosses teams and its actions have to; a list with one owner says who was made responsible, not where the change lives.',
  hint: 'Give each action to the person in whose system the change happens.',
  sources: ['SENG'],
  check: ({ model }) => {
    if (model.items.length === 0) return failBecause('ACT-01');
    const problems: Problem[] = [];
    const byOwner = new Map<string, number>();
    for (const item of model.items) {
      const owner = item.at.at('owner').text;
      if (owner) byOwner.set(owner, (byOwner.get(owner) ?? 0) + 1);
    }
    for (const [owner, count] of byOwner) {
      if (count / model.items.length <= MOST_SHARE) continue;
      const first = model.items.find((item) => item.at.at('owner').text === owner);
      const span = first ? fieldSpan(first, 'owner') : listSpan(model);
      problems.push({
        span,
        message: `${owner} owns ${count} of ${model.items.length} actions (${percentOf(count, model.items.length)}); 30 % are the most`,
      });
    }
    const teams = new Set(model.items.map((item) => item.at.at('team').text).filter((team) => team !== null));
    if (teams.size < LEAST_TEAMS)
      problems.push({
        span: listSpan(model),
        message: `${teams.size} ${teams.size === 1 ? 'team carries' : 'teams carry'} the actions; ${LEAST_TEAMS} are wanted`,
      });
    return judge(
      problems,
      model.items.map((item) => fieldSpan(item, 'team')),
    );
  },
  examples: {
    pass: [
      {
        source:
          'items:\n  - {id: AI-01, owner: Ana Ruiz, team: A}\n  - {id: AI-02, owner: Ben Otis, team: B}\n  - {id: AI-03, owner: Cy Tan, team: C}\n  - {id: AI-04, owner: Di Moe, team: A}\n',
      },
    ],
    fail: [
      {
        source:
          'items:\n  - {id: AI-01, owner: Ana Ruiz, team: A}\n  - {id: AI-02, owner: Ana Ruiz, team: B}\n',
        at: ['Ana Ruiz', 'items'],
      },
    ],
  },
};
