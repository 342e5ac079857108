import type { ConsistencyRule, RuleProblem } from '../../rubric/rule';
import { numberOf, placeOf, type RecordOf, textOf } from '../record-fields';
import { adrFile } from './example-adrs';

/** The file's name counts where it carries a number, else the header; a header that disagrees is told once and leaves no gap behind. */
export const adrNumbers: ConsistencyRule = {
  id: 'X-17',
  severity: 'must',
  title: 'ADR numbers are unique and without gaps',
  failTitle: 'The ADR numbers are doubled, missing or not those of the files',
  why: 'Other files cite decisions by number; with two ADR-004 or none, a citation leads to the wrong decision, and a gap looks like one that was taken out.',
  hint: 'Give each ADR the next free number, in its file name and its header, and keep rejected ones in the series.',
  kinds: ['adr'],
  check: (packet) => {
    const adrs = packet.records('adr');
    const problems: RuleProblem[] = [];
    const seen = new Map<number, RecordOf>();
    for (const adr of adrs) {
      const inName = numberOf(adr, 'number');
      const inHeader = headerNumber(adr);
      if (inName !== null && inHeader !== null && inName !== inHeader)
        problems.push(misnamed(adr, inName, adrs));
      const number = inName ?? inHeader;
      if (number === null) continue;
      const first = seen.get(number);
      if (!first) seen.set(number, adr);
      else
        problems.push({
          ...placeOf(adr, 'id'),
          message: `${idOf(number)} is taken: two files carry the number`,
          related: [
            { ...placeOf(first, 'id'), message: `${idOf(number)} "${textOf(first, 'title') ?? ''}"` },
          ],
        });
    }
    if (seen.size === 0) return { verdict: 'not-evaluated', reason: 'The packet holds no numbered ADR' };
    let last = 0;
    for (const [number, adr] of [...seen].sort(([a], [b]) => a - b)) {
      if (number > last + 1) problems.push(gap(last, number, adr, seen.get(last)));
      last = number;
    }
    if (problems.length > 0) return { verdict: 'fail', problems };
    return { verdict: 'pass', evidence: adrs.map((adr) => placeOf(adr, 'id')) };
  },
  examples: {
    pass: [
      { files: { ...adrFile('ADR-001'), ...adrFile('ADR-002') } },
      { files: { ...adrFile('ADR-001'), 'kit/adr-002-y.md': '# No header\n', ...adrFile('ADR-003') } },
      {
        files: {
          'kit/0001-use-kafka.md': text(
            adrFile('ADR-001', {}, '## Considered options\n\nTwo.\n\n## Decision outcome\n\nOne.\n'),
          ),
        },
      },
    ],
    fail: [
      {
        files: { ...adrFile('ADR-001'), ...adrFile('ADR-003') },
        at: [['kit/adr-003-x.md', 'ADR-003']],
      },
      {
        files: { ...adrFile('ADR-001'), ...adrFile('ADR-002', { id: 'ADR-001' }) },
        at: [['kit/adr-002-x.md', 'ADR-001']],
      },
      {
        files: {
          ...adrFile('ADR-001'),
          'kit/adr-001-y.md': text(adrFile('ADR-001')),
        },
        at: [['kit/adr-001-y.md', 'ADR-001']],
      },
      { files: adrFile('ADR-002'), at: [['kit/adr-002-x.md', 'ADR-002']] },
    ],
  },
};

function text(files: Record<string, string>): string {
  return Object.values(files).join('');
}

/** The number of the header's id; null when it has another form, which is a finding of the ADR itself. */
function headerNumber(adr: RecordOf): number | null {
  const digits = /^ADR-(\d{3})$/.exec(textOf(adr, 'id') ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

function idOf(number: number): string {
  return `ADR-${String(number).padStart(3, '0')}`;
}

/** The header says another number than the file's name. Where a file of that number exists too, the header is the wrong one. */
function misnamed(adr: RecordOf, inName: number, adrs: readonly RecordOf[]): RuleProblem {
  const id = textOf(adr, 'id') ?? '';
  const place = placeOf(adr, 'id');
  const rightful = adrs.find((other) => other !== adr && numberOf(other, 'number') === headerNumber(adr));
  return {
    ...place,
    message: `The header says ${id}, the file name ${idOf(inName)}`,
    related: rightful ? [{ ...placeOf(rightful, 'id'), message: `${id} is this file` }] : [],
    ...(rightful
      ? { fix: { title: `Write ${idOf(inName)}`, edits: [{ ...place.span, insert: idOf(inName) }] } }
      : {}),
  };
}

function gap(last: number, number: number, adr: RecordOf, before: RecordOf | undefined): RuleProblem {
  const missing =
    number - last === 2
      ? `${idOf(last + 1)} is missing`
      : `${idOf(last + 1)} to ${idOf(number - 1)} are missing`;
  return {
    ...placeOf(adr, 'id'),
    message: last === 0 ? `The series starts here; ${missing}` : `${missing} before ${idOf(number)}`,
    related: before ? [{ ...placeOf(before, 'id'), message: `${idOf(last)} comes before` }] : [],
  };
}
