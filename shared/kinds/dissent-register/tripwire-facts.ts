import type { Fact } from '../../rubric/fact';
import type { DataReader } from '../../rubric/read-data';
import { recordsIn } from '../../rubric/records';

const FIELDS = [
  'metric',
  'threshold',
  'window',
  'owner',
  'action',
  'deadline_days',
  'state',
  'alert_id',
  'tripped_by',
] as const;

/** The tripwires field by field; `since` is the day of the earliest dissent that each of them answers. */
export function tripwireFacts(root: DataReader): Fact[] {
  const since = new Map<string, string>();
  for (const entry of root.at('entries').items) {
    const [wire, date] = [entry.at('tripwire').text, entry.at('date').text];
    if (wire === null || date === null) continue;
    const known = since.get(wire);
    if (known === undefined || date < known) since.set(wire, date);
  }
  return recordsIn('tripwire', root.at('tripwires'), 'id', FIELDS).map((fact) => {
    const date = fact.type === 'record' ? since.get(fact.id) : undefined;
    return fact.type === 'record' && date ? { ...fact, fields: { ...fact.fields, since: date } } : fact;
  });
}
