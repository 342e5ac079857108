import { type AutoCriterion, fail, notApplicable, pass } from '../../../rubric/criterion';
import type { Paper } from '../model';

const LEAST_SPREAD = 6;

/** DAT-06. */
export const stancesSpread: AutoCriterion<Paper> = {
  id: 'DAT-06',
  mode: 'auto',
  severity: 'could',
  scope: 'value',
  readsPacket: false,
  title: 'The stakeholders disagree',
  failTitle: 'The stakeholders all think alike',
  why: 'A map on which everybody agrees shows who was asked, not what people think; the objection then comes in the meeting.',
  hint: 'Find the sceptic, ask for their number, and put both on the map.',
  sources: ['NFLX'],
  check: ({ model }) => {
    if (model.shape !== 'stakeholder-map') return notApplicable('The file holds no stakeholders');
    const people = model.root.at('people');
    const stances = people.items.flatMap((at) => {
      const stance = at.at('stance');
      return stance.number === null ? [] : [{ value: stance.number, span: stance.span }];
    });
    stances.sort((a, b) => a.value - b.value);
    const [low, high] = [stances[0], stances.at(-1)];
    const spread = low && high ? high.value - low.value : 0;
    if (low && high && spread >= LEAST_SPREAD) return pass(low.span, high.span);
    return fail({
      span: people.exists ? people.keySpan : model.root.span,
      message: `The stances lie ${spread} points apart; at least ${LEAST_SPREAD} are wanted`,
    });
  },
  examples: {
    pass: [
      {
        path: 'kit/stakeholder-map.yaml',
        source: 'people:\n  - {key: A, stance: 4}\n  - {key: B, stance: -2}\n',
        evidence: ['-2', '4'],
      },
    ],
    fail: [
      {
        path: 'kit/stakeholder-map.yaml',
        source: 'people:\n  - {key: A, stance: 4}\n  - {key: B, stance: 9}\n',
        at: ['people'],
      },
      { path: 'kit/stakeholder-map.yaml', source: 'people: []\n', at: ['people'] },
    ],
  },
};
