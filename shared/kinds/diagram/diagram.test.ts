import { describe, expect, it } from 'vitest';
import { gaps, kitPaths, kitReport, mutate, swap } from '../kit-fixture.test-support';

const P1 = 'examples/part1-design-doc/';
const FLOW = `${P1}diagrams/data-flow-target.mmd`;
const SEQUENCE = `${P1}diagrams/sequence-order-event.mmd`;
const MAP = 'examples/part2-adr-catalog/diagrams/decision-map.mmd';

function expectOnly(
  path: string,
  change: (text: string) => string,
  id: string,
  at: readonly string[],
  because: readonly string[] = [],
) {
  const { findings, failing } = mutate(path, change);
  expect(findings.map((f) => [f.id, f.text])).toEqual(at.map((text) => [id, text]));
  expect(failing).toEqual([id, ...because].sort());
}

describe('the worked diagrams', () => {
  const paths = kitPaths().filter((path) => path.endsWith('.mmd') && !path.endsWith('fishbone.mmd'));

  it.each(paths)('%s has no gap', (path) => {
    expect(kitReport(path).kind).toBe('diagram');
    expect(gaps(path)).toEqual([]);
    expect(kitReport(path).grade).toBe('staff-ready');
  });

  it('belong to the part whose folder they lie in', () => {
    expect(paths.map((path) => `examples/part${kitReport(path).part}-`)).toEqual(
      paths.map((path) => path.slice(0, path.indexOf('-') + 1)),
    );
  });
});

describe('one change fails one criterion', () => {
  it.each([
    ['DG-01', FLOW, swap('gw["event-gateway"]', 'gw["event-gateway"'), ['gw["event-gateway"']],
    [
      'DG-01',
      FLOW,
      swap('    pay["payout-forecast"]\n  end\n', '    pay["payout-forecast"]\n'),
      ['subgraph wh["Warehouse and its readers"]'],
    ],
    [
      'DG-02',
      SEQUENCE,
      (text: string) =>
        text.replace(/^\s*\w+--?>>\w+: .*\n/gm, '').replace(/end\n$/, 'end\n  chk->>gw: one\n'),
      ['sequenceDiagram'],
    ],
    [
      'DG-02',
      FLOW,
      (text: string) =>
        `${text}${Array.from({ length: 10 }, (_, i) => `  led -->|"x"| ledger${i}["ledgerline"]\n`).join('')}`,
      ['ledger9["ledgerline"]'],
    ],
    [
      'DG-05',
      SEQUENCE,
      (text: string) => text.replace(/^\s*(?:alt|else|opt|end)\b.*\n/gm, ''),
      ['sequenceDiagram'],
    ],
    ['DG-07', MAP, swap('class closed marks', 'dashes mark'), ['classDef closed stroke-dasharray: 5 5']],
  ] as const)('%s in %s', (id, path, change, at) => expectOnly(path, change, id, at));

  it('DG-03 marks each bare edge', () => {
    const { findings, failing } = mutate(FLOW, (text) => text.replace(/\|"[^"]*"\|/g, ''));
    expect(failing).toEqual(['DG-03']);
    expect(findings).toHaveLength(18);
    expect(findings[0]).toMatchObject({ id: 'DG-03', text: 'chk --> gw' });
  });

  it('DG-04 asks for boundaries', () => {
    expectOnly(FLOW, (text) => text.replace(/^\s*(?:subgraph .*|end)\n/gm, ''), 'DG-04', ['flowchart']);
  });

  it('DG-06 looks at the texts that link the diagram', () => {
    const unexplained = (text: string) =>
      `${text.replaceAll('diagrams/deployment-topology.mmd', 'diagrams/data-flow-target.mmd')}\n## More\n\n[topology](diagrams/deployment-topology.mmd)\n`;
    const { findings } = mutate(
      `${P1}RFC-042-streaming-migration.md`,
      (text) => `${unexplained(text).replace(/^Note appended.*$/m, '')}\nA.\n\nB.\n`,
      `${P1}diagrams/deployment-topology.mmd`,
    );
    expect(findings.map((f) => [f.id, f.text])).toEqual([['DG-06', 'flowchart']]);
  });

  it('a diagram that nothing links is told once, by X-15', () => {
    const unlink = (text: string) =>
      text.replaceAll('diagrams/deployment-topology.mmd', 'diagrams/data-flow-target.mmd');
    const { findings, failing } = mutate(
      `${P1}RFC-042-streaming-migration.md`,
      unlink,
      `${P1}diagrams/deployment-topology.mmd`,
    );
    expect(findings.map((f) => [f.id, f.line])).toEqual([['X-15', 1]]);
    expect(failing).toEqual(['DG-06']);
  });

  it('an unknown first word is told once, by GEN-01', () => {
    const { findings, failing } = mutate(FLOW, swap('flowchart LR', 'flow LR'));
    expect(findings.map((f) => [f.id, f.text])).toEqual([['GEN-01', 'flow']]);
    expect(failing).toEqual(['DG-01', 'DG-02', 'GEN-01']);
  });

  it('a missing title is told once, by GEN-06', () => {
    const { findings, failing } = mutate(FLOW, swap('%% title: ', '%% about: '));
    expect(findings.map((f) => f.id)).toEqual(['GEN-06']);
    expect(failing).toEqual(['DG-07', 'GEN-06']);
  });
});
