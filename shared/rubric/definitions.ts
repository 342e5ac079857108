import type { DefinitionFact, Fact } from './fact';
import type { DataReader } from './read-data';

type Value = DefinitionFact['data'][string];

/** The fields of a definition that are written; `null` and empty lists are left out. */
export function definitionData(fields: Readonly<Record<string, Value | null>>): DefinitionFact['data'] {
  const data: Record<string, Value> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === null || (Array.isArray(value) && value.length === 0)) continue;
    data[name] = value;
  }
  return data;
}

export interface Described {
  readonly title: string | null;
  readonly data: Readonly<Record<string, Value | null>>;
}

/**
 * The definitions a list of a data file makes, one per entry whose `id` has the form of the family: `R-03` for `R`. Entries with a missing or
 * misspelt id define nothing; a repeated id defines the thing again, and the rules about unique ids say so.
 */
export function definitionsIn(
  list: DataReader,
  family: string,
  describe: (item: DataReader) => Described,
  form: RegExp = new RegExp(`^${family}-\\d{2,4}$`),
): Fact[] {
  return list.items.flatMap((item) => {
    const at = item.at('id');
    const id = at.text;
    if (id === null || !form.test(id)) return [];
    const { title, data } = describe(item);
    return [
      {
        type: 'definition' as const,
        family,
        id,
        title: title ?? id,
        data: definitionData(data),
        span: at.span,
      },
    ];
  });
}

/** A stated value as a fact, or nothing when the file does not state it. */
export function valueFact(name: string, at: DataReader): Fact[] {
  const value = at.text;
  return value === null ? [] : [{ type: 'value' as const, name, value, span: at.span }];
}
