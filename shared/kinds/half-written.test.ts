import { describe, expect, it } from 'vitest';
import { chartsOf, expectDrawable } from '../preview/chart/drawable.test-support';
import type { ArtifactKind } from '../rubric/kind';
import { KitPacket } from '../rubric/kit-packet';
import { parseSource } from '../rubric/parse-source';
import { runCriterion } from '../rubric/run';
import { actionItems } from './action-items';
import { consensusDoc } from './consensus-doc';
import { contributingFactors } from './contributing-factors';
import { decisionLog } from './decision-log';
import { dissentRegister } from './dissent-register';
import { fishbone } from './fishbone';
import { fiveWhys } from './five-whys';
import { incidentScenario } from './incident-scenario';
import { incidentTimeline } from './incident-timeline';
import { kitText } from './kit-fixture.test-support';
import { objectionPlaybook } from './objection-playbook';
import { qualityScenarios } from './quality-scenarios';
import { raciMatrix } from './raci-matrix';
import { reviewAgenda } from './review-agenda';
import { riskRegister } from './risk-register';
import { rolloutPlan } from './rollout-plan';
import { sloDefinitions } from './slo-definitions';
import { supportData } from './support-data';
import { tcoModel } from './tco-model';
import { tradeoffMatrix } from './tradeoff-matrix';

const CUTS = 24;

/** What views may ask a kind; a model with gaps answers all the same. */
const QUESTIONS = [
  null,
  { weights: null, turn: { index: 0, value: 50 } },
  { ask: 'inputs', set: { a_growth: 1 } },
  ...[0, 5_000, 20_000].map((offset) => ({ ask: 'cell', offset })),
];

/** Changes that leave a file readable and its values of the wrong type: what a file looks like between two keystrokes. */
const DAMAGES: readonly ((text: string) => string)[] = [
  (text) => text.replace(/: \d+(?:\.\d+)?/g, ': -7'),
  (text) => text.replace(/: "?[\d.]+"?/g, ': null'),
  (text) => text.replace(/"[^"\n]{3,}"(?!:)/g, '""'),
  (text) => text.replace(/: [a-z][\w-]*$/gm, ': [1, {a: b}]'),
  (text) => text.replace(/\[[^[\]]*\]/g, '[]'),
  (text) => text.replace(/- id: \S+/g, '- id: same'),
  (text) => text.replace(/\d+/g, '999999999999999999999'),
  (text) => text.replace(/ \* /g, ' / 0 + '),
];

describe.each<readonly [string, ArtifactKind]>([
  ['examples/part1-design-doc/tradeoff-matrix.yaml', tradeoffMatrix],
  ['examples/part1-design-doc/risk-register.json', riskRegister],
  ['examples/part2-adr-catalog/tco-5yr-model.yaml', tcoModel],
  ['examples/part3-architecture-review/raci-matrix.yaml', raciMatrix],
  ['examples/part3-architecture-review/quality-attribute-scenarios.yaml', qualityScenarios],
  ['examples/part4-postmortem/contributing-factors.yaml', contributingFactors],
  ['examples/part4-postmortem/slo-definitions.yaml', sloDefinitions],
  ['scenarios/incident_scenario.json', incidentScenario],
  ['examples/part4-postmortem/timeline.yaml', incidentTimeline],
  ['examples/part4-postmortem/action-items.yaml', actionItems],
  ['examples/part4-postmortem/five-whys.md', fiveWhys],
  ['examples/part4-postmortem/diagrams/fishbone.mmd', fishbone],
  ['examples/part2-adr-catalog/objection-playbook.md', objectionPlaybook],
  ['examples/part1-design-doc/rollout-plan.yaml', rolloutPlan],
  ['examples/part3-architecture-review/dissent-register.yaml', dissentRegister],
  ['examples/part3-architecture-review/review-agenda.md', reviewAgenda],
  ['examples/part3-architecture-review/consensus-doc.md', consensusDoc],
  ['examples/part2-adr-catalog/decision-log.md', decisionLog],
  ['examples/part1-design-doc/capacity-plan.yaml', supportData],
  ['examples/part1-design-doc/stakeholder-map.yaml', supportData],
  ['examples/part1-design-doc/review-comments.yaml', supportData],
  ['examples/part3-architecture-review/review-action-items.yaml', supportData],
  ['examples/part4-postmortem/impact-assessment.yaml', supportData],
])('%s, half-written', (path, kind) => {
  const whole = kitText(path);
  const cuts = Array.from({ length: CUTS }, (_, i) => whole.slice(0, Math.floor((whole.length * i) / CUTS)));
  const damaged = DAMAGES.map((damage) => damage(whole));

  it('is read, checked and previewed, whatever is missing', () => {
    const broken: string[] = [];
    for (const [i, text] of [...damaged, ...cuts].entries()) {
      const source = parseSource(path, text);
      if (!source) throw new Error(`${path} has no format`);
      const model = kind.read(source);
      kind.facts(model, source);
      const shown = kind.preview?.(model, source) ?? [];
      expect(shown.length).toBeGreaterThan(0);
      // Drawing takes longest: what damages leave, and some of the cuts.
      if (i < DAMAGES.length || i % 4 === 0) for (const chart of chartsOf(shown)) expectDrawable(chart, text);
      expect(JSON.stringify(shown)).not.toMatch(/undefined|NaN|\[object/);
      // Drawing takes longest: what damages leave, and some of the cuts.
      if (i < DAMAGES.length || i % 4 === 0) for (const chart of chartsOf(shown)) expectDrawable(chart, text);
      for (const question of QUESTIONS) kind.tryOut?.(model, question);
      for (const criterion of kind.rubric) {
        const { result, findings } = runCriterion(criterion, model, source, new KitPacket([]), false);
        if (result.verdict === 'error') broken.push(`${criterion.id}: ${result.reason}`);
        for (const finding of findings) {
          expect(finding.message).not.toMatch(/undefined|NaN|\[object/);
          expect(finding.span.to).toBeLessThanOrEqual(text.length);
        }
      }
    }
    expect(broken).toEqual([]);
  });
});
