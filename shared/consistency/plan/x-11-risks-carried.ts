import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { placeOf, textOf } from '../record-fields';

/**
 * X-11. An id under `mitigates` that no register knows is RO-05's finding and counts here without being repeated. Where it stands in the phase that
 * should carry a risk, it is that risk misspelt, and mending it mends both.
 */
export const risksCarried: ConsistencyRule = {
  id: 'X-11',
  severity: 'must',
  title: 'Every risk is carried by a phase',
  failTitle: 'A risk is carried by no phase',
  why: 'A risk that no phase lowers is a worry somebody wrote down: nobody acts on it, and no gate waits for it.',
  hint: 'List the risk under `mitigates` of the phase that is built to lower it.',
  kinds: ['risk-register', 'rollout-plan'],
  check: (packet) => {
    const risks = packet.definitions('R');
    const phases = packet.records('plan-phase');
    if (risks.length === 0 || phases.length === 0) {
      const lacks = risks.length === 0 ? 'risk register with risks' : 'rollout plan with phases';
      return { verdict: 'not-evaluated', reason: `The packet holds no ${lacks}` };
    }
    const carried = packet.records('plan-risk');
    const known = new Set(risks.map((risk) => risk.id));
    const covered = new Set(carried.map((entry) => textOf(entry, 'risk')));
    const unknown = carried.filter((entry) => !known.has(textOf(entry, 'risk') ?? ''));
    const slips = unknown.map((entry) => textOf(entry, 'phase'));
    const problems: RuleProblem[] = [];
    for (const risk of risks) {
      if (covered.has(risk.id)) continue;
      const planned = phases.find((phase) => phase.id === risk.data['phase']);
      const slip = planned ? slips.indexOf(planned.id) : -1;
      if (slip >= 0) {
        slips.splice(slip, 1);
        continue;
      }
      const register: Place = { path: risk.path, span: risk.span };
      const phase = planned ?? phases[0];
      if (!phase) continue;
      const wanted = planned ? `; its register entry names ${planned.id}` : '';
      problems.push({
        ...(planned ? placeOf(planned, 'mitigates') : register),
        message: `No phase carries ${risk.id} (${risk.title})${wanted}`,
        related: planned
          ? [{ ...register, message: `${risk.id} is registered here` }]
          : [{ ...placeOf(phase, 'mitigates'), message: 'the first phase of the plan lists other risks' }],
      });
    }
    if (problems.length > 0) return { verdict: 'fail', problems };
    if (unknown.length > 0) return { verdict: 'fail', problems: [], because: 'RO-05' };
    return { verdict: 'pass', evidence: carried.map(({ path, span }) => ({ path, span })) };
  },
  examples: {
    pass: [
      {
        files: {
          'kit/risk-register.json': register('R-01', 'R-02'),
          'kit/rollout-plan.yaml': plan('[R-01]', '[R-02, R-01]'),
        },
      },
    ],
    fail: [
      {
        files: {
          'kit/risk-register.json': register('R-01', 'R-02'),
          'kit/rollout-plan.yaml': plan('[R-01]', '[R-01]'),
        },
        at: [['kit/rollout-plan.yaml', 'mitigates']],
      },
      {
        files: {
          'kit/risk-register.json': register('R-01', 'R-02').replaceAll('P1', 'P7'),
          'kit/rollout-plan.yaml': plan('[R-01]', '[R-01]'),
        },
        at: [['kit/risk-register.json', '"R-02"']],
      },
      // RO-05 says this in the plan itself.
      {
        files: {
          'kit/risk-register.json': register('R-01'),
          'kit/rollout-plan.yaml': plan('[R-01]', '[R-07]'),
        },
        at: [],
      },
      {
        files: {
          'kit/risk-register.json': register('R-01', 'R-02', 'R-03'),
          'kit/rollout-plan.yaml': plan('[R-01]', '[R-20]'),
        },
        at: [['kit/rollout-plan.yaml', 'mitigates']],
      },
    ],
  },
};

function register(...ids: readonly string[]): string {
  return JSON.stringify({ risks: ids.map((id) => ({ id, title: 'A risk', phase: 'P1' })) });
}

function plan(first: string, second: string): string {
  return `phases:\n  - {id: P0, mitigates: ${first}}\n  - {id: P1, mitigates: ${second}}\n`;
}
