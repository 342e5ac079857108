import type { Packet } from '../../rubric/packet';
import type { Place } from '../../rubric/rule';
import { numberOf, placeOf, type RecordOf, textOf } from '../record-fields';
import type { Named } from './options';

/** An option of a cost model with its values. */
export interface Modelled extends Named {
  readonly record: RecordOf;
  readonly place: Place;
}

/** The options that the packet's cost models price, in file order. */
export function modelled(packet: Packet): readonly Modelled[] {
  return packet
    .records('model-values')
    .filter((record) => record.id !== '')
    .map((record) => ({
      slug: record.id,
      name: textOf(record, 'name') ?? record.id,
      record,
      place: { path: record.path, span: record.span },
    }));
}

/** The NPV as stated and, where the model's formulas give another, as computed. */
export function npvsOf({ record }: Modelled): readonly number[] {
  return [numberOf(record, 'npv'), numberOf(record, 'npv~')].filter((npv) => npv !== null);
}

export function npvPlace({ record }: Modelled): Place {
  return placeOf(record, 'npv');
}
