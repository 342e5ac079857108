import type { JsonSchema } from '../rubric/kind';
import { Pattern } from '../text/pattern';
import type { DataSteps, Suggestion } from './assist';

/** Alternatives are followed this deep; schemas of a kit's own may refer to themselves. */
const DEEPEST = 40;

/** The schemas that hold at a place: several where the format leaves a choice, none where it says nothing. */
export function schemasAt(schema: JsonSchema, steps: DataSteps): readonly JsonSchema[] {
  let now = alternatives(schema, 0);
  for (const step of steps.slice(0, DEEPEST)) {
    now = now.flatMap((one) => (step === '*' ? itemsOf(one) : memberOf(one, step)));
    now = now.flatMap((one) => alternatives(one, 0));
  }
  return now;
}

/** The keys that the format has at a place, the required ones first, without those that stand there already. */
export function keySuggestions(
  schema: JsonSchema,
  steps: DataSteps,
  present: readonly string[],
): readonly Suggestion[] {
  const found = new Map<string, Suggestion>();
  for (const one of schemasAt(schema, steps)) {
    const required = Array.isArray(one['required']) ? one['required'] : [];
    for (const [key, value] of Object.entries(record(one['properties']))) {
      if (present.includes(key) || found.has(key)) continue;
      const wanted = record(value);
      const needed = required.includes(key);
      const description = descriptionOf(wanted);
      found.set(key, {
        label: key,
        detail: [typeName(wanted), needed ? '' : 'optional'].filter(Boolean).join(', '),
        kind: 'key',
        opens: opens(wanted),
        boost: (needed ? 40 : 20) - Math.min(found.size, 19),
        ...(description === '' ? {} : { info: description }),
      });
    }
  }
  return [...found.values()];
}

/** The values that the format names at a place. */
export function valueSuggestions(schema: JsonSchema, steps: DataSteps): readonly Suggestion[] {
  const found = new Map<string, Suggestion>();
  for (const one of schemasAt(schema, steps)) {
    const info = descriptionOf(one);
    for (const value of allowed(one)) {
      const label = String(value);
      found.set(label, {
        label,
        detail: '',
        kind: 'value',
        boost: 40 - Math.min(found.size, 39),
        bare: typeof value !== 'string',
        ...(info === '' ? {} : { info }),
      });
    }
  }
  return [...found.values()];
}

/** The families of ids that the format wants at a place, read off patterns such as `^R-\d{2}$`. */
export function familiesAt(schema: JsonSchema, steps: DataSteps): readonly string[] {
  const families = schemasAt(schema, steps).flatMap((one) => {
    const pattern = one['pattern'];
    return typeof pattern === 'string' ? [...pattern.matchAll(/(?<![A-Za-z\]\\])([A-Z]{1,8})-/g)] : [];
  });
  return [...new Set(families.map((match) => match[1] as string))];
}

function allowed(schema: JsonSchema): readonly unknown[] {
  if (Array.isArray(schema['enum'])) return schema['enum'];
  if ('const' in schema) return [schema['const']];
  if (schema['type'] === 'boolean') return [true, false];
  return schema['type'] === 'null' ? [null] : [];
}

function memberOf(schema: JsonSchema, key: string): readonly JsonSchema[] {
  const properties = record(schema['properties']);
  if (Object.hasOwn(properties, key)) return [record(properties[key])];
  const others = Object.entries(record(schema['patternProperties']));
  const fits = others.filter(([pattern]) => matches(pattern, key)).map(([, value]) => record(value));
  if (fits.length > 0) return fits;
  const rest = schema['additionalProperties'];
  return typeof rest === 'object' && rest !== null ? [record(rest)] : [];
}

function matches(pattern: string, key: string): boolean {
  try {
    return new Pattern(pattern).test(key.slice(0, 100));
  } catch {
    // Not a pattern of ours, or too costly: then it says nothing about this key.
    return false;
  }
}

function itemsOf(schema: JsonSchema): readonly JsonSchema[] {
  const { items } = schema;
  if (Array.isArray(items)) return items.map(record);
  return items === undefined ? [] : [record(items)];
}

function alternatives(schema: JsonSchema, depth: number): readonly JsonSchema[] {
  const choices = [schema['anyOf'], schema['oneOf'], schema['allOf']].filter(Array.isArray).flat();
  if (choices.length === 0 || depth > 4) return [schema];
  return [schema, ...choices.flatMap((choice) => alternatives(record(choice), depth + 1))];
}

function typeName(schema: JsonSchema): string {
  const values = allowed(schema);
  if (schema['type'] !== 'boolean' && values.length > 0) return values.slice(0, 6).map(String).join(' | ');
  const choices = alternatives(schema, 0).slice(1);
  if (choices.length > 0) return [...new Set(choices.map(typeName))].filter(Boolean).join(' or ');
  const { type } = schema;
  if (type === 'string')
    return /\\d\{4\}-\\d\{2\}-\\d\{2\}/.test(String(schema['pattern'])) ? 'date' : 'text';
  if (type === 'number' || type === 'integer')
    return range(schema, type === 'integer' ? 'whole number' : 'number');
  if (type === 'boolean') return 'true | false';
  if (type === 'array') return 'list';
  return type === 'object' ? 'mapping' : '';
}

function range({ minimum, maximum }: JsonSchema, name: string): string {
  if (typeof minimum === 'number' && typeof maximum === 'number') return `${name} ${minimum}–${maximum}`;
  return name;
}

function descriptionOf(schema: JsonSchema): string {
  const text = schema['description'];
  return typeof text === 'string' ? text : '';
}

function opens(schema: JsonSchema): 'value' | 'list' | 'map' {
  if (schema['type'] === 'array') return 'list';
  return schema['type'] === 'object' ? 'map' : 'value';
}

function record(value: unknown): JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonSchema) : {};
}
