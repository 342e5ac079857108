import { describe, expect, it } from 'vitest';
import { chartsOf, expectDrawable } from '../preview/chart/drawable.test-support';
import { blocksOf, drawingOf } from '../rubric/blocks-of';
import type { ArtifactKind } from '../rubric/kind';
import { KitPacket } from '../rubric/kit-packet';
import { parseSource } from '../rubric/parse-source';
import { runCriterion } from '../rubric/run';
import type { DataNode } from '../text/data-tree';
import type { Span } from '../text/span';
import { actionItems } from './action-items';
import { consensusDoc } from './consensus-doc';
import { contributingFactors } from './contributing-factors';
import { decisionLog } from './decision-log';
import { dissentRegister } from './dissent-register';
import { fishbone } from './fishbone';
import { fiveWhys } from './five-whys';
import { incidentScenario } from './incident-scenario';
import { incidentTimeline } from './incident-timeline';
import { KINDS } from './index';
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

const WRITTEN: readonly (readonly [string, ArtifactKind])[] = [
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
];

describe.each(WRITTEN)('%s, half-written', (path, kind) => {
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

  it('is previewed without any one of its keys', () => {
    const source = parseSource(path, whole);
    if (!source || (source.format !== 'yaml' && source.format !== 'json')) return;
    const names = new Map<string, Span>();
    keysOf(source.data.root, names);
    expect(names.size).toBeGreaterThan(3);
    const drawn = new Set<string>();
    for (const [name, { from, to }] of names) {
      const quote = whole[from] === '"' ? '"' : '';
      const text = `${whole.slice(0, from)}${quote}x-other${quote}${whole.slice(to)}`;
      const damaged = parseSource(path, text);
      const shown = blocksOf(kind, damaged);
      expect(shown?.length ?? 0, `without ${name}`).toBeGreaterThan(0);
      expect(JSON.stringify(shown), `without ${name}`).not.toMatch(/undefined|NaN|\[object/);
      for (const chart of chartsOf(shown ?? [])) {
        // Drawing takes longest: what the key did not change is drawn once.
        const said = JSON.stringify([chart.alt, chart.table]);
        if (!drawn.has(said)) expectDrawable(chart, text);
        drawn.add(said);
      }
    }
  });

  it('is shown as far as it can be read when its middle does not parse', () => {
    const middle = whole.indexOf('\n', whole.length / 2) + 1;
    const source = parseSource(path, `${whole.slice(0, middle)}]: }{ "\n\t- : [\n${whole.slice(middle)}`);
    if (!source) throw new Error(`${path} has no format`);
    const drawing = drawingOf(kind, source);
    expect(drawing?.blocks.length).toBeGreaterThan(0);
    if (source.format !== 'yaml' && source.format !== 'json') return;
    expect(drawing?.problem?.span.from).toBeGreaterThanOrEqual(middle - 1);
    // An empty view would say that there is nothing.
    expect(drawing?.blocks.map(({ kind: what }) => what)).toEqual(
      expect.arrayContaining([expect.stringMatching(/chart|table|entries/)]),
    );
    for (const chart of chartsOf(drawing?.blocks ?? [])) expectDrawable(chart, source.text);
  });
});

/** The first place of each key of a text, at any depth. */
function keysOf(node: DataNode | null, into: Map<string, Span>): void {
  if (node?.kind === 'list') for (const item of node.items) keysOf(item, into);
  if (node?.kind !== 'map') return;
  for (const [name, member] of node.members) {
    if (member.key && !into.has(name)) into.set(name, member.key);
    keysOf(member, into);
  }
}

it('every kind that has a view is among them', () => {
  expect(new Set(WRITTEN.map(([, kind]) => kind.id))).toEqual(
    new Set(KINDS.filter((kind) => kind.preview).map((kind) => kind.id)),
  );
});
