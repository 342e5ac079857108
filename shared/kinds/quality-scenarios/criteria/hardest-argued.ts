import {
  type AutoCriterion,
  failBecause,
  judge,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import { fieldSpan } from '../../../rubric/field-span';
import { words } from '../../../text/prose';
import { REGISTER, scenarios } from '../example-scenarios';
import type { Scenarios } from '../model';

const LEAST_WORDS = 6;

/** QA-C3. Risk ids are compared with the risk register; a verdict of risk needs one in every scenario, the hardest or not. */
export const hardestArgued: AutoCriterion<Scenarios> = {
  id: 'QA-C3',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: true,
  title: 'The hardest scenarios have an approach and a verdict; risks are in the register',
  failTitle: 'A hard scenario has no approach or verdict, or a risk that no register holds',
  why: 'Ranking a scenario highest and leaving its answer open tells the reviewers where the author stopped thinking.',
  hint: 'Say in six words or more how the design meets it, set the verdict, and link the risk or open one.',
  sources: ['ATAM'],
  check: ({ model, packet }) => {
    if (model.scenarios.length === 0) return failBecause('QA-C2');
    const known = new Set(packet.definitions('R').map((risk) => risk.id));
    const problems: Problem[] = [];
    let unknown = false;
    for (const { name, at, hardest } of model.scenarios) {
      const count = words(at.at('approach').text ?? '');
      if (hardest && count < LEAST_WORDS)
        problems.push({
          span: fieldSpan(at, 'approach'),
          message: `${name} is rated H, H; its approach has ${count} words of ${LEAST_WORDS}`,
        });
      const verdict = at.at('verdict').text;
      if (hardest && verdict === null)
        problems.push({
          span: fieldSpan(at, 'verdict'),
          message: `${name} is rated H, H and has no verdict`,
        });
      if (verdict !== 'risk') continue;
      const risk = at.at('risk');
      if (risk.text === null)
        problems.push({ span: fieldSpan(at, 'risk'), message: `${name} is a risk without an id` });
      else if (known.size === 0) unknown = true;
      else if (!known.has(risk.text))
        problems.push({ span: risk.span, message: `${name}: ${risk.text} is not in the risk register` });
    }
    if (problems.length === 0 && unknown)
      return notEvaluated('The risks of the verdicts can be looked up when the packet holds a risk register');
    return judge(
      problems,
      model.scenarios.filter((s) => s.hardest).map(({ at }) => at.at('approach').span),
    );
  },
  examples: {
    pass: [
      {
        source: scenarios(
          'importance: H, difficulty: H, approach: Mode enforced in the registry before P2, verdict: risk, risk: R-03',
          'importance: M, difficulty: H, approach: Soon, verdict: open',
        ),
        packet: REGISTER,
        evidence: ['Mode enforced'],
      },
    ],
    fail: [
      {
        source: scenarios(
          'importance: H, difficulty: H, approach: We will see',
          'importance: L, difficulty: L, verdict: risk, risk: R-09',
          'importance: L, difficulty: L, verdict: risk, risk: null',
        ),
        packet: REGISTER,
        at: ['We will see', 'QA-01', 'R-09', 'null'],
      },
      { source: 'scenarios: []\n' },
    ],
  },
};
