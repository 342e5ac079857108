import { definitionData } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import { fieldSpan } from '../../rubric/field-span';
import type { DataReader } from '../../rubric/read-data';

/** The entries with the place of each field (`dissent`). */
export function entryFacts(root: DataReader): Fact[] {
  return root.at('entries').items.flatMap((entry) => {
    const id = entry.at('id');
    if (id.text === null) return [];
    const keys = ['person', 'decision', 'statement', 'tripwire'] as const;
    const fields = definitionData(Object.fromEntries(keys.map((key) => [key, entry.at(key).text])));
    const places = Object.fromEntries(keys.map((key) => [key, fieldSpan(entry, key)]));
    return [{ type: 'record' as const, set: 'dissent', id: id.text, fields, places, span: id.span }];
  });
}
