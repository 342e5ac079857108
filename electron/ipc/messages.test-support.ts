import type { TSchema } from '@sinclair/typebox';
import fc from 'fast-check';
import { contract } from '../../shared/ipc/contract';

/** A channel that takes requests, with the schema of them. */
export interface AskedChannel {
  readonly channel: string;
  readonly type: 'call' | 'task';
  readonly request: TSchema;
}

/** Every channel of the contract that a page can ask on. A new one is in the list by being in the contract. */
export const ASKED: readonly AskedChannel[] = Object.entries(contract).flatMap(([channel, entry]) =>
  entry.type === 'event' ? [] : [{ channel, type: entry.type, request: entry.request }],
);

/** Values as a schema of the contract allows them, small ones first. A kind of schema that is not known here is an error: add it. */
export function valuesOf(schema: TSchema): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema['const']);
  if ('anyOf' in schema) return fc.oneof(...(schema['anyOf'] as TSchema[]).map(valuesOf));
  switch (schema['type']) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: schema['minimum'] ?? -1000, max: schema['maximum'] ?? 1_000_000 });
    case 'number':
      return fc.double({ min: schema['minimum'] ?? -1000, max: schema['maximum'] ?? 1_000_000, noNaN: true });
    case 'string':
      return textsOf(schema);
    case 'array':
      return fc.array(valuesOf(schema['items']), {
        minLength: schema['minItems'] ?? 0,
        maxLength: Math.min(schema['maxItems'] ?? 3, Math.max(3, schema['minItems'] ?? 0)),
      });
    case 'object':
      return objectsOf(schema);
    default:
      throw new Error(`No values are made for ${JSON.stringify(schema)}`);
  }
}

function textsOf(schema: TSchema): fc.Arbitrary<string> {
  if (schema['pattern'] !== undefined) return fc.stringMatching(new RegExp(schema['pattern']));
  return fc.string({
    minLength: schema['minLength'] ?? 0,
    maxLength: Math.min(schema['maxLength'] ?? 40, 40),
  });
}

function objectsOf(schema: TSchema): fc.Arbitrary<unknown> {
  const properties = (schema['properties'] ?? {}) as Record<string, TSchema>;
  const patterns = Object.entries((schema['patternProperties'] ?? {}) as Record<string, TSchema>);
  const required = (schema['required'] ?? []) as string[];
  const named = fc.record(
    Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, valuesOf(value)])),
    { requiredKeys: required },
  );
  const [first] = patterns;
  if (first === undefined) return named;
  return fc.dictionary(fc.stringMatching(new RegExp(first[0])), valuesOf(first[1]), { maxKeys: 3 });
}

/** One good request for a channel, always the same. Optional keys are there, so that each can be spoilt. */
export function goodRequest({ channel, request }: AskedChannel): Record<string, unknown> {
  const whole = { ...request, required: Object.keys((request['properties'] ?? {}) as object) } as TSchema;
  return fc.sample(valuesOf(whole), { seed: seedOf(channel), numRuns: 1 })[0] as Record<string, unknown>;
}

function seedOf(text: string): number {
  return [...text].reduce((sum, letter) => Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0), 7) >>> 1;
}

/** The schema at a place of a schema, below objects and lists; unions end it. */
export interface Place {
  readonly keys: readonly (string | number)[];
  readonly schema: TSchema;
}

/** Every place of a request that holds a value of one known kind. */
export function placesOf(schema: TSchema, keys: readonly (string | number)[] = []): Place[] {
  const below = Object.entries((schema['properties'] ?? {}) as Record<string, TSchema>).flatMap(
    ([key, value]) => placesOf(value, [...keys, key]),
  );
  const items = schema['type'] === 'array' ? placesOf(schema['items'], [...keys, 0]) : [];
  return [{ keys, schema }, ...below, ...items];
}

/** A copy with the value at a place replaced; null when the request has nothing there (an empty list). */
export function withValue(
  request: unknown,
  keys: readonly (string | number)[],
  value: unknown,
): { readonly request: unknown } | null {
  const [key, ...rest] = keys;
  if (key === undefined) return { request: value };
  if (typeof request !== 'object' || request === null || !Object.hasOwn(request, key)) return null;
  const inner = withValue((request as Record<string | number, unknown>)[key], rest, value);
  if (inner === null) return null;
  const copy = Array.isArray(request) ? [...request] : { ...request };
  (copy as Record<string | number, unknown>)[key] = inner.request;
  return { request: copy };
}
