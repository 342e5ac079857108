import type { DataPath } from '../../text/data-tree';
import type { NewValue } from '../../text/edits/style';
import type { JsonSchema } from '../kind';

/** A format is nested no deeper than this; a blank below it would be a form to fill and no help. */
const DEEPEST = 4;

/** The part of a schema that describes the value at a path; null where it says nothing, or alternatives disagree on it. */
export function schemaAt(schema: JsonSchema, path: DataPath): JsonSchema | null {
  let at: JsonSchema | null = schema;
  for (const step of path) at = at && child(at, step);
  return at;
}

function child(schema: JsonSchema, step: string | number): JsonSchema | null {
  const options = branches(schema);
  if (options.length > 0) {
    const found = options.map((branch) => child(branch, step)).filter((s) => s !== null);
    return found.length === 1 ? (found[0] ?? null) : null;
  }
  if (typeof step === 'number') return part(schema['items']);
  const own = part(part(schema['properties'])?.[step]);
  if (own && Object.hasOwn(part(schema['properties']) ?? {}, step)) return own;
  // Keys that the author chooses: the pattern is not tried, since a kit's own schema may hold a costly one.
  const free = Object.entries(part(schema['patternProperties']) ?? {}).filter(([key]) => key !== '^x-');
  return free.length === 1 ? part(free[0]?.[1]) : null;
}

/** The keys of a mapping in the order of the format, each with its schema. */
export function propertiesOf(schema: JsonSchema | null): readonly (readonly [string, JsonSchema])[] {
  const properties = part(schema?.['properties']) ?? {};
  return Object.entries(properties).flatMap(([key, value]) => {
    const own = part(value);
    return own ? [[key, own] as const] : [];
  });
}

/** What stands in place of a value that is still to be written: it says in words what is asked for. */
export function blankFor(key: string, schema: JsonSchema, depth = 0): NewValue {
  const name = key.replace(/[_-]+/g, ' ');
  const [first] = branches(schema);
  if (first) return blankFor(key, first, depth);
  const known = schema['enum'];
  if (Array.isArray(known)) return `<${words(known.map(String))}>`;
  if (typeof schema['const'] === 'string' || typeof schema['const'] === 'boolean') return schema['const'];
  switch (schema['type']) {
    case 'number':
      return `<${name}, a number>`;
    case 'integer':
      return `<${name}, a whole number>`;
    case 'boolean':
      return '<true or false>';
    case 'array': {
      const items = part(schema['items']);
      const wanted = typeof schema['minItems'] === 'number' && schema['minItems'] > 0;
      return items && wanted && depth < DEEPEST ? [blankFor(key, items, depth + 1)] : [];
    }
    case 'object': {
      if (depth >= DEEPEST) return {};
      const required = schema['required'];
      const keys = Array.isArray(required) ? required : [];
      return Object.fromEntries(
        propertiesOf(schema)
          .filter(([own]) => keys.includes(own))
          .map(([own, value]) => [own, blankFor(own, value, depth + 1)]),
      );
    }
    default: {
      const pattern = String(schema['pattern'] ?? '');
      if (pattern.startsWith('^\\d{4}-\\d{2}-\\d{2}T')) return '<YYYY-MM-DDTHH:MMZ, UTC>';
      if (pattern.startsWith('^\\d{4}-\\d{2}-\\d{2}')) return '<YYYY-MM-DD>';
      return `<${name}, in a few words>`;
    }
  }
}

function branches(schema: JsonSchema): readonly JsonSchema[] {
  for (const key of ['anyOf', 'oneOf']) {
    const list = schema[key];
    if (Array.isArray(list)) return list.map(part).filter((branch) => branch !== null);
  }
  return [];
}

function part(value: unknown): JsonSchema | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonSchema) : null;
}

function words(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
