import type { Packet } from '../../rubric/packet';
import type { Place } from '../../rubric/rule';
import { apply } from '../../text/calculation';
import { listOf, numberOf, placeOf, type RecordOf, textOf } from '../record-fields';

/** A stated figure of the impact: from the assessment, else from the table of the postmortem. */
export interface ImpactMeasure extends Place {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Half of the last place to which the figure is given. */
  readonly tolerance: number;
  readonly method: RecordOf | null;
  /** Its text in a Markdown table; null for a value of a data file. */
  readonly shown: string | null;
}

const CURRENCY = /^(?:USD|EUR|GBP|CHF|\$|€|£)$/i;

/** The figures of the impact assessment; where the packet has none, the rows of the postmortem's table. */
export function measuresOf(packet: Packet): readonly ImpactMeasure[] {
  const methodOf = (row: RecordOf) =>
    packet.recordsOf('impact-method', row.path).find((method) => method.id === row.id) ?? null;
  const assessed = packet.records('impact-measure').flatMap((row): ImpactMeasure[] => {
    const value = numberOf(row, 'value');
    if (value === null) return [];
    const unit = textOf(row, 'unit') ?? '';
    const decimals = Math.max(decimalsOf(value), CURRENCY.test(unit) ? 2 : 0);
    return [
      {
        ...placeOf(row, 'value'),
        id: row.id,
        name: textOf(row, 'name') ?? row.id,
        value,
        unit,
        tolerance: 0.5 / 10 ** decimals,
        method: methodOf(row),
        shown: null,
      },
    ];
  });
  if (assessed.length > 0) return assessed;
  return packet.records('impact-row').flatMap((row): ImpactMeasure[] => {
    const value = numberOf(row, 'value');
    if (value === null) return [];
    return [
      {
        path: row.path,
        span: row.span,
        id: row.id,
        name: textOf(row, 'name') ?? row.id,
        value,
        unit: textOf(row, 'dimension') === 'share' ? '%' : (textOf(row, 'unit') ?? ''),
        tolerance: numberOf(row, 'tolerance') ?? 0.5,
        method: methodOf(row),
        shown: textOf(row, 'text'),
      },
    ];
  });
}

function decimalsOf(value: number): number {
  const text = String(value);
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** Things a pipeline counts, as a unit. */
const COUNTED = /^(?:events?|records?|rows?|messages?)$/i;
const LOSS = /(?<!\p{L})(?:drop|lost|loss|filter|discard|reject|missing)/iu;

/** The figure that counts what the pipeline dropped: in events, by name a loss, and said to be a sum of what was filtered. */
export function droppedMeasure(measures: readonly ImpactMeasure[]): ImpactMeasure | null {
  return (
    measures.find(
      ({ unit, name, method }) =>
        COUNTED.test(unit) &&
        LOSS.test(name) &&
        method !== null &&
        (textOf(method, 'counted') !== null || numberOf(method, 'baseline') !== null),
    ) ?? null
  );
}

/** What a figure should be, and from what. */
export interface Recomputed {
  readonly value: number;
  /** How it was computed, for messages: "IM-01 5,367,722 / 10". */
  readonly how: string;
  /** The figures it follows from. */
  readonly from: readonly string[];
}

/** Computes a figure by its own method from other figures; null when the method says nothing that can be computed. */
export function recompute(measure: ImpactMeasure, lookUp: (id: string) => number | null): Recomputed | null {
  const { method } = measure;
  const kind = method ? textOf(method, 'kind') : null;
  if (!method || kind === null) return null;
  if (kind === 'sum') {
    const from = listOf(method, 'terms');
    const values = from.map(lookUp);
    if (from.length < 2 || values.some((value) => value === null)) return null;
    return {
      value: values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
      how: from.map((id, i) => `${id} ${grouped(values[i] ?? 0)}`).join(' + '),
      from,
    };
  }
  const sides = (['left', 'right'] as const).map((side) => {
    const id = textOf(method, side);
    const value = id === null ? numberOf(method, side) : lookUp(id);
    return { id, value, how: `${id === null ? '' : `${id} `}${value === null ? '' : grouped(value)}` };
  });
  const [left, right] = sides;
  if (!left || !right || left.value === null || right.value === null) return null;
  if (kind === 'quotient' && right.value === 0) return null;
  const factor = measure.unit === '%' ? 100 : 1;
  return {
    value: factor * apply(kind === 'product' ? 'product' : 'quotient', left.value, right.value),
    how: `${left.how} ${kind === 'product' ? '×' : '/'} ${right.how}`,
    from: sides.flatMap(({ id }) => id ?? []),
  };
}

/** A number with thousands separated, as reports write it. */
export function grouped(value: number, decimals?: number): string {
  const [whole = '', fraction] = (decimals === undefined ? String(value) : value.toFixed(decimals)).split(
    '.',
  );
  const separated = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}
