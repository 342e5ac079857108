import type { SourcedFact } from '../../rubric/fact';
import type { Related } from '../../rubric/finding';
import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { listOf, placeOf, type RecordOf, textOf } from '../record-fields';
import { adrFile } from './example-adrs';

type Tripwire = Extract<SourcedFact, { type: 'definition' }>;

/** Where tripwires are kept: the kind, how it is called in messages, and the criterion that misses a row for a tripwire its dissents cite. */
const KEPT = [
  ['dissent-register', 'the dissent register', 'DIS-03'],
  ['consensus-doc', 'the consensus document', 'CON-05'],
] as const;

/**
 * A tripwire that a dissent of the same file cites without a row for it is that file's finding (DIS-03, CON-05): it counts here and is not
 * repeated. Retired tripwires reopen nothing and need no ADR.
 */
export const triggersExist: ConsistencyRule = {
  id: 'X-21',
  severity: 'must',
  title: 'Revisit triggers exist, and each tripwire reopens an ADR',
  failTitle: 'A revisit trigger and the tripwires do not match',
  why: 'An ADR that waits for a tripwire nobody armed is a decision for ever; a tripwire that no ADR waits for trips and changes nothing.',
  hint: 'Use the same tripwire ids in the `revisit` list of the ADRs, in the dissent register and in the consensus document.',
  kinds: ['adr', 'dissent-register', 'consensus-doc'],
  check: (packet) => {
    const adrs = packet.records('adr').filter((adr) => textOf(adr, 'id') !== null);
    const keepers = KEPT.filter(([kind]) => packet.pathsOf(kind).length > 0);
    if (adrs.length === 0) return { verdict: 'not-evaluated', reason: 'The packet holds no ADR' };
    if (keepers.length === 0)
      return {
        verdict: 'not-evaluated',
        reason: 'The packet holds neither a dissent register nor a consensus document',
      };
    const wires = packet.definitions('TW');
    const problems: RuleProblem[] = [];
    const evidence: Place[] = [];
    let because: string | undefined;
    for (const [id, citing] of cited(adrs)) {
      const missing = keepers.filter(
        ([kind]) => !wires.some((wire) => keptBy(wire, kind, packet) && wire.id === id),
      );
      const silent = missing.filter(([kind]) => saidBy(id, kind, packet));
      for (const [, , criterion] of silent) because = criterion;
      const named = missing.filter((keeper) => !silent.includes(keeper)).map(([, name]) => name);
      if (named.length > 0) problems.push(unkept(id, citing, named, wires));
      else evidence.push(...citing.map((adr) => placeOf(adr, `revisit ${id}`)));
    }
    problems.push(
      ...uncited(
        adrs,
        wires.filter((wire) => KEPT.some(([kind]) => keptBy(wire, kind, packet))),
      ),
    );
    if (problems.length > 0) return { verdict: 'fail', problems };
    if (because !== undefined) return { verdict: 'fail', problems, because };
    return {
      verdict: 'pass',
      evidence: evidence.length > 0 ? evidence : adrs.map((adr) => placeOf(adr, 'revisit')),
    };
  },
  examples: {
    pass: [
      {
        files: {
          ...adrFile('ADR-001', { revisit: '[TW-01, "2024-11-08"]' }),
          ...register('TW-01'),
          ...consensus('TW-01'),
        },
      },
      { files: { ...adrFile('ADR-001', { revisit: '[TW-01]' }), ...register('TW-01') } },
    ],
    fail: [
      {
        files: { ...adrFile('ADR-001', { revisit: '[TW-02]' }), ...register('TW-01'), ...consensus('TW-01') },
        at: [
          ['kit/adr-001-x.md', 'TW-02'],
          ['kit/dissent-register.yaml', 'TW-01'],
        ],
      },
      {
        files: { ...adrFile('ADR-001', { revisit: '[TW-01]' }), ...register('TW-01'), ...consensus('TW-02') },
        at: [
          ['kit/adr-001-x.md', 'TW-01'],
          ['kit/consensus-doc.md', 'TW-02'],
        ],
      },
      // DIS-03 says that the register's own dissent cites a tripwire which is not there.
      {
        files: {
          ...adrFile('ADR-001', { revisit: '[TW-01]' }),
          'kit/dissent-register.yaml': 'entries:\n  - {id: D-01, tripwire: TW-01}\ntripwires: []\n',
        },
        at: [],
      },
    ],
  },
};

/** Tripwires in the `revisit` lists, with the ADRs that name them. */
function cited(adrs: readonly RecordOf[]): ReadonlyMap<string, readonly RecordOf[]> {
  const citing = new Map<string, RecordOf[]>();
  for (const adr of adrs)
    for (const id of new Set(listOf(adr, 'revisit')))
      if (/^TW-\d{2,4}$/.test(id)) citing.set(id, [...(citing.get(id) ?? []), adr]);
  return citing;
}

function keptBy(wire: Tripwire, kind: string, packet: Packet): boolean {
  return packet.kindOf(wire.path) === kind;
}

/** True when a dissent in a file of the kind cites the tripwire: then that file already reports that it lacks it. */
function saidBy(id: string, kind: string, packet: Packet): boolean {
  return packet
    .records('dissent')
    .some((dissent) => packet.kindOf(dissent.path) === kind && textOf(dissent, 'tripwire') === id);
}

function unkept(
  id: string,
  citing: readonly RecordOf[],
  where: readonly string[],
  wires: readonly Tripwire[],
): RuleProblem {
  const [first, ...others] = citing as [RecordOf, ...RecordOf[]];
  const kept = wires.find((wire) => wire.id === id);
  const related: Related[] = [
    ...(kept ? [{ path: kept.path, span: kept.span, message: `${id} "${kept.title}" is kept here` }] : []),
    ...others.map((adr) => ({ ...placeOf(adr, `revisit ${id}`), message: `${adr.id} waits for it too` })),
  ];
  return {
    ...placeOf(first, `revisit ${id}`),
    message: `${first.id} is reopened by ${id}, which is not in ${where.join(' nor in ')}`,
    related,
  };
}

/** Each tripwire once, in the register where it stands there. */
function uncited(adrs: readonly RecordOf[], wires: readonly Tripwire[]): RuleProblem[] {
  const told = new Set<string>();
  const waited = new Set(adrs.flatMap((adr) => listOf(adr, 'revisit')));
  const retired = new Set(wires.filter((wire) => wire.data['state'] === 'retired').map((wire) => wire.id));
  const inOrder = [...wires].sort(
    (a, b) => Number(b.path.endsWith('.yaml')) - Number(a.path.endsWith('.yaml')),
  );
  return inOrder.flatMap((wire) => {
    if (waited.has(wire.id) || retired.has(wire.id) || told.has(wire.id)) return [];
    told.add(wire.id);
    const twin = wires.find((other) => other.id === wire.id && other.path !== wire.path);
    return [
      {
        path: wire.path,
        span: wire.span,
        message: `${wire.id} "${wire.title}" reopens no ADR: none has it under \`revisit\``,
        related: twin ? [{ path: twin.path, span: twin.span, message: `${wire.id} stands here too` }] : [],
      },
    ];
  });
}

function register(id: string): Record<string, string> {
  return {
    'kit/dissent-register.yaml': `entries: []\ntripwires:\n  - {id: ${id}, metric: completeness, threshold: "< 99.95 %", state: armed}\n`,
  };
}

function consensus(id: string): Record<string, string> {
  return {
    'kit/consensus-doc.md': `# Record\n\n## Tripwires\n\n| ID | Metric | Threshold |\n|---|---|---|\n| ${id} | completeness | < 99.95 % |\n`,
  };
}
