import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { listOf, placeOf, type RecordOf, textOf } from '../record-fields';
import { adrFile } from './example-adrs';

const REFERENCE = /ADR-\d{3}/g;
const TRIGGER = /TW-\d{2,4}|\d{4}-\d{2}-\d{2}/g;

/** Whether a cell says what the header says, and how the header's value is written into a cell. */
interface Cell {
  readonly field: string;
  readonly agrees: (cell: string, adr: RecordOf, packet: Packet) => boolean;
  readonly written: (adr: RecordOf, packet: Packet) => string;
}

const CELLS: readonly Cell[] = [
  {
    field: 'type',
    agrees: (cell, adr) => tier(cell) === null || tier(cell) === tier(textOf(adr, 'reversibility') ?? ''),
    written: (adr) => `Type ${tier(textOf(adr, 'reversibility') ?? '') ?? ''}`,
  },
  {
    field: 'decider',
    agrees: (cell, adr, packet) => {
      const makers = listOf(adr, 'decision-makers').map((maker) => nameOf(maker, packet));
      return makers.length === 0 || packet.person(cell) === null || makers.includes(nameOf(cell, packet));
    },
    written: (adr, packet) =>
      listOf(adr, 'decision-makers')
        .map((maker) => nameOf(maker, packet))
        .join(', '),
  },
  {
    field: 'confidence',
    agrees: (cell, adr) => cell === '' || cell.toLowerCase() === (textOf(adr, 'confidence') ?? cell),
    written: (adr) => textOf(adr, 'confidence') ?? '',
  },
  ...['supersedes', 'superseded-by'].map((field) => ({
    field,
    agrees: (cell: string, adr: RecordOf) => sameSet(cell.match(REFERENCE) ?? [], listOf(adr, field)),
    written: (adr: RecordOf) => listOf(adr, field).join(', '),
  })),
  {
    field: 'revisit',
    agrees: (cell, adr) => sameSet(cell.match(TRIGGER) ?? [], listOf(adr, 'revisit')),
    written: (adr) => listOf(adr, 'revisit').join(', '),
  },
];
/** Cells that DL-02 compares itself; a column of its own is the criterion's finding. */
const SAID_BY_LOG = ['status', 'date', 'title'] as const;

/**
 * X-19. That each ADR has one row is DL-01's finding, and status, date and title are DL-02's: they count here and are not repeated. The other
 * columns are compared where the log has them; an unknown decider (DL-03) or an empty confidence is a matter of the log alone.
 */
export const logComplete: ConsistencyRule = {
  id: 'X-19',
  severity: 'must',
  title: 'The decision log equals the ADRs',
  failTitle: 'The decision log says something else than the ADRs',
  why: 'The log is what people read in place of the ADRs; a row that forgets a successor keeps a dead decision in force.',
  hint: 'Regenerate the row from the front matter of the ADR.',
  kinds: ['decision-log', 'adr'],
  check: (packet) => {
    const rows = packet.records('log-row');
    const adrs = packet.records('adr').filter((adr) => textOf(adr, 'id') !== null);
    if (packet.pathsOf('decision-log').length === 0)
      return { verdict: 'not-evaluated', reason: 'The packet holds no decision log' };
    if (adrs.length === 0) return { verdict: 'not-evaluated', reason: 'The packet holds no ADR' };
    const problems: RuleProblem[] = [];
    const evidence: Place[] = [];
    const byId = new Map(adrs.map((adr) => [adr.id, adr]));
    let because = adrs.some((adr) => rows.filter((row) => row.id === adr.id).length !== 1)
      ? 'DL-01'
      : undefined;
    for (const row of rows) {
      const adr = byId.get(row.id);
      if (!adr) {
        because = 'DL-01';
        continue;
      }
      if (SAID_BY_LOG.some((field) => (textOf(row, field) ?? '') !== (textOf(adr, field) ?? '')))
        because ??= 'DL-02';
      for (const cell of CELLS) {
        const found = differing(cell, row, adr, packet);
        if (found) problems.push(found);
      }
      evidence.push(placeOf(row, 'id'));
    }
    if (problems.length > 0) return { verdict: 'fail', problems };
    if (because !== undefined) return { verdict: 'fail', problems, because };
    return { verdict: 'pass', evidence };
  },
  examples: {
    pass: [
      {
        files: { ...adrFile('ADR-001'), ...log('ADR-001 | Use Kafka | accepted | Type 2 | 2023-11-10 | |') },
      },
      {
        files: {
          ...adrFile('ADR-001', { status: 'superseded', 'superseded-by': '[ADR-002]' }),
          ...adrFile('ADR-002', { supersedes: '[ADR-001]' }),
          ...log(
            'ADR-001 | Use Kafka | superseded | Type 2 | 2023-11-10 | | [ADR-002](adr-002-x.md)',
            'ADR-002 | Use Kafka | accepted | Type 2 | 2023-11-10 | ADR-001 |',
          ),
        },
      },
    ],
    fail: [
      {
        files: {
          ...adrFile('ADR-001', { reversibility: 'type-1', supersedes: '[ADR-000]' }),
          ...log('ADR-001 | Use Kafka | accepted | Type 2 | 2023-11-10 | none | ADR-003'),
        },
        at: [
          ['kit/decision-log.md', 'Type 2'],
          ['kit/decision-log.md', 'none'],
          ['kit/decision-log.md', 'ADR-003'],
        ],
      },
      {
        files: {
          ...adrFile('ADR-001', { status: 'superseded', 'superseded-by': '[ADR-002]' }),
          ...adrFile('ADR-002', { supersedes: '[ADR-001]' }),
          'kit/decision-log.md':
            '# Log\n\n| ID | Title | Status | Date |\n|---|---|---|---|\n| ADR-001 | Use Kafka | superseded | 2023-11-10 |\n| ADR-002 | Use Kafka | accepted | 2023-11-10 |\n',
        },
        at: [
          ['kit/decision-log.md', 'ADR-001'],
          ['kit/decision-log.md', 'ADR-002'],
        ],
      },
      // DL-01 and DL-02 say these two.
      {
        files: { ...adrFile('ADR-001'), ...log('ADR-002 | Use Kafka | accepted | Type 2 | 2023-11-10 | |') },
        at: [],
      },
      {
        files: { ...adrFile('ADR-001'), ...log('ADR-001 | Use Kafka | proposed | Type 2 | 2023-11-10 | |') },
        at: [],
      },
    ],
  },
};

function differing(cell: Cell, row: RecordOf, adr: RecordOf, packet: Packet): RuleProblem | null {
  const at = row.places[cell.field];
  const found = textOf(row, cell.field) ?? '';
  const wanted = cell.written(adr, packet);
  if (!at)
    return cell.field.startsWith('supersede') && wanted !== ''
      ? noColumn(cell.field, row, adr, wanted)
      : null;
  if (cell.agrees(found, adr, packet)) return null;
  const says = (text: string) => (text === '' ? 'nothing' : `"${text}"`);
  const empty = at.to === at.from;
  const name = cell.field === 'superseded-by' ? 'superseded by' : cell.field;
  const related =
    cell.field === 'type' ? 'reversibility' : cell.field === 'decider' ? 'decision-makers' : cell.field;
  const insert = wanted.replaceAll('|', '\\|');
  return {
    ...(empty ? placeOf(row, 'id') : { path: row.path, span: at }),
    message: `${row.id}, ${name}: the log says ${says(found)}, the ADR says ${says(wanted)}`,
    related: [{ ...placeOf(adr, related), message: `the ADR says ${says(wanted)}` }],
    fix: { title: `Copy from ${row.id}`, edits: [{ ...at, insert }] },
  };
}

/** A log without the columns of supersession keeps dead decisions in force; the other columns are its own choice. */
function noColumn(field: string, row: RecordOf, adr: RecordOf, wanted: string): RuleProblem {
  const says = field === 'supersedes' ? 'supersedes' : 'is superseded by';
  return {
    ...placeOf(row, 'id'),
    message: `${row.id} ${says} ${wanted}, and the log has no column for it`,
    related: [{ ...placeOf(adr, field), message: `${row.id} ${says} ${wanted}` }],
  };
}

function tier(text: string): string | null {
  return /^type[ -]([12])$/i.exec(text.trim())?.[1] ?? null;
}

function nameOf(nameOrKey: string, packet: Packet): string {
  return packet.person(nameOrKey)?.name ?? nameOrKey;
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.every((one) => b.includes(one)) && b.every((one) => a.includes(one));
}

function log(...rows: readonly string[]): Record<string, string> {
  const head =
    '| ID | Title | Status | Type | Date | Supersedes | Superseded by |\n|---|---|---|---|---|---|---|\n';
  return { 'kit/decision-log.md': `# Log\n\n${head}${rows.map((row) => `| ${row} |\n`).join('')}` };
}
