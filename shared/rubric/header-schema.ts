import { type TSchema, Type } from '@sinclair/typebox';

/** Building blocks of the kinds' schemas, by the field defaults of the artifact specification, section 1. */
export const text = (description?: string) =>
  Type.String({ minLength: 1, pattern: '\\S', ...(description ? { description } : {}) });
export const date = () => Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
export const timestamp = () => Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?Z$' });
export const amount = (options: { minimum?: number; maximum?: number } = {}) =>
  Type.Number({ minimum: 0, ...options });
export const whole = (options: { minimum?: number; maximum?: number } = {}) =>
  Type.Integer({ minimum: 0, ...options });
export const id = (pattern: string) => Type.String({ pattern });
export const list = <T extends TSchema>(item: T, minItems = 1) => Type.Array(item, { minItems });
export const oneOf = (...values: readonly string[]) =>
  Type.Unsafe<string>({ type: 'string', enum: [...values] });
export const optional = <T extends TSchema>(schema: T) => Type.Optional(schema);

/** A mapping with exactly these keys, and any of the author's own that start with `x-`. */
export const mapping = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Object(properties, { additionalProperties: false, patternProperties: { '^x-': {} } });

/** A mapping whose keys the author chooses. */
export const table = (value: TSchema, keyPattern = '.') =>
  Type.Unsafe<Record<string, unknown>>({
    type: 'object',
    patternProperties: { [keyPattern]: value },
    additionalProperties: false,
  });

/** The header every data artifact starts with. */
export const headerFields = { id: text(), title: text(), owner: text(), date: date() };
