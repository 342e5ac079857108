import { type AutoCriterion, failBecause, judge } from '../../../rubric/criterion';
import { fieldSpan } from '../../../rubric/field-span';
import { claimed, claims } from '../../../rubric/repairs/inverse';
import { factors } from '../example-factors';
import type { Factors } from '../model';

/** CTF-03. */
export const actedOrAccepted: AutoCriterion<Factors> = {
  id: 'CTF-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'Every factor has an action, or somebody accepted it',
  failTitle: 'A factor is left without action or acceptance',
  why: 'A condition that everyone knows and nobody owns will be in the next report, this time as a repeat.',
  hint: 'Assign an action, or write under accepted who accepts the factor and for what reason.',
  sources: ['SREB'],
  check: ({ model, packet, source }) => {
    if (model.factors.length === 0) return failBecause('CTF-01');
    return judge(
      model.factors.flatMap(({ name, at, accepted }) => {
        if (at.at('actions').texts.length > 0 || accepted) return [];
        const half = at.at('accepted');
        const missing = half.at('by').text === null ? 'by whom' : 'for what reason';
        return [
          half.exists
            ? { span: half.keySpan, message: `${name} is accepted, but it is not said ${missing}` }
            : {
                span: fieldSpan(at, 'actions'),
                message: `${name} has neither an action nor an acceptance`,
                ...claimed(at, 'actions', claims(packet, source.path, 'AI', 'contributing_factors', at)),
              },
        ];
      }),
      model.factors.map(({ at, accepted }) => at.at(accepted ? 'accepted' : 'actions').span),
    );
  },
  examples: {
    pass: [
      {
        source: factors('actions: [AI-01]', 'accepted: {by: Ana Ruiz, reason: Costs more than it can lose}'),
        evidence: ['AI-01', 'Ana Ruiz'],
      },
    ],
    fail: [
      {
        source: factors('actions: []', 'title: x', 'accepted: {by: Ana Ruiz}'),
        at: ['[]', 'CF-02', 'accepted'],
      },
      { source: 'factors: []\n' },
      {
        source: factors('actions: []'),
        packet: { 'kit/action-items.yaml': 'items:\n  - {id: AI-01, contributing_factors: [CF-01]}\n' },
        at: ['[]'],
      },
    ],
  },
};
