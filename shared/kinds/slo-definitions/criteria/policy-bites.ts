import { resolveLink } from '../../../domain/kit-path';
import {
  type AutoCriterion,
  failBecause,
  judge,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import { fieldSpan } from '../../../rubric/field-span';
import { slos } from '../example-slos';
import type { Slos } from '../model';

const LEAST_QUANTITIES = 2;

/** SLD-09. What a policy says is the packet's record of the set `policy`, with the number of its quantities and whether anything stops. */
export const policyBites: AutoCriterion<Slos> = {
  id: 'SLD-09',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: true,
  title: 'A policy says what stops when the budget is gone',
  failTitle: 'Nothing stops when the budget is gone',
  why: 'A budget that can be overdrawn without consequence is a chart; the freeze is what makes the number worth arguing about beforehand.',
  hint: 'Link error-budget-policy.md, with two thresholds and what freezes or halts at each.',
  sources: ['EBP'],
  check: ({ model, packet, source }) => {
    if (model.slos.length === 0) return failBecause('SLD-03');
    const policies = new Map(packet.records('policy').map((record) => [record.path, record]));
    const problems: Problem[] = [];
    let open: string | null = null;
    for (const { name, at } of model.slos) {
      const span = fieldSpan(at, 'budget_policy');
      const link = at.at('budget_policy').text;
      const target = link === null ? null : resolveLink(source.path, link);
      if (link === null || target === null) {
        problems.push({ span, message: `${name} links no policy` });
        continue;
      }
      const policy = policies.get(target);
      if (!packet.files.has(target)) problems.push({ span, message: `${name}: there is no file ${link}` });
      else if (!policy) open ??= link;
      else {
        const quantities = Number(policy.fields['quantities'] ?? 0);
        const lacks = [
          ...(quantities < LEAST_QUANTITIES
            ? [`${LEAST_QUANTITIES} thresholds (it holds ${quantities} numbers with a unit)`]
            : []),
          ...(policy.fields['stops'] === true ? [] : ['a freeze or halt']),
        ];
        if (lacks.length > 0)
          problems.push({
            span,
            message: `${name}: the policy lacks ${lacks.join(' and ')}`,
            related: [{ path: policy.path, span: policy.span, message: 'the policy' }],
          });
      }
    }
    if (problems.length === 0 && open !== null)
      return notEvaluated(
        `What ${open} says can be judged when it is a supporting document with the subtype policy`,
      );
    return judge(
      problems,
      model.slos.map(({ at }) => at.at('budget_policy').span),
    );
  },
  examples: {
    pass: [
      {
        source: slos('budget_policy: policy.md'),
        packet: { 'kit/policy.md': policy('At 50 % changes are reviewed, at 100 % schemas freeze.') },
        evidence: ['policy.md'],
      },
    ],
    fail: [
      {
        source: slos('budget_policy: policy.md', 'budget_policy: none.md', 'title: bare'),
        packet: { 'kit/policy.md': policy('At 100 % we talk.') },
        at: ['policy.md', 'none.md', 'SLO-03'],
      },
      { source: 'slos: []\n' },
    ],
  },
};

function policy(text: string): string {
  return `---\nkind: support-doc\nsubtype: policy\nid: EB-1\n---\n\n# Policy\n\n${text}\n`;
}
