import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { editDistance } from '../../util/edit-distance';
import { placeOf } from '../record-fields';
import { belongTogether, pathsOf } from './partners';

/** X-12. An RFC without a risks section is RFC-02's finding. */
export const topRisks: ConsistencyRule = {
  id: 'X-12',
  severity: 'must',
  title: 'The RFC names the top risks of the register',
  failTitle: 'The RFC and the register disagree about the top risks',
  why: 'Approvers read the RFC, hardly ever the register: a critical risk that only the register holds was accepted by nobody.',
  hint: 'Cite every critical risk of the register in the risks section, and only ids that the register holds.',
  kinds: ['rfc', 'risk-register'],
  check: (packet) => {
    const risks = packet.definitions('R');
    const sections = packet.records('rfc-risks');
    const byRegister = new Map<string, (typeof risks)[number][]>();
    for (const risk of risks) {
      const held = byRegister.get(risk.path);
      if (held) held.push(risk);
      else byRegister.set(risk.path, [risk]);
    }
    const registers = [...byRegister.keys()];
    const problems: RuleProblem[] = [];
    const evidence: Place[] = [];
    let compared = false;
    for (const section of sections) {
      const own = registers
        .filter((register) =>
          belongTogether(packet, [section.path, pathsOf(sections)], [register, registers]),
        )
        .flatMap((register) => byRegister.get(register) ?? []);
      const cited = packet.recordsOf('rfc-risk', section.path);
      const [first] = own;
      if (!first) continue;
      compared = true;
      for (const { id, path, span } of cited) {
        if (own.some((risk) => risk.id === id)) {
          evidence.push({ path, span });
          continue;
        }
        const near = own.find((risk) => editDistance(risk.id, id, 1) <= 1);
        const held = `the register holds ${own.length} risks, from ${first.id} to ${own.at(-1)?.id}`;
        problems.push({
          path,
          span,
          message: `${id} is not in the risk register`,
          related: [{ path: first.path, span: (near ?? first).span, message: held }],
        });
      }
      for (const risk of own) {
        if (risk.data['level'] !== 'critical' || cited.some((c) => c.id === risk.id)) continue;
        problems.push({
          ...placeOf(section, 'heading'),
          message: `${risk.id} (${risk.title}) is critical in the register and missing from this section`,
          related: [{ path: risk.path, span: risk.span, message: `${risk.id} has the level critical` }],
        });
      }
    }
    if (problems.length > 0) return { verdict: 'fail', problems };
    if (!compared) {
      const lacks =
        risks.length === 0 ? 'risk register with risks' : 'RFC with a risks section beside its register';
      return { verdict: 'not-evaluated', reason: `The packet holds no ${lacks}` };
    }
    if (evidence.length === 0) {
      // Nothing is critical and nothing is cited: RFC-11 asks for the top three.
      return { verdict: 'fail', problems: [], because: 'RFC-11' };
    }
    return { verdict: 'pass', evidence };
  },
  examples: {
    pass: [
      {
        files: {
          'kit/RFC-001-x.md': '## Risks\n\n- R-01 and R-02 matter.\n',
          'kit/risk-register.json': register(['R-01', 'critical'], ['R-02', 'high'], ['R-03', 'high']),
        },
      },
    ],
    fail: [
      {
        files: {
          'kit/RFC-001-x.md': '## Risks\n\n- R-02 and R-09 matter.\n',
          'kit/risk-register.json': register(['R-01', 'critical'], ['R-02', 'high']),
        },
        at: [
          ['kit/RFC-001-x.md', 'R-09'],
          ['kit/RFC-001-x.md', '## Risks'],
        ],
      },
      // RFC-11 asks for the ids.
      {
        files: {
          'kit/RFC-001-x.md': '## Risks\n\nThere are some.\n',
          'kit/risk-register.json': register(['R-02', 'high']),
        },
        at: [],
      },
    ],
  },
};

function register(...risks: readonly (readonly [id: string, level: string])[]): string {
  return JSON.stringify({ risks: risks.map(([id, level]) => ({ id, title: 'A risk', level })) });
}
