import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { contentWords } from '../../text/prose';
import { listOf, numberOf, placeOf, type RecordOf, textOf } from '../record-fields';
import { ADR, adrText, CONSENSUS, consensusText, MODEL, modelText } from './example-files';
import { type Measure, measureIn, measures, modelUnit } from './threshold';

/** A tripwire as one place states it. */
interface Tripwire {
  readonly id: string;
  readonly words: string;
  readonly threshold: string;
  readonly place: Place;
  /** Exactly the threshold's text, so that it can be rewritten. */
  readonly exact: boolean;
}

/** A threshold beside the break-even: where it is stated first, and where else in the same way. */
interface Stray {
  readonly tripwire: Tripwire;
  readonly measure: Measure;
  readonly breakEven: RecordOf;
  readonly also: Tripwire[];
}

/**
 * A tripwire cites the model when a break-even names it ("the number behind TW-02"), or a paragraph says so of it ("the threshold is the
 * staffing break-even of the cost model"). Its threshold is held against the break-even in the same unit, wherever it is stated; places that state the same number are one finding.
 */
export const tripwiresAtBreakEven: ConsistencyRule = {
  id: 'X-10',
  severity: 'must',
  title: 'Tripwires stand at the break-evens they cite',
  failTitle: 'A tripwire is not at the break-even it cites',
  why: 'The tripwire is the promise to reopen the choice where it turns wrong; set beside the break-even it goes off for nothing, or too late.',
  hint: 'Write the break-even of the model as the threshold, or stop calling it one.',
  kinds: ['rfc', 'adr', 'consensus-doc', 'dissent-register', 'tco-model'],
  check: (packet) => {
    const breakEvens = packet.records('break-even');
    if (breakEvens.length === 0)
      return { verdict: 'not-evaluated', reason: 'The packet has no cost model with break-evens' };
    const said = new Set(
      packet
        .records('tripwire-mention')
        .filter((r) => r.fields['break-even'] === true)
        .map((r) => r.id),
    );
    const evidence: Place[] = [];
    const strays = new Map<string, Stray>();
    for (const tripwire of tripwires(packet)) {
      const measure = measureIn(tripwire.threshold);
      if (!measure) continue;
      const naming = breakEvens.filter((b) => listOf(b, 'tripwires').includes(tripwire.id));
      const meant =
        naming.length > 0
          ? inUnit(measure, naming)
          : said.has(tripwire.id)
            ? aboutTheSame(tripwire, measure, inUnit(measure, breakEvens))
            : [];
      const [breakEven] = meant;
      if (!breakEven) continue;
      evidence.push(tripwire.place);
      if (meant.some((b) => measures(measure, exactValue(b)))) continue;
      const key = `${tripwire.id}/${measure.value}`;
      const known = strays.get(key);
      if (known) known.also.push(tripwire);
      else strays.set(key, { tripwire, measure, breakEven, also: [] });
    }
    const problems = [...strays.values()].map(problem);
    if (problems.length > 0) return { verdict: 'fail', problems };
    if (evidence.length === 0)
      return {
        verdict: 'not-evaluated',
        reason: 'No tripwire of the packet cites a break-even of the model',
      };
    return { verdict: 'pass', evidence };
  },
  examples: {
    pass: [
      { files: { [MODEL]: modelText(), [CONSENSUS]: withTripwire('> $1.0M') } },
      {
        files: {
          [MODEL]: modelText(),
          [ADR]: `${adrText()}\n- TW-02: bill of blue above $1,000,000 reopens this.\n`,
        },
      },
    ],
    fail: [
      {
        files: {
          [MODEL]: modelText(),
          [CONSENSUS]: withTripwire('> $1.2M'),
          [ADR]: `${adrText()}\n- TW-02: bill of blue above $900,000 reopens this.\n`,
        },
        at: [
          [CONSENSUS, 'TW-02'],
          [ADR, '$900,000'],
        ],
      },
      {
        files: {
          [MODEL]: modelText().replace(', x-note: the number behind TW-02', ''),
          [ADR]: `${adrText()}\nTW-02: a bill above $900,000, the break-even of the model, reopens this.\n`,
        },
        at: [[ADR, '$900,000']],
      },
    ],
  },
};

function withTripwire(threshold: string): string {
  return `${consensusText()}
## Tripwires

| ID | Metric | Threshold | Window |
| --- | --- | --- | --- |
| TW-02 | bill of blue | ${threshold} | a year |
`;
}

/** Each statement of a tripwire once per place: definitions, the RFC's table, and text that gives it a threshold. */
function tripwires(packet: Packet): readonly Tripwire[] {
  const defined = packet.definitions('TW').map(({ id, title, data, path, span }) => ({
    id,
    words: title,
    threshold: String(data['threshold'] ?? ''),
    place: { path, span },
    exact: false,
  }));
  const stated = packet.records('rfc-tripwire').map((r) => ({
    id: r.id,
    words: textOf(r, 'metric') ?? '',
    threshold: textOf(r, 'threshold') ?? '',
    place: placeOf(r, 'threshold'),
    exact: r.places['threshold'] !== undefined,
  }));
  const mentioned = packet.records('tripwire-mention').map((r) => ({
    id: r.id,
    words: textOf(r, 'words') ?? '',
    threshold: textOf(r, 'threshold') ?? '',
    place: placeOf(r, 'threshold'),
    exact: r.places['threshold'] !== undefined,
  }));
  return [...defined, ...stated, ...mentioned];
}

function unitOf(record: RecordOf) {
  return modelUnit(textOf(record, 'unit') ?? '');
}

function exactValue(record: RecordOf): number {
  return (numberOf(record, 'value') ?? Number.NaN) * unitOf(record).factor;
}

function inUnit(measure: Measure, breakEvens: readonly RecordOf[]): readonly RecordOf[] {
  return breakEvens.filter((b) => unitOf(b).unit === measure.unit);
}

/** Many things are shares: there a break-even is meant only when it speaks of the same thing in words. */
function aboutTheSame(
  tripwire: Tripwire,
  measure: Measure,
  breakEvens: readonly RecordOf[],
): readonly RecordOf[] {
  const own = contentWords(tripwire.words);
  const shared = breakEvens.filter((b) =>
    [...contentWords(textOf(b, 'driver') ?? '')].some((w) => own.has(w)),
  );
  return shared.length > 0 || measure.unit === 'share' ? shared : breakEvens;
}

function problem({ tripwire, measure, breakEven, also }: Stray): RuleProblem {
  const value = numberOf(breakEven, 'value') ?? 0;
  const driver = textOf(breakEven, 'driver') ?? '';
  const right = `${value} ${textOf(breakEven, 'unit') ?? ''}`.trim();
  const fix =
    tripwire.exact && also.length === 0 && measure.unit !== 'share' && measure.unit !== 'money'
      ? rewritten(tripwire, value)
      : undefined;
  return {
    ...tripwire.place,
    message: `${tripwire.id} stands at ${tripwire.threshold}; the model's break-even for ${driver} is ${right}`,
    related: [
      { ...placeOf(breakEven, 'value'), message: `break-even for ${driver}: ${right}` },
      ...also.map(({ place, threshold }) => ({ ...place, message: `stated here too: ${threshold}` })),
    ],
    ...(fix ? { fix } : {}),
  };
}

/** The threshold with its number changed. */
function rewritten({ threshold, place }: Tripwire, value: number) {
  const written = threshold.replace(/\d[\d,]*(?:\.\d+)?/, String(value));
  return { title: `Write ${written}`, edits: [{ ...place.span, insert: written }] };
}
