import {
  type AutoCriterion,
  failBecause,
  judge,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import { claimed, claims } from '../../../rubric/repairs/inverse';
import { type ActionItems, fieldSpan } from '../model';

/** ACT-04. What is wrong by either family is told; that all is well takes both. */
export const idsResolve: AutoCriterion<ActionItems> = {
  id: 'ACT-04',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'Objectives and factors of every action exist',
  failTitle: 'An action is tied to nothing, or to something that does not exist',
  why: "An action that serves no objective and answers no factor was somebody's favourite project before the incident.",
  hint: 'Link the SLO the action protects and the contributing factors it answers.',
  sources: ['Seed'],
  check: ({ model, packet, source }) => {
    if (model.items.length === 0) return failBecause('ACT-01');
    const slos = new Set(packet.definitions('SLO').map((d) => d.id));
    const factors = new Set(packet.definitions('CF').map((d) => d.id));
    const problems: Problem[] = [];
    for (const item of model.items) {
      const slo = item.at.at('slo').text;
      if (slo === null) problems.push({ span: fieldSpan(item, 'slo'), message: `${item.name} names no SLO` });
      else if (slos.size > 0 && !slos.has(slo))
        problems.push({
          span: fieldSpan(item, 'slo'),
          message: `${item.name}: ${slo} is not defined in the packet`,
        });
      if (item.factors.length === 0)
        problems.push({
          span: fieldSpan(item, 'contributing_factors'),
          message: `${item.name} names no contributing factor`,
          ...claimed(item.at, 'contributing_factors', claims(packet, source.path, 'CF', 'actions', item.at)),
        });
      if (factors.size === 0) continue;
      for (const at of item.at.at('contributing_factors').items) {
        if (at.text !== null && !factors.has(at.text))
          problems.push({ span: at.span, message: `${item.name}: ${at.text} is not defined in the packet` });
      }
    }
    if (problems.length === 0 && (slos.size === 0 || factors.size === 0)) {
      const absent = slos.size === 0 ? 'SLO definitions' : 'contributing factors';
      return notEvaluated(`The packet has no ${absent} to compare with`);
    }
    return judge(
      problems,
      model.items.map((item) => fieldSpan(item, 'slo')),
    );
  },
  examples: {
    pass: [
      {
        source: 'items:\n  - {id: AI-01, slo: SLO-01, contributing_factors: [CF-01]}\n',
        packet: {
          'kit/contributing-factors.yaml': 'factors:\n  - {id: CF-01, title: A filter hid its rejects}\n',
          'kit/slo-definitions.yaml': 'slos:\n  - {id: SLO-01, dimension: completeness}\n',
        },
        evidence: ['SLO-01'],
      },
    ],
    fail: [
      {
        source: 'items:\n  - {id: AI-01, slo: SLO-01, contributing_factors: [CF-09]}\n',
        packet: {
          'kit/contributing-factors.yaml': 'factors:\n  - {id: CF-01, title: A filter hid its rejects}\n',
        },
        at: ['CF-09'],
      },
      { source: 'items:\n  - {id: AI-01}\n', at: ['AI-01', 'AI-01'] },
      {
        source: 'items:\n  - id: AI-01 # first\n    slo: SLO-01\n    contributing_factors: []\n',
        packet: { 'kit/contributing-factors.yaml': 'factors:\n  - {id: CF-01, actions: [AI-01]}\n' },
        at: ['[]'],
      },
    ],
  },
};
