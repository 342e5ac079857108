import { expect, test } from 'vitest';
import type { ChartBlock } from '../preview/block';
import { chartsOf, expectDrawable } from '../preview/chart/drawable.test-support';
import type { Chart } from '../preview/chart/spec';
import { blocksOf as meaningOf } from '../rubric/blocks-of';
import type { ArtifactKind } from '../rubric/kind';
import { parseSource } from '../rubric/parse-source';
import { actionItems } from './action-items';
import { contributingFactors } from './contributing-factors';
import { fishbone } from './fishbone';
import { fiveWhys } from './five-whys';
import { incidentScenario } from './incident-scenario';
import { incidentTimeline } from './incident-timeline';
import { kitText } from './kit-fixture.test-support';
import { objectionPlaybook } from './objection-playbook';
import { sloDefinitions } from './slo-definitions';

// The charts of the incident's files and of the playbook, held against section 6 of the artifact specification.

function blocksOf(kind: ArtifactKind, path: string, text: string) {
  const source = parseSource(path, text);
  if (!source) throw new Error(`${path} has no format`);
  return kind.preview?.(kind.read(source), source) ?? [];
}

function drawn(kind: ArtifactKind, path: string): { readonly text: string; readonly charts: ChartBlock[] } {
  const text = kitText(path);
  const charts = chartsOf(blocksOf(kind, path, text));
  for (const chart of charts) expectDrawable(chart, text);
  return { text, charts };
}

function formOf<F extends Chart['form']>(
  block: ChartBlock | undefined,
  form: F,
): Extract<Chart, { form: F }> {
  if (block?.chart.form !== form) throw new Error(`no ${form}`);
  return block.chart as Extract<Chart, { form: F }>;
}

test('the course of the incident has the durations of section 6.8, and its 38 entries in their lanes', () => {
  const { text, charts } = drawn(incidentTimeline, 'examples/part4-postmortem/timeline.yaml');
  const lengths = formOf(charts[0], 'time');
  const chart = formOf(charts[1], 'time');
  const minutes = lengths.lanes[0]?.bars.map((bar) => [bar.label, (bar.to - bar.from) / 60_000]);
  expect(minutes).toEqual([
    ['Time to detect 5 h 15 min', 315],
    ['Time to declare 14 min', 14],
    ['Time to mitigate 50 min', 50],
    ['Impact 6 h 05 min', 365],
    ['Time to recover 6 h 45 min', 405],
    ['Time to resolve 14 h 15 min', 855],
  ]);
  const points = chart.lanes.flatMap((lane) => lane.points);
  expect(points).toHaveLength(38);
  expect(chart.moments?.map((moment) => moment.label)).toEqual([
    'Start 09:05',
    'Detection 14:20',
    'Declaration 14:34',
    'Mitigation 15:10',
    'Resolution 23:20',
  ]);
  expect(charts[0]?.alt).toContain('Time to detect 315 min');
  // 09:40, 10:05, 10:40, 11:05, 12:00 and 13:10.
  expect(charts[1]?.alt).toContain('6 signals and beliefs stand between start and detection.');
  // What came long before is drawn at the edge, with its time.
  expect(points.filter(({ at }) => at < chart.from).map(({ label }) => label)).toEqual([
    expect.stringMatching(/^← 03-11 23:59 Spring Pantry/),
  ]);
  const noticed = points.find((point) => point.name.includes('Finance analytics asks'));
  expect(noticed?.span && text.slice(noticed.span.from, noticed.span.to)).toBe('2024-03-12T14:20Z');
});

test('a timeline of thousands of entries keeps its durations and its tables', () => {
  const whole = kitText('examples/part4-postmortem/timeline.yaml');
  const [from, to] = [whole.indexOf('  - t:'), whole.indexOf('responders:')];
  const entries = whole.slice(from, to);
  const others = entries.replace(
    /kind: (?:impact-start|detection|declaration|mitigation|resolution)/g,
    'kind: action',
  );
  const text = whole.slice(0, to) + others.repeat(79) + whole.slice(to);
  const blocks = blocksOf(incidentTimeline, 'timeline.yaml', text);
  expect(blocks.length).toBeLessThan(12);
  expect(chartsOf(blocks).map(({ title }) => title)).toEqual(['How long it took, times in UTC']);
  const rows = blocks.flatMap((block) =>
    block.kind === 'table' && block.caption?.includes('UTC') ? block.rows : [],
  );
  expect(rows).toHaveLength(38 * 80);
});

test('the factors stand where section 6.9 puts them, with what each decided', () => {
  const { charts } = drawn(contributingFactors, 'examples/part4-postmortem/contributing-factors.yaml');
  const map = formOf(charts[0], 'map');
  const place = (id: string) => {
    const item = map.items.find(({ label }) => label === id);
    return item && [map.across.steps[item.at[0]]?.label, map.down.steps[item.at[1]]?.label];
  };
  expect(place('CF-01')).toEqual(['Latent', 'Schema and code']);
  expect(place('CF-03')).toEqual(['Detection', 'Measurement']);
  expect(place('CF-05')).toEqual(['Active', 'Process and change']);
  expect(place('CF-07')).toEqual(['Recovery', 'Architecture and dependencies']);
  expect(charts[0]?.alt).toContain(
    '9 factors in 6 categories: 4 latent, 1 active, 3 detection and 1 recovery.',
  );
  const bars = formOf(charts[1], 'bars').panels[0]?.bars ?? [];
  expect(bars.map((bar) => [bar.label.slice(0, 5), bar.total]).slice(0, 4)).toEqual([
    ['CF-01', '5,367,722'],
    ['CF-05', '5,354,841'],
    ['CF-04', '4,840,398'],
    ['CF-03', '4,767,466'],
  ]);
});

test('budgets and alerts are those of section 6.9', () => {
  const { charts } = drawn(sloDefinitions, 'examples/part4-postmortem/slo-definitions.yaml');
  const values = formOf(charts[0], 'bars').panels[0]?.bars.map((bar) => bar.parts[0]?.value);
  // 28 days are 40,320 minutes.
  expect(values).toEqual([20.16, 403.2, 4.032, 20.16, 201.6, 2016]);
  const grid = formOf(charts[1], 'grid');
  expect(grid.columns.map(({ label }) => label)).toEqual([
    '14.4× · 1h + 5m',
    '6× · 6h + 30m',
    '1× · 72h + 6h',
  ]);
  expect(grid.rows[0]?.cells.map((cell) => cell?.text)).toEqual(['2.14 %', '5.36 %', '10.71 %']);
  expect(grid.rows[5]).toMatchObject({ note: 'No page', cells: [null, null, { text: '10.71 %' }] });
});

test('the ladder, the dates and the coverage of the actions are those of section 6.9', () => {
  const { text, charts } = drawn(actionItems, 'examples/part4-postmortem/action-items.yaml');
  const [ladder, due, coverage] = charts;
  expect(ladder?.alt).toBe(
    '12 actions: 2 eliminate, 4 automate, 3 guardrail and 3 document. 6 of 12 (50 %) eliminate or automate.',
  );
  const map = formOf(ladder, 'map');
  expect(map.items.find(({ label }) => label === 'AI-05')?.at).toEqual([2, 1]);
  expect(map.items.filter(({ paint }) => paint === 'bad').map(({ label }) => label)).toEqual([
    'AI-01',
    'AI-02',
    'AI-03',
  ]);
  expect(due?.alt).toContain('The first is AI-02 on 2024-03-22, the last AI-11 on 2024-05-31.');
  const time = formOf(due, 'time');
  const ai02 = time.lanes.flatMap(({ points }) => points).find(({ label }) => label.startsWith('AI-02'));
  expect(ai02?.at).toBe(Date.UTC(2024, 2, 22));
  expect(ai02?.span && text.slice(ai02.span.from, ai02.span.to)).toBe('2024-03-22');
  expect(time.moments?.map(({ at }) => at)).toEqual([Date.UTC(2024, 2, 12), Date.UTC(2024, 3, 11)]);
  const grid = formOf(coverage, 'grid');
  expect(grid.rows.map(({ label }) => label)).toEqual(Array.from({ length: 9 }, (_, i) => `CF-0${i + 1}`));
  expect(coverage?.alt).toContain('Only guardrails or documents answer CF-02, CF-06 and CF-08.');
});

test('each chain of whys is a tree that ends at the factors of section 6.9', () => {
  const { text, charts } = drawn(fiveWhys, 'examples/part4-postmortem/five-whys.md');
  expect(charts.map(({ alt }) => alt)).toEqual([
    'A chain of 5 whys. Each step cites evidence. It ends where something can be done: CF-01, CF-02 and CF-08.',
    'A chain of 4 whys. Each step cites evidence. It ends where something can be done: CF-03, CF-04 and CF-09.',
    'A chain of 5 whys. Each step cites evidence. It ends where something can be done: CF-07 and CF-06.',
  ]);
  const [problem] = formOf(charts[0], 'tree').roots;
  expect(problem?.text).toMatch(/^Order-enricher discarded 5,367,722 valid/);
  const first = problem?.children[0];
  expect(first?.lead).toBe('Why 1 · What discarded valid records?');
  expect(first?.text).toBe('The filter amount_cents IS NOT NULL takes a null amount for a cart preview');
  expect(first?.note).toMatch(/^Evidence: LOG-enr-03 /);
  expect(first?.span && text.slice(first.span.from, first.span.to)).toMatch(/^because the filter/);
});

test('the fishbone tells nine verified leaves from two hypotheses', () => {
  const { text, charts } = drawn(fishbone, 'examples/part4-postmortem/diagrams/fishbone.mmd');
  expect(charts[0]?.alt).toBe(
    '5,367,722 events dropped in 365 min on 2024-03-12. 6 categories with 11 leaves: 9 verified, 2 hypotheses.',
  );
  const chart = formOf(charts[0], 'bones');
  const broker = chart.bones.flatMap(({ leaves }) => leaves).find((leaf) => leaf.text.includes('broker'));
  expect(broker).toMatchObject({ dashed: true });
  expect(broker?.span && text.slice(broker.span.from, broker.span.to)).toContain('H: broker patch');
});

test('the scenario counts its sources as section 7 does, and says nothing of what they say', () => {
  const { charts } = drawn(incidentScenario, 'scenarios/incident_scenario.json');
  const chart = formOf(charts[0], 'time');
  expect(chart.lanes.map(({ label }) => label)).toEqual([
    'Deploys and flags (8)',
    'Configuration changes (5)',
    'Alerts (12)',
    'Log lines (168)',
    'Pipeline counters (108)',
    'Metric series (7)',
    'Chat messages (46)',
    'Support tickets (9)',
    'Query runs (6)',
    'Replay progress (17)',
  ]);
  expect(chart.lanes.find(({ label }) => label.startsWith('Pipeline'))?.bars).toHaveLength(1);
  const metrics = chart.lanes.find(({ label }) => label.startsWith('Metric'));
  expect(metrics?.bars.map(({ label }) => label)).toEqual(['203 points']);
});

test('the questions stand by frame, and none lacks a field', () => {
  const { charts } = drawn(objectionPlaybook, 'examples/part2-adr-catalog/objection-playbook.md');
  expect(charts[0]?.alt).toMatch(
    /^10 questions: 4 in the frame VP, 3 in the frame CTO and 3 in the frame IC\. Every field is written\.$/,
  );
  expect(formOf(charts[0], 'grid').rows[4]?.label).toBe('CTO · O-05');
});

test('a timeline that does not parse is no empty timeline', () => {
  const text = kitText('examples/part4-postmortem/timeline.yaml');
  const twice = text.replace('kind: trigger', 'kind: trigger\n    kind: trigger');
  expect(meaningOf(incidentTimeline, parseSource('timeline.yaml', twice))).toBeNull();
  expect(meaningOf(incidentTimeline, parseSource('timeline.yaml', ''))).toHaveLength(1);
  expect(meaningOf(incidentTimeline, parseSource('timeline.yaml', text))?.length).toBeGreaterThan(4);
});

test('what is missing is said', () => {
  const said = (kind: ArtifactKind, path: string, text: string) => JSON.stringify(blocksOf(kind, path, text));
  expect(said(incidentTimeline, 'timeline.yaml', 'entries:\n  - text: x\n')).toContain('No entry has a time');
  expect(said(incidentTimeline, 'timeline.yaml', 'entries:\n  - t: "2024-03-12T14:20Z"\n')).toContain(
    'Durations need each of these moments once',
  );
  expect(said(sloDefinitions, 'slo.yaml', 'slos:\n  - id: SLO-01\n')).toContain(
    'A budget follows from a target',
  );
  expect(said(actionItems, 'action-items.yaml', 'items:\n  - id: AI-01\n')).toContain(
    'No action names a contributing factor',
  );
  expect(said(contributingFactors, 'factors.yaml', 'factors:\n  - id: CF-01\n')).toContain(
    'No factor states the events',
  );
  expect(said(fiveWhys, 'five-whys.md', '# Whys\n\n## Chain A\n\nProblem: x\n')).toContain(
    'It has no steps yet',
  );
  expect(said(fiveWhys, 'five-whys.md', '# Whys\n\n## Chain A\n\n- Why 1: What? — because x\n')).toContain(
    '1 of 1 step cites no evidence',
  );
  expect(said(fishbone, 'fishbone.mmd', 'mindmap\n')).toContain('It needs an effect');
  expect(said(objectionPlaybook, 'p.md', '## O-01 "Why?"\n\n- **Frame:** VP\n')).toContain('Not written yet');
});
