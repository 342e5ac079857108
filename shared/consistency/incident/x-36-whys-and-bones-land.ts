import type { ConsistencyRule, RuleProblem } from '../../rubric/rule';
import { inTextOrder } from '../in-text-order';
import { listOf, placeOf } from '../record-fields';

const FACTORS = 'kit/contributing-factors.yaml';
const BONE = 'kit/fishbone.mmd';
const WHYS = 'kit/five-whys.md';

/** X-36. A chain that ends at no known factor is found by FW-04, a leaf without a factor by FB-03. */
export const whysAndBonesLand: ConsistencyRule = {
  id: 'X-36',
  severity: 'must',
  title: 'Whys and fishbone land on the factors',
  failTitle: 'The fishbone and the contributing factors are different lists',
  why: 'The picture is what people remember. A factor that is not on it was found by someone else, later; a leaf without a factor has no action.',
  hint: 'Draw every factor as a leaf, and let verified leaves and ends of chains name factors of contributing-factors.yaml.',
  kinds: ['five-whys', 'fishbone', 'contributing-factors'],
  check: (packet) => {
    const factors = packet.definitions('CF');
    const bones = packet.records('fishbone');
    const leaves = packet.records('fishbone-leaf');
    const chains = packet.records('why-chain');
    if (factors.length === 0)
      return { verdict: 'not-evaluated', reason: 'The packet has no contributing factors to compare with' };
    if (leaves.length === 0 && chains.length === 0)
      return { verdict: 'not-evaluated', reason: 'The packet has neither a fishbone nor chains of whys' };
    const known = new Set(factors.map((factor) => factor.id));
    const problems: RuleProblem[] = [];
    const drawn = new Set<string>();
    for (const leaf of leaves) {
      for (const id of listOf(leaf, 'factors')) {
        drawn.add(id);
        if (known.has(id)) continue;
        const [first] = factors;
        problems.push({
          ...placeOf(leaf, `factors ${id}`),
          message: `The fishbone draws ${id}, which is not among the contributing factors`,
          related: first
            ? [{ path: first.path, span: first.span, message: 'The factors are listed here' }]
            : [],
        });
      }
    }
    const missing = factors.filter((factor) => !drawn.has(factor.id));
    for (const bone of missing.length > 0 ? bones : []) {
      if (!leaves.some((leaf) => leaf.path === bone.path)) continue;
      const named = missing.map((factor) =>
        missing.length > 1 ? factor.id : `${factor.id} "${factor.title}"`,
      );
      problems.push({
        path: bone.path,
        span: bone.span,
        message: `The fishbone leaves out ${named.join(', ')}`,
        related: missing.map(({ path, span, title }) => ({ path, span, message: title })),
      });
    }
    if (problems.length > 0) return { verdict: 'fail', problems: inTextOrder(problems) };
    const loose = chains.find((chain) => {
      const ends = listOf(chain, 'factors');
      return ends.length === 0 || ends.some((id) => !known.has(id));
    });
    if (loose)
      return { verdict: 'not-evaluated', reason: `"${loose.id}" does not end at a known factor (FW-04)` };
    return {
      verdict: 'pass',
      evidence: [
        ...chains.flatMap((chain) => listOf(chain, 'factors').map((id) => placeOf(chain, `factors ${id}`))),
        ...leaves.flatMap((leaf) => listOf(leaf, 'factors').map((id) => placeOf(leaf, `factors ${id}`))),
      ],
    };
  },
  examples: {
    pass: [
      { files: { [FACTORS]: factors('CF-01', 'CF-02'), [BONE]: bone('CF-01', 'CF-02') } },
      {
        files: {
          [FACTORS]: factors('CF-01'),
          [WHYS]: '# Whys\n\n## Chain A\n\n- Why 1: a? — because b\n\nActionable at: CF-01\n',
        },
      },
    ],
    fail: [
      {
        files: { [FACTORS]: factors('CF-01', 'CF-02'), [BONE]: bone('CF-01') },
        at: [[BONE, 'head["9 events lost"]']],
      },
      {
        files: { [FACTORS]: factors('CF-01'), [BONE]: bone('CF-01', 'CF-07') },
        at: [[BONE, 'CF-07']],
      },
    ],
  },
};

function factors(...ids: readonly string[]): string {
  return `factors:\n${ids.map((id) => `  - {id: ${id}, title: A condition}\n`).join('')}`;
}

function bone(...ids: readonly string[]): string {
  const leaves = ids.map((id, i) => `      l${i}["${id}: a condition"]\n`).join('');
  return `mindmap\n  head["9 events lost"]\n    a["Measurement"]\n${leaves}`;
}
