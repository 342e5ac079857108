import { describe, expect, it } from 'vitest';
import { expectBreaks } from '../broken-criterion.test-support';
import { gaps, kitPaths, kitReport, kitText, mutate, swap } from '../kit-fixture.test-support';

const P1 = 'examples/part1-design-doc/';
const FLOW = `${P1}diagrams/data-flow-target.mmd`;
const SEQUENCE = `${P1}diagrams/sequence-order-event.mmd`;
const MAP = 'examples/part2-adr-catalog/diagrams/decision-map.mmd';

/** A change, the criterion it breaks with the marked texts, and what else in the kit rightly changes with it. */
type Change = readonly [
  id: string,
  path: string,
  change: (text: string) => string,
  at: readonly string[],
  also?: readonly string[],
];

const listed = (changes: readonly Change[]) =>
  changes.map((change) => [change[0], change[1], change] as const);

function expectOnly(
  path: string,
  change: (text: string) => string,
  id: string,
  at: readonly string[],
  because: readonly string[] = [],
  also: readonly string[] = [],
) {
  expectBreaks({ id, path, change, at, because, also });
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
  it.each(
    listed([
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
    ]),
  )('%s in %s', (_id, _path, [id, path, change, at, also]) => expectOnly(path, change, id, at, [], also));

  it('DG-03 marks each bare edge', () => {
    const bare = (text: string) => text.replace(/\|"[^"]*"\|/g, '');
    const edges = [...bare(kitText(FLOW)).matchAll(/^ *(\w+ -[-.]+> \w+)$/gm)].map(([, edge = '']) => edge);
    expect(edges).toHaveLength(18);
    expectOnly(FLOW, bare, 'DG-03', edges);
  });

  it('DG-04 asks for boundaries', () => {
    expectOnly(FLOW, (text) => text.replace(/^\s*(?:subgraph .*|end)\n/gm, ''), 'DG-04', ['flowchart']);
  });

  it('DG-06 looks at the texts that link the diagram', () => {
    const unexplained = (text: string) =>
      `${text.replaceAll('diagrams/deployment-topology.mmd', 'diagrams/data-flow-target.mmd')}\n## More\n\n[topology](diagrams/deployment-topology.mmd)\n`;
    expectBreaks({
      id: 'DG-06',
      path: `${P1}diagrams/deployment-topology.mmd`,
      in: `${P1}RFC-042-streaming-migration.md`,
      change: (text) => `${unexplained(text).replace(/^Note appended.*$/m, '')}\nA.\n\nB.\n`,
      at: ['flowchart'],
    });
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
    expect(failing).toEqual(['DG-06', 'X-15']);
  });

  it('an unknown first word is told once, by GEN-01', () => {
    const { findings, failing } = mutate(FLOW, swap('flowchart LR', 'flow LR'));
    expect(findings.map((f) => [f.id, f.text])).toEqual([['GEN-01', 'flow']]);
    expect(failing).toEqual(['DG-01', 'DG-02', 'DG-03 not-applicable', 'DG-04 not-applicable', 'GEN-01']);
  });

  it('a missing title is told once, by GEN-06', () => {
    const { findings, failing } = mutate(FLOW, swap('%% title: ', '%% about: '));
    expect(findings.map((f) => f.id)).toEqual(['GEN-06']);
    expect(failing).toEqual(['DG-07', 'GEN-06']);
  });
});
