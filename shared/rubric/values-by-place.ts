import type { SourcedFact } from './fact';
import type { Packet } from './packet';

type Value = Extract<SourcedFact, { type: 'value' }>;

/** The values that files state, by `name path`; where a file states one twice, the first. */
export function valuesByPlace(packet: Packet): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const value of packet.facts('value')) {
    const place = `${value.name} ${value.path}`;
    if (!values.has(place)) values.set(place, value);
  }
  return values;
}
