import {
  type AutoCriterion,
  failBecause,
  judge,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import { type ActionItems, listSpan } from '../model';

/** ACT-08. A factor that was accepted in writing needs no action. */
export const factorsCovered: AutoCriterion<ActionItems> = {
  id: 'ACT-08',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: true,
  title: 'Every contributing factor has an action, every detection factor one that detects',
  failTitle: 'A contributing factor has no action',
  why: 'A factor without an action is a condition that is still there; the next incident needs only the others.',
  hint: 'Add the uncovered factor to an action, or accept it in writing where the factors are kept.',
  sources: ['SREB'],
  check: ({ model, packet }) => {
    if (model.items.length === 0) return failBecause('ACT-01');
    const factors = packet.definitions('CF');
    if (factors.length === 0) return notEvaluated('The packet has no contributing factors to compare with');
    const problems: Problem[] = [];
    for (const factor of factors) {
      if (factor.data['accepted'] === true) continue;
      const actions = model.items.filter((item) => item.factors.includes(factor.id));
      const related = [{ path: factor.path, span: factor.span, message: factor.title }];
      if (actions.length === 0)
        problems.push({
          span: listSpan(model),
          message: `No action answers ${factor.id} "${factor.title}"`,
          related,
        });
      else if (
        factor.data['kind'] === 'detection' &&
        !actions.some((item) => item.at.at('type').text === 'detect')
      ) {
        problems.push({
          span: listSpan(model),
          message: `${factor.id} is a detection factor and no action of type detect answers it`,
          related,
        });
      }
    }
    return judge(
      problems,
      model.items.map((item) => item.at.at('contributing_factors').span),
    );
  },
  examples: {
    pass: [
      {
        source: 'items:\n  - {id: AI-01, type: detect, contributing_factors: [CF-01]}\n',
        packet: {
          'kit/contributing-factors.yaml':
            'factors:\n  - {id: CF-01, title: No alert watched it, kind: detection}\n',
        },
      },
    ],
    fail: [
      {
        source: 'items:\n  - {id: AI-01, type: prevent, contributing_factors: [CF-01]}\n',
        packet: {
          'kit/contributing-factors.yaml':
            'factors:\n  - {id: CF-01, title: No alert watched it, kind: detection}\n  - {id: CF-02, title: A filter hid its rejects, kind: latent}\n',
        },
        at: ['items', 'items'],
      },
    ],
  },
};
